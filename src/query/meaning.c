#include "query/meaning.h"

#include "base/text.h"
#include "date/fault.h"
#include "date/print.h"

#include <string.h>

static bool is_open(plan_day day)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
}

static void count_days(struct meaning *meaning)
{
	const struct plan_expr *expr = &meaning->expr;
	if (is_open(meaning->earliest) || is_open(meaning->latest))
		return;
	meaning->days_min = meaning->days_max = meaning->latest - meaning->earliest + 1;
	if (expr->kind == PLAN_DATE_PERIOD)
		meaning->days_min =
			expr->end.earliest > expr->start.latest ? expr->end.earliest - expr->start.latest + 1 : 1;
}

static void ask_calendar(struct meaning *meaning, const struct plan_calendar *calendar)
{
	if (!calendar || !meaning->days_max)
		return;
	meaning->workdays = plan_calendar_workdays(calendar, meaning->earliest - 1, meaning->latest);
	if (meaning->days_max == 1)
		meaning->holiday = plan_calendar_holiday(calendar, meaning->earliest);
}

struct meaning meaning_of(const char *text, int year, const struct plan_calendar *calendar)
{
	struct meaning meaning = {.text = text, .workdays = -1};
	const struct plan_expr_context context = {
		.year = year,
		.year_hint = _("add the year with four digits, or give it with --year"),
	};
	meaning.understood = plan_expr_parse(text, strlen(text), &context, &meaning.expr, &meaning.error);
	if (!meaning.understood)
		return meaning;
	meaning.earliest = meaning.expr.start.earliest;
	meaning.latest = meaning.expr.end.latest;
	count_days(&meaning);
	ask_calendar(&meaning, calendar);
	return meaning;
}

struct counted_day count_workdays(const struct meaning *meaning, int32_t workdays,
								  const struct plan_calendar *calendar)
{
	struct counted_day counted = {.text = meaning->text, .workdays = workdays, .error = meaning->error};
	if (!meaning->understood)
		return counted;
	size_t length = strlen(meaning->text);
	counted.from = meaning->earliest;
	if (meaning->earliest != meaning->latest) {
		fault_set(&counted.error, 0, length, _("working days are counted from one known day, and this is %s"),
				  expr_text(&meaning->expr).text);
		fault_hint(&counted.error, _("write one day"));
		return counted;
	}
	counted.day = plan_calendar_add_workdays(calendar, counted.from, workdays);
	counted.found = !is_open(counted.day);
	if (!counted.found)
		fault_set(&counted.error, 0, length, _("that working day lies outside the years %1$d to %2$d"),
				  PLAN_YEAR_MIN, PLAN_YEAR_MAX);
	return counted;
}
