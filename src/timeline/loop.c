#include "timeline/loop.h"

#include "timeline/rings.h"
#include "timeline/subset.h"

#include <stdlib.h>
#include <string.h>

/* Keeps the first of the same links. */
static enum plan_status keep_first(const struct view *view, struct reason *reason)
{
	const struct network *network = &view->work->compiled.network;
	bool *arcs = calloc((size_t)network->arc_count + 1, sizeof *arcs);
	bool *moves = calloc((size_t)network->variable_count + 1, sizeof *moves);
	size_t kept = 0;
	for (size_t i = 0; arcs && moves && i < reason->links.count; i++) {
		struct reason_link link = reason->links.at[i];
		bool *known = link.kind == REASON_ARC ? &arcs[link.arc] : &moves[link.place];
		bool begins = link.kind == REASON_BOUND || link.kind == REASON_HORIZON;
		if (begins || !*known)
			reason->links.at[kept++] = link;
		if (!begins)
			*known = true;
	}
	bool done = arcs && moves;
	free(arcs);
	free(moves);
	if (!done)
		return PLAN_NOMEM;
	reason->links.count = kept;
	return PLAN_OK;
}

/* Puts a link that leads to a place last. */
static void put_last(struct subset *s, uint32_t place)
{
	struct reason *reason = s->reason;
	for (size_t i = reason->links.count; i-- > 0;) {
		struct reason_link link = reason->links.at[i];
		if (link.place != place)
			continue;
		for (; i + 1 < reason->links.count; i++)
			reason->links.at[i] = reason->links.at[i + 1];
		reason->links.at[i] = link;
		return;
	}
}

/* What a reason must do: lead a place beyond a limit, or (NETWORK_NONE) any out of 1900-2199. */
struct aim {
	uint32_t place;
	plan_day limit;
};

static bool reaches(struct subset *s, struct aim aim)
{
	return aim.place == NETWORK_NONE ? subset_way_out(s) != NETWORK_NONE
									 : subset_leads_beyond(s, aim.place, aim.limit);
}

/* The arc that leads on from a place and is in, from link `from` on; the count of links when there is none.
 */
static size_t find_next(const struct subset *s, uint32_t place)
{
	size_t i = 0;
	while (i < s->reason->links.count && (!s->in[i] || s->reason->links.at[i].kind != REASON_ARC ||
										  view_source(s->view, s->reason->links.at[i].arc) != place))
		i++;
	return i;
}

/* Puts the links in the order of the ring that they are; false when they are none. */
static bool order_ring(struct subset *s)
{
	struct reason *reason = s->reason;
	size_t count = reason->links.count, at = 0;
	struct reason_link ordered[SUBSET_LINKS_MAX];
	for (size_t i = 0; i < count; i++)
		if (reason->links.at[i].kind == REASON_BOUND || reason->links.at[i].kind == REASON_HORIZON)
			return false;
	uint32_t place = s->places[0];
	for (size_t i = 0; i < count; i++)
		s->in[i] = true;
	while (at < count) {
		size_t next = find_next(s, place);
		if (next == count)
			return false;
		s->in[next] = false;
		ordered[at++] = reason->links.at[next];
		place = reason->links.at[next].place;
		for (size_t i = 0; i < count && at < count; i++)
			if (reason->links.at[i].kind == REASON_MOVE && reason->links.at[i].place == place && s->in[i]) {
				s->in[i] = false;
				ordered[at++] = reason->links.at[i];
			}
	}
	for (size_t i = 0; i < count; i++)
		ordered[i].day = s->view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
	memcpy(reason->links.at, ordered, count * sizeof *ordered);
	return place == s->places[0];
}

/* Keeps the links that are in, with the days that they came to. */
static void keep_in(struct subset *s)
{
	struct reason *reason = s->reason;
	size_t kept = 0;
	for (size_t i = 0; i < reason->links.count; i++) {
		if (!s->in[i])
			continue;
		struct reason_link link = reason->links.at[i];
		if (link.kind == REASON_ARC || link.kind == REASON_MOVE)
			link.day = s->days[subset_place(s, link.place)];
		reason->links.at[kept++] = link;
	}
	reason->links.count = kept;
}

/* Leaves out every link that the others can do without. */
static enum plan_status reduce(struct subset *s, uint32_t place, plan_day limit)
{
	struct reason *reason = s->reason;
	reason->endless = subset_way_out(s) != NETWORK_NONE;
	if (s->ring_count > 0) {
		reason->endless = false;
		reason->links.count = 0;
		return reason_of_ring(s->view, s->ring, s->ring_count, reason);
	}
	struct aim aim = {reason->endless ? NETWORK_NONE : place, limit};
	for (size_t i = reason->links.count; i-- > 0;) {
		s->in[i] = false;
		s->in[i] = !reaches(s, aim);
	}
	reaches(s, aim);
	uint32_t out = reason->endless ? subset_way_out(s) : NETWORK_NONE;
	keep_in(s);
	if (!reason->endless)
		return PLAN_OK;
	subset_free(s);
	if (subset_init(s, s->view, reason) != PLAN_OK)
		return PLAN_NOMEM;
	if (order_ring(s)) {
		reason->ring = true;
		reason->endless = false;
	} else
		put_last(s, out);
	return PLAN_OK;
}

enum plan_status loop_reduce(const struct view *view, plan_day limit, struct reason *reason)
{
	bool returns;
	if (rings_find(view, reason, &returns) != PLAN_OK)
		return PLAN_NOMEM;
	if (reason->ring || !returns)
		return PLAN_OK;
	uint32_t place = reason->links.at[reason->links.count - 1].place;
	if (keep_first(view, reason) != PLAN_OK)
		return PLAN_NOMEM;
	if (reason->links.count > SUBSET_LINKS_MAX)
		return PLAN_OK;
	struct subset subset;
	enum plan_status status = subset_init(&subset, view, reason);
	if (status == PLAN_OK)
		status = reduce(&subset, place, limit);
	subset_free(&subset);
	return status;
}
