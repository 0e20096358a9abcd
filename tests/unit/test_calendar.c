/* Working days against counting them one by one; public holidays against lists of known years. */
#include "alloc_fault.h"

#include <plan/calendar.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* As assert_int_equal, without its cost: some of these tests ask millions of questions. */
static void same(int32_t actual, int32_t wanted)
{
	if (actual != wanted)
		fail_msg("%d is not %d", (int)actual, (int)wanted);
}

static struct plan_calendar *new_calendar(const struct plan_calendar_spec *spec)
{
	struct plan_calendar *calendar = NULL;
	assert_int_equal(plan_calendar_new(spec, &calendar), PLAN_OK);
	assert_non_null(calendar);
	return calendar;
}

static plan_day on(int year, int month, int day)
{
	return plan_day_from_civil((struct plan_civil){year, month, day});
}

/* Whether a day is one of the country's, by asking for the year's list (kept from one day to the next). */
static bool listed(const char *country, plan_day day)
{
	static struct plan_holiday holidays[PLAN_HOLIDAYS_MAX];
	static const char *listed_country;
	static int listed_year;
	static size_t count;
	int year = plan_day_to_civil(day).year;
	if (country != listed_country || year != listed_year)
		count = plan_country_holidays(country, year, holidays);
	listed_country = country;
	listed_year = year;
	for (size_t i = 0; i < count; i++)
		if (holidays[i].day == day)
			return true;
	return false;
}

/* The specs that the slow, plain answers are compared for. */
static const plan_day closed[] = {17889, 17896, -25567, 84005, 100000, -30000, 17889};
static const struct plan_window recesses[] = {
	{17707, 17748},
	{PLAN_DAY_OPEN_START, -25000},
	{83900, PLAN_DAY_OPEN_END},
	{20000, 19000},
	{-40000, -30000},
	{90000, 90001},
	{17740, 17760},
};
static const struct plan_calendar_spec specs[] = {
	{.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT},
	{.country = "GB",
	 .weekend = PLAN_WEEKEND_DEFAULT,
	 .closed = closed,
	 .closed_count = COUNT(closed),
	 .recesses = recesses,
	 .recess_count = COUNT(recesses)},
	{.country = "NO", .weekend = 0},
	{.country = "none", .weekend = 1u << PLAN_FRIDAY},
	{.country = NULL, .weekend = 0},
	{.country = NULL, .weekend = 0x7F},
	{.country = "SE", .weekend = 0x3F, .recesses = recesses, .recess_count = COUNT(recesses)},
};

static bool plainly_workday(const struct plan_calendar_spec *spec, plan_day day)
{
	if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX || (spec->weekend >> plan_day_weekday(day) & 1))
		return false;
	for (size_t i = 0; i < spec->closed_count; i++)
		if (spec->closed[i] == day)
			return false;
	return !spec->country || !listed(spec->country, day);
}

static bool plainly_recess(const struct plan_calendar_spec *spec, plan_day day)
{
	if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
		return false;
	for (size_t i = 0; i < spec->recess_count; i++)
		if (day >= spec->recesses[i].earliest && day <= spec->recesses[i].latest)
			return true;
	return false;
}

static void every_day_is_what_it_plainly_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(specs); i++) {
		struct plan_calendar *calendar = new_calendar(&specs[i]);
		for (plan_day day = PLAN_DAY_MIN - 100; day <= PLAN_DAY_MAX + 100; day++) {
			bool workday = plainly_workday(&specs[i], day), recess = plainly_recess(&specs[i], day);
			same(plan_calendar_is_workday(calendar, day), workday);
			same(plan_calendar_in_recess(calendar, day), recess);
			same(plan_calendar_is_meeting_day(calendar, day), workday && !recess);
		}
		plan_calendar_free(calendar);
	}
	plan_calendar_free(NULL);
}

static void workdays_are_counted(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(specs); i++) {
		struct plan_calendar *calendar = new_calendar(&specs[i]);
		int32_t since_start = 0, since_anchor = 0;
		for (plan_day day = PLAN_DAY_MIN - 10; day <= PLAN_DAY_MAX + 10; day++) {
			since_start += plan_calendar_is_workday(calendar, day);
			since_anchor += day > 17756 && plan_calendar_is_workday(calendar, day);
			same(plan_calendar_workdays(calendar, PLAN_DAY_OPEN_START, day), since_start);
			same(plan_calendar_workdays(calendar, day, PLAN_DAY_OPEN_START), -since_start);
			if (day >= 17756)
				same(plan_calendar_workdays(calendar, 17756, day), since_anchor);
		}
		same(plan_calendar_workdays(calendar, PLAN_DAY_MIN - 1, PLAN_DAY_OPEN_END), since_start);
		same(plan_calendar_workdays(calendar, PLAN_DAY_MIN, PLAN_DAY_OPEN_END),
			 since_start - plan_calendar_is_workday(calendar, PLAN_DAY_MIN));
		same(plan_calendar_workdays(calendar, PLAN_DAY_MAX, PLAN_DAY_OPEN_END), 0);
		plan_calendar_free(calendar);
	}
}

/* The nth working day by stepping a day at a time. */
static plan_day step(const struct plan_calendar *calendar, plan_day day, int n)
{
	int direction = n < 0 ? -1 : 1;
	for (int left = abs(n); left > 0; left -= plan_calendar_is_workday(calendar, day)) {
		day += direction;
		if (day > PLAN_DAY_MAX + 100)
			return PLAN_DAY_OPEN_END;
		if (day < PLAN_DAY_MIN - 100)
			return PLAN_DAY_OPEN_START;
	}
	return day;
}

static void nth_workdays_are_found_by_stepping(void **state)
{
	(void)state;
	static const struct plan_window stretches[] = {
		{PLAN_DAY_MIN - 3, PLAN_DAY_MIN + 80}, {17600, 18100}, {PLAN_DAY_MAX - 80, PLAN_DAY_MAX + 3}};
	for (size_t i = 0; i < COUNT(specs); i++) {
		struct plan_calendar *calendar = new_calendar(&specs[i]);
		for (size_t k = 0; k < COUNT(stretches); k++)
			for (plan_day day = stretches[k].earliest; day <= stretches[k].latest; day++)
				for (int n = -70; n <= 70; n += n > -12 && n < 12 ? 1 : 29)
					same(plan_calendar_add_workdays(calendar, day, n), step(calendar, day, n));
		same(plan_calendar_add_workdays(calendar, 0, INT32_MAX), PLAN_DAY_OPEN_END);
		same(plan_calendar_add_workdays(calendar, 0, INT32_MIN), PLAN_DAY_OPEN_START);
		plan_calendar_free(calendar);
	}
}

static void far_workdays_are_counted_back(void **state)
{
	(void)state;
	struct plan_calendar *calendar = new_calendar(&specs[0]);
	for (int32_t n = 1; n < 40000; n += 37) {
		plan_day day = plan_calendar_add_workdays(calendar, 0, n);
		assert_true(plan_calendar_is_workday(calendar, day));
		same(plan_calendar_workdays(calendar, 0, day), n);
		if (n < 15000) {
			day = plan_calendar_add_workdays(calendar, 0, -n);
			assert_true(plan_calendar_is_workday(calendar, day));
			same(plan_calendar_workdays(calendar, day - 1, -1), n);
		}
	}
	plan_calendar_free(calendar);
}

/* A calendar works out what it is asked for, so the answers must not hang on what was asked before. */
static void answers_do_not_depend_on_the_questions_before(void **state)
{
	(void)state;
	struct plan_calendar *asked = new_calendar(&specs[1]);
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day += 50)
		plan_calendar_is_workday(asked, day);
	for (plan_day from = PLAN_DAY_MIN - 500; from < PLAN_DAY_MAX + 500; from += 9973) {
		for (plan_day to = from - 60000; to < PLAN_DAY_MAX + 500; to += 19991) {
			struct plan_calendar *fresh = new_calendar(&specs[1]);
			int32_t count = plan_calendar_workdays(asked, from, to);
			same(plan_calendar_workdays(fresh, from, to), count);
			plan_calendar_free(fresh);
			fresh = new_calendar(&specs[1]);
			same(plan_calendar_add_workdays(fresh, from, count),
				 plan_calendar_add_workdays(asked, from, count));
			plan_calendar_free(fresh);
		}
		struct plan_calendar *fresh = new_calendar(&specs[1]);
		same(plan_calendar_next_meeting_day(fresh, from, 1), plan_calendar_next_meeting_day(asked, from, 1));
		same(plan_calendar_is_meeting_day(fresh, from), plan_calendar_is_meeting_day(asked, from));
		plan_calendar_free(fresh);
	}
	plan_calendar_free(asked);
}

/* A weekend keeps nobody away who names it. */
static bool may_meet(const struct plan_calendar_spec *spec, const struct plan_calendar *calendar,
					 plan_day day)
{
	for (size_t i = 0; i < spec->closed_count; i++)
		if (spec->closed[i] == day)
			return false;
	return !plan_calendar_holiday(calendar, day) && !plan_calendar_in_recess(calendar, day);
}

static plan_day step_to_meeting(const struct plan_calendar_spec *spec, const struct plan_calendar *calendar,
								plan_day day, unsigned weekdays, int direction)
{
	for (; day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX; day += direction)
		if ((weekdays >> plan_day_weekday(day) & 1) && may_meet(spec, calendar, day))
			return day;
	return direction > 0 ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
}

static void meeting_days_are_found_by_stepping(void **state)
{
	(void)state;
	static const unsigned masks[] = {0x7F, 0x01, 0x08, 0x40, 0x12, 0, 0x80, 0xFF};
	for (size_t i = 0; i < COUNT(specs); i++) {
		struct plan_calendar *calendar = new_calendar(&specs[i]);
		for (size_t m = 0; m < COUNT(masks); m++) {
			unsigned mask = masks[m] & 0x7F;
			/* Where there is no such day at all, every step to it is a walk through all the years. */
			bool any = step_to_meeting(&specs[i], calendar, PLAN_DAY_MIN, mask, 1) != PLAN_DAY_OPEN_END;
			for (plan_day day = 17600; day < (any ? 18000 : 17603); day++) {
				same(plan_calendar_next_meeting_day(calendar, day, masks[m]),
					 step_to_meeting(&specs[i], calendar, day, mask, 1));
				same(plan_calendar_previous_meeting_day(calendar, day, masks[m]),
					 step_to_meeting(&specs[i], calendar, day, mask, -1));
			}
			same(plan_calendar_next_meeting_day(calendar, PLAN_DAY_OPEN_START, masks[m]),
				 step_to_meeting(&specs[i], calendar, PLAN_DAY_MIN, mask, 1));
			same(plan_calendar_previous_meeting_day(calendar, PLAN_DAY_OPEN_END, masks[m]),
				 step_to_meeting(&specs[i], calendar, PLAN_DAY_MAX, mask, -1));
			same(plan_calendar_next_meeting_day(calendar, PLAN_DAY_MAX + 1, masks[m]), PLAN_DAY_OPEN_END);
			same(plan_calendar_previous_meeting_day(calendar, PLAN_DAY_MIN - 1, masks[m]),
				 PLAN_DAY_OPEN_START);
		}
		plan_calendar_free(calendar);
	}
}

/* A year's holidays as "MM-DD MM-DD ..." in order. */
static const char *holidays_of(const char *country, int year)
{
	static char out[512];
	struct plan_holiday holidays[PLAN_HOLIDAYS_MAX];
	size_t count = plan_country_holidays(country, year, holidays), at = 0;
	out[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		struct plan_civil civil = plan_day_to_civil(holidays[i].day);
		assert_int_equal(civil.year, year);
		assert_true(strlen(holidays[i].name) > 3);
		at +=
			(size_t)snprintf(out + at, sizeof out - at, "%s%02d-%02d", i ? " " : "", civil.month, civil.day);
	}
	return out;
}

/* Taken by hand from each country's official lists for those years. */
static void holidays_of_known_years(void **state)
{
	(void)state;
	static const struct {
		const char *country;
		int year;
		const char *days;
	} rows[] = {
		{"DK", 1900, "01-01 04-12 04-13 04-15 04-16 05-11 05-24 06-03 06-04 12-25 12-26"},
		{"DK", 2010, "01-01 04-01 04-02 04-04 04-05 04-30 05-13 05-23 05-24 12-25 12-26"},
		{"DK", 2018, "01-01 03-29 03-30 04-01 04-02 04-27 05-10 05-20 05-21 12-25 12-26"},
		{"DK", 2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26"},
		{"DK", 2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26"},
		{"NO", 1946, "01-01 04-18 04-19 04-21 04-22 05-30 06-09 06-10 12-25 12-26"},
		{"NO", 2021, "01-01 04-01 04-02 04-04 04-05 05-01 05-13 05-17 05-23 05-24 12-25 12-26"},
		{"NO", 2008, "01-01 03-20 03-21 03-23 03-24 05-01 05-01 05-11 05-12 05-17 12-25 12-26"},
		{"SE", 1952, "01-01 01-06 04-11 04-13 04-14 05-01 05-22 06-01 06-02 06-24 11-02 12-25 12-26"},
		{"SE", 1953, "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 05-25 06-20 10-31 12-25 12-26"},
		{"SE", 2004, "01-01 01-06 04-09 04-11 04-12 05-01 05-20 05-30 05-31 06-26 11-06 12-25 12-26"},
		{"SE", 2005, "01-01 01-06 03-25 03-27 03-28 05-01 05-05 05-15 06-06 06-25 11-05 12-25 12-26"},
		{"FI", 1972, "01-01 01-06 03-31 04-02 04-03 05-01 05-11 05-21 05-22 06-24 11-04 12-06 12-25 12-26"},
		{"FI", 1985, "01-01 01-12 04-05 04-07 04-08 05-01 05-11 05-26 06-22 11-02 12-06 12-25 12-26"},
		{"FI", 1990, "01-01 01-06 04-13 04-15 04-16 05-01 05-19 06-03 06-23 11-03 12-06 12-25 12-26"},
		{"FI", 2020, "01-01 01-06 04-10 04-12 04-13 05-01 05-21 05-31 06-20 10-31 12-06 12-25 12-26"},
		{"IS", 2019, "01-01 04-18 04-19 04-21 04-22 04-25 05-01 05-30 06-09 06-10 06-17 08-05 12-25 12-26"},
		{"IS", 2024, "01-01 03-28 03-29 03-31 04-01 04-25 05-01 05-09 05-19 05-20 06-17 08-05 12-25 12-26"},
		{"NL", 1978, "01-01 03-24 03-26 03-27 05-01 05-04 05-14 05-15 12-25 12-26"},
		{"NL", 1985, "01-01 04-05 04-07 04-08 04-30 05-05 05-16 05-26 05-27 12-25 12-26"},
		{"NL", 2006, "01-01 04-14 04-16 04-17 04-29 05-05 05-25 06-04 06-05 12-25 12-26"},
		{"NL", 2014, "01-01 04-18 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26"},
		{"NL", 2025, "01-01 04-18 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26"},
		{"GB", 1960, "04-15 04-18 06-06 08-01 12-25 12-26"},
		{"GB", 1965, "04-16 04-19 06-07 08-02 12-25 12-27"},
		{"GB", 1973, "04-20 04-23 05-28 08-27 11-14 12-25 12-26"},
		{"GB", 1977, "01-01 01-03 04-08 04-11 05-30 06-07 08-29 12-25 12-26 12-27"},
		{"GB", 1995, "01-01 01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"},
		{"GB", 1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28 12-31"},
		{"GB", 2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"},
		{"GB", 2009, "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-26 12-28"},
		{"GB", 2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28"},
		{"GB", 2011, "01-01 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-25 12-26 12-27"},
		{"GB", 2012, "01-01 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"},
		{"GB", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28"},
		{"GB", 2022, "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27"},
		{"GB", 2023, "01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"},
		{"none", 2018, ""},
		{"DE", 2018, ""},
		{"DK", 1899, ""},
		{"DK", 2200, ""},
		{NULL, 2018, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (strcmp(holidays_of(rows[i].country, rows[i].year), rows[i].days) != 0)
			fail_msg("%s %d: %s, not %s", rows[i].country, rows[i].year,
					 holidays_of(rows[i].country, rows[i].year), rows[i].days);
}

static void holidays_have_names(void **state)
{
	(void)state;
	struct plan_calendar *dk = new_calendar(&specs[0]);
	assert_string_equal(plan_calendar_holiday(dk, on(2018, 4, 27)), "Store bededag");
	assert_null(plan_calendar_holiday(dk, on(2024, 4, 26)));
	assert_string_equal(plan_calendar_holiday(dk, on(2018, 4, 1)), "Påskedag");
	assert_null(plan_calendar_holiday(dk, on(2018, 6, 5)));
	assert_null(plan_calendar_holiday(dk, PLAN_DAY_OPEN_START));
	assert_null(plan_calendar_holiday(dk, PLAN_DAY_OPEN_END));
	plan_calendar_free(dk);
	struct plan_calendar *none = new_calendar(&(struct plan_calendar_spec){0});
	assert_null(plan_calendar_holiday(none, on(2018, 12, 25)));
	plan_calendar_free(none);
}

/* Two on one day, as in Norway on 1 May 2008: the list has that first whose name the day has. */
static void holidays_of_one_day_are_in_order(void **state)
{
	(void)state;
	struct plan_holiday holidays[PLAN_HOLIDAYS_MAX];
	for (const char *const *code = plan_country_codes(); *code; code++) {
		struct plan_calendar *calendar = new_calendar(&(struct plan_calendar_spec){.country = *code});
		for (int year = PLAN_YEAR_MIN; year <= PLAN_YEAR_MAX; year++) {
			size_t count = plan_country_holidays(*code, year, holidays);
			for (size_t i = 0; i < count; i++) {
				assert_true(i == 0 || holidays[i - 1].day <= holidays[i].day);
				if (i == 0 || holidays[i - 1].day < holidays[i].day)
					assert_string_equal(holidays[i].name, plan_calendar_holiday(calendar, holidays[i].day));
			}
		}
		plan_calendar_free(calendar);
	}
	assert_int_equal(plan_country_holidays("NO", 2008, holidays), 12);
	assert_string_equal(holidays[5].name, "Arbeidernes dag");
	assert_string_equal(holidays[6].name, "Kristi himmelfartsdag");
}

static void memory_may_run_out(void **state)
{
	(void)state;
	struct plan_calendar *calendar = NULL;
	alloc_fault_at(1);
	enum plan_status status = plan_calendar_new(&specs[0], &calendar);
	assert_true(alloc_fault_stop());
	assert_int_equal(status, PLAN_NOMEM);
	assert_null(calendar);
}

static void countries_are_listed(void **state)
{
	(void)state;
	static const char *const wanted[] = {"DK", "NO", "SE", "FI", "IS", "NL", "GB", "none"};
	const char *const *codes = plan_country_codes();
	for (size_t i = 0; i < COUNT(wanted); i++) {
		assert_string_equal(codes[i], wanted[i]);
		assert_true(plan_country_is_known(codes[i]));
	}
	assert_null(codes[COUNT(wanted)]);
	assert_false(plan_country_is_known("dk"));
	assert_false(plan_country_is_known(""));
	assert_false(plan_country_is_known(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_is_what_it_plainly_is),
		cmocka_unit_test(workdays_are_counted),
		cmocka_unit_test(nth_workdays_are_found_by_stepping),
		cmocka_unit_test(answers_do_not_depend_on_the_questions_before),
		cmocka_unit_test(far_workdays_are_counted_back),
		cmocka_unit_test(meeting_days_are_found_by_stepping),
		cmocka_unit_test(holidays_of_known_years),
		cmocka_unit_test(holidays_have_names),
		cmocka_unit_test(holidays_of_one_day_are_in_order),
		cmocka_unit_test(memory_may_run_out),
		cmocka_unit_test(countries_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
