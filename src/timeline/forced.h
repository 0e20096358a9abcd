/*
 * What the orders alone force to come before what.
 */
#ifndef TIMELINE_FORCED_H
#define TIMELINE_FORCED_H

#include "timeline/work.h"

#define FORCED_NONE INT32_MIN

/*
 * How many days later than a place another, `target`, is at the least, whatever days they have, by the orders
 * alone. Only places from `first` on are asked, and none from `end` on leads to the target.
 */
struct forced {
	struct timeline_work *work;
	uint32_t target, first, end;
	int32_t *gains; /* by place from `first`; FORCED_NONE where the orders say nothing */
};

/* Works it out; forced_free it, also after a failure. PLAN_NOMEM on failure. */
enum plan_status forced_find(struct forced *forced, struct timeline_work *work, uint32_t target,
							 uint32_t first);
void forced_free(struct forced *forced);

/* The least number of days from a place to the target. */
int32_t forced_gain(const struct forced *forced, uint32_t place);

#endif
