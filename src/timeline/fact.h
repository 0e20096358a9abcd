/*
 * What the timeline finds wrong with known days, before anything is solved.
 */
#ifndef TIMELINE_FACT_H
#define TIMELINE_FACT_H

#include "timeline/work.h"

/* Fills in the known days on which meetings cannot be held. PLAN_NOMEM on failure. */
enum plan_status facts_write_off_days(struct timeline_work *work, struct plan_timeline *timeline);

/* Fills in the orders that held days break. PLAN_NOMEM on failure. */
enum plan_status facts_write_broken(struct timeline_work *work, struct plan_timeline *timeline);

#endif
