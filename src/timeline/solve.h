/*
 * The two passes: from bounds to the least and to the greatest days that keep every constraint.
 *
 * Each place outside a component is visited once, in order; components are swept until nothing moves. A pass
 * stops where a day would pass its bound and can be taken up again once the caller has done something about
 * it, so that one pass finds all that is wrong.
 *
 * Components of ordinary plans come to rest after a few sweeps, and a ring that gains whatever day it starts
 * from is proved never to (gain.h). What is left are rings made on purpose to creep through 300 years a day
 * at a time: they are given up after some tens of millions of moves, as if they never came to rest.
 */
#ifndef TIMELINE_SOLVE_H
#define TIMELINE_SOLVE_H

#include "timeline/gain.h"
#include "timeline/network.h"

enum solve_end {
	SOLVE_DONE,
	SOLVE_OVERRUN, /* a day passes its bound: see `place` */
	SOLVE_RING     /* a ring can never come to rest, or has not for very long: see `ring` */
};

struct solver {
	const struct network *network;
	plan_day *lo, *hi;   /* by place; the bounds of the pass, one of them is tightened */
	const bool *settled; /* by place: not moved by others, whatever they ask; NULL for none */
	uint32_t at;         /* the next place: the first, when a pass begins */

	uint32_t place; /* SOLVE_OVERRUN: whose day passes its bound */
	plan_day day;   /* ... and what is asked of it, not yet moved to a day of its set */
	uint32_t *ring; /* SOLVE_RING: its arcs in order */
	uint32_t ring_count;

	uint64_t *dirty; /* of the component at hand, by place from its first, as are the next three */
	uint32_t *parent;
	uint32_t *mark;
	plan_day *before;    /* what it had before the pass */
	struct gains *gains; /* the caller's */
	int64_t moves_left;  /* how many more arcs may be followed inside components, in all passes together */
};

/* A solver for a closed network; links the network's entries when its components need them. solver_free
 * frees it, also after a failure. PLAN_NOMEM on failure. */
enum plan_status solver_init(struct solver *solver, struct network *network, struct gains *gains);
void solver_free(struct solver *solver);

/*
 * Raises `lo` to the least days that keep every constraint, as far as `hi` and the sets allow. When it stops
 * in a component, the component's days are what they were before it. Called again it goes on.
 */
enum solve_end solver_forward(struct solver *solver);

/* Lowers `hi` to the greatest days that keep every constraint, as far as `lo` allows. Starts anew each time.
 */
enum solve_end solver_backward(struct solver *solver);

#endif
