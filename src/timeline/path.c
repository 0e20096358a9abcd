#include "timeline/path.h"

#include "timeline/trail.h"

#include <stdlib.h>

/* Where the day of a place comes from. */
struct origin {
	uint32_t arc, other; /* NETWORK_NONE: from its own bound */
	plan_day day;
};

/* Whether to take the origin `next` instead of `best`. A link that asks for less is as good as a bound when
 * both move to the same day of the set and links are preferred. */
static bool is_better(const struct view *view, uint32_t place, struct origin best, struct origin next)
{
	if (best.arc == NETWORK_NONE && view->prefer_links)
		return !view_beyond(view, view_move(view, place, best.day), view_move(view, place, next.day));
	if (view_beyond(view, next.day, best.day))
		return true;
	return next.day == best.day && best.arc != NETWORK_NONE &&
		   view_is_before(view, next.arc, next.other, best.arc, best.other);
}

/* Where the day comes from that a place has without its component (NULL: without nothing). */
static struct origin find_origin(const struct view *view, const struct component *component, uint32_t place)
{
	const struct network *network = &view->work->compiled.network;
	const uint32_t *first = view->upper ? network->first : network->entry_first;
	struct origin best = {NETWORK_NONE, NETWORK_NONE, view_own(view, place).day};
	if (view->settled && view->settled[place])
		return best;
	for (uint32_t i = first[place]; i < first[place + 1]; i++) {
		uint32_t other = view->upper ? network->arcs[i].target : network->entries[i].source;
		if (component && other >= component->first && other < component->end)
			continue;
		uint32_t arc = view->upper ? i : network->entries[i].arc;
		if (network->arcs[arc].shift.kind == SHIFT_NONE || other == place)
			continue;
		struct origin next = {arc, other, view_apply(view, arc, view->days[other])};
		if (is_better(view, place, best, next))
			best = next;
	}
	return best;
}

/* The days that a component's places have from outside it; NULL when memory ran out. */
static plan_day *entry_days(const struct view *view, const struct component *component)
{
	uint32_t count = component->end - component->first;
	plan_day *entry = malloc(count * sizeof *entry);
	for (uint32_t at = 0; entry && at < count; at++)
		entry[at] = find_origin(view, component, component->first + at).day;
	return entry;
}

static enum plan_status cross_component(const struct view *view, const struct component *component,
										uint32_t place, plan_day limit, struct path *path)
{
	plan_day *entry = entry_days(view, component);
	enum plan_status status = entry ? trail_find(view, *component, entry, place, limit, path) : PLAN_NOMEM;
	free(entry);
	return status;
}

static void reverse(struct path *path)
{
	for (size_t i = 0, j = path->hops.count; i + 1 < j; i++) {
		struct hop hop = path->hops.at[i];
		path->hops.at[i] = path->hops.at[--j];
		path->hops.at[j] = hop;
	}
}

void path_recount(const struct view *view, struct path *path)
{
	for (size_t i = 0; i < path->hops.count; i++) {
		struct hop *hop = &path->hops.at[i];
		hop->asked = i == 0 ? view_own(view, hop->place).day : view_apply(view, hop->arc, hop[-1].day);
		hop->day = view_move(view, hop->place, hop->asked);
	}
}

enum plan_status path_find(const struct view *view, uint32_t place, plan_day limit, struct path *path)
{
	const struct network *network = &view->work->compiled.network;
	for (;;) {
		const struct component *component = network_component(network, place);
		size_t before = path->hops.count;
		if (component && cross_component(view, component, place, limit, path) != PLAN_OK)
			return PLAN_NOMEM;
		if (component && path->hops.count == before) {
			path->hops.count = 0;
			return PLAN_OK;
		}
		struct hop *hop = component ? &path->hops.at[path->hops.count - 1] : VEC_PUSH(&path->hops);
		if (!hop)
			return PLAN_NOMEM;
		if (!component)
			hop->place = place;
		struct origin origin = find_origin(view, component, hop->place);
		hop->arc = origin.arc;
		if (origin.arc == NETWORK_NONE)
			break;
		place = origin.other;
		limit = view->days[place] + (view->upper ? 1 : -1);
	}
	reverse(path);
	path_recount(view, path);
	return PLAN_OK;
}
