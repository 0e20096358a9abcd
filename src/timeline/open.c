#include "timeline/open.h"

/* Enough for every set and every unit to tell the difference; what the file says is hardly that old. And how
 * near to it something must be for anything to depend on it: rings may move days a little. */
enum { NEARER = 400, NEAR = 20 * 366 };

/* Moves what the file does not bound; whether any day could depend on it. */
static bool move_horizon(const struct network *network, plan_day *own, const plan_day *days, bool upper)
{
	plan_day horizon = upper ? PLAN_DAY_MAX : PLAN_DAY_MIN, nearer = upper ? -NEARER : NEARER;
	bool any = false;
	for (uint32_t place = 0; place < network->variable_count; place++) {
		if (own[place] != horizon)
			continue;
		any |= upper ? days[place] > horizon - NEAR : days[place] < horizon + NEAR;
		own[place] += nearer;
	}
	return any;
}

void open_find(struct solver *solver, plan_day *own, const plan_day *other, const plan_day *days, bool upper,
			   bool *open)
{
	if (!move_horizon(solver->network, own, days, upper))
		return;
	solver->lo = upper ? (plan_day *)other : own;
	solver->hi = upper ? own : (plan_day *)other;
	solver->at = 0;
	if ((upper ? solver_backward(solver) : solver_forward(solver)) != SOLVE_DONE)
		return;
	for (uint32_t place = 0; place < solver->network->variable_count; place++)
		open[place] = own[place] != days[place];
}
