#include "timeline/gain.h"

#include <stdlib.h>
#include <string.h>

/* Sums of gains stay far from overflow: a ring has less than 2^22 arcs of less than 2^20 days each. */
enum { ENDLESS = SHIFT_ENDLESS, MONTHS_ALL = (PLAN_YEAR_MAX - PLAN_YEAR_MIN + 1) * 12 };

/* Going through all working days is quick, but not for every lag of a file made to be slow. */
enum { COUNTED_MAX = 1000, KNOWN_MAX = 1024 };

struct known_gain {
	uint32_t key; /* 0: free */
	int32_t days;
};

void gains_free(struct gains *gains)
{
	free(gains->workdays);
	free(gains->known);
	memset(gains, 0, sizeof *gains);
}

static bool list_workdays(struct gains *gains, const struct plan_calendar *calendar)
{
	if (gains->workdays || gains->failed)
		return !gains->failed;
	int32_t count = plan_calendar_workdays(calendar, PLAN_DAY_MIN - 1, PLAN_DAY_MAX);
	gains->workdays = malloc(((size_t)count + 1) * sizeof *gains->workdays);
	gains->known = calloc(KNOWN_MAX, sizeof *gains->known);
	gains->failed = !gains->workdays || !gains->known;
	if (gains->failed)
		return false;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++)
		if (plan_calendar_is_workday(calendar, day))
			gains->workdays[gains->workday_count++] = day;
	return true;
}

/*
 * The least that `n` working days move a day, whichever it is. From a day whose count of working days so far
 * is i it moves to the (i + n)th; the last such day gains least. Before 1900 there is nothing to move to, and
 * after 2199 no rest.
 */
static int32_t count_workdays(const struct gains *gains, int32_t n)
{
	int64_t count = gains->workday_count;
	int32_t least = ENDLESS;
	for (int64_t i = 0; i <= count && i + n <= count; i++) {
		plan_day last = i < count ? gains->workdays[i] - 1 : PLAN_DAY_MAX;
		plan_day to = i + n < 1 ? PLAN_DAY_MIN : gains->workdays[i + n - 1];
		if (last >= PLAN_DAY_MIN && to - last < least)
			least = to - last;
	}
	return least;
}

/* The same for months: the last of a month gains least, since the day is clamped to shorter ones. */
static int32_t count_months(const struct plan_calendar *calendar, struct shift shift)
{
	int32_t least = ENDLESS;
	plan_day next = PLAN_DAY_MIN;
	for (int month = 0; month < MONTHS_ALL; month++) {
		struct plan_civil civil = plan_day_to_civil(next);
		next += plan_month_days(civil.year, civil.month);
		plan_day to = shift_least_slow(calendar, shift, next - 1);
		if (to < PLAN_DAY_MIN)
			to = PLAN_DAY_MIN;
		if (to <= PLAN_DAY_MAX && to - (next - 1) < least)
			least = to - (next - 1);
	}
	return least;
}

static int32_t count_days(const struct gains *gains, const struct plan_calendar *calendar, struct shift shift)
{
	if (shift.kind == SHIFT_WORKDAYS)
		return count_workdays(gains, shift.count);
	shift.pre = shift.post = 0;
	return count_months(calendar, shift);
}

/* What is known of a shift without counting. */
static int32_t guess_days(struct shift shift)
{
	int32_t more = shift.pre + shift.post;
	switch ((enum shift_kind)shift.kind) {
	case SHIFT_DAYS: return shift.count;
	case SHIFT_WORKDAYS: return shift.count > 0 ? shift.count + more : -ENDLESS;
	case SHIFT_MONTHS: return (shift.count > 0 ? 28 : 31) * shift.count - 3 + more;
	case SHIFT_MONTHS_MOST: return (shift.count < 0 ? -28 : -31) * shift.count - 3 + more;
	case SHIFT_NONE: break;
	}
	return -ENDLESS;
}

static int32_t gain_days(struct gains *gains, const struct network *network, struct shift shift)
{
	if (shift.kind == SHIFT_DAYS)
		return shift.count;
	if (shift.kind == SHIFT_NONE || !list_workdays(gains, network->calendar))
		return guess_days(shift);
	uint32_t key = (uint32_t)(shift.kind + 1) << 24 | ((uint32_t)shift.count & 0xFFFFFF);
	/* A number of working days and the same of months, which one plan has, take places of their own. */
	struct known_gain *known = &gains->known[(key ^ key >> 16) % KNOWN_MAX];
	if (known->key != key) {
		if (gains->counted == COUNTED_MAX)
			return guess_days(shift);
		gains->counted++;
		*known = (struct known_gain){key, count_days(gains, network->calendar, shift)};
	}
	return known->days + shift.pre + shift.post;
}

/* The most working days that `days` days can hold, holidays left out of account. */
static int32_t most_workdays(unsigned weekend, int32_t days)
{
	int32_t most = 0;
	for (int start = 0; start < 7; start++) {
		int32_t count = 0;
		for (int i = 0; i < days % 7; i++)
			count += !(weekend >> (start + i) % 7 & 1);
		most = count > most ? count : most;
	}
	return days / 7 * (7 - __builtin_popcount(weekend & 0x7F)) + most;
}

/* The least gain of a shift in working days. Those in working days only move what they begin at back. */
static int32_t gain_workdays(struct gains *gains, const struct network *network, struct shift shift)
{
	if (shift.kind == SHIFT_WORKDAYS)
		return shift.count - (shift.pre < 0);
	int32_t days = gain_days(gains, network, shift);
	return days >= 0 ? 0 : -most_workdays(network->weekend, -days);
}

/* The least gain of a shift in months: how many firsts of a month it passes, counted with sign. Those in
 * months only move what they lead to back. */
static int32_t gain_months(struct gains *gains, const struct network *network, struct shift shift)
{
	if (shift.kind == SHIFT_MONTHS)
		return shift.count - (shift.post < 0);
	if (shift.kind == SHIFT_MONTHS_MOST)
		return -shift.count;
	int32_t days = gain_days(gains, network, shift);
	return days >= 0 ? days / 31 : -((-days + 27) / 28);
}

int32_t shift_gain(struct gains *gains, const struct network *network, struct shift shift,
				   enum gain_count count)
{
	switch (count) {
	case GAIN_WORKDAYS: return gain_workdays(gains, network, shift);
	case GAIN_MONTHS: return gain_months(gains, network, shift);
	default: return gain_days(gains, network, shift);
	}
}

bool ring_gains(struct gains *gains, const struct network *network, const uint32_t *arcs, uint32_t count)
{
	for (int by = GAIN_DAYS; by < GAIN_COUNTS; by++) {
		int64_t gain = 0;
		for (uint32_t i = 0; i < count; i++)
			gain += shift_gain(gains, network, network->arcs[arcs[i]].shift, (enum gain_count)by);
		if (gain > 0)
			return true;
	}
	return false;
}
