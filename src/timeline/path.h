/*
 * How a day came about: the path of constraints that leads to it from a bound in the file.
 *
 * Earliest days are followed from their targets back to their sources, latest days (`upper`) the other way
 * round; "beyond" means later for the first and earlier for the second.
 */
#ifndef TIMELINE_PATH_H
#define TIMELINE_PATH_H

#include "base/vec.h"
#include "timeline/work.h"

struct view {
	struct timeline_work *work;
	const plan_day *days; /* by place: what the pass came to */
	bool upper;
	bool prefer_links;   /* where a bound and a link lead to the same day, follow the link */
	const bool *settled; /* by place: not moved by others, from the latest of its dates; NULL: none */
};

/* One place on a path, and the arc that leads to it (NETWORK_NONE for the first). */
struct hop {
	uint32_t place, arc;
	plan_day asked; /* what the arc, or the first place's bound, asks for */
	plan_day day;   /* ... moved to a day of the place's set; open when there is none */
};

struct path {
	VEC(struct hop) hops;
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

/*
 * Finds a path to a day of `place` beyond `limit`, which there must be. It is left empty when following it
 * through a component takes too long. PLAN_NOMEM on failure. `path` is the caller's to VEC_FREE.
 */
enum plan_status path_find(const struct view *view, uint32_t place, plan_day limit, struct path *path);

/* Fills in the days of a path from its first bound on. */
void path_recount(const struct view *view, struct path *path);

#endif
