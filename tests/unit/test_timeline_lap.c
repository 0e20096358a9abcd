/*
 * Laps against going round a ring one arc at a time: random rings with bounds, sets and all kinds of shifts,
 * earliest days and latest. SEED=N looks at one alone.
 */
#include "timeline/lap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { DEFAULT_COUNT = 30000, PLACES = 6, FIRST = 17500, DAYS = 400, LONG = 1 << 28 };

static struct plan_calendar *calendar;

/* A ring of `count` places, arc i from place i to the next, gone round from place 0. */
static struct ring {
	uint32_t count, first[PLACES + 1], set[PLACES], order[PLACES];
	struct arc arcs[PLACES];
	plan_day lo[PLACES], hi[PLACES];
	bool moved[PLACES];
	struct network network;
	struct lap_ring lap;
} ring;

static struct {
	unsigned rests, leaves, shorter;
} met;

static uint64_t state;

/* A number from 0 to `below` - 1. */
static uint32_t pick(uint32_t below)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(state >> 33) % below;
}

static struct shift random_shift(bool workdays)
{
	int32_t count = pick(3) == 0 ? 0 : (int32_t)pick(19) - 9;
	if (workdays && pick(4))
		return (struct shift){
			.kind = SHIFT_WORKDAYS, .count = 1 + (int32_t)pick(5), .post = (int32_t)(pick(9) == 0)};
	switch (pick(8)) {
	case 0: return (struct shift){.kind = SHIFT_WORKDAYS, .count = count, .pre = -(int32_t)pick(2)};
	case 1: return (struct shift){.kind = SHIFT_MONTHS, .count = count / 3, .post = -(int32_t)pick(2)};
	case 2: return (struct shift){.kind = SHIFT_MONTHS_MOST, .count = count / 3, .pre = (int32_t)pick(2)};
	default: return shift_days(count);
	}
}

/* Some places can only come before others, or after: then days stay within the bounds of one alone. */
static void random_bounds(uint32_t place)
{
	plan_day first = FIRST + (plan_day)pick(DAYS);
	ring.lo[place] = pick(3) && place > 0 ? PLAN_DAY_MIN : first;
	ring.hi[place] = pick(3) || place == 0 ? first + (plan_day)pick(DAYS) : PLAN_DAY_MAX;
}

static void make_ring(uint64_t seed)
{
	static const plan_day listed[] = {17510, 17511, 17600, 17720, 17903, 18100, 18101, 18290};
	static const struct dayset sets[] = {{.weekdays = 1u << PLAN_MONDAY},
										 {.weekdays = 1u << PLAN_TUESDAY | 1u << PLAN_THURSDAY},
										 {.weekdays = 0x7F},
										 {.days = listed, .count = sizeof listed / sizeof *listed}};
	state = seed;
	ring.count = 1 + pick(PLACES);
	uint32_t one_set = pick(5);
	bool some_moved = pick(3) == 0, bounded = pick(50) > 0, workdays = pick(3) == 0;
	for (uint32_t i = 0; i < ring.count; i++) {
		ring.first[i] = i;
		ring.set[i] = pick(2) ? one_set : pick(5);
		ring.arcs[i] = (struct arc){.target = (i + 1) % ring.count, .shift = random_shift(workdays)};
		ring.moved[i] = pick(2);
		random_bounds(i);
	}
	ring.first[ring.count] = ring.count;
	ring.network = (struct network){.calendar = calendar,
									.variable_count = ring.count,
									.arc_count = ring.count,
									.first = ring.first,
									.arcs = ring.arcs,
									.set = ring.set,
									.sets = sets};
	ring.lap = (struct lap_ring){.network = &ring.network,
								 .arcs = ring.order,
								 .count = ring.count,
								 .upper = pick(2),
								 .moved = some_moved ? ring.moved : NULL,
								 .lo = bounded ? ring.lo : NULL,
								 .hi = bounded ? ring.hi : NULL};
	for (uint32_t i = 0; i < ring.count; i++)
		ring.order[i] = ring.lap.upper ? ring.count - 1 - i : i;
}

static bool is_beyond(plan_day day, plan_day limit)
{
	return ring.lap.upper ? day < limit : day > limit;
}

/* Follows one arc of the ring; false when that leaves the bounds. */
static bool follow(uint32_t at, plan_day *day)
{
	const struct network *network = &ring.network;
	uint32_t arc = ring.order[at], place = ring.lap.upper ? arc : ring.arcs[arc].target;
	plan_day lo = ring.lap.lo ? ring.lo[place] : PLAN_DAY_MIN,
			 hi = ring.lap.hi ? ring.hi[place] : PLAN_DAY_MAX;
	plan_day least = ring.lap.upper ? hi : lo, most = ring.lap.upper ? lo : hi;
	*day = ring.lap.upper ? shift_most(calendar, ring.arcs[arc].shift, *day)
						  : shift_least(calendar, ring.arcs[arc].shift, *day);
	*day = is_beyond(*day, least) ? *day : least;
	if (!ring.lap.moved || ring.moved[at])
		*day = ring.lap.upper ? network_down(network, place, *day) : network_up(network, place, *day);
	return !is_beyond(*day, most);
}

static enum lap_end slow_run(plan_day *day)
{
	for (;;) {
		plan_day to = *day;
		for (uint32_t i = 0; i < ring.count; i++)
			if (!follow(i, &to))
				return LAP_LEAVES;
		if (!is_beyond(to, *day))
			return LAP_RESTS;
		*day = to;
	}
}

/* The same when the moves run out again and again. */
static enum lap_end run_in_pieces(const struct lap *lap, plan_day *day)
{
	enum lap_end end = LAP_TIRED;
	while (end == LAP_TIRED) {
		int64_t left = pick(300);
		plan_day before = *day;
		end = lap_run(lap, day, &left);
		assert_true(end != LAP_TIRED || (left < 0 && is_beyond(*day, before)));
	}
	return end;
}

static void check_ring(uint64_t seed)
{
	make_ring(seed);
	plan_day start = ring.lap.upper ? ring.hi[0] : ring.lo[0];
	plan_day slow = start, found = start, pieces = start;
	struct lap lap;
	int64_t left = LONG;
	assert_int_equal(lap_make(&lap, &ring.lap), PLAN_OK);
	enum lap_end wanted = slow_run(&slow), end = lap_run(&lap, &found, &left);
	if (end != wanted || found != slow || run_in_pieces(&lap, &pieces) != wanted || pieces != slow)
		fail_msg("seed %llu: ends as %d on %d, in pieces on %d, not as %d on %d", (unsigned long long)seed,
				 end, (int)found, (int)pieces, wanted, (int)slow);
	met.rests += wanted == LAP_RESTS && slow != start;
	met.leaves += wanted == LAP_LEAVES && slow != start;
	met.shorter += lap.moves.count < ring.count;
	lap_free(&lap);
}

static void test_laps(void **unused)
{
	(void)unused;
	const char *one = getenv("SEED");
	assert_int_equal(
		plan_calendar_new(&(struct plan_calendar_spec){.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT},
						  &calendar),
		PLAN_OK);
	if (one)
		check_ring(strtoull(one, NULL, 10));
	for (uint64_t seed = 1; !one && seed <= DEFAULT_COUNT; seed++)
		check_ring(seed);
	print_message("%u came to rest, %u left their bounds, %u had moves put together\n", met.rests, met.leaves,
				  met.shorter);
	assert_true(one || (met.rests > 1000 && met.leaves > 1000 && met.shorter > 1000));
	plan_calendar_free(calendar);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_laps)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
