/* Days before, after and lasting, against a search day by day. */
#include "check/day.h"
#include "check_sample.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct plan_lag lags[] = {
	{0, PLAN_DAYS, true},     {1, PLAN_DAYS, true},     {45, PLAN_DAYS, true},     {2, PLAN_WEEKS, true},
	{1, PLAN_MONTHS, true},   {3, PLAN_MONTHS, true},   {13, PLAN_MONTHS, true},   {0, PLAN_WORKDAYS, true},
	{1, PLAN_WORKDAYS, true}, {4, PLAN_WORKDAYS, true}, {25, PLAN_WORKDAYS, true},
};

enum { LAGS = sizeof lags / sizeof *lags };

static struct plan_calendar *danish(void)
{
	struct plan_calendar_spec spec = {.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT};
	struct plan_calendar *calendar;
	assert_int_equal(plan_calendar_new(&spec, &calendar), PLAN_OK);
	return calendar;
}

/* The last x from which `day` is at least the lag later, by looking at each. */
static plan_day slow_before(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag)
{
	plan_day x = day;
	while (lag.unit == PLAN_WORKDAYS ? plan_calendar_workdays(calendar, x, day) < lag.count
									 : day_after(calendar, x, lag) > day)
		x--;
	return x;
}

static void before_is_the_last_day_that_is_early_enough(void **state)
{
	(void)state;
	struct plan_calendar *calendar = danish();
	plan_day first = sample_day("2018-12-01"), last = sample_day("2020-06-30");
	for (size_t i = 0; i < LAGS; i++)
		for (plan_day day = first; day <= last; day++) {
			plan_day found = day_before(calendar, day, lags[i]),
					 expected = slow_before(calendar, day, lags[i]);
			if (found != expected)
				fail_msg("lag %zu, day %d: %d, not %d", i, (int)day, (int)found, (int)expected);
		}
	plan_calendar_free(calendar);
}

static void after_and_lasting_count_days(void **state)
{
	(void)state;
	static const struct {
		const char *day;
		struct plan_lag lag;
		const char *after, *lasting;
	} cases[] = {
		{"2018-08-13", {1, PLAN_WEEKS, true}, "2018-08-20", "2018-08-19"},
		{"2018-08-13", {1, PLAN_DAYS, true}, "2018-08-14", "2018-08-13"},
		{"2018-01-31", {1, PLAN_MONTHS, true}, "2018-02-28", "2018-02-27"},
		{"2018-03-01", {1, PLAN_MONTHS, true}, "2018-04-01", "2018-03-31"},
		{"2018-08-13", {5, PLAN_WORKDAYS, true}, "2018-08-20", "2018-08-17"},
		{"2018-08-11", {5, PLAN_WORKDAYS, true}, "2018-08-17", "2018-08-17"},
		/* Maundy Thursday to Easter Monday are days off */
		{"2018-03-28", {2, PLAN_WORKDAYS, true}, "2018-04-04", "2018-04-03"},
		{"2018-08-13", {0, PLAN_DAYS, false}, "2018-08-13", "2018-08-13"},
	};
	struct plan_calendar *calendar = danish();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		plan_day day = sample_day(cases[i].day);
		assert_int_equal(day_after(calendar, day, cases[i].lag), sample_day(cases[i].after));
		assert_int_equal(day_lasting(calendar, day, cases[i].lag), sample_day(cases[i].lasting));
	}
	plan_calendar_free(calendar);
}

static void nothing_overflows(void **state)
{
	(void)state;
	static const plan_day days[] = {PLAN_DAY_OPEN_START, PLAN_DAY_MIN, PLAN_DAY_MIN + 1, 0,
									PLAN_DAY_MAX - 1,    PLAN_DAY_MAX, PLAN_DAY_OPEN_END};
	struct plan_calendar *calendar = danish();
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		for (uint8_t unit = PLAN_DAYS; unit <= PLAN_WORKDAYS; unit++) {
			struct plan_lag most = {PLAN_LAG_MAX, unit, true}, none = {.unit = unit};
			plan_day before = day_before(calendar, days[i], most), after = day_after(calendar, days[i], most);
			assert_true(!day_is_known(before) || before >= PLAN_DAY_MIN);
			assert_true(!day_is_known(after) || after <= PLAN_DAY_MAX);
			if (!day_is_known(days[i])) {
				assert_int_equal(before, days[i]);
				assert_int_equal(after, days[i]);
				assert_int_equal(day_lasting(calendar, days[i], most), days[i]);
			}
			assert_int_equal(day_before(calendar, days[i], none), days[i]);
		}
	struct plan_lag none = {0, PLAN_MONTHS, true}, week = {1, PLAN_WEEKS, true};
	assert_int_equal(day_before(calendar, PLAN_DAY_MAX, none), PLAN_DAY_MAX);
	assert_int_equal(day_lasting(calendar, PLAN_DAY_MAX, week), PLAN_DAY_OPEN_END);
	plan_calendar_free(calendar);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_is_the_last_day_that_is_early_enough),
		cmocka_unit_test(after_and_lasting_count_days),
		cmocka_unit_test(nothing_overflows),
	};
	return cmocka_run_group_tests_name("check: days", tests, NULL, NULL);
}
