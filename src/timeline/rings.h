/*
 * The rings that a reason goes round, and whether one of them can never come to rest.
 */
#ifndef TIMELINE_RINGS_H
#define TIMELINE_RINGS_H

#include "timeline/reason.h"

/*
 * Replaces a reason by the first of its rings that never comes to rest, if there is one. `*returns` says
 * whether its links come to any place twice. PLAN_NOMEM on failure.
 */
enum plan_status rings_find(const struct view *view, struct reason *reason, bool *returns);

/* The reason that a ring of arcs, in order, never comes to rest: the arcs, and the moves that it needs.
 * PLAN_NOMEM on failure. */
enum plan_status rings_explain(const struct view *view, const uint32_t *arcs, uint32_t count,
							   struct reason *reason);

#endif
