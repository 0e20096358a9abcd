/*
 * What the parts of a timeline share while it is made, and what it keeps to answer questions later.
 */
#ifndef TIMELINE_WORK_H
#define TIMELINE_WORK_H

#include "base/arena.h"
#include "timeline/compile.h"
#include "timeline/solve.h"

struct timeline_work {
	const struct plan *plan;
	struct compiled compiled;
	struct gains gains;
	struct solver solver;
	plan_day *earliest, *latest; /* by place, as written; bounds only when the plan is not feasible */
	bool feasible;               /* false as well when that took too long to find out */
	uint32_t *owner;     /* by place: twice its step's number, and 1 for a last day; made when asked for */
	int64_t reduce_left; /* so many links may be looked at to reduce reasons that go round rings */
	struct arena *arena; /* the timeline's */
};

/* Compiles a plan and works out what is written: feasible or not, earliest and latest. work_free frees it,
 * also after a failure. PLAN_NOMEM on failure. */
enum plan_status work_init(struct timeline_work *work, const struct plan *plan, struct arena *arena);
void work_free(struct timeline_work *work);

/* Makes it possible to ask what a place and a cause are. PLAN_NOMEM on failure. */
enum plan_status work_index(struct timeline_work *work);

/* Forgets what work_index made but the network's entries, along which walks go back, until it is asked for
 * again. */
void work_drop_index(struct timeline_work *work);

/* The step of a place, and whether it is its last day (false for steps of one day); after work_index. */
const struct plan_step *work_step(const struct timeline_work *work, uint32_t place, bool *at_end);

#endif
