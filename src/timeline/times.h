/*
 * The days of every step: as written, and with the room that is left.
 */
#ifndef TIMELINE_TIMES_H
#define TIMELINE_TIMES_H

#include "timeline/work.h"

/* Fills in the windows of every step, by number: what is written together leaves, or what each date says
 * where the plan is not feasible. PLAN_NOMEM on failure. */
enum plan_status times_write(struct timeline_work *work, struct plan_times *times);

/* Days from the end of a step, as written somewhere in `end`, to the `latest` that room leaves it; INT32_MAX
 * when either is open. */
int32_t times_slack(const struct digest *step, struct plan_window end, plan_day latest);

/* Fills in the latest days that room leaves every step, and the slack; `*feasible` says whether it leaves
 * any. Solves the network without the written dates, and leaves it as it was. PLAN_NOMEM on failure. */
enum plan_status times_room(struct timeline_work *work, struct plan_times *times, bool *feasible);

#endif
