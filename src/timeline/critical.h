/*
 * The critical chain: what ties the approval to its earliest day.
 */
#ifndef TIMELINE_CRITICAL_H
#define TIMELINE_CRITICAL_H

#include "timeline/chain.h"

/* Writes down the chain to the approval's earliest day and marks its steps in `times`; where a date and an
 * order both lead to a day it follows the order. Empty when there is no approval, or nothing ties it.
 * PLAN_NOMEM on failure. */
enum plan_status critical_find(struct timeline_work *work, struct plan_times *times,
							   struct plan_chain *chain);

#endif
