/* Days, ISO weeks, months and Easter against independent computations. */
#include <plan/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* The C library's idea of a day. */
static struct tm libc_day(plan_day day)
{
	time_t seconds = (time_t)day * 86400;
	struct tm tm;
	gmtime_r(&seconds, &tm);
	return tm;
}

static void days_agree_with_the_c_library(void **state)
{
	(void)state;
	for (plan_day day = PLAN_DAY_MIN - 400000; day <= PLAN_DAY_MAX + 400000; day++) {
		struct tm tm = libc_day(day);
		struct plan_civil civil = plan_day_to_civil(day);
		assert_int_equal(civil.year, tm.tm_year + 1900);
		assert_int_equal(civil.month, tm.tm_mon + 1);
		assert_int_equal(civil.day, tm.tm_mday);
		assert_int_equal((plan_day_weekday(day) + 1) % 7, tm.tm_wday);
		assert_int_equal(plan_day_from_civil(civil), day);
		assert_int_equal(plan_civil_is_valid(civil), day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX);
	}
}

static void the_range_is_1900_to_2199(void **state)
{
	(void)state;
	assert_int_equal(plan_day_from_civil((struct plan_civil){1900, 1, 1}), PLAN_DAY_MIN);
	assert_int_equal(plan_day_from_civil((struct plan_civil){2199, 12, 31}), PLAN_DAY_MAX);
	assert_int_equal(plan_day_from_civil((struct plan_civil){1970, 1, 1}), 0);
	static const struct plan_civil invalid[] = {
		{1899, 12, 31}, {2200, 1, 1},  {2018, 0, 1},  {2018, 13, 1}, {2018, 1, 0},  {2018, 1, 32},
		{2018, 4, 31},  {2018, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2018, -1, 5},
	};
	for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
		assert_false(plan_civil_is_valid(invalid[i]));
	assert_true(plan_civil_is_valid((struct plan_civil){2000, 2, 29}));
}

static void far_days_do_not_overflow(void **state)
{
	(void)state;
	static const plan_day days[] = {INT32_MIN, INT32_MIN + 1, -100000000, 100000000, INT32_MAX};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct tm tm = libc_day(days[i]);
		struct plan_civil civil = plan_day_to_civil(days[i]);
		assert_int_equal(civil.year, (int64_t)tm.tm_year + 1900);
		assert_int_equal(civil.month, tm.tm_mon + 1);
		assert_int_equal(civil.day, tm.tm_mday);
		assert_int_equal((plan_day_weekday(days[i]) + 1) % 7, tm.tm_wday);
	}
}

/*
 * ISO 8601: week 1 is the week with the year's first Thursday in it. Counted by walking: a week's year is the
 * year of its Thursday, and a week's number is one more than the week before it in the same year.
 */
static void iso_weeks_agree_with_the_definition(void **state)
{
	(void)state;
	plan_day monday = PLAN_DAY_MIN - 500;
	while (libc_day(monday).tm_wday != 1)
		monday++;
	int year = 0, week = 0;
	for (; monday < PLAN_DAY_MAX + 500; monday += 7) {
		int own_year = libc_day(monday + 3).tm_year + 1900;
		int weeks_before = week;
		week = own_year == year ? week + 1 : 1;
		if (own_year != year && weeks_before > 50) /* the first year of the walk begins in the middle */
			assert_int_equal(plan_year_iso_weeks(year), weeks_before);
		year = own_year;
		if (monday < PLAN_DAY_MIN - 100)
			continue;
		assert_int_equal(plan_iso_week_monday((struct plan_iso_week){year, week}), monday);
		for (plan_day day = monday; day < monday + 7; day++) {
			assert_int_equal(plan_day_iso_week(day).year, year);
			assert_int_equal(plan_day_iso_week(day).week, week);
		}
	}
}

static void months_are_added_and_clamped(void **state)
{
	(void)state;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day += 13) {
		for (int months = -30; months <= 30; months++) {
			struct tm tm = libc_day(day);
			int wanted_day = tm.tm_mday;
			tm.tm_mday = 1;
			tm.tm_mon += months;
			time_t first = timegm(&tm); /* normalizes the month, never the day */
			int month = tm.tm_mon, year = tm.tm_year + 1900;
			plan_day wanted = (plan_day)(first / 86400);
			while (wanted_day > 1 && libc_day(wanted + 1).tm_mon == month) {
				wanted++;
				wanted_day--;
			}
			if (year < PLAN_YEAR_MIN)
				wanted = PLAN_DAY_OPEN_START;
			if (year > PLAN_YEAR_MAX)
				wanted = PLAN_DAY_OPEN_END;
			assert_int_equal(plan_day_add_months(day, months), wanted);
		}
	}
	assert_int_equal(plan_day_add_months(PLAN_DAY_MIN, INT32_MIN), PLAN_DAY_OPEN_START);
	assert_int_equal(plan_day_add_months(PLAN_DAY_MAX, INT32_MAX), PLAN_DAY_OPEN_END);
	assert_int_equal(plan_day_add_months(PLAN_DAY_MAX, 1), PLAN_DAY_OPEN_END);
	assert_int_equal(plan_day_add_months(PLAN_DAY_MIN, -1), PLAN_DAY_OPEN_START);
}

static void months_have_their_days(void **state)
{
	(void)state;
	for (int year = PLAN_YEAR_MIN; year <= PLAN_YEAR_MAX; year++) {
		for (int month = 0; month < 12; month++) {
			struct tm tm = {.tm_year = year - 1900, .tm_mon = month + 1, .tm_mday = 0};
			timegm(&tm);
			assert_int_equal(plan_month_days(year, month + 1), tm.tm_mday);
		}
	}
}

/* Gauss's rule for Easter with Kinkelin's corrections, another route than the code's. */
static plan_day easter_by_gauss(int year)
{
	int a = year % 19, b = year % 4, c = year % 7;
	int k = year / 100, p = (13 + 8 * k) / 25, q = k / 4;
	int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
	int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
	int march = 22 + d + e;
	if (d == 29 && e == 6)
		march = 50;
	if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19)
		march = 49;
	struct tm tm = {.tm_year = year - 1900, .tm_mon = 2, .tm_mday = march};
	return (plan_day)(timegm(&tm) / 86400);
}

static void easter_agrees_with_gauss(void **state)
{
	(void)state;
	for (int year = PLAN_YEAR_MIN; year <= PLAN_YEAR_MAX; year++) {
		assert_int_equal(plan_easter(year), easter_by_gauss(year));
		assert_int_equal(plan_day_weekday(plan_easter(year)), PLAN_SUNDAY);
	}
	/* The earliest and latest there can be, and the two that Gauss's plain rule gets wrong. */
	assert_int_equal(plan_easter(2160), plan_day_from_civil((struct plan_civil){2160, 3, 23}));
	assert_int_equal(plan_easter(1943), plan_day_from_civil((struct plan_civil){1943, 4, 25}));
	assert_int_equal(plan_easter(1954), plan_day_from_civil((struct plan_civil){1954, 4, 18}));
	assert_int_equal(plan_easter(1981), plan_day_from_civil((struct plan_civil){1981, 4, 19}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_agree_with_the_c_library),
		cmocka_unit_test(the_range_is_1900_to_2199),
		cmocka_unit_test(far_days_do_not_overflow),
		cmocka_unit_test(iso_weeks_agree_with_the_definition),
		cmocka_unit_test(months_are_added_and_clamped),
		cmocka_unit_test(months_have_their_days),
		cmocka_unit_test(easter_agrees_with_gauss),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
