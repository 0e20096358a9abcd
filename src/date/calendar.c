#include <plan/calendar.h>

#include "date/holiday.h"

#include <stdlib.h>
#include <string.h>

/*
 * A bit for each day of 1900-2199, with the number of working days before each word of 64: counting working
 * days is a popcount (rank), finding the nth a binary search and a scan of one word (select; G. Jacobson,
 * "Space-efficient static trees and graphs", FOCS 1989). One is made for every plan, however small, so what
 * most plans do without, recesses, takes no memory there.
 */
enum { DAYS = PLAN_DAY_MAX - PLAN_DAY_MIN + 1, WORDS = (DAYS + 63) / 64 };

struct plan_calendar {
	const struct country *country; /* NULL for none */
	bool has_recess;
	uint32_t before[WORDS + 1]; /* working days before each word; last, all of them */
	uint64_t workdays[WORDS];
	uint64_t recesses[]; /* WORDS of them where there is a recess */
};

/* The bits of the weekdays in word `word`. The first day, 1900-01-01, is a Monday, and 64 is 1 modulo 7. */
static uint64_t weekday_bits(unsigned weekdays, size_t word)
{
	unsigned phase = (unsigned)(word % 7);
	uint64_t week = ((weekdays >> phase) | (weekdays << (7 - phase))) & 0x7F;
	return week * UINT64_C(0x8102040810204081); /* every seventh bit */
}

static bool in_range(plan_day day)
{
	return day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX;
}

static bool has_day(const uint64_t *words, plan_day day)
{
	uint32_t at = (uint32_t)(day - PLAN_DAY_MIN);
	return in_range(day) && (words[at / 64] >> (at % 64) & 1);
}

static void clear_day(uint64_t *words, plan_day day)
{
	if (!in_range(day))
		return;
	uint32_t at = (uint32_t)(day - PLAN_DAY_MIN);
	words[at / 64] &= ~(UINT64_C(1) << (at % 64));
}

/* Each byte with the number of bits that are set in it. */
static uint64_t byte_counts(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	return (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
}

/* The sum of the bytes so far, byte by byte; the last holds the sum of all. */
static uint64_t add_bytes(uint64_t bytes)
{
	return bytes * UINT64_C(0x0101010101010101);
}

static uint32_t count_bits(uint64_t bits)
{
	return (uint32_t)(add_bytes(byte_counts(bits)) >> 56);
}

/* Which bit the set bit of that rank is, counted from 0; there must be one. (S. Vigna, "Broadword
 * implementation of rank/select queries", WEA 2008: finds the byte without a branch.) */
static uint32_t select_bit(uint64_t bits, uint32_t rank)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highs = UINT64_C(0x8080808080808080);
	uint64_t sums = add_bytes(byte_counts(bits));
	/* The high bit of each byte whose sum is not greater than the rank. */
	uint64_t before = (((ones * rank) | highs) - sums) & highs;
	uint32_t shift = (uint32_t)((add_bytes(before >> 7) >> 56) * 8);
	rank -= (uint32_t)(sums << 8 >> shift & 0xFF);
	for (bits >>= shift; rank > 0; rank--)
		bits &= bits - 1;
	return shift + (uint32_t)__builtin_ctzll(bits);
}

/* The bits of a word from bit `at` on, and those up to it. */
static uint64_t from_bit(uint32_t at)
{
	return ~UINT64_C(0) << at;
}

static uint64_t up_to_bit(uint32_t at)
{
	return ~UINT64_C(0) >> (63 - at);
}

static void set_days(uint64_t *words, struct plan_window days)
{
	if (days.earliest > days.latest || days.earliest > PLAN_DAY_MAX || days.latest < PLAN_DAY_MIN)
		return;
	uint32_t first = days.earliest < PLAN_DAY_MIN ? 0 : (uint32_t)(days.earliest - PLAN_DAY_MIN);
	uint32_t last = days.latest > PLAN_DAY_MAX ? DAYS - 1 : (uint32_t)(days.latest - PLAN_DAY_MIN);
	for (uint32_t word = first / 64; word <= last / 64; word++) {
		uint64_t bits = ~UINT64_C(0);
		if (word == first / 64)
			bits &= from_bit(first % 64);
		if (word == last / 64)
			bits &= up_to_bit(last % 64);
		words[word] |= bits;
	}
}

static void clear_holidays(struct plan_calendar *calendar)
{
	struct year_anchor anchors[HOLIDAY_YEARS];
	plan_day days[HOLIDAY_YEARS];
	year_anchors(anchors);
	for (size_t i = 0; i < calendar->country->count; i++) {
		size_t count = holiday_rule_days(&calendar->country->rules[i], anchors, days);
		for (size_t k = 0; k < count; k++)
			clear_day(calendar->workdays, days[k]);
	}
}

/* Sets the bits of all days that are none of the weekend; they repeat after seven words. */
static void set_weekdays(struct plan_calendar *calendar, unsigned weekend)
{
	for (size_t word = 0; word < WORDS; word++)
		calendar->workdays[word] =
			word < 7 ? weekday_bits(~weekend & 0x7F, word) : calendar->workdays[word - 7];
	calendar->workdays[WORDS - 1] &= up_to_bit((DAYS - 1) % 64);
}

static void fill(struct plan_calendar *calendar, const struct plan_calendar_spec *spec)
{
	set_weekdays(calendar, spec->weekend);
	if (calendar->country)
		clear_holidays(calendar);
	for (size_t i = 0; i < spec->closed_count; i++)
		clear_day(calendar->workdays, spec->closed[i]);
	if (calendar->has_recess)
		memset(calendar->recesses, 0, WORDS * sizeof *calendar->recesses);
	for (size_t i = 0; i < spec->recess_count; i++)
		set_days(calendar->recesses, spec->recesses[i]);
	uint32_t count = 0;
	for (size_t word = 0; word < WORDS; word++) {
		calendar->before[word] = count;
		count += count_bits(calendar->workdays[word]);
	}
	calendar->before[WORDS] = count;
}

enum plan_status plan_calendar_new(const struct plan_calendar_spec *spec, struct plan_calendar **calendar)
{
	size_t extra = spec->recess_count ? WORDS * sizeof(uint64_t) : 0;
	struct plan_calendar *made = malloc(sizeof *made + extra);
	if (!made)
		return PLAN_NOMEM;
	made->country = country_find(spec->country);
	made->has_recess = extra > 0;
	fill(made, spec);
	*calendar = made;
	return PLAN_OK;
}

void plan_calendar_free(struct plan_calendar *calendar)
{
	free(calendar);
}

bool plan_calendar_is_workday(const struct plan_calendar *calendar, plan_day day)
{
	return has_day(calendar->workdays, day);
}

bool plan_calendar_in_recess(const struct plan_calendar *calendar, plan_day day)
{
	return calendar->has_recess && has_day(calendar->recesses, day);
}

bool plan_calendar_is_meeting_day(const struct plan_calendar *calendar, plan_day day)
{
	return plan_calendar_is_workday(calendar, day) && !plan_calendar_in_recess(calendar, day);
}

/* The meeting days of a word that are one of the weekdays. */
static uint64_t meeting_bits(const struct plan_calendar *calendar, unsigned weekdays, size_t word)
{
	uint64_t recesses = calendar->has_recess ? calendar->recesses[word] : 0;
	return calendar->workdays[word] & ~recesses & weekday_bits(weekdays & 0x7F, word);
}

/* The number of working days of 1900-2199 up to and including `day`. */
static int32_t rank(const struct plan_calendar *calendar, plan_day day)
{
	if (day < PLAN_DAY_MIN)
		return 0;
	if (day > PLAN_DAY_MAX)
		return (int32_t)calendar->before[WORDS];
	uint32_t at = (uint32_t)(day - PLAN_DAY_MIN);
	uint64_t bits = calendar->workdays[at / 64] & up_to_bit(at % 64);
	return (int32_t)(calendar->before[at / 64] + count_bits(bits));
}

/*
 * The working day of that rank, counted from 1; it must exist. `near` is a word it may well be near to: most
 * lags are a few weeks.
 */
static plan_day select_day(const struct plan_calendar *calendar, uint32_t wanted, uint32_t near)
{
	const uint32_t *before = calendar->before;
	uint32_t low = near, high = near + 1;
	if (before[low] >= wanted) {
		high = low;
		low = high < 4 || before[high - 4] >= wanted ? 0 : high - 4;
	} else if (before[high] < wanted) {
		low = high;
		high = low + 4 > WORDS || before[low + 4] < wanted ? WORDS : low + 4;
	}
	while (high - low > 1) { /* before[low] < wanted <= before[high] */
		uint32_t middle = (low + high) / 2;
		if (before[middle] < wanted)
			low = middle;
		else
			high = middle;
	}
	uint32_t bit = select_bit(calendar->workdays[low], wanted - before[low] - 1);
	return PLAN_DAY_MIN + (plan_day)(low * 64 + bit);
}

int32_t plan_calendar_workdays(const struct plan_calendar *calendar, plan_day from, plan_day to)
{
	return rank(calendar, to) - rank(calendar, from);
}

plan_day plan_calendar_add_workdays(const struct plan_calendar *calendar, plan_day day, int32_t n)
{
	if (n == 0)
		return day;
	int64_t here = rank(calendar, day);
	/* Counting back, a `day` that is a working day itself is not one of those before it. */
	int64_t wanted = n > 0 ? here + n : here - plan_calendar_is_workday(calendar, day) + n + 1;
	if (wanted < 1)
		return PLAN_DAY_OPEN_START;
	if (wanted > (int64_t)calendar->before[WORDS])
		return PLAN_DAY_OPEN_END;
	uint32_t near = in_range(day) ? (uint32_t)(day - PLAN_DAY_MIN) / 64 : 0;
	return select_day(calendar, (uint32_t)wanted, near);
}

plan_day plan_calendar_next_meeting_day(const struct plan_calendar *calendar, plan_day day, unsigned weekdays)
{
	if (day > PLAN_DAY_MAX || !(weekdays & 0x7F))
		return PLAN_DAY_OPEN_END;
	uint32_t at = day < PLAN_DAY_MIN ? 0 : (uint32_t)(day - PLAN_DAY_MIN);
	uint64_t mask = from_bit(at % 64);
	for (uint32_t word = at / 64; word < WORDS; word++, mask = ~UINT64_C(0)) {
		uint64_t bits = meeting_bits(calendar, weekdays, word) & mask;
		if (bits)
			return PLAN_DAY_MIN + (plan_day)(word * 64) + __builtin_ctzll(bits);
	}
	return PLAN_DAY_OPEN_END;
}

plan_day plan_calendar_previous_meeting_day(const struct plan_calendar *calendar, plan_day day,
											unsigned weekdays)
{
	if (day < PLAN_DAY_MIN || !(weekdays & 0x7F))
		return PLAN_DAY_OPEN_START;
	uint32_t at = day > PLAN_DAY_MAX ? DAYS - 1 : (uint32_t)(day - PLAN_DAY_MIN);
	uint64_t mask = up_to_bit(at % 64);
	for (uint32_t word = at / 64 + 1; word-- > 0; mask = ~UINT64_C(0)) {
		uint64_t bits = meeting_bits(calendar, weekdays, word) & mask;
		if (bits)
			return PLAN_DAY_MIN + (plan_day)(word * 64) + 63 - __builtin_clzll(bits);
	}
	return PLAN_DAY_OPEN_START;
}

const char *plan_calendar_holiday(const struct plan_calendar *calendar, plan_day day)
{
	if (!calendar->country || !in_range(day))
		return NULL;
	struct year_anchor anchor = year_anchor(plan_day_to_civil(day).year);
	for (size_t i = 0; i < calendar->country->count; i++) {
		plan_day holiday;
		if (holiday_rule_day(&calendar->country->rules[i], &anchor, &holiday) && holiday == day)
			return calendar->country->rules[i].name;
	}
	return NULL;
}
