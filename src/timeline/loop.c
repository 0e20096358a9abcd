#include "timeline/loop.h"

#include "timeline/rings.h"
#include "timeline/subset.h"

#include <stdlib.h>
#include <string.h>

/* Of so many links each is tried in turn; so many links are looked at once more, where trying took too long,
 * to tell the days that they lead to. */
enum { FEW_LINKS = 200, LAST_LOOK = 1 << 20 };

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

/* Fills in for each place the arc that leads on from it, the count of links for none; false when some have
 * two, or some link is a bound. */
static bool find_onward(const struct subset *s, size_t *onward)
{
	size_t count = s->reason->links.count;
	bool ring = true;
	for (size_t i = 0; i < s->place_count; i++)
		onward[i] = count;
	for (size_t i = 0; ring && i < count; i++) {
		const struct reason_link *link = &s->reason->links.at[i];
		ring = link->kind == REASON_ARC ? onward[s->from[i]] == count : link->kind == REASON_MOVE;
		if (link->kind == REASON_ARC)
			onward[s->from[i]] = i;
	}
	return ring;
}

/* Puts the links in the order of the ring that they are; false when they are none, or memory ran out: then
 * the gains' `failed` is set. */
static bool order_ring(struct subset *s)
{
	struct reason *reason = s->reason;
	size_t count = reason->links.count, at = 0, place = 0;
	size_t *onward = malloc(s->place_count * sizeof *onward);
	struct reason_link *ordered = malloc(count * sizeof *ordered);
	s->view->work->gains.failed |= !onward || !ordered;
	bool ring = onward && ordered && find_onward(s, onward);
	while (ring && at < count && onward[place] < count) {
		size_t arc = onward[place], move;
		onward[place] = count;
		ordered[at++] = reason->links.at[arc];
		place = s->to[arc];
		move = s->move_of[place];
		if (move < count && at < count)
			ordered[at++] = reason->links.at[move];
	}
	ring = ring && at == count && place == 0;
	for (size_t i = 0; ring && i < count; i++) {
		reason->links.at[i] = ordered[i];
		reason->links.at[i].day = s->view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
	}
	free(ordered);
	free(onward);
	return ring;
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
			link.day = s->days[s->to[i]];
		reason->links.at[kept++] = link;
	}
	reason->links.count = kept;
}

static void reverse(struct reason_link *links, size_t count)
{
	for (size_t i = 0, j = count; i + 1 < j; i++) {
		struct reason_link link = links[i];
		links[i] = links[--j];
		links[j] = link;
	}
}

/* Turns what follows the first link so that it ends with what leads to a place, which it goes round to again
 * from there; what it came to there is beyond the limit. */
static void end_at(const struct view *view, struct reason *reason, uint32_t place, plan_day limit)
{
	size_t count = reason->links.count, end = count;
	while (end > 0 && reason->links.at[end - 1].place != place)
		end--;
	if (end > 1) {
		struct reason_link *turned = reason->links.at + 1;
		reverse(turned, end - 1);
		reverse(turned + end - 1, count - end);
		reverse(turned, count - 1);
	}
	struct reason_link *last = &reason->links.at[count - 1];
	if (!view_beyond(view, last->day, limit))
		last->day = limit + (view->upper ? -1 : 1);
}

/* Leaves some links out; false, and they stay, when the others do not reach the aim without them. */
static bool leave_out(struct subset *s, size_t from, size_t count, struct aim aim)
{
	bool any = false;
	for (size_t i = from; i < from + count; i++)
		any |= s->in[i];
	if (!any || s->left < 0)
		return false;
	bool *was = malloc(count * sizeof *was);
	s->view->work->gains.failed |= !was;
	if (!was)
		return false;
	memcpy(was, s->in + from, count * sizeof *was);
	memset(s->in + from, false, count * sizeof *was);
	bool out = reaches(s, aim);
	if (!out)
		memcpy(s->in + from, was, count * sizeof *was);
	free(was);
	return out;
}

/*
 * Leaves out every link that the others can do without: of few each in turn, of many halves first, then
 * quarters, down to each alone.
 */
static void leave_out_all(struct subset *s, struct aim aim)
{
	size_t count = s->reason->links.count, size = 1;
	while (count > FEW_LINKS && size * 2 < count)
		size *= 2;
	for (; size > 0; size /= 2)
		for (size_t end = count; end > 0; end -= end < size ? end : size)
			leave_out(s, end < size ? 0 : end - size, end < size ? end : size, aim);
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
	leave_out_all(s, aim);
	if (s->left < 0)
		s->left = LAST_LOOK;
	reaches(s, aim);
	uint32_t out = reason->endless ? subset_way_out(s) : NETWORK_NONE;
	keep_in(s);
	if (!reason->endless) {
		end_at(s->view, reason, place, limit);
		return PLAN_OK;
	}
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
	reason->rounds = true;
	struct subset subset;
	enum plan_status status = subset_init(&subset, view, reason);
	if (status == PLAN_OK)
		status = reduce(&subset, place, limit);
	subset_free(&subset);
	return status;
}
