/*
 * A solver: the bounds that its passes tighten, where one stopped, and what it needs for components.
 */
#ifndef TIMELINE_SOLVER_H
#define TIMELINE_SOLVER_H

#include "timeline/gain.h"
#include "timeline/marks.h"
#include "timeline/network.h"

enum solve_end {
	SOLVE_DONE,
	SOLVE_OVERRUN, /* a day passes its bound: see `place` */
	SOLVE_RING,    /* a ring can never come to rest: see `ring` */
	SOLVE_TIRED    /* a component did not come to rest in `moves_left`: nothing is known of it */
};

struct solver {
	const struct network *network;
	plan_day *lo, *hi;   /* by place; the bounds of the pass, one of them is tightened */
	const bool *settled; /* by place: not moved by others, whatever they ask; NULL for none */
	uint32_t at;         /* the next place: the first, when a pass begins */

	uint32_t place; /* SOLVE_OVERRUN: whose day passes its bound */
	plan_day day;   /* ... and what is asked of it, not yet moved to a day of its set */
	uint32_t *ring; /* SOLVE_RING: its arcs in order, with the sets of what they lead to if these matter */
	uint32_t ring_count;

	/* Of the component at hand, by place from its first. */
	struct marks dirty; /* still to be visited */
	uint32_t *parent;   /* the arc that moved it last; NETWORK_NONE for none, as in the next */
	uint32_t *mover;    /* ... and the place, counted in the same way, from which it did */
	uint32_t *mark;
	plan_day *before; /* what it had before the pass */

	struct gains *gains; /* the caller's */
	int64_t moves_left;  /* how many more arcs may be followed inside components, in all passes together */
};

/* A solver for a closed network; links the network's entries when its components need them. solver_free
 * frees it, also after a failure. PLAN_NOMEM on failure. */
enum plan_status solver_init(struct solver *solver, struct network *network, struct gains *gains);
void solver_free(struct solver *solver);

/* Whether a place is not moved by others. */
static inline bool solver_is_settled(const struct solver *solver, uint32_t place)
{
	return solver->settled && solver->settled[place];
}

/* Marks a place of the component at hand to be visited. */
static inline void solver_mark(struct solver *solver, uint32_t at)
{
	marks_add(&solver->dirty, at);
}

/* Raises a place to `day` or the next that it can take; false when that passes its bound. */
static inline bool solver_raise(struct solver *solver, uint32_t place, plan_day day)
{
	plan_day up = network_up(solver->network, place, day);
	if (up > solver->hi[place]) {
		solver->place = place;
		solver->day = day;
		return false;
	}
	solver->lo[place] = up;
	return true;
}

#endif
