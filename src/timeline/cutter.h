/*
 * Cuts a reason out of the path that leads to a day.
 */
#ifndef TIMELINE_CUTTER_H
#define TIMELINE_CUTTER_H

#include "timeline/reason.h"

/*
 * Why `place` is beyond `limit`: a path, begun at the last place that alone suffices and without the moves
 * that are not needed, so that without any one of its links the rest does not pass the limit. With `whole` it
 * begins where the path does. Empty when none was found. PLAN_NOMEM on failure; reason_free it either way.
 */
enum plan_status reason_find(const struct view *view, uint32_t place, plan_day limit, bool whole,
							 struct reason *reason);

#endif
