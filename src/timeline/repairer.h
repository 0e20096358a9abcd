/*
 * The search for the repair of a conflict: what it solves again, and the best that it has found.
 */
#ifndef TIMELINE_REPAIRER_H
#define TIMELINE_REPAIRER_H

#include "timeline/conflict.h"

struct repairer {
	struct timeline_work *work;
	const struct spent *spent;
	struct conflicts *conflicts;
	VEC(struct bound_except) except; /* what does not bound the place at hand */
	size_t conflict;                 /* the one at hand */
	const struct reason *reason;     /* its reason */
	plan_day *base_lo, *base_hi;     /* by place: its bounds, with what it ran into */
	plan_day *lo, *hi;
	int64_t work_left;
	struct plan_repair best;
	int64_t best_change;
	bool best_is_deadline;
};

static inline size_t repairer_variables(const struct repairer *r)
{
	return r->work->compiled.network.variable_count;
}

/* Whether a set-aside belongs to the conflict at hand, or follows from it. */
bool repairer_owns(const struct repairer *r, const struct aside *aside);

/* Puts back (or, not `back`, sets aside again) what the conflict at hand ran into. */
void repairer_put_back(struct repairer *r, bool back);

/* Starts again from the bounds of the conflict. */
void repairer_reset(struct repairer *r);

/* Whether the network comes to rest within the bounds as they are now, which are used up afterwards. */
bool repairer_is_feasible(struct repairer *r);

/* Whether the chain of the conflict at hand keeps the bounds as they are now, with every link of it in its
 * place: the network may be without some, which were set aside for another conflict. */
bool repairer_keeps_chain(struct repairer *r);

/* Keeps a change of so many days when it is better than the best so far: smaller, and of no deadline if there
 * is another. The day of dates and deadlines, the amount of gaps and durations. */
void repairer_offer(struct repairer *r, const struct plan_cause *cause, int64_t change, plan_day day,
					struct plan_lag amount);

#endif
