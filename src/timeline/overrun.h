/*
 * Whether a conflict's chain, followed on its own, still overruns: how a repair is told from a plan that only
 * holds because something else of the conflict was set aside.
 */
#ifndef TIMELINE_OVERRUN_H
#define TIMELINE_OVERRUN_H

#include "timeline/conflict.h"

/*
 * Follows a reason, round by round where it goes round a ring, through the network as it is now, with what
 * was set aside of it in its place, from and to the bounds by place, and tells whether it passes the last
 * one. A ring overruns when it does not come to rest. What goes round and costs too much is said to overrun;
 * what it costs is taken from `work_left`, in links that are followed.
 */
bool reason_overruns(struct timeline_work *work, const struct conflicts *conflicts,
					 const struct reason *reason, const plan_day *lo, const plan_day *hi, int64_t *work_left);

#endif
