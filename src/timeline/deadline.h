/*
 * What becomes of each deadline.
 */
#ifndef TIMELINE_DEADLINE_H
#define TIMELINE_DEADLINE_H

#include "timeline/certain.h"
#include "timeline/conflict.h"

/*
 * Fills in the timeline's deadlines, the approval's among them, and the verdict, from its times and its
 * feasible. `certainty` is NULL when the plan is not feasible, `conflicts` when it is; `room` says whether
 * room is feasible. A deadline that is not certain to be kept takes back that the timeline is certain. With
 * conflicts, the slack of the steps is filled in as well: without what they ran into. PLAN_NOMEM on failure.
 */
enum plan_status deadlines_write(struct timeline_work *work, const struct certainty *certainty,
								 const struct conflicts *conflicts, bool room, struct plan_times *times,
								 struct plan_timeline *timeline);

#endif
