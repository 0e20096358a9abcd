/*
 * Dates and deadlines that are moved to mend a conflict.
 */
#ifndef TIMELINE_MOVE_H
#define TIMELINE_MOVE_H

#include "timeline/repairer.h"

/*
 * Tries to move the date or deadline of a cause to the nearest day that mends the conflict at hand, and
 * offers it. A known day moves as a whole, to one on which the meeting can be held; of others the end that is
 * in the way.
 */
void move_try(struct repairer *r, const struct plan_cause *cause);

#endif
