/*
 * Laps: a ring of constraints compiled to one function of a day, to see where going round it ends.
 *
 * What only counts days on, what changes nothing since the day is already one of the set, and working days
 * after working days are put together with what is before them: a ring of thousands of steps is mostly a few
 * moves.
 */
#ifndef TIMELINE_LAP_H
#define TIMELINE_LAP_H

#include "base/vec.h"
#include "timeline/network.h"

/*
 * One move: a day is shifted, raised to `least` and to the set; what may not be beyond `most` then goes
 * `days` further, and is at least `floor`. For latest days everything is the other way round.
 */
struct lap_move {
	struct shift shift;
	uint32_t set;
	plan_day least, most;
	int32_t days;
	plan_day floor;
	uint32_t arc; /* the first that it was made from, counted along the ring */
};

struct lap {
	const struct network *network;
	bool upper;
	VEC(struct lap_move) moves;
};

/* The ring that a lap is of: arcs in order, for latest days in the order in which they are followed. */
struct lap_ring {
	const struct network *network;
	const uint32_t *arcs;
	uint32_t count;
	bool upper;
	const bool *moved;       /* by arc: whether the set of what it leads to counts; NULL: each does */
	const plan_day *lo, *hi; /* by place: its bounds; NULL for 1900-2199 */
};

/* Compiles a ring; lap_free it either way. PLAN_NOMEM on failure. */
enum plan_status lap_make(struct lap *lap, const struct lap_ring *ring);
void lap_free(struct lap *lap);

enum lap_end {
	LAP_RESTS,  /* it comes to rest on *day */
	LAP_LEAVES, /* it leaves its bounds; *day is the last that kept them */
	LAP_TIRED   /* `left` was used up; *day is as far as it came */
};

/* Goes round from *day, which must keep the bounds of where the ring begins, until it rests. Takes what it
 * costs from *left: a move is as much as following one arc. */
enum lap_end lap_run(const struct lap *lap, plan_day *day, int64_t *left);

#endif
