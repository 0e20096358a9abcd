#include "timeline/rings.h"

#include "timeline/lap.h"

#include <stdlib.h>
#include <string.h>

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

/* Whether going round a ring of arcs from the first day there is passes the last one. PLAN_NOMEM on failure.
 */
static enum plan_status passes_all(const struct view *view, const uint32_t *arcs, uint32_t count,
								   const bool *moved, bool *passes)
{
	struct timeline_work *work = view->work;
	struct lap_ring ring = {.network = &work->compiled.network,
							.arcs = arcs,
							.count = count,
							.upper = view->upper,
							.moved = moved};
	plan_day day = ring.upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	struct lap lap;
	enum plan_status status = lap_make(&lap, &ring);
	work->solver.moves_left -= count;
	*passes = status == PLAN_OK && lap_run(&lap, &day, &work->solver.moves_left) == LAP_LEAVES;
	lap_free(&lap);
	return status;
}

/* Leaves out moves that the ring can do without, from half of them at a time down to each alone. */
static enum plan_status drop_moves(const struct view *view, const uint32_t *arcs, uint32_t count, bool *moved)
{
	bool *kept = malloc(count * sizeof *kept);
	enum plan_status status = PLAN_OK;
	if (!kept)
		return PLAN_NOMEM;
	for (uint32_t size = count; size > 0 && status == PLAN_OK; size /= 2)
		for (uint32_t from = 0; from < count && status == PLAN_OK; from += size) {
			uint32_t some = count - from < size ? count - from : size;
			bool passes = true;
			if (!memchr(moved + from, 1, some) || view->work->solver.moves_left < 0)
				continue;
			memcpy(kept, moved, count * sizeof *kept);
			memset(moved + from, false, some);
			status = passes_all(view, arcs, count, moved, &passes);
			if (!passes)
				memcpy(moved, kept, count * sizeof *kept);
		}
	free(kept);
	return status;
}

/* Writes a ring down with the moves that it cannot do without. */
static enum plan_status write_ring(const struct view *view, const uint32_t *arcs, uint32_t count, bool *moved,
								   struct reason *reason)
{
	const struct network *network = &view->work->compiled.network;
	plan_day day = view->upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
	enum plan_status status = drop_moves(view, arcs, count, moved);
	*reason = (struct reason){.ring = true};
	for (uint32_t i = 0; i < count && status == PLAN_OK; i++) {
		uint32_t place = view->upper ? network_source(network, arcs[i]) : network->arcs[arcs[i]].target;
		struct reason_link *kept = VEC_PUSH(&reason->links);
		if (kept)
			*kept = (struct reason_link){REASON_ARC, place, arcs[i], day};
		struct reason_link *move = kept && moved[i] ? VEC_PUSH(&reason->links) : kept;
		if (move && moved[i])
			*move = (struct reason_link){REASON_MOVE, place, NETWORK_NONE, day};
		status = move ? PLAN_OK : PLAN_NOMEM;
	}
	return status;
}

enum plan_status rings_explain(const struct view *view, const uint32_t *arcs, uint32_t count,
							   struct reason *reason)
{
	const struct network *network = &view->work->compiled.network;
	if (ring_gains(&view->work->gains, network, arcs, count))
		return reason_of_ring(view, arcs, count, reason);
	bool *moved = malloc(count * sizeof *moved);
	if (!moved)
		return PLAN_NOMEM;
	for (uint32_t i = 0; i < count; i++)
		moved[i] = network->set[network->arcs[arcs[i]].target] != 0;
	enum plan_status status = write_ring(view, arcs, count, moved, reason);
	free(moved);
	return status;
}

/* Replaces the reason by a ring, which is used up, if that was made. */
static enum plan_status become(struct rings *r, enum plan_status status, struct reason *ring)
{
	if (status != PLAN_OK) {
		reason_free(ring);
		return status;
	}
	reason_free(r->reason);
	*r->reason = *ring;
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
	uint32_t arcs = (uint32_t)count;
	enum plan_status status = PLAN_OK;
	struct reason ring = {0};
	bool passes = false;
	if (!r->view->upper && ring_gains(&work->gains, &work->compiled.network, r->arcs, arcs))
		status = become(r, reason_of_ring(r->view, r->arcs, arcs, &ring), &ring);
	else
		status = passes_all(r->view, r->arcs, arcs, moved, &passes);
	if (status == PLAN_OK && passes)
		status = become(r, write_ring(r->view, r->arcs, arcs, moved, &ring), &ring);
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
	size_t *open = malloc(count * sizeof *open);
	uint32_t *arcs = malloc(count * sizeof *arcs);
	size_t *depth = calloc(places, sizeof *depth);
	struct rings rings = {.view = view, .reason = reason, .open = open, .arcs = arcs, .depth = depth};
	enum plan_status status = PLAN_NOMEM;
	if (open && arcs && depth)
		status = find_ring(&rings);
	*returns = rings.known_count > 0;
	free(open);
	free(arcs);
	free(depth);
	return status;
}
