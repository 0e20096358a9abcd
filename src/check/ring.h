/*
 * Rings: steps that wait for each other, or whose gaps and durations cannot all hold, told without days, as
 * there are none.
 */
#ifndef CHECK_RING_H
#define CHECK_RING_H

#include "base/diag.h"

#include <plan/timeline.h>

/* Whether it is a bound on how late or how long something is that makes the ring: no order alone is wrong. */
bool ring_is_of_bounds(const struct plan_conflict *conflict);

/* Whether a hearing's own duration contradicts the house rules. */
bool ring_is_of_hearing(const struct plan *plan, const struct plan_conflict *conflict);

/* Writes the message and the help of a ring, and adds its links as reasons. */
void ring_say(struct diag_draft *draft, const struct plan *plan, const struct plan_conflict *conflict);

#endif
