#include "timeline/loop.h"

#include <stdlib.h>

/* Reasons with more links than this are not tried without each of them, and rings are not followed longer
 * than so many arcs. */
enum { LINKS_MAX = 200, STEPS_MAX = 1 << 20 };

static int compare_places(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* The links of a reason, each once, and the places that they are about. */
struct subset {
	const struct view *view;
	struct reason *reason;
	bool *in; /* by link: not left out */
	uint32_t *places;
	plan_day *days; /* by place */
	size_t place_count;
};

static size_t place_at(const struct subset *s, uint32_t place)
{
	const uint32_t *found = bsearch(&place, s->places, s->place_count, sizeof *s->places, compare_places);
	return (size_t)(found - s->places);
}

static uint32_t source(const struct view *view, uint32_t arc)
{
	const struct network *network = &view->work->compiled.network;
	return view->upper ? network->arcs[arc].target : network_source(network, arc);
}

/* Moves a place on to `day`, and from there to its set if that is one of the links; true when it moved. */
static bool move_on(struct subset *s, uint32_t place, plan_day day)
{
	plan_day *has = &s->days[place_at(s, place)];
	for (size_t i = 0; i < s->reason->links.count; i++)
		if (s->in[i] && s->reason->links.at[i].kind == REASON_MOVE && s->reason->links.at[i].place == place)
			day = view_move(s->view, place, day);
	if (!view_beyond(s->view, day, *has))
		return false;
	*has = day;
	return true;
}

static bool in_horizon(plan_day day)
{
	return day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX;
}

/* Whether the links that are in lead `place` beyond `limit`. */
static bool leads_beyond(struct subset *s, uint32_t place, plan_day limit)
{
	const plan_day *end = &s->days[place_at(s, place)];
	for (size_t i = 0; i < s->place_count; i++)
		s->days[i] = s->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	for (size_t i = 0; i < s->place_count; i++)
		move_on(s, s->places[i], s->view->upper ? PLAN_DAY_MAX + 1 : PLAN_DAY_MIN - 1);
	bool moved = true;
	for (unsigned steps = 0; moved && steps < STEPS_MAX && !view_beyond(s->view, *end, limit);) {
		moved = false;
		for (size_t i = 0; i < s->reason->links.count; i++, steps++) {
			const struct reason_link *link = &s->reason->links.at[i];
			if (!s->in[i] || link->kind == REASON_MOVE)
				continue;
			plan_day day;
			if (link->kind == REASON_BOUND)
				day = view_own(s->view, link->place).day;
			else {
				plan_day from = s->days[place_at(s, source(s->view, link->arc))];
				if (!in_horizon(from))
					continue;
				day = view_apply(s->view, link->arc, from);
			}
			moved |= move_on(s, link->place, day);
		}
	}
	return view_beyond(s->view, *end, limit);
}

/* Keeps the first of the same links. */
static void keep_first(struct reason *reason)
{
	size_t kept = 0;
	for (size_t i = 0; i < reason->links.count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		bool known = false;
		for (size_t j = 0; j < kept && !known; j++) {
			const struct reason_link *other = &reason->links.at[j];
			known = other->kind == link->kind && other->place == link->place && other->arc == link->arc;
		}
		if (!known)
			reason->links.at[kept++] = *link;
	}
	reason->links.count = kept;
}

static enum plan_status subset_init(struct subset *s, const struct view *view, struct reason *reason)
{
	size_t count = reason->links.count;
	*s = (struct subset){.view = view, .reason = reason};
	s->in = malloc(count * sizeof *s->in);
	s->places = malloc(2 * count * sizeof *s->places);
	s->days = malloc(2 * count * sizeof *s->days);
	if (!s->in || !s->places || !s->days)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		s->in[i] = true;
		s->places[s->place_count++] = link->place;
		if (link->kind == REASON_ARC)
			s->places[s->place_count++] = source(view, link->arc);
	}
	qsort(s->places, s->place_count, sizeof *s->places, compare_places);
	size_t unique = 0;
	for (size_t i = 0; i < s->place_count; i++)
		if (i == 0 || s->places[i] != s->places[unique - 1])
			s->places[unique++] = s->places[i];
	s->place_count = unique;
	return PLAN_OK;
}

static void subset_free(struct subset *s)
{
	free(s->in);
	free(s->places);
	free(s->days);
}

/* Leaves out every link that the others can do without, and writes down the days they come to. */
static void reduce(struct subset *s, uint32_t place, plan_day limit)
{
	struct reason *reason = s->reason;
	size_t kept = 0;
	for (size_t i = reason->links.count; i-- > 0;) {
		s->in[i] = false;
		s->in[i] = !leads_beyond(s, place, limit);
	}
	leads_beyond(s, place, limit);
	for (size_t i = 0; i < reason->links.count; i++) {
		if (!s->in[i])
			continue;
		struct reason_link link = reason->links.at[i];
		if (link.kind != REASON_BOUND)
			link.day = s->days[place_at(s, link.place)];
		reason->links.at[kept++] = link;
	}
	reason->links.count = kept;
}

/* Where a ring begins and ends among the links: the first place that is come to twice, nothing twice between;
 * `*end` is 0 when there is none. */
static enum plan_status find_round(const struct view *view, const struct reason *reason, size_t *first,
								   size_t *end)
{
	size_t *visit = calloc((size_t)view->work->compiled.network.variable_count + 1, sizeof *visit);
	*end = 0;
	if (!visit)
		return PLAN_NOMEM;
	for (size_t i = 0; i < reason->links.count && *end == 0; i++) {
		const struct reason_link *link = &reason->links.at[i];
		if (link->kind == REASON_MOVE)
			continue;
		if (visit[link->place]) {
			*first = visit[link->place];
			*end = i + 1;
		}
		visit[link->place] = i + 1;
	}
	free(visit);
	return PLAN_OK;
}

/*
 * Whether the links first..end-1, a ring, move every day on for ever: by their gain, or by going round from
 * the first day there is until the last is passed.
 */
static bool never_rests(const struct view *view, const struct reason *reason, size_t first, size_t end)
{
	plan_day day = view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	for (unsigned steps = 0; steps < STEPS_MAX;) {
		plan_day from = day;
		for (size_t i = first; i < end && in_horizon(day); i++, steps++) {
			const struct reason_link *link = &reason->links.at[i];
			day = link->kind == REASON_MOVE ? view_move(view, link->place, day)
											: view_apply(view, link->arc, day);
			if (view_beyond(view, view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN, day))
				day = view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
		}
		if (!in_horizon(day))
			return true;
		if (!view_beyond(view, day, from))
			return false;
	}
	return false;
}

/* Keeps only the ring first..end-1, without the moves that it can do without. */
static void become_ring(const struct view *view, struct reason *reason, size_t first, size_t end)
{
	size_t count = end - first;
	for (size_t i = 0; i < count; i++)
		reason->links.at[i] = reason->links.at[first + i];
	reason->links.count = count;
	reason->ring = true;
	for (size_t i = count; i-- > 0;) {
		struct reason_link link = reason->links.at[i];
		if (link.kind != REASON_MOVE)
			continue;
		for (size_t j = i; j + 1 < reason->links.count; j++)
			reason->links.at[j] = reason->links.at[j + 1];
		reason->links.count--;
		if (never_rests(view, reason, 0, reason->links.count))
			continue;
		for (size_t j = reason->links.count++; j > i; j--)
			reason->links.at[j] = reason->links.at[j - 1];
		reason->links.at[i] = link;
	}
	for (size_t i = 0; i < reason->links.count; i++)
		reason->links.at[i].day = view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
}

enum plan_status loop_reduce(const struct view *view, plan_day limit, struct reason *reason)
{
	size_t first = 0, end;
	if (find_round(view, reason, &first, &end) != PLAN_OK)
		return PLAN_NOMEM;
	if (end == 0)
		return PLAN_OK;
	/* A move right behind the place that the ring comes back to belongs to it. */
	if (end < reason->links.count && reason->links.at[end].kind == REASON_MOVE)
		end++;
	if (first < end && reason->links.at[first].kind == REASON_MOVE)
		first++;
	if (never_rests(view, reason, first, end)) {
		become_ring(view, reason, first, end);
		return PLAN_OK;
	}
	uint32_t place = reason->links.at[reason->links.count - 1].place;
	if (reason->links.count > LINKS_MAX * LINKS_MAX / 8)
		return PLAN_OK;
	keep_first(reason);
	if (reason->links.count > LINKS_MAX)
		return PLAN_OK;
	struct subset subset;
	enum plan_status status = subset_init(&subset, view, reason);
	if (status == PLAN_OK)
		reduce(&subset, place, limit);
	subset_free(&subset);
	return status;
}
