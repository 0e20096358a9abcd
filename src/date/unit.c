#include "date/unit.h"

#include "base/text.h"
#include "date/civil.h"
#include "date/fault.h"
#include "date/iso.h"
#include "date/print.h"
#include "date/word.h"

bool unit_lacks_year(const struct unit *unit)
{
	return unit->year == 0 && unit->kind != UNIT_FIXED && unit->kind != UNIT_OPEN;
}

bool unit_complete(struct unit *unit, const struct unit *other)
{
	static const bool counts[UNIT_OPEN + 1] = {
		[UNIT_DAY] = true,     [UNIT_NTH_WEEK] = true, [UNIT_WEEK] = true,
		[UNIT_QUARTER] = true, [UNIT_HALF] = true,
	};
	bool part = other->kind == UNIT_MONTH_PART || other->kind == UNIT_YEAR_PART;
	if ((unit->kind == UNIT_NUMBER && counts[other->kind]) || (unit->kind == UNIT_PART && part)) {
		unit->kind = other->kind;
		unit->month = other->month;
	}
	return unit->kind != UNIT_NUMBER && unit->kind != UNIT_PART;
}

static bool resolve_fixed(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	(void)error;
	*window = unit->fixed;
	return true;
}

static bool resolve_year(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	(void)error;
	*window = civil_months(unit->year, 1, 12);
	return true;
}

static bool resolve_day(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	struct plan_civil civil = {unit->year, unit->month, unit->number};
	if (!iso_check_day(civil, unit->number_at.offset, unit->number_at.length, error))
		return false;
	window->earliest = window->latest = civil_day(unit->year, unit->month, unit->number);
	return true;
}

static bool resolve_month(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	(void)error;
	*window = civil_months(unit->year, unit->month, unit->month);
	return true;
}

static bool resolve_month_part(const struct unit *unit, struct plan_window *window,
							   struct plan_expr_error *error)
{
	(void)error;
	*window = civil_months(unit->year, unit->month, unit->month);
	if (unit->part != PART_LATE)
		window->latest = window->earliest + (unit->part == PART_EARLY ? 9 : 19);
	if (unit->part != PART_EARLY)
		window->earliest += unit->part == PART_MIDDLE ? 10 : 20;
	return true;
}

static bool resolve_year_part(const struct unit *unit, struct plan_window *window,
							  struct plan_expr_error *error)
{
	(void)error;
	*window = civil_months(unit->year, unit->part * 4 + 1, unit->part * 4 + 4);
	return true;
}

static bool resolve_nth_week(const struct unit *unit, struct plan_window *window,
							 struct plan_expr_error *error)
{
	plan_day first = civil_day(unit->year, unit->month, 1);
	plan_day monday = first + (7 - (int)plan_day_weekday(first)) % 7;
	int mondays = (plan_month_days(unit->year, unit->month) - (monday - first) + 6) / 7;
	if (unit->number < 1 || unit->number > mondays) {
		/* TRANSLATORS: a month and a year: March 2018 has 4 Mondays */
		fault_set(error, unit->number_at.offset, unit->number_at.length, _("%1$s %2$d has %3$d Mondays"),
				  month_name(unit->month), unit->year, mondays);
		return fault_hint(error, _("the weeks of a month are those that begin in it; write 1 to %d"),
						  mondays);
	}
	window->earliest = monday + (unit->number - 1) * 7;
	window->latest = window->earliest + 6;
	if (window->latest <= PLAN_DAY_MAX)
		return true;
	return iso_check_year(PLAN_YEAR_MAX + 1, unit->whole.offset, unit->whole.length, error);
}

static bool resolve_week(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	int last = plan_year_iso_weeks(unit->year);
	if (unit->number < 1 || unit->number > last) {
		fault_set(error, unit->number_at.offset, unit->number_at.length, _("%1$d has no week %2$d"),
				  unit->year, unit->number);
		return fault_hint(error, _("write a week from 1 to %d"), last);
	}
	window->earliest = plan_iso_week_monday((struct plan_iso_week){unit->year, unit->number});
	window->latest = window->earliest + 6;
	return true;
}

/* A quarter or a half of a year, `count` of them in it. */
static bool resolve_fraction(const struct unit *unit, int count, struct plan_window *window,
							 struct plan_expr_error *error)
{
	if (unit->number < 1 || unit->number > count) {
		fault_set(error, unit->number_at.offset, unit->number_at.length,
				  count == 4 ? _("a year has no quarter %d") : _("a year has no half-year %d"), unit->number);
		return fault_hint(error, _("write a number from 1 to %d"), count);
	}
	*window = civil_months(unit->year, (unit->number - 1) * 12 / count + 1, unit->number * 12 / count);
	return true;
}

static bool resolve_quarter(const struct unit *unit, struct plan_window *window,
							struct plan_expr_error *error)
{
	return resolve_fraction(unit, 4, window, error);
}

static bool resolve_half(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	return resolve_fraction(unit, 2, window, error);
}

static bool resolve_season(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	(void)error;
	*window = civil_months(unit->year, unit->part * 3 + 3, unit->part * 3 + 5);
	return true;
}

static bool resolve_open(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	(void)unit;
	(void)error;
	*window = (struct plan_window){PLAN_DAY_OPEN_START, PLAN_DAY_OPEN_END};
	return true;
}

/* Whether the number lies between 1 and the `last` that any year has; the message names the number. */
static bool check_number(const struct unit *unit, int last, const char *message, const char *hint,
						 struct plan_expr_error *error)
{
	if (unit->number >= 1 && unit->number <= last)
		return true;
	fault_set(error, unit->number_at.offset, unit->number_at.length, message, unit->number);
	return fault_hint(error, hint, last);
}

static bool check_month_day(const struct unit *unit, struct plan_expr_error *error)
{
	enum { LEAP_YEAR = 2000 };
	int last = plan_month_days(LEAP_YEAR, unit->month);
	if (unit->number >= 1 && unit->number <= last)
		return true;
	/* TRANSLATORS: a month of any year: August has 31 days */
	fault_set(error, unit->number_at.offset, unit->number_at.length,
			  last == 29 ? _("%1$s has at most %2$d days") : _("%1$s has %2$d days"), month_name(unit->month),
			  last);
	return fault_hint(error, _("write a day from 1 to %d"), last);
}

bool unit_exists(const struct unit *unit, struct plan_expr_error *error)
{
	struct plan_window window;
	switch ((enum unit_kind)unit->kind) {
	case UNIT_DAY: return check_month_day(unit, error);
	case UNIT_WEEK:
		return check_number(unit, 53, _("no year has a week %d"), _("write a week from 1 to %d"), error);
	case UNIT_NTH_WEEK:
		return check_number(unit, 5, _("no month has %d Mondays"),
							_("the weeks of a month are those that begin in it; write 1 to %d"), error);
	case UNIT_QUARTER: return resolve_quarter(unit, &window, error);
	case UNIT_HALF: return resolve_half(unit, &window, error);
	default: return true;
	}
}

/* A bare number or part is completed before it is resolved, so those have no row. */
static bool (*const resolvers[])(const struct unit *, struct plan_window *, struct plan_expr_error *) = {
	[UNIT_FIXED] = resolve_fixed,
	[UNIT_YEAR] = resolve_year,
	[UNIT_DAY] = resolve_day,
	[UNIT_MONTH] = resolve_month,
	[UNIT_MONTH_PART] = resolve_month_part,
	[UNIT_YEAR_PART] = resolve_year_part,
	[UNIT_NTH_WEEK] = resolve_nth_week,
	[UNIT_WEEK] = resolve_week,
	[UNIT_QUARTER] = resolve_quarter,
	[UNIT_HALF] = resolve_half,
	[UNIT_SEASON] = resolve_season,
	[UNIT_OPEN] = resolve_open,
};

/* A weekday is a check on the writer: the day must fall on it. */
static bool check_weekday(const struct unit *unit, struct plan_window days, struct plan_expr_error *error)
{
	if (unit->weekday < 0)
		return true;
	enum plan_weekday actual = plan_day_weekday(days.earliest);
	if ((enum plan_weekday)unit->weekday == actual)
		return true;
	/* TRANSLATORS: a date and two weekdays: 13 August 2018 is a Monday, not a Tuesday */
	fault_set(error, unit->weekday_at.offset, unit->weekday_at.length, _("%1$s is a %2$s, not a %3$s"),
			  day_text_long(days.earliest).text, weekday_name(actual),
			  weekday_name((enum plan_weekday)unit->weekday));
	return fault_hint(error, _("write \"%s\", leave the weekday out, or correct the date"),
					  weekday_name(actual));
}

bool unit_resolve(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error)
{
	return resolvers[unit->kind](unit, window, error) && check_weekday(unit, *window, error);
}

/* The unit as it is in some year where it exists, without its weekday. */
static struct plan_window place_in_year(const struct unit *unit, int year)
{
	struct unit copy = *unit;
	struct plan_window window = {0};
	struct plan_expr_error ignored;
	copy.year = year;
	copy.weekday = -1;
	while (!resolvers[copy.kind](&copy, &window, &ignored) && copy.number > 1)
		copy.number--;
	return window;
}

bool unit_is_earlier(const struct unit *second, const struct unit *first, int year)
{
	return place_in_year(second, year).latest < place_in_year(first, year).earliest;
}
