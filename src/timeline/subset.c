#include "timeline/subset.h"

#include <stdlib.h>

static int compare_places(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

size_t subset_place(const struct subset *s, uint32_t place)
{
	const uint32_t *found = bsearch(&place, s->places, s->place_count, sizeof *s->places, compare_places);
	return (size_t)(found - s->places);
}

/* Moves a place, known by where it is among them, on to `day`, and from there to its set if that is one of
 * the links; true when it moved. */
static bool move_on(struct subset *s, size_t at, plan_day day, size_t by)
{
	size_t move = s->move_of[at];
	if (move < s->reason->links.count && s->in[move])
		day = view_move(s->view, s->places[at], day);
	if (!view_beyond(s->view, day, s->days[at]))
		return false;
	s->days[at] = day;
	s->by[at] = by;
	return true;
}

static void start_days(struct subset *s)
{
	s->ring_count = 0;
	s->left -= (int64_t)s->place_count;
	plan_day first = s->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	for (size_t i = 0; i < s->place_count; i++)
		s->days[i] = s->view->upper ? first + 1 : first - 1;
	for (size_t i = 0; i < s->place_count; i++)
		move_on(s, i, first, s->reason->links.count);
}

/* Goes once through the links that are in; whether any day moved. */
static bool go_through(struct subset *s)
{
	bool moved = false;
	s->left -= (int64_t)s->reason->links.count;
	for (size_t i = 0; i < s->reason->links.count; i++) {
		const struct reason_link *link = &s->reason->links.at[i];
		if (!s->in[i])
			continue;
		if (link->kind == REASON_BOUND)
			moved |= move_on(s, s->to[i], view_own(s->view, link->place).day, i);
		if (link->kind != REASON_ARC)
			continue;
		plan_day from = s->days[s->from[i]];
		if (view_has_day(from))
			moved |= move_on(s, s->to[i], view_apply(s->view, link->arc, from), i);
	}
	return moved;
}

bool subset_leads_beyond(struct subset *s, uint32_t place, plan_day limit)
{
	const plan_day *end = &s->days[subset_place(s, place)];
	start_days(s);
	while (!view_beyond(s->view, *end, limit) && s->left >= 0)
		if (!go_through(s))
			break;
	return view_beyond(s->view, *end, limit);
}

/* Where what moved a place comes from; the count of places when no arc did. */
static size_t mover(const struct subset *s, size_t at)
{
	size_t by = s->by[at];
	bool arc = by < s->reason->links.count && s->reason->links.at[by].kind == REASON_ARC;
	return arc ? s->from[by] : s->place_count;
}

/* Keeps the ring of movers that a place lies on if it gains. */
static bool keep_ring(struct subset *s, size_t start)
{
	struct timeline_work *work = s->view->work;
	size_t at = start;
	s->ring_count = 0;
	do {
		s->ring[s->ring_count++] = s->reason->links.at[s->by[at]].arc;
		at = mover(s, at);
	} while (at != start);
	for (uint32_t i = 0, j = s->ring_count; i + 1 < j; i++) {
		uint32_t arc = s->ring[i];
		s->ring[i] = s->ring[--j];
		s->ring[j] = arc;
	}
	if (!s->view->upper && ring_gains(&work->gains, &work->compiled.network, s->ring, s->ring_count))
		return true;
	s->ring_count = 0;
	return false;
}

/* Looks at every ring of movers once, and keeps the first that gains; true when there is one. */
static bool find_gain(struct subset *s)
{
	s->left -= (int64_t)s->place_count;
	for (size_t i = 0; i < s->place_count; i++)
		s->met[i] = 0;
	for (size_t start = 0; start < s->place_count; start++) {
		size_t at = start;
		for (; at < s->place_count && s->met[at] == 0; at = mover(s, at))
			s->met[at] = start + 1;
		if (at < s->place_count && s->met[at] == start + 1 && keep_ring(s, at))
			return true;
	}
	return false;
}

uint32_t subset_way_out(struct subset *s)
{
	start_days(s);
	bool moved = true;
	unsigned look = 2;
	for (unsigned round = 1; moved && s->left >= 0; round++) {
		moved = go_through(s);
		for (size_t i = 0; i < s->place_count; i++)
			if (!view_has_day(s->days[i]))
				return s->places[i];
		if (round < look)
			continue;
		look *= 2;
		if (find_gain(s))
			return s->view->work->compiled.network.arcs[s->ring[0]].target;
	}
	return NETWORK_NONE;
}

/* Lists the places, each once. */
static void list_places(struct subset *s)
{
	for (size_t i = 0; i < s->reason->links.count; i++) {
		const struct reason_link *link = &s->reason->links.at[i];
		s->places[s->place_count++] = link->place;
		if (link->kind == REASON_ARC)
			s->places[s->place_count++] = view_source(s->view, link->arc);
	}
	qsort(s->places, s->place_count, sizeof *s->places, compare_places);
	size_t unique = 0;
	for (size_t i = 0; i < s->place_count; i++)
		if (i == 0 || s->places[i] != s->places[unique - 1])
			s->places[unique++] = s->places[i];
	s->place_count = unique;
}

enum plan_status subset_init(struct subset *s, const struct view *view, struct reason *reason)
{
	size_t count = reason->links.count;
	*s = (struct subset){.view = view, .reason = reason};
	s->in = malloc(count * sizeof *s->in);
	s->from = malloc(count * sizeof *s->from);
	s->to = malloc(count * sizeof *s->to);
	s->ring = malloc(count * sizeof *s->ring);
	s->places = malloc(2 * count * sizeof *s->places);
	s->days = malloc(2 * count * sizeof *s->days);
	s->by = malloc(2 * count * sizeof *s->by);
	s->move_of = malloc(2 * count * sizeof *s->move_of);
	s->met = malloc(2 * count * sizeof *s->met);
	if (!s->in || !s->from || !s->to || !s->ring || !s->places || !s->days || !s->by || !s->move_of ||
		!s->met)
		return PLAN_NOMEM;
	list_places(s);
	for (size_t i = 0; i < s->place_count; i++)
		s->move_of[i] = count;
	for (size_t i = 0; i < count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		s->in[i] = true;
		s->to[i] = subset_place(s, link->place);
		s->from[i] = link->kind == REASON_ARC ? subset_place(s, view_source(view, link->arc)) : s->to[i];
		if (link->kind == REASON_MOVE)
			s->move_of[s->to[i]] = i;
	}
	s->left = view->work->reduce_left / 2;
	view->work->reduce_left -= s->left;
	return PLAN_OK;
}

void subset_free(struct subset *s)
{
	if (s->left > 0)
		s->view->work->reduce_left += s->left;
	free(s->in);
	free(s->from);
	free(s->to);
	free(s->ring);
	free(s->move_of);
	free(s->met);
	free(s->places);
	free(s->days);
	free(s->by);
	*s = (struct subset){.view = s->view, .reason = s->reason};
}
