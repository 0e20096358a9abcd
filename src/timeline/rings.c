#include "timeline/rings.h"

#include <stdlib.h>

/* Not more rings of a reason are looked at. */
enum { RINGS_MAX = 64 };

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
		for (size_t i = 0; i < count && view_has_day(day); i++) {
			const struct reason_link *link = &r->reason->links.at[open[i]];
			day = view_apply(r->view, link->arc, day);
			if (view_beyond(r->view, start, day))
				day = start;
			if (moved[i])
				day = view_move(r->view, link->place, day);
		}
	} while (view_has_day(day) && view_beyond(r->view, day, from) && *left >= 0);
	return !view_has_day(day);
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

enum plan_status rings_find(const struct view *view, struct reason *reason, bool *returns)
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
