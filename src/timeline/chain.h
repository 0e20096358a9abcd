/*
 * Reasons as the lines of the file that they come from.
 */
#ifndef TIMELINE_CHAIN_H
#define TIMELINE_CHAIN_H

#include "timeline/reason.h"

/* What a bound of a place, or an arc that leads to a day, is in the file. */
struct plan_cause cause_of_bound(const struct timeline_work *work, uint32_t place, struct bound bound,
								 bool upper);
struct plan_cause cause_of_arc(const struct view *view, uint32_t arc, plan_day day);

/*
 * Writes a reason down as a chain in the order of time, with `last` (NULL for none) behind it. A ring begins
 * at its step with the least id. The work's arena owns the chain. PLAN_NOMEM on failure.
 */
enum plan_status chain_write(const struct view *view, const struct reason *reason,
							 const struct plan_cause *last, struct plan_chain *chain);

#endif
