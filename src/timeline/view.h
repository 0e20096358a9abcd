/*
 * A pass seen from its days: what set them, and what each constraint makes of a day.
 *
 * Earliest days are followed from their targets back to their sources, latest days (`upper`) the other way
 * round; "beyond" means later for the first and earlier for the second.
 */
#ifndef TIMELINE_VIEW_H
#define TIMELINE_VIEW_H

#include "timeline/spent.h"
#include "timeline/work.h"

struct view {
	struct timeline_work *work;
	const plan_day *days; /* by place: what the pass came to */
	bool upper;
	bool prefer_links;         /* where a bound and a link lead to the same day, follow the link */
	const bool *settled;       /* by place: not moved by others, from the latest of its dates; NULL: none */
	const struct spent *spent; /* what is left out; NULL: nothing */
};

/* The bound that the file sets for a place itself. */
struct bound view_own(const struct view *view, uint32_t place);

/* What an arc asks of the place it leads to, and the day that must be passed before it to pass `limit`
 * behind it. */
plan_day view_apply(const struct view *view, uint32_t arc, plan_day day);
plan_day view_before_arc(const struct view *view, uint32_t arc, plan_day limit);

/* The same for moving to a day of the place's set. */
plan_day view_move(const struct view *view, uint32_t place, plan_day day);
plan_day view_before_move(const struct view *view, uint32_t place, plan_day limit);

/* Whether `day` is beyond `limit`. */
static inline bool view_beyond(const struct view *view, plan_day day, plan_day limit)
{
	return view->upper ? day < limit : day > limit;
}

/* The place from which an arc is followed: where it leads from, for latest days where it leads to. */
uint32_t view_source(const struct view *view, uint32_t arc);

/* Whether a day lies within 1900-2199. */
static inline bool view_has_day(plan_day day)
{
	return day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX;
}

/* Whether arc `a` from (for `upper`, to) `other_a` is to be named rather than `b`: so that the choice between
 * two does not depend on their order in the file. */
bool view_is_before(const struct view *view, uint32_t a, uint32_t other_a, uint32_t b, uint32_t other_b);

#endif
