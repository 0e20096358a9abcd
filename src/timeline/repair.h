/*
 * How a conflict could be mended: each movable link of its chain is tried by solving again.
 */
#ifndef TIMELINE_REPAIR_H
#define TIMELINE_REPAIR_H

#include "timeline/conflict.h"

/* Fills in the repairs of the first conflicts; the network is as conflicts_find left it, and is left so.
 * PLAN_NOMEM on failure. */
enum plan_status repairs_find(struct timeline_work *work, struct conflicts *conflicts);

#endif
