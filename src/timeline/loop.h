/*
 * Reasons that go round a ring.
 */
#ifndef TIMELINE_LOOP_H
#define TIMELINE_LOOP_H

#include "timeline/reason.h"

/*
 * Reduces a reason that visits a place more than once: to a ring, when one in it can never come to rest, else
 * to each link once and no link that the others can do without. Other reasons are left as they are. Of a
 * reason that many hundred links make together, and no ring of them alone, trying each takes too long: what
 * is not tried is kept, so that its chain is a conflict but may name more than it needs. PLAN_NOMEM on
 * failure.
 */
enum plan_status loop_reduce(const struct view *view, plan_day limit, struct reason *reason);

#endif
