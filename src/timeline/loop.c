#include "timeline/loop.h"

#include <stdlib.h>
#include <string.h>

/* Reasons with more links than this are not tried without each of them, and not more rings are looked at. */
enum { LINKS_MAX = 200, RINGS_MAX = 64 };

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
	size_t *by;     /* by place: the link that moved it last; the count of links at first */
	size_t place_count;
	uint32_t ring[LINKS_MAX]; /* arcs of a ring that gains for ever, if one was met */
	uint32_t ring_count;
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
static bool move_on(struct subset *s, uint32_t place, plan_day day, size_t by)
{
	size_t at = place_at(s, place);
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

static bool in_horizon(plan_day day)
{
	return day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX;
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
		plan_day from = s->days[place_at(s, source(s->view, link->arc))];
		if (in_horizon(from))
			moved |= move_on(s, link->place, view_apply(s->view, link->arc, from), i);
	}
	return moved;
}

/* Whether the links that are in lead `place` beyond `limit`. */
static bool leads_beyond(struct subset *s, uint32_t place, plan_day limit)
{
	const plan_day *end = &s->days[place_at(s, place)];
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
		at = place_at(s, source(s->view, s->reason->links.at[s->by[at]].arc));
	}
	start = at;
	s->ring_count = 0;
	do {
		if (s->by[at] == count || s->reason->links.at[s->by[at]].kind != REASON_ARC)
			return false;
		s->ring[s->ring_count++] = s->reason->links.at[s->by[at]].arc;
		at = place_at(s, source(s->view, s->reason->links.at[s->by[at]].arc));
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

/* The first place that all links together lead out of 1900-2199; NETWORK_NONE when they come to rest. */
static uint32_t find_way_out(struct subset *s)
{
	start_days(s);
	bool moved = true;
	unsigned look = 2;
	for (unsigned round = 1; moved && s->view->work->solver.moves_left >= 0; round++) {
		moved = go_through(s);
		for (size_t i = 0; i < s->place_count; i++)
			if (!in_horizon(s->days[i]))
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

static enum plan_status subset_init(struct subset *s, const struct view *view, struct reason *reason)
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
	free(s->by);
	*s = (struct subset){.view = s->view, .reason = s->reason};
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
	return aim.place == NETWORK_NONE ? find_way_out(s) != NETWORK_NONE
									 : leads_beyond(s, aim.place, aim.limit);
}

/* The arc that leads on from a place and is in, from link `from` on; the count of links when there is none.
 */
static size_t find_next(const struct subset *s, uint32_t place)
{
	size_t i = 0;
	while (i < s->reason->links.count && (!s->in[i] || s->reason->links.at[i].kind != REASON_ARC ||
										  source(s->view, s->reason->links.at[i].arc) != place))
		i++;
	return i;
}

/* Puts the links in the order of the ring that they are; false when they are none. */
static bool order_ring(struct subset *s)
{
	struct reason *reason = s->reason;
	size_t count = reason->links.count, at = 0;
	struct reason_link ordered[LINKS_MAX];
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
			link.day = s->days[place_at(s, link.place)];
		reason->links.at[kept++] = link;
	}
	reason->links.count = kept;
}

/* Leaves out every link that the others can do without. */
static enum plan_status reduce(struct subset *s, uint32_t place, plan_day limit)
{
	struct reason *reason = s->reason;
	reason->endless = find_way_out(s) != NETWORK_NONE;
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
	uint32_t out = reason->endless ? find_way_out(s) : NETWORK_NONE;
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

/* The rings that a reason goes round, one after the other. */
struct rings {
	const struct view *view;
	struct reason *reason;
	size_t *open;  /* links from the first on, the rounds gone so far left out */
	size_t *depth; /* by place: 1 + where it is among them, 0 for nowhere */
	size_t count;
	uint32_t *arcs;            /* of the ring at hand */
	uint64_t known[RINGS_MAX]; /* what tells apart the rings that were looked at */
	size_t known_count;
};

static bool is_moved(const struct reason *reason, size_t i)
{
	return i + 1 < reason->links.count && reason->links.at[i + 1].kind == REASON_MOVE;
}

/* Whether a ring was looked at before; it is remembered. True as well when too many were. */
static bool is_known(struct rings *r, size_t first, size_t count)
{
	uint64_t hash = 0;
	for (size_t i = first; i < count; i++)
		hash += (r->reason->links.at[r->open[i]].arc + 1) * UINT64_C(0x9E3779B97F4A7C15);
	for (size_t i = 0; i < r->known_count; i++)
		if (r->known[i] == hash)
			return true;
	if (r->known_count == RINGS_MAX)
		return true;
	r->known[r->known_count++] = hash;
	return false;
}

/* Whether going round the links `open` from the first day there is passes the last one. */
static bool passes_all(const struct rings *r, const size_t *open, size_t count, const bool *moved)
{
	plan_day start = r->view->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN, day = start, from;
	int64_t *left = &r->view->work->solver.moves_left;
	do {
		from = day;
		*left -= 8 * (int64_t)count;
		for (size_t i = 0; i < count && in_horizon(day); i++) {
			const struct reason_link *link = &r->reason->links.at[open[i]];
			day = view_apply(r->view, link->arc, day);
			if (view_beyond(r->view, start, day))
				day = start;
			if (moved[i])
				day = view_move(r->view, link->place, day);
		}
	} while (in_horizon(day) && view_beyond(r->view, day, from) && *left >= 0);
	return !in_horizon(day);
}

/* Keeps only a ring, without the moves that it can do without. */
static enum plan_status become_ring(struct rings *r, const size_t *open, size_t count, bool *moved)
{
	struct reason ring = {.ring = true};
	plan_day day = r->view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
	for (size_t i = 0; i < count; i++) {
		struct reason_link link = r->reason->links.at[open[i]];
		bool was = moved[i];
		moved[i] = false;
		moved[i] = was && !passes_all(r, open, count, moved);
		link.day = day;
		struct reason_link *kept = VEC_PUSH(&ring.links);
		if (kept)
			*kept = link;
		struct reason_link *move = kept && moved[i] ? VEC_PUSH(&ring.links) : kept;
		if (!move) {
			reason_free(&ring);
			return PLAN_NOMEM;
		}
		if (moved[i])
			*move = (struct reason_link){REASON_MOVE, link.place, NETWORK_NONE, day};
	}
	reason_free(r->reason);
	*r->reason = ring;
	return PLAN_OK;
}

/* Looks at the ring that the open links from `first` on are. */
static enum plan_status try_ring(struct rings *r, size_t first)
{
	size_t count = r->count - first;
	const size_t *open = r->open + first;
	if (is_known(r, first, r->count))
		return PLAN_OK;
	bool *moved = malloc(count * sizeof *moved);
	if (!moved)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++) {
		r->arcs[i] = r->reason->links.at[open[i]].arc;
		moved[i] = is_moved(r->reason, open[i]);
	}
	struct timeline_work *work = r->view->work;
	enum plan_status status = PLAN_OK;
	if (!r->view->upper && ring_gains(&work->gains, &work->compiled.network, r->arcs, (uint32_t)count)) {
		status = PLAN_NOMEM;
		struct reason ring = {0};
		if (reason_of_ring(r->view, r->arcs, (uint32_t)count, &ring) == PLAN_OK) {
			reason_free(r->reason);
			*r->reason = ring;
			status = PLAN_OK;
		} else
			reason_free(&ring);
	} else if (passes_all(r, open, count, moved))
		status = become_ring(r, open, count, moved);
	free(moved);
	return status;
}

/* Follows the links and looks at each ring that they close, until one is found that never comes to rest. */
static enum plan_status find_ring(struct rings *r)
{
	for (size_t i = 0; i < r->reason->links.count; i++) {
		const struct reason_link *link = &r->reason->links.at[i];
		if (link->kind == REASON_MOVE)
			continue;
		size_t back = r->depth[link->place];
		r->open[r->count++] = i;
		if (back == 0) {
			r->depth[link->place] = r->count;
			continue;
		}
		if (try_ring(r, back) != PLAN_OK)
			return PLAN_NOMEM;
		if (r->reason->ring)
			return PLAN_OK;
		while (r->count > back) {
			const struct reason_link *last = &r->reason->links.at[r->open[--r->count]];
			if (last->place != link->place)
				r->depth[last->place] = 0;
		}
	}
	return PLAN_OK;
}

/* `*returns` says whether the links come to any place twice. */
static enum plan_status find_any_ring(const struct view *view, struct reason *reason, bool *returns)
{
	size_t count = reason->links.count, places = view->work->compiled.network.variable_count;
	struct rings rings = {.view = view, .reason = reason};
	rings.open = malloc(count * sizeof *rings.open);
	rings.arcs = malloc(count * sizeof *rings.arcs);
	rings.depth = calloc(places, sizeof *rings.depth);
	enum plan_status status = PLAN_NOMEM;
	if (rings.open && rings.arcs && rings.depth)
		status = find_ring(&rings);
	*returns = rings.known_count > 0;
	free(rings.open);
	free(rings.arcs);
	free(rings.depth);
	return status;
}

enum plan_status loop_reduce(const struct view *view, plan_day limit, struct reason *reason)
{
	bool returns;
	if (find_any_ring(view, reason, &returns) != PLAN_OK)
		return PLAN_NOMEM;
	if (reason->ring || !returns)
		return PLAN_OK;
	uint32_t place = reason->links.at[reason->links.count - 1].place;
	if (keep_first(view, reason) != PLAN_OK)
		return PLAN_NOMEM;
	if (reason->links.count > LINKS_MAX)
		return PLAN_OK;
	struct subset subset;
	enum plan_status status = subset_init(&subset, view, reason);
	if (status == PLAN_OK)
		status = reduce(&subset, place, limit);
	subset_free(&subset);
	return status;
}
