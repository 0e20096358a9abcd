#include <plan/calendar.h>

#include "date/holiday.h"

#include <stdlib.h>
#include <string.h>

/*
 * A bit for each day, with the number of working days before each word of 64: counting working days is a
 * popcount (rank), finding the nth a look at a few words (select; G. Jacobson, "Space-efficient static trees
 * and graphs", FOCS 1989). The days of 1900-2199 are cut into spans of eleven years, each filled when it is
 * first asked for: a plan has dates in one or two of them, and there may be thousands of plans.
 */
enum {
	DAYS = PLAN_DAY_MAX - PLAN_DAY_MIN + 1,
	SPAN_WORDS = 64,
	SPAN_DAYS = SPAN_WORDS * 64,
	SPANS = (DAYS + SPAN_DAYS - 1) / SPAN_DAYS
};

struct span {
	uint64_t open[SPAN_WORDS]; /* no public holiday and not closed; weekends, too */
	uint64_t workdays[SPAN_WORDS];
	uint64_t recesses[SPAN_WORDS];
	uint16_t before[SPAN_WORDS + 1]; /* working days before each word; last, all of them */
};

struct plan_calendar {
	const struct country *country; /* NULL for none */
	const plan_day *closed;
	const struct plan_window *recesses;
	size_t closed_count, recess_count;
	unsigned weekend;
	uint32_t filled; /* a bit for each span */
	struct span spans[SPANS];
};

_Static_assert(SPANS <= 32, "a span without a bit");

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

/* --- filling a span ------------------------------------------------------------------------- */

static plan_day first_day(uint32_t at)
{
	return PLAN_DAY_MIN + (plan_day)(at * SPAN_DAYS);
}

/* Sets the bits of the days that lie within the span that begins on `first`. */
static void set_days(uint64_t *words, plan_day first, struct plan_window days)
{
	if (days.earliest > days.latest || days.latest < first || days.earliest >= first + SPAN_DAYS)
		return;
	uint32_t from = days.earliest < first ? 0 : (uint32_t)(days.earliest - first);
	uint32_t to = days.latest >= first + SPAN_DAYS ? SPAN_DAYS - 1 : (uint32_t)(days.latest - first);
	for (uint32_t word = from / 64; word <= to / 64; word++) {
		uint64_t set = ~UINT64_C(0);
		if (word == from / 64)
			set &= from_bit(from % 64);
		if (word == to / 64)
			set &= up_to_bit(to % 64);
		words[word] |= set;
	}
}

static void clear_day(uint64_t *words, plan_day first, plan_day day)
{
	if (day < first || day >= first + SPAN_DAYS)
		return;
	uint32_t at = (uint32_t)(day - first);
	words[at / 64] &= ~(UINT64_C(1) << (at % 64));
}

/* A holiday may have been moved into the year before or after. */
static void clear_holidays(uint64_t *words, plan_day first, const struct country *country)
{
	int from = plan_day_to_civil(first).year - 1, to = plan_day_to_civil(first + SPAN_DAYS - 1).year + 1;
	for (int year = from; year <= to; year++) {
		if (year < PLAN_YEAR_MIN || year > PLAN_YEAR_MAX)
			continue;
		struct year_anchor anchor = year_anchor(year);
		for (size_t i = 0; i < country->count; i++) {
			plan_day day;
			if (holiday_rule_day(&country->rules[i], &anchor, &day))
				clear_day(words, first, day);
		}
	}
}

static void fill(struct plan_calendar *calendar, uint32_t at)
{
	struct span *span = &calendar->spans[at];
	plan_day first = first_day(at);
	memset(span->open, 0xFF, sizeof span->open);
	if (calendar->country)
		clear_holidays(span->open, first, calendar->country);
	for (size_t i = 0; i < calendar->closed_count; i++)
		clear_day(span->open, first, calendar->closed[i]);
	for (plan_day day = PLAN_DAY_MAX + 1; day < first + SPAN_DAYS; day++)
		clear_day(span->open, first, day);
	for (uint32_t word = 0; word < SPAN_WORDS; word++)
		span->workdays[word] =
			span->open[word] & weekday_bits(~calendar->weekend & 0x7F, at * SPAN_WORDS + word);
	memset(span->recesses, 0, sizeof span->recesses);
	for (size_t i = 0; i < calendar->recess_count; i++)
		set_days(span->recesses, first, calendar->recesses[i]);
	span->before[0] = 0;
	for (size_t word = 0; word < SPAN_WORDS; word++)
		span->before[word + 1] = (uint16_t)(span->before[word] + count_bits(span->workdays[word]));
	calendar->filled |= UINT32_C(1) << at;
}

/* The span of that number, filled. Who asks may not change the calendar, and does not: it answers the same
 * before and after. */
static const struct span *span_at(const struct plan_calendar *calendar, uint32_t at)
{
	if (!(calendar->filled >> at & 1))
		fill((struct plan_calendar *)calendar, at);
	return &calendar->spans[at];
}

enum plan_status plan_calendar_new(const struct plan_calendar_spec *spec, struct plan_calendar **calendar)
{
	size_t recesses = spec->recess_count * sizeof *spec->recesses;
	size_t closed = spec->closed_count * sizeof *spec->closed;
	struct plan_calendar *made = malloc(sizeof *made + recesses + closed);
	if (!made)
		return PLAN_NOMEM;
	made->recesses = recesses ? memcpy(made + 1, spec->recesses, recesses) : NULL;
	made->closed = closed ? memcpy((char *)(made + 1) + recesses, spec->closed, closed) : NULL;
	made->recess_count = spec->recess_count;
	made->closed_count = spec->closed_count;
	made->country = country_find(spec->country);
	made->weekend = spec->weekend;
	made->filled = 0;
	*calendar = made;
	return PLAN_OK;
}

void plan_calendar_free(struct plan_calendar *calendar)
{
	free(calendar);
}

/* --- single days ---------------------------------------------------------------------------- */

bool plan_calendar_is_workday(const struct plan_calendar *calendar, plan_day day)
{
	uint32_t at = (uint32_t)(day - PLAN_DAY_MIN);
	return in_range(day) &&
		   (span_at(calendar, at / SPAN_DAYS)->workdays[at % SPAN_DAYS / 64] >> (at % 64) & 1);
}

bool plan_calendar_in_recess(const struct plan_calendar *calendar, plan_day day)
{
	uint32_t at = (uint32_t)(day - PLAN_DAY_MIN);
	return calendar->recess_count && in_range(day) &&
		   (span_at(calendar, at / SPAN_DAYS)->recesses[at % SPAN_DAYS / 64] >> (at % 64) & 1);
}

bool plan_calendar_is_meeting_day(const struct plan_calendar *calendar, plan_day day)
{
	return plan_calendar_is_workday(calendar, day) && !plan_calendar_in_recess(calendar, day);
}

/* --- counting working days ------------------------------------------------------------------ */

/* The working days of the span of a day of 1900-2199, counted from 0, up to and including that day. */
static int32_t rank(const struct plan_calendar *calendar, uint32_t day)
{
	const struct span *span = span_at(calendar, day / SPAN_DAYS);
	uint32_t word = day % SPAN_DAYS / 64;
	return (int32_t)(span->before[word] + count_bits(span->workdays[word] & up_to_bit(day % 64)));
}

static int32_t total(const struct plan_calendar *calendar, uint32_t at)
{
	return span_at(calendar, at)->before[SPAN_WORDS];
}

/* The working day of that rank, counted from 1, of a span that has so many. They lie much the same all over
 * the span, so the word is where they would be if they lay evenly, or near it. */
static plan_day select_day(const struct plan_calendar *calendar, uint32_t at, uint32_t wanted)
{
	const struct span *span = span_at(calendar, at);
	uint32_t word = (wanted - 1) * SPAN_WORDS / span->before[SPAN_WORDS];
	while (span->before[word] >= wanted)
		word--;
	while (span->before[word + 1] < wanted)
		word++;
	uint32_t bit = select_bit(span->workdays[word], wanted - span->before[word] - 1);
	return first_day(at) + (plan_day)(word * 64 + bit);
}

/* Those of (from, to], where `to` is not before `from`. */
static int32_t workdays_after(const struct plan_calendar *calendar, plan_day from, plan_day to)
{
	if (to < PLAN_DAY_MIN || from >= PLAN_DAY_MAX)
		return 0;
	uint32_t last = (uint32_t)((to < PLAN_DAY_MAX ? to : PLAN_DAY_MAX) - PLAN_DAY_MIN), at = 0;
	int32_t count = rank(calendar, last);
	if (from >= PLAN_DAY_MIN) {
		uint32_t first = (uint32_t)(from - PLAN_DAY_MIN);
		count -= rank(calendar, first);
		at = first / SPAN_DAYS;
	}
	for (; at < last / SPAN_DAYS; at++)
		count += total(calendar, at);
	return count;
}

int32_t plan_calendar_workdays(const struct plan_calendar *calendar, plan_day from, plan_day to)
{
	return to < from ? -workdays_after(calendar, to, from) : workdays_after(calendar, from, to);
}

/* The span of a day, or the one that is nearest to it; `*count` is its working days up to that day. */
static uint32_t place(const struct plan_calendar *calendar, plan_day day, int64_t *count)
{
	uint32_t offset = (uint32_t)(day - PLAN_DAY_MIN), at = offset / SPAN_DAYS;
	if (in_range(day)) {
		*count = rank(calendar, offset);
	} else {
		at = day < PLAN_DAY_MIN ? 0 : SPANS - 1;
		*count = at ? total(calendar, at) : 0;
	}
	return at;
}

plan_day plan_calendar_add_workdays(const struct plan_calendar *calendar, plan_day day, int32_t n)
{
	int64_t wanted;
	if (n == 0)
		return day;
	uint32_t at = place(calendar, day, &wanted);
	/* Counting back, a `day` that is a working day itself is not one of those before it. */
	wanted += n > 0 ? n : (int64_t)n + 1 - plan_calendar_is_workday(calendar, day);
	while (wanted < 1) {
		if (!at)
			return PLAN_DAY_OPEN_START;
		wanted += total(calendar, --at);
	}
	while (wanted > total(calendar, at)) {
		wanted -= total(calendar, at);
		if (++at == SPANS)
			return PLAN_DAY_OPEN_END;
	}
	return select_day(calendar, at, (uint32_t)wanted);
}

/* --- meeting days --------------------------------------------------------------------------- */

enum { WORDS = (DAYS + 63) / 64 };

/* The days of a word that are one of the weekdays and on which a body may meet that meets on these. */
static uint64_t meeting_bits(const struct plan_calendar *calendar, unsigned weekdays, uint32_t word)
{
	const struct span *span = span_at(calendar, word / SPAN_WORDS);
	return span->open[word % SPAN_WORDS] & ~span->recesses[word % SPAN_WORDS] &
		   weekday_bits(weekdays & 0x7F, word);
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
