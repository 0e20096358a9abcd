/*
 * Reasons that go round a ring.
 */
#ifndef TIMELINE_LOOP_H
#define TIMELINE_LOOP_H

#include "timeline/reason.h"

/*
 * Reduces a reason that visits a place more than once: to a ring, when one in it can never come to rest, else
 * to each link once and no link that the others can do without. Other reasons are left as they are, as are
 * very long ones. PLAN_NOMEM on failure.
 */
enum plan_status loop_reduce(const struct view *view, plan_day limit, struct reason *reason);

#endif
