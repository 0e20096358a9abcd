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
