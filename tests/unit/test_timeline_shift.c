/*
 * The functions of constraints and their adjoints, for every unit, both bounds and both ways of counting:
 * f(x) is the least day that keeps the constraint and f*(y) the greatest, judged by what the plan file says
 * that a gap and a duration mean. Working days are counted one by one, months by hand.
 */
#include "timeline/shift.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

enum { DAYS = PLAN_DAY_MAX - PLAN_DAY_MIN + 1 };

static const struct plan_calendar *calendar;
static int32_t worked[DAYS + 1]; /* working days of 1900-2199 before each day */

static int32_t workdays_up_to(plan_day day)
{
	if (day < PLAN_DAY_MIN)
		return 0;
	return worked[(day > PLAN_DAY_MAX ? PLAN_DAY_MAX : day) - PLAN_DAY_MIN + 1];
}

static plan_day months_later(plan_day day, int months)
{
	struct plan_civil civil = plan_day_to_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	civil.year = month / 12;
	civil.month = month % 12 + 1;
	int length = plan_month_days(civil.year, civil.month);
	civil.day = civil.day < length ? civil.day : length;
	return plan_day_from_civil(civil);
}

/* A bound of a gap or of a duration. */
struct rule {
	struct plan_lag lag;
	bool most, lasts;
};

/* How much there is from x to y, less what is wanted: in days, of months in days beyond the month's day. */
static int64_t surplus(const struct rule *rule, plan_day x, plan_day y)
{
	int32_t wanted = rule->lag.count;
	switch ((enum plan_unit)rule->lag.unit) {
	case PLAN_DAYS: return (int64_t)y - x + rule->lasts - wanted;
	case PLAN_WEEKS: return (int64_t)y - x + rule->lasts - 7 * wanted;
	case PLAN_WORKDAYS: return workdays_up_to(y) - workdays_up_to(x - rule->lasts) - wanted;
	case PLAN_MONTHS: return (int64_t)y + rule->lasts - months_later(x, wanted);
	}
	return 0;
}

/* Whether two days keep a rule. */
static bool keeps(const struct rule *rule, plan_day x, plan_day y)
{
	bool same_day = rule->lag.unit == PLAN_WORKDAYS && rule->lag.count == 0 && !rule->lasts && !rule->most;
	if (same_day && y < x)
		return false;
	return rule->most ? surplus(rule, x, y) <= 0 : surplus(rule, x, y) >= 0;
}

static struct shift shift_of(const struct rule *rule)
{
	if (rule->lasts)
		return rule->most ? shift_lasts_at_most(rule->lag) : shift_lasts_at_least(rule->lag);
	return rule->most ? shift_at_most(rule->lag) : shift_at_least(rule->lag);
}

/* The rule between the day that the shift is from and the day that it is to. */
static bool keeps_from_to(const struct rule *rule, plan_day from, plan_day to)
{
	return rule->most ? keeps(rule, to, from) : keeps(rule, from, to);
}

static void fail_at(const struct rule *rule, const char *what, plan_day day, plan_day found)
{
	static const char *const units[] = {"d", "w", "m", "wd"};
	fail_msg("%s %s %d%s: %s(%d) is not %d", rule->lasts ? "lasts" : "gap", rule->most ? "most" : "least",
			 (int)rule->lag.count, units[rule->lag.unit], what, (int)day, (int)found);
}

/* f(from) is the least day that keeps the rule; out of 1900-2199 none there does, or all do. */
static void check_least(const struct rule *rule, plan_day from)
{
	plan_day to = shift_least(calendar, shift_of(rule), from);
	bool good;
	if (to > PLAN_DAY_MAX)
		good = !keeps_from_to(rule, from, PLAN_DAY_MAX);
	else if (to <= PLAN_DAY_MIN)
		good = keeps_from_to(rule, from, PLAN_DAY_MIN);
	else
		good = keeps_from_to(rule, from, to) && !keeps_from_to(rule, from, to - 1);
	if (!good)
		fail_at(rule, "f", from, to);
}

/* f*(to) is the greatest day that keeps it. */
static void check_most(const struct rule *rule, plan_day to)
{
	plan_day from = shift_most(calendar, shift_of(rule), to);
	bool good;
	if (from < PLAN_DAY_MIN)
		good = !keeps_from_to(rule, PLAN_DAY_MIN, to);
	else if (from >= PLAN_DAY_MAX)
		good = keeps_from_to(rule, PLAN_DAY_MAX, to);
	else
		good = keeps_from_to(rule, from, to) && !keeps_from_to(rule, from + 1, to);
	if (!good)
		fail_at(rule, "f*", to, from);
}

static void check_days(const struct rule *rule, plan_day first, plan_day last)
{
	plan_day before = PLAN_DAY_OPEN_START;
	for (plan_day day = first; day <= last; day++) {
		check_least(rule, day);
		check_most(rule, day);
		plan_day now = shift_least(calendar, shift_of(rule), day);
		if (now < before)
			fail_at(rule, "decreasing f", day, now);
		before = now;
	}
}

/* The first and the last years that there are, and some with a leap day, Easter early and late. */
static const struct plan_window stretches[] = {
	{PLAN_DAY_MIN, PLAN_DAY_MIN + 500},
	{PLAN_DAY_MAX - 500, PLAN_DAY_MAX},
	{17500, 19000}, /* 2017-11 to 2022 */
	{46900, 47500}, /* 2098-2100: no leap year */
};

static void check_rule(const struct rule *rule, bool whole)
{
	if (whole)
		check_days(rule, PLAN_DAY_MIN, PLAN_DAY_MAX);
	for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++)
		check_days(rule, stretches[i].earliest, stretches[i].latest);
}

static void check_bounds(struct plan_lag lag, bool whole)
{
	for (unsigned most = 0; most < 2; most++) {
		struct rule gap = {lag, most, false}, duration = {lag, most, true};
		check_rule(&gap, whole);
		if (lag.count > 0)
			check_rule(&duration, whole);
	}
}

static void check_unit(enum plan_unit unit, bool whole)
{
	static const int32_t counts[] = {-61, -24, -12, -11, -6, -5, -4, -3, -2, -1, 0,  1,
									 2,   3,   4,   5,   6,  7,  10, 11, 12, 13, 23, 60};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		check_bounds((struct plan_lag){counts[i], (uint8_t)unit, true},
					 whole && (counts[i] == 1 || counts[i] == -1));
}

/* A lag can be as long as the limit allows: it leads out of 1900-2199 from most days. */
static void check_long(enum plan_unit unit)
{
	static const int32_t longest[] = {PLAN_LAG_MAX, PLAN_LAG_MAX / 7, PLAN_LAG_MAX / 30, PLAN_LAG_MAX};
	for (int sign = -1; sign <= 1; sign += 2)
		check_bounds((struct plan_lag){sign * longest[unit], (uint8_t)unit, true}, false);
}

/* With `whole` some lags are tried from every day of 1900-2199. */
static void check_calendar(const struct plan_calendar_spec *spec, bool whole)
{
	struct plan_calendar *made = NULL;
	assert_int_equal(plan_calendar_new(spec, &made), PLAN_OK);
	calendar = made;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++)
		worked[day - PLAN_DAY_MIN + 1] = worked[day - PLAN_DAY_MIN] + plan_calendar_is_workday(calendar, day);
	for (int unit = PLAN_DAYS; unit <= PLAN_WORKDAYS; unit++) {
		check_unit((enum plan_unit)unit, whole);
		check_long((enum plan_unit)unit);
	}
	plan_calendar_free(made);
}

static void test_danish(void **state)
{
	(void)state;
	check_calendar(&(struct plan_calendar_spec){.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT}, true);
}

/* Days off at both ends of 1900-2199, and a week without a working day. */
static void test_closed_ends(void **state)
{
	(void)state;
	plan_day closed[32];
	size_t count = 0;
	for (int i = 0; i < 8; i++) {
		closed[count++] = PLAN_DAY_MIN + i;
		closed[count++] = PLAN_DAY_MAX - i;
		closed[count++] = 18000 + i;
	}
	check_calendar(
		&(struct plan_calendar_spec){.weekend = 1u << PLAN_FRIDAY, .closed = closed, .closed_count = count},
		false);
}

static void test_every_day_worked(void **state)
{
	(void)state;
	check_calendar(&(struct plan_calendar_spec){0}, false);
}

static void test_no_day_worked(void **state)
{
	(void)state;
	check_calendar(&(struct plan_calendar_spec){.weekend = 0x7F}, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_danish),
		cmocka_unit_test(test_closed_ends),
		cmocka_unit_test(test_every_day_worked),
		cmocka_unit_test(test_no_day_worked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
