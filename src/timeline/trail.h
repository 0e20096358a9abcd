/*
 * How a day in a component came about: the component is solved again, and every move written down.
 */
#ifndef TIMELINE_TRAIL_H
#define TIMELINE_TRAIL_H

#include "timeline/hop.h"

/*
 * Appends to `path`, last hop first, how `place` gets beyond `limit` from the days that its component's
 * places have from outside it (`entry`, by place from the component's first); the last one appended has no
 * arc: it is where the component is entered. Appends nothing when it takes too long. PLAN_NOMEM on failure.
 */
enum plan_status trail_find(const struct view *view, struct component component, const plan_day *entry,
							uint32_t place, plan_day limit, struct path *path);

#endif
