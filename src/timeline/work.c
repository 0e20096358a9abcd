#include "timeline/work.h"

#include <stdlib.h>
#include <string.h>

static plan_day *days_by_place(const struct timeline_work *work)
{
	return malloc(((size_t)work->compiled.network.variable_count + 1) * sizeof(plan_day));
}

enum plan_status work_init(struct timeline_work *work, const struct plan *plan, struct arena *arena)
{
	memset(work, 0, sizeof *work);
	work->plan = plan;
	work->arena = arena;
	if (compiled_init(&work->compiled, plan, arena) != PLAN_OK ||
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
	if (work->feasible)
		solver_backward(&work->solver);
	return work->gains.failed ? PLAN_NOMEM : PLAN_OK;
}

void work_free(struct timeline_work *work)
{
	solver_free(&work->solver);
	compiled_free(&work->compiled);
	gains_free(&work->gains);
	free(work->earliest);
	free(work->latest);
	free(work->variable);
}

enum plan_status work_index(struct timeline_work *work)
{
	const struct network *network = &work->compiled.network;
	if (!work->variable) {
		work->variable = malloc(((size_t)network->variable_count + 1) * sizeof *work->variable);
		if (!work->variable)
			return PLAN_NOMEM;
		for (uint32_t v = 0; v < network->variable_count; v++)
			work->variable[network->place[v]] = v;
	}
	if (network_link_entries(&work->compiled.network) != PLAN_OK)
		return PLAN_NOMEM;
	return compiled_number_links(&work->compiled);
}

const struct plan_step *work_step(const struct timeline_work *work, uint32_t place, bool *at_end)
{
	const uint32_t *first = work->compiled.first_variable;
	uint32_t v = work->variable[place];
	uint32_t low = 0, high = (uint32_t)work->plan->steps.count; /* first[low] <= v < first[high] */
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (first[middle] <= v)
			low = middle;
		else
			high = middle;
	}
	*at_end = v > first[low];
	return work->plan->steps.at[low];
}
