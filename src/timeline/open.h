/*
 * Which days follow from something in the file, and which only from 1900-2199 being all there is.
 */
#ifndef TIMELINE_OPEN_H
#define TIMELINE_OPEN_H

#include "timeline/solve.h"

/*
 * Sets `open` by place where a day of `days`, what a pass of `solver` came to, would be another one if days
 * began a little later than 1900 (or, for `upper`, ended a little earlier than 2199). `own` are the bounds
 * that the pass began with and are used up, `other` the bounds on the other side. `open` is all false before.
 */
void open_find(struct solver *solver, plan_day *own, const plan_day *other, const plan_day *days, bool upper,
			   bool *open);

#endif
