/*
 * What the chains of the conflicts that were told consist of, left out to see what else is wrong.
 *
 * Where a day comes too late, what waits for it comes too late as well, and conflicts that have nothing to do
 * with the first hide behind it. They are found once every link of the chains that are told is gone.
 */
#ifndef TIMELINE_SPENT_H
#define TIMELINE_SPENT_H

#include "base/vec.h"
#include "timeline/compile.h"

struct spent_arc {
	uint32_t arc;
	struct shift shift; /* what it was, while it is left out */
};

struct spent_set {
	uint32_t place;
	uint32_t set; /* likewise */
};

struct spent_bound {
	uint32_t place;
	const struct plan_step *step;
	struct bound_except except;
};

/* All zero at first; spent_free when done. */
struct spent {
	VEC(struct spent_arc) arcs;
	VEC(struct spent_set) sets;
	VEC(struct spent_bound) bounds;
	/* What is left out now, not what was added since: so many of the first arcs and sets, and of the bounds
	 * as many as there are of `excepts`, by place. */
	size_t arcs_out, sets_out;
	VEC(struct bound_except) excepts;
};

void spent_free(struct spent *spent);

/* How many links it has. */
static inline size_t spent_count(const struct spent *spent)
{
	return spent->arcs.count + spent->sets.count + spent->bounds.count;
}

/* Each adds one link. PLAN_NOMEM on failure. */
enum plan_status spent_add_arc(struct spent *spent, uint32_t arc);
enum plan_status spent_add_set(struct spent *spent, uint32_t place);
enum plan_status spent_add_bound(struct spent *spent, uint32_t place, const struct plan_step *step,
								 struct bound_except except);

/* Leaves all of it out of a network and of its written bounds by place. spent_put_back undoes what was done
 * to the network, also after a failure. PLAN_NOMEM on failure. */
enum plan_status spent_leave_out(struct spent *spent, struct compiled *compiled, plan_day *lo, plan_day *hi);
void spent_put_back(const struct spent *spent, struct compiled *compiled);

/* What is left out of the bounds of a place; a NULL `spent` is none. */
const struct bound_except *spent_excepts(const struct spent *spent, uint32_t place, size_t *count);

#endif
