/*
 * What the orders alone force to come before what.
 */
#ifndef TIMELINE_FORCED_H
#define TIMELINE_FORCED_H

#include "timeline/work.h"

/*
 * Which places the orders alone put before another, `target`, whatever days they have: what is moved on by
 * them at the least is counted in days, in working days and in months. What is said to be forced always is;
 * where all orders are in days and weeks nothing else is forced. Of a path on which months and working days
 * stand beside other units the least of each is added up, which may deny an order that only the lengths of
 * the months force (no such pair was met among the thousands that the tests compare). Only places from
 * `first` on are asked, and none from `end` on leads to the target.
 */
struct forced {
	struct timeline_work *work;
	uint32_t target, first, end;
	enum gain_count count;   /* the one at hand */
	bool mixed[GAIN_COUNTS]; /* whether what has been counted has shifts of such a unit */
	int32_t *gains;          /* by place from `first`; INT32_MIN where the orders say nothing */
	bool *before;            /* likewise: whether it comes before the target */
};

/* Works it out; forced_free it, also after a failure. PLAN_NOMEM on failure. */
enum plan_status forced_find(struct forced *forced, struct timeline_work *work, uint32_t target,
							 uint32_t first);
void forced_free(struct forced *forced);

/* Whether a place comes at least a day before the target. */
bool forced_is_before(const struct forced *forced, uint32_t place);

#endif
