/*
 * Certainty: whether one placement of what is ours to place is good whatever day each imprecise date turns
 * out to be (strong controllability: T. Vidal & H. Fargier, "Handling contingency in temporal constraint
 * networks", J. Exp. Theor. Artif. Intell. 11, 1999).
 *
 * A day with a written window that is closed is somebody else's to choose, and so is the other end of a step
 * that a greatest length ties to it. All others are ours, placed as early as the latest of theirs allow.
 */
#ifndef TIMELINE_CERTAIN_H
#define TIMELINE_CERTAIN_H

#include "timeline/chain.h"

/* A constraint that some choice of dates breaks. */
struct violation {
	uint32_t arc;   /* NETWORK_NONE: a bound of the place itself */
	uint32_t place; /* which it is that comes too late */
	plan_day limit; /* the last day that would be good */
	bool unknown;   /* whether it is broken took too long to find out */
};

struct certainty {
	bool *settled;   /* by place: somebody else's to choose */
	bool *fixed;     /* by place: settled, or given up since it comes too late */
	plan_day *worst; /* by place: the latest choice, or the earliest placement that allows for all choices */
	plan_day *limit; /* by place: the earliest choice, or our own last day, deadlines left out */
	uint32_t *doubt; /* by place: 1 + a violation that it depends on; 0 for none */
	VEC(struct violation) violations;
	bool tired; /* some of our own days took too long to place: what depends on them is unknown */
};

/* Works out what is certain of a feasible plan, deadlines left out. Leaves the network as it was. PLAN_NOMEM
 * on failure; certainty_free it either way. */
enum plan_status certainty_find(struct timeline_work *work, struct certainty *certainty);
void certainty_free(struct certainty *certainty);

/* The earliest days that allow for all choices, to ask where they come from; after work_index. */
struct view certainty_view(struct timeline_work *work, const struct certainty *certainty);

/*
 * Whether the deadline of the step with that number is kept whatever day each date turns out to be: on track,
 * at risk or, where all that speaks against it took too long to find out, undecided. At risk, the chain from
 * an imprecise date to its being too late, or to the violation that it depends on (unless `chain` is NULL).
 * PLAN_NOMEM on failure.
 */
enum plan_status certainty_deadline(struct timeline_work *work, const struct certainty *certainty,
									size_t number, enum plan_verdict *verdict, struct plan_chain *chain);

#endif
