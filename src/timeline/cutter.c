#include "timeline/cutter.h"

#include "timeline/loop.h"
#include "timeline/path.h"

#include <stdlib.h>

/* Only inside a component can a path come to a place twice. */
static bool may_return(const struct view *view, const struct path *path)
{
	const struct network *network = &view->work->compiled.network;
	for (size_t i = 0; i < path->hops.count && network->component_count > 0; i++)
		if (network_component(network, path->hops.at[i].place))
			return true;
	return false;
}

/* For each hop the one before it at the same place, NETWORK_NONE for none; NULL when memory ran out. */
static uint32_t *earlier_visits(const struct view *view, const struct path *path)
{
	size_t places = view->work->compiled.network.variable_count;
	uint32_t *earlier = malloc(path->hops.count * sizeof *earlier);
	uint32_t *last = malloc((places + 1) * sizeof *last);
	if (!earlier || !last) {
		free(earlier);
		free(last);
		return NULL;
	}
	for (size_t place = 0; place < places; place++)
		last[place] = NETWORK_NONE;
	for (size_t i = 0; i < path->hops.count; i++) {
		uint32_t *visit = &last[path->hops.at[i].place];
		earlier[i] = *visit;
		*visit = (uint32_t)i;
	}
	free(last);
	return earlier;
}

/* A path on its way to being cut: what is kept is collected last hop first. */
struct cutter {
	const struct view *view;
	const struct path *path;
	const uint32_t *earlier; /* NULL: it comes to no place twice */
	bool whole;
	bool unbounded; /* it begins at the first (or last) day that there is */
	struct reason *reason;
};

static enum plan_status keep(struct cutter *c, enum reason_kind kind, uint32_t place, uint32_t arc)
{
	struct reason_link *link = VEC_PUSH(&c->reason->links);
	if (!link)
		return PLAN_NOMEM;
	*link = (struct reason_link){kind, place, arc, 0};
	return PLAN_OK;
}

/* Keeps where a reason begins; where every day is beyond the limit no bound is needed, but a whole path is
 * told from where it comes. */
static enum plan_status keep_start(struct cutter *c, uint32_t place, plan_day limit)
{
	plan_day horizon = c->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	bool any = (!c->whole || c->unbounded) && view_beyond(c->view, horizon, limit);
	return keep(c, any ? REASON_HORIZON : REASON_BOUND, place, NETWORK_NONE);
}

/*
 * Keeps what is needed of hop `i` to get beyond *limit, and sets *limit to what must be passed before it.
 * Returns false when nothing before it is needed.
 */
static bool cut_hop(struct cutter *c, size_t i, plan_day *limit, enum plan_status *status)
{
	const struct hop *hop = &c->path->hops.at[i];
	/* The whole of a path that has no first day begins where any day would do. */
	plan_day horizon = c->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	bool may_begin = !c->whole || c->unbounded;
	plan_day own = c->whole ? horizon : view_own(c->view, hop->place).day;
	if (may_begin && view_beyond(c->view, own, *limit)) {
		*status = keep_start(c, hop->place, *limit);
		return false;
	}
	if (!view_beyond(c->view, hop->asked, *limit)) {
		*limit = view_before_move(c->view, hop->place, *limit);
		*status = keep(c, REASON_MOVE, hop->place, NETWORK_NONE);
	}
	bool begins = i == 0 || (may_begin && view_beyond(c->view, own, *limit));
	if (*status == PLAN_OK)
		*status = begins ? keep_start(c, hop->place, *limit) : keep(c, REASON_ARC, hop->place, hop->arc);
	if (!begins)
		*limit = view_before_arc(c->view, hop->arc, *limit);
	return !begins && *status == PLAN_OK;
}

static enum plan_status cut(struct cutter *c, plan_day limit)
{
	enum plan_status status = PLAN_OK;
	size_t i = c->path->hops.count - 1;
	for (;; i--) {
		/* A round of a ring that is not needed is left out. */
		while (c->earlier && c->earlier[i] != NETWORK_NONE &&
			   view_beyond(c->view, c->path->hops.at[c->earlier[i]].day, limit))
			i = c->earlier[i];
		if (!cut_hop(c, i, &limit, &status))
			return status;
	}
}

static void reverse(struct reason *reason)
{
	for (size_t i = 0, j = reason->links.count; i + 1 < j; i++) {
		struct reason_link link = reason->links.at[i];
		reason->links.at[i] = reason->links.at[--j];
		reason->links.at[j] = link;
	}
}

static void recount(const struct view *view, struct reason *reason)
{
	plan_day day = 0;
	for (size_t i = 0; i < reason->links.count; i++) {
		struct reason_link *link = &reason->links.at[i];
		switch (link->kind) {
		case REASON_HORIZON: day = view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN; break;
		case REASON_BOUND: day = view_own(view, link->place).day; break;
		case REASON_ARC: day = view_apply(view, link->arc, day); break;
		case REASON_MOVE: day = view_move(view, link->place, day); break;
		}
		link->day = day;
	}
}

static enum plan_status cut_path(const struct view *view, const struct path *path, plan_day limit, bool whole,
								 struct reason *reason)
{
	bool returns = may_return(view, path);
	uint32_t *earlier = returns ? earlier_visits(view, path) : NULL;
	if (returns && !earlier)
		return PLAN_NOMEM;
	bool unbounded = view_own(view, path->hops.at[0].place).kind == PLAN_CAUSE_HORIZON;
	struct cutter cutter = {view, path, earlier, whole, unbounded, reason};
	enum plan_status status = cut(&cutter, limit);
	free(earlier);
	if (status != PLAN_OK)
		return status;
	reverse(reason);
	recount(view, reason);
	return returns ? loop_reduce(view, limit, reason) : PLAN_OK;
}

enum plan_status reason_find(const struct view *view, uint32_t place, plan_day limit, bool whole,
							 struct reason *reason)
{
	struct path path = {0};
	enum plan_status status = path_find(view, place, limit, &path);
	if (status == PLAN_OK && path.hops.count > 0)
		status = cut_path(view, &path, limit, whole, reason);
	VEC_FREE(&path.hops);
	return status;
}
