/*
 * The least that a constraint moves a day, in days, working days and months, against going through every day
 * of 1900-2199; and the days of a set before and after a day, against looking at each.
 */
#include "timeline/gain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { DAYS = PLAN_DAY_MAX - PLAN_DAY_MIN + 1 };

static struct plan_calendar *calendar;
static struct network network;
static struct gains gains;
static int32_t counted[GAIN_COUNTS][DAYS]; /* days, working days and months up to each day */

static void use_calendar(const struct plan_calendar_spec *spec)
{
	assert_int_equal(plan_calendar_new(spec, &calendar), PLAN_OK);
	network = (struct network){.calendar = calendar, .weekend = spec->weekend};
	for (int at = 0; at < DAYS; at++) {
		struct plan_civil civil = plan_day_to_civil(PLAN_DAY_MIN + at);
		counted[GAIN_DAYS][at] = at;
		counted[GAIN_WORKDAYS][at] = (at > 0 ? counted[GAIN_WORKDAYS][at - 1] : 0) +
									 plan_calendar_is_workday(calendar, PLAN_DAY_MIN + at);
		counted[GAIN_MONTHS][at] = civil.year * 12 + civil.month;
	}
}

static void drop_calendar(void)
{
	gains_free(&gains);
	plan_calendar_free(calendar);
}

/* The least that a shift moves a day of 1900-2199 to another of them, each day tried. */
static int32_t slow_gain(struct shift shift, enum gain_count count)
{
	int32_t least = SHIFT_ENDLESS;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++) {
		plan_day to = shift_least(calendar, shift, day);
		if (to < PLAN_DAY_MIN || to > PLAN_DAY_MAX)
			continue;
		int32_t gain = counted[count][to - PLAN_DAY_MIN] - counted[count][day - PLAN_DAY_MIN];
		least = gain < least ? gain : least;
	}
	return least;
}

/* Whether the least gain is known exactly: in days and in the shift's own unit it is. */
static bool is_exact(struct shift shift, enum gain_count count)
{
	switch (count) {
	/* A day more may be a day off, where there are such days. */
	case GAIN_WORKDAYS: return shift.kind == SHIFT_WORKDAYS && (shift.post <= 0 || network.weekend);
	case GAIN_MONTHS: return shift.kind == SHIFT_MONTHS || shift.kind == SHIFT_MONTHS_MOST;
	default: return true;
	}
}

static void check_shift(struct shift shift)
{
	for (int by = GAIN_DAYS; by < GAIN_COUNTS; by++) {
		int32_t found = shift_gain(&gains, &network, shift, (enum gain_count)by);
		int32_t least = slow_gain(shift, (enum gain_count)by);
		bool exact = least < SHIFT_ENDLESS && is_exact(shift, (enum gain_count)by);
		if (exact ? found != least : found > least)
			fail_msg("kind %u, %d, %d before, %d after, counted by %d: %d is not %d", (unsigned)shift.kind,
					 (int)shift.count, (int)shift.pre, (int)shift.post, by, (int)found, (int)least);
	}
}

static void check_lag(struct plan_lag lag)
{
	check_shift(shift_at_least(lag));
	check_shift(shift_at_most(lag));
	if (lag.count > 0) {
		check_shift(shift_lasts_at_least(lag));
		check_shift(shift_lasts_at_most(lag));
	}
}

static void check_lags(void)
{
	static const int32_t counts[] = {-13, -2, -1, 0, 1, 2, 5, 12, 31};
	for (int unit = PLAN_DAYS; unit <= PLAN_WORKDAYS; unit++)
		for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
			check_lag((struct plan_lag){counts[i], (uint8_t)unit, true});
}

static void test_danish(void **state)
{
	(void)state;
	use_calendar(&(struct plan_calendar_spec){.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT});
	check_lags();
	drop_calendar();
}

static void test_every_day_worked(void **state)
{
	(void)state;
	use_calendar(&(struct plan_calendar_spec){0});
	check_lags();
	drop_calendar();
}

/* Without public holidays the weekend tells how many working days so many days hold, wherever they begin. */
static void test_working_days_of_days(void **state)
{
	(void)state;
	for (unsigned weekend = 0; weekend <= 0x7F; weekend += 9) {
		use_calendar(&(struct plan_calendar_spec){.weekend = weekend});
		for (int days = -15; days < 0; days++)
			assert_int_equal(shift_gain(&gains, &network, shift_days(days), GAIN_WORKDAYS),
							 slow_gain(shift_days(days), GAIN_WORKDAYS));
		drop_calendar();
	}
}

/* Some days, counted in months: exact where a month may be as long or as short as any. */
static void test_months_of_days(void **state)
{
	(void)state;
	static const struct {
		int days, months;
	} rows[] = {{-57, -3}, {-56, -2}, {-29, -2}, {-28, -1}, {-1, -1},
				{0, 0},    {30, 0},   {31, 1},   {61, 1},   {62, 2}};
	use_calendar(&(struct plan_calendar_spec){0});
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		check_shift(shift_days(rows[i].days));
		assert_int_equal(shift_gain(&gains, &network, shift_days(rows[i].days), GAIN_MONTHS), rows[i].months);
	}
	drop_calendar();
}

static void check_guess(struct shift shift)
{
	int32_t guessed = shift_gain(&gains, &network, shift, GAIN_DAYS), least = slow_gain(shift, GAIN_DAYS);
	if (guessed > least)
		fail_msg("kind %u, %d: %d is more than %d", (unsigned)shift.kind, (int)shift.count, (int)guessed,
				 (int)least);
}

/* After a thousand different gaps in months no more are counted: what is guessed is never too much, of
 * working days neither. */
static void test_guessed(void **state)
{
	(void)state;
	use_calendar(&(struct plan_calendar_spec){.weekend = PLAN_WEEKEND_DEFAULT});
	for (int32_t months = 2000; months < 3100; months++)
		shift_gain(&gains, &network, shift_at_least((struct plan_lag){months, PLAN_MONTHS, true}), GAIN_DAYS);
	for (int32_t count = -13; count <= 13; count++)
		for (int unit = PLAN_MONTHS; unit <= PLAN_WORKDAYS; unit++) {
			struct plan_lag lag = {count, (uint8_t)unit, true};
			check_guess(shift_at_least(lag));
			check_guess(shift_at_most(lag));
			check_guess(shift_lasts_at_least(lag));
			check_guess(shift_lasts_at_most(lag));
		}
	drop_calendar();
}

/* Gaps of one number in several units do not put each other out of what is known. */
static void test_remembered(void **state)
{
	(void)state;
	use_calendar(&(struct plan_calendar_spec){.weekend = PLAN_WEEKEND_DEFAULT});
	for (unsigned round = 0; round < 10; round++)
		for (int kind = SHIFT_WORKDAYS; kind <= SHIFT_MONTHS_MOST; kind++)
			shift_gain(&gains, &network, (struct shift){.kind = (uint32_t)kind, .count = 1}, GAIN_DAYS);
	assert_int_equal(gains.counted, 3);
	drop_calendar();
}

/* An arc that is left out, and a week without a working day, gain nothing that is known. */
static void test_nothing_known(void **state)
{
	(void)state;
	use_calendar(&(struct plan_calendar_spec){.weekend = 0x7F});
	struct shift none = {.kind = SHIFT_NONE};
	assert_int_equal(shift_gain(&gains, &network, none, GAIN_DAYS), -SHIFT_ENDLESS);
	check_lags();
	drop_calendar();
}

/* Where working days begin and where they end: only from the first day is it three days to two of them. */
static void test_few_working_days(void **state)
{
	(void)state;
	static plan_day closed[DAYS];
	size_t count = 0;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++)
		if (day != PLAN_DAY_MIN + 1 && day != PLAN_DAY_MIN + 3 && day % 1000 != 0)
			closed[count++] = day;
	use_calendar(&(struct plan_calendar_spec){.closed = closed, .closed_count = count});
	assert_int_equal(
		shift_gain(&gains, &network, (struct shift){.kind = SHIFT_WORKDAYS, .count = 2}, GAIN_DAYS), 3);
	check_lags();
	drop_calendar();
}

static plan_day slow_next(const plan_day *days, uint32_t count, plan_day day)
{
	for (uint32_t i = 0; i < count; i++)
		if (days[i] >= day)
			return days[i];
	return PLAN_DAY_OPEN_END;
}

static plan_day slow_previous(const plan_day *days, uint32_t count, plan_day day)
{
	for (uint32_t i = count; i-- > 0;)
		if (days[i] <= day)
			return days[i];
	return PLAN_DAY_OPEN_START;
}

static void check_set(const struct dayset *set, plan_day day)
{
	plan_day next = slow_next(set->days, set->count, day);
	assert_int_equal(dayset_next(set, NULL, day), next);
	assert_int_equal(dayset_previous(set, NULL, day), slow_previous(set->days, set->count, day));
	assert_int_equal(dayset_has(set, NULL, day), next == day);
}

/* Lists of none to six days. */
static void test_days_of_a_list(void **state)
{
	(void)state;
	static const plan_day days[] = {PLAN_DAY_MIN, 17500, 17501, 17508, 17600, PLAN_DAY_MAX};
	for (uint32_t from = 0; from <= 6; from++)
		for (uint32_t count = 0; from + count <= 6; count++) {
			struct dayset set = {.days = days + from, .count = count};
			for (plan_day day = 17495; day < 17605; day++)
				check_set(&set, day);
			check_set(&set, PLAN_DAY_MIN);
			check_set(&set, PLAN_DAY_MAX);
			assert_int_equal(dayset_next(&set, NULL, PLAN_DAY_OPEN_START),
							 count ? days[from] : PLAN_DAY_OPEN_END);
			assert_int_equal(dayset_previous(&set, NULL, PLAN_DAY_OPEN_END),
							 count ? days[from + count - 1] : PLAN_DAY_OPEN_START);
		}
}

/* A set without a list: the weekdays on which the calendar allows a meeting. */
static void test_days_of_a_calendar(void **state)
{
	(void)state;
	struct dayset set = {.weekdays = 1u << PLAN_TUESDAY | 1u << PLAN_FRIDAY};
	use_calendar(&(struct plan_calendar_spec){.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT});
	plan_day next = PLAN_DAY_OPEN_END;
	for (plan_day day = PLAN_DAY_MAX; day >= PLAN_DAY_MIN; day--) {
		bool has = plan_day_weekday(day) == PLAN_TUESDAY || plan_day_weekday(day) == PLAN_FRIDAY;
		has = has && plan_calendar_is_meeting_day(calendar, day);
		next = has ? day : next;
		assert_int_equal(dayset_next(&set, calendar, day), next);
		assert_int_equal(dayset_has(&set, calendar, day), has);
	}
	plan_day previous = PLAN_DAY_OPEN_START;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++) {
		previous = dayset_has(&set, calendar, day) ? day : previous;
		assert_int_equal(dayset_previous(&set, calendar, day), previous);
	}
	drop_calendar();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_danish),
		cmocka_unit_test(test_every_day_worked),
		cmocka_unit_test(test_working_days_of_days),
		cmocka_unit_test(test_months_of_days),
		cmocka_unit_test(test_guessed),
		cmocka_unit_test(test_remembered),
		cmocka_unit_test(test_nothing_known),
		cmocka_unit_test(test_few_working_days),
		cmocka_unit_test(test_days_of_a_list),
		cmocka_unit_test(test_days_of_a_calendar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
