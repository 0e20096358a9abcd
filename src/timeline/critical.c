#include "timeline/critical.h"

#include "timeline/cutter.h"

enum plan_status critical_find(struct timeline_work *work, struct plan_times *times, struct plan_chain *chain)
{
	const struct plan *plan = work->plan;
	const struct plan_step *step = plan->approval ? plan_entry_step(plan->approval->entry) : NULL;
	*chain = (struct plan_chain){0};
	if (!step || step_is_cancelled(step) || times[step->number].end.earliest == PLAN_DAY_OPEN_START)
		return PLAN_OK;
	if (work_index(work) != PLAN_OK)
		return PLAN_NOMEM;
	struct view view = {.work = work, .days = work->earliest, .prefer_links = true};
	uint32_t place = compiled_place(&work->compiled, step, true);
	struct reason reason = {0};
	plan_day limit = work->earliest[place] - 1;
	enum plan_status status = reason_find(&view, place, limit, true, &reason);
	if (status == PLAN_OK)
		status = chain_write(&view, &reason, NULL, chain);
	reason_free(&reason);
	for (size_t i = 0; i < chain->count; i++)
		times[chain->at[i].step->number].critical = true;
	return status;
}
