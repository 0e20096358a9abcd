/*
 * Which days follow from something in the file, and which only from 1900-2199 being all there is.
 */
#ifndef TIMELINE_OPEN_H
#define TIMELINE_OPEN_H

#include "timeline/network.h"

/*
 * Sets `open` by place wherever nothing in `own`, the bounds that a pass began with, leads to the day in
 * `days` that it ended with: of earliest days, or for `upper` of latest ones. `open` is all false before.
 * Links the network's entries. PLAN_NOMEM on failure.
 */
enum plan_status open_find(struct network *network, const plan_day *own, const plan_day *days, bool upper,
						   bool *open);

#endif
