#include "date/holiday.h"

#include <assert.h>
#include <string.h>

const struct country *country_find(const char *code)
{
	for (const struct country *c = countries; code && c->code; c++)
		if (strcmp(c->code, code) == 0)
			return c;
	return NULL;
}

struct year_anchor year_anchor(int year)
{
	return (struct year_anchor){
		.year = year,
		.new_year = plan_day_from_civil((struct plan_civil){year, 1, 1}),
		.easter = plan_easter(year),
		.leap = plan_month_days(year, 2) == 29,
	};
}

/* As plan_day_from_civil; several thousand days are worked out for each plan, so the year is done once. */
static plan_day day_of_year(const struct year_anchor *anchor, int month, int day)
{
	static const int16_t before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
	return anchor->new_year + before[month - 1] + (anchor->leap && month > 2) + day - 1;
}

static plan_day unmoved_day(const struct holiday_rule *rule, const struct year_anchor *anchor)
{
	if (rule->kind == HOLIDAY_EASTER)
		return anchor->easter + rule->day;
	plan_day day = day_of_year(anchor, rule->month, rule->day);
	if (rule->kind == HOLIDAY_ON_OR_AFTER)
		day += (rule->weekday - (int)plan_day_weekday(day) + 7) % 7;
	return day;
}

bool holiday_rule_day(const struct holiday_rule *rule, const struct year_anchor *anchor, plan_day *day)
{
	if (anchor->year < rule->from || (rule->to && anchor->year > rule->to))
		return false;
	if (rule->every && anchor->year % rule->every != 0)
		return false;
	*day = unmoved_day(rule, anchor);
	if (!rule->if_saturday && !rule->if_sunday)
		return true;
	enum plan_weekday weekday = plan_day_weekday(*day);
	int move = weekday == PLAN_SATURDAY ? rule->if_saturday : weekday == PLAN_SUNDAY ? rule->if_sunday : 0;
	*day += move;
	return move != 0 || !rule->substitute;
}

size_t plan_country_holidays(const char *country, int year, struct plan_holiday *holidays)
{
	const struct country *known = country_find(country);
	if (!known || year < PLAN_YEAR_MIN || year > PLAN_YEAR_MAX)
		return 0;
	struct year_anchor anchor = year_anchor(year);
	size_t count = 0;
	for (size_t i = 0; i < known->count; i++) {
		struct plan_holiday holiday = {.name = known->rules[i].name};
		if (!holiday_rule_day(&known->rules[i], &anchor, &holiday.day))
			continue;
		assert(count < PLAN_HOLIDAYS_MAX);
		size_t at = count++;
		for (; at > 0 && holidays[at - 1].day > holiday.day; at--)
			holidays[at] = holidays[at - 1];
		holidays[at] = holiday;
	}
	return count;
}

bool plan_country_is_known(const char *code)
{
	return country_find(code) != NULL;
}
