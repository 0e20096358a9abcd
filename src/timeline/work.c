#include "timeline/work.h"

#include <stdlib.h>
#include <string.h>

/* Some tens of milliseconds. */
enum { REDUCE_MAX = 1 << 23 };

static plan_day *days_by_place(const struct timeline_work *work)
{
	return malloc(((size_t)work->compiled.network.variable_count + 1) * sizeof(plan_day));
}

/* Compiles a plan and works it out as far as there is no conflict. */
static enum plan_status solve(struct timeline_work *work, bool by_id)
{
	if (compiled_init(&work->compiled, work->plan, work->arena, by_id) != PLAN_OK ||
		solver_init(&work->solver, &work->compiled.network, &work->gains) != PLAN_OK)
		return PLAN_NOMEM;
	work->earliest = days_by_place(work);
	work->latest = days_by_place(work);
	if (!work->earliest || !work->latest)
		return PLAN_NOMEM;
	compiled_bounds(&work->compiled, BOUND_WRITTEN, work->earliest, work->latest);
	work->solver.lo = work->earliest;
	work->solver.hi = work->latest;
	work->feasible = solver_forward(&work->solver) == SOLVE_DONE;
	return PLAN_OK;
}

static void unsolve(struct timeline_work *work)
{
	solver_free(&work->solver);
	compiled_free(&work->compiled);
	free(work->earliest);
	free(work->latest);
	work->earliest = work->latest = NULL;
}

enum plan_status work_init(struct timeline_work *work, const struct plan *plan, struct arena *arena)
{
	memset(work, 0, sizeof *work);
	work->plan = plan;
	work->arena = arena;
	work->reduce_left = REDUCE_MAX;
	enum plan_status status = solve(work, false);
	/* Which conflicts are met first, and set aside, must not depend on the order of the file. */
	if (status == PLAN_OK && !work->feasible) {
		unsolve(work);
		status = solve(work, true);
	}
	if (status == PLAN_OK && work->feasible)
		work->feasible = solver_backward(&work->solver) == SOLVE_DONE;
	return work->gains.failed ? PLAN_NOMEM : status;
}

void work_free(struct timeline_work *work)
{
	unsolve(work);
	gains_free(&work->gains);
	free(work->owner);
}

enum plan_status work_index(struct timeline_work *work)
{
	const struct network *network = &work->compiled.network;
	if (!work->owner) {
		work->owner = malloc(((size_t)network->variable_count + 1) * sizeof *work->owner);
		if (!work->owner)
			return PLAN_NOMEM;
		for (uint32_t i = 0; i < work->plan->steps.count; i++)
			for (unsigned at = 0; at < digest_variables(&work->compiled.steps[i]); at++)
				work->owner[compiled_day(&work->compiled, i, at)] = 2 * i + at;
	}
	if (network_link_entries(&work->compiled.network) != PLAN_OK)
		return PLAN_NOMEM;
	return compiled_number_links(&work->compiled);
}

void work_drop_index(struct timeline_work *work)
{
	free(work->owner);
	work->owner = NULL;
	free(work->compiled.first_link);
	work->compiled.first_link = NULL;
}

const struct plan_step *work_step(const struct timeline_work *work, uint32_t place, bool *at_end)
{
	*at_end = work->owner[place] & 1;
	return work->plan->steps.at[work->owner[place] / 2];
}
