#include "timeline/reason.h"

#include <stdlib.h>

void reason_free(struct reason *reason)
{
	VEC_FREE(&reason->links);
}

enum plan_status reason_of_ring(const struct view *view, const uint32_t *arcs, uint32_t count,
								struct reason *reason)
{
	reason->ring = true;
	for (uint32_t i = 0; i < count; i++) {
		struct reason_link *link = VEC_PUSH(&reason->links);
		if (!link)
			return PLAN_NOMEM;
		*link = (struct reason_link){.kind = REASON_ARC,
									 .place = view->work->compiled.network.arcs[arcs[i]].target,
									 .arc = arcs[i],
									 .day = view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START};
	}
	return PLAN_OK;
}

static enum plan_status spend_link(const struct view *view, const struct reason_link *link,
								   struct spent *spent)
{
	if (link->kind == REASON_ARC)
		return spent_add_arc(spent, link->arc);
	if (link->kind == REASON_MOVE)
		return spent_add_set(spent, link->place);
	struct bound own = view_own(view, link->place);
	struct bound_except except = {.what = own.date ? (const void *)own.date : own.link, .upper = view->upper};
	if (link->kind == REASON_HORIZON || !except.what)
		return PLAN_OK;
	const struct plan_step *step = work_step(view->work, link->place, &except.at_end);
	return spent_add_bound(spent, link->place, step, except);
}

enum plan_status reason_spend(const struct view *view, const struct reason *reason, struct spent *spent)
{
	enum plan_status status = PLAN_OK;
	for (size_t i = 0; i < reason->links.count && status == PLAN_OK; i++)
		status = spend_link(view, &reason->links.at[i], spent);
	return status;
}
