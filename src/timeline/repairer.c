#include "timeline/repairer.h"

#include "timeline/overrun.h"

#include <string.h>

bool repairer_owns(const struct repairer *r, const struct aside *aside)
{
	return aside->conflict == r->conflict + 1 || aside->follows == r->conflict + 1;
}

/* Puts back (or sets aside again) a set or an arc. */
static void put_back_one(const struct repairer *r, const struct aside *aside, bool back)
{
	struct network *network = &r->work->compiled.network;
	if (aside->kind == ASIDE_SET)
		network->set[aside->at] = back ? aside->set : 0;
	if (aside->kind == ASIDE_ARC)
		network->arcs[aside->at].shift = back ? aside->shift : (struct shift){.kind = SHIFT_NONE};
}

void repairer_put_back(struct repairer *r, bool back)
{
	for (size_t i = 0; i < r->conflicts->aside.count; i++) {
		const struct aside *aside = &r->conflicts->aside.at[i];
		if (!repairer_owns(r, aside))
			continue;
		put_back_one(r, aside, back);
		if (aside->kind == ASIDE_BOUND && back && (aside->bound.date || aside->bound.link) &&
			aside->bound.day < r->base_hi[aside->at])
			r->base_hi[aside->at] = aside->bound.day;
	}
}

void repairer_reset(struct repairer *r)
{
	memcpy(r->lo, r->base_lo, repairer_variables(r) * sizeof *r->lo);
	memcpy(r->hi, r->base_hi, repairer_variables(r) * sizeof *r->hi);
}

bool repairer_is_feasible(struct repairer *r)
{
	struct solver *solver = &r->work->solver;
	solver->lo = r->lo;
	solver->hi = r->hi;
	solver->at = 0;
	r->work_left -= (int64_t)repairer_variables(r) + r->work->compiled.network.arc_count;
	return solver_forward(solver) == SOLVE_DONE;
}

bool repairer_keeps_chain(struct repairer *r)
{
	return !reason_overruns(r->work, r->conflicts, r->reason, r->lo, r->hi, &r->work_left);
}

void repairer_offer(struct repairer *r, const struct plan_cause *cause, int64_t change, plan_day day,
					struct plan_lag amount)
{
	bool deadline = cause->kind == PLAN_CAUSE_DEADLINE;
	bool better = !r->best.cause || (r->best_is_deadline && !deadline) ||
				  (r->best_is_deadline == deadline && change < r->best_change);
	if (!better)
		return;
	r->best = (struct plan_repair){cause, day, amount};
	r->best_change = change;
	r->best_is_deadline = deadline;
}
