/*
 * How a conflict could be mended: each movable link of its chain is tried by solving again.
 */
#ifndef TIMELINE_REPAIR_H
#define TIMELINE_REPAIR_H

#include "timeline/conflict.h"

/* What is left for all repairs of a plan: how many, how many variables and arcs are gone through, and how
 * many arcs are followed inside components: finding conflicts does not pay for it. */
struct repair_budget {
	size_t count;
	int64_t work, moves;
};

#define REPAIR_BUDGET                                                                                        \
	{                                                                                                        \
		PLAN_REPAIRS_MAX, 1 << 23, 1 << 23                                                                   \
	}

/*
 * Fills in the repairs of the first conflicts; the network is as conflicts_find left it, given what is
 * `spent`, and is left so. PLAN_NOMEM on failure.
 */
enum plan_status repairs_find(struct timeline_work *work, const struct spent *spent,
							  struct conflicts *conflicts, struct repair_budget *budget);

#endif
