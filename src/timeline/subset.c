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

/* Moves a place on to `day`, and from there to its set if that is one of the links; true when it moved. */
static bool move_on(struct subset *s, uint32_t place, plan_day day, size_t by)
{
	size_t at = subset_place(s, place);
	plan_day *has = &s->days[at];
	for (size_t i = 0; i < s->reason->links.count; i++)
		if (s->in[i] && s->reason->links.at[i].kind == REASON_MOVE && s->reason->links.at[i].place == place)
			day = view_move(s->view, place, day);
	if (!view_beyond(s->view, day, *has))
		return false;
	*has = day;
	s->by[at] = by;
	return true;
}

static void start_days(struct subset *s)
{
	s->ring_count = 0;
	plan_day first = s->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	for (size_t i = 0; i < s->place_count; i++)
		s->days[i] = s->view->upper ? first + 1 : first - 1;
	for (size_t i = 0; i < s->place_count; i++)
		move_on(s, s->places[i], first, s->reason->links.count);
}

/* Goes once through the links that are in; whether any day moved. */
static bool go_through(struct subset *s)
{
	bool moved = false;
	s->view->work->solver.moves_left -= 8 * (int64_t)s->reason->links.count;
	for (size_t i = 0; i < s->reason->links.count; i++) {
		const struct reason_link *link = &s->reason->links.at[i];
		if (!s->in[i])
			continue;
		if (link->kind == REASON_BOUND)
			moved |= move_on(s, link->place, view_own(s->view, link->place).day, i);
		if (link->kind != REASON_ARC)
			continue;
		plan_day from = s->days[subset_place(s, view_source(s->view, link->arc))];
		if (view_has_day(from))
			moved |= move_on(s, link->place, view_apply(s->view, link->arc, from), i);
	}
	return moved;
}

bool subset_leads_beyond(struct subset *s, uint32_t place, plan_day limit)
{
	const plan_day *end = &s->days[subset_place(s, place)];
	start_days(s);
	while (!view_beyond(s->view, *end, limit) && s->view->work->solver.moves_left >= 0)
		if (!go_through(s))
			break;
	return view_beyond(s->view, *end, limit);
}

/* Follows what moved a place back, and keeps the ring that this ends in if there is one and it gains. */
static bool find_gain(struct subset *s, size_t at)
{
	struct timeline_work *work = s->view->work;
	size_t count = s->reason->links.count, start;
	/* After as many steps as there are places one is on the ring, if at all. */
	for (size_t steps = 0; steps < s->place_count; steps++) {
		if (s->by[at] == count || s->reason->links.at[s->by[at]].kind != REASON_ARC)
			return false;
		at = subset_place(s, view_source(s->view, s->reason->links.at[s->by[at]].arc));
	}
	start = at;
	s->ring_count = 0;
	do {
		if (s->by[at] == count || s->reason->links.at[s->by[at]].kind != REASON_ARC)
			return false;
		s->ring[s->ring_count++] = s->reason->links.at[s->by[at]].arc;
		at = subset_place(s, view_source(s->view, s->reason->links.at[s->by[at]].arc));
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

uint32_t subset_way_out(struct subset *s)
{
	start_days(s);
	bool moved = true;
	unsigned look = 2;
	for (unsigned round = 1; moved && s->view->work->solver.moves_left >= 0; round++) {
		moved = go_through(s);
		for (size_t i = 0; i < s->place_count; i++)
			if (!view_has_day(s->days[i]))
				return s->places[i];
		if (round < look)
			continue;
		look *= 2;
		for (size_t i = 0; i < s->place_count; i++)
			if (find_gain(s, i))
				return s->places[i];
	}
	return NETWORK_NONE;
}

enum plan_status subset_init(struct subset *s, const struct view *view, struct reason *reason)
{
	size_t count = reason->links.count;
	*s = (struct subset){.view = view, .reason = reason};
	s->in = malloc(count * sizeof *s->in);
	s->places = malloc(2 * count * sizeof *s->places);
	s->days = malloc(2 * count * sizeof *s->days);
	s->by = malloc(2 * count * sizeof *s->by);
	if (!s->in || !s->places || !s->days || !s->by)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		s->in[i] = true;
		s->places[s->place_count++] = link->place;
		if (link->kind == REASON_ARC)
			s->places[s->place_count++] = view_source(view, link->arc);
	}
	qsort(s->places, s->place_count, sizeof *s->places, compare_places);
	size_t unique = 0;
	for (size_t i = 0; i < s->place_count; i++)
		if (i == 0 || s->places[i] != s->places[unique - 1])
			s->places[unique++] = s->places[i];
	s->place_count = unique;
	return PLAN_OK;
}

void subset_free(struct subset *s)
{
	free(s->in);
	free(s->places);
	free(s->days);
	free(s->by);
	*s = (struct subset){.view = s->view, .reason = s->reason};
}
