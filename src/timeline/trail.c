#include "timeline/trail.h"

#include <stdlib.h>
#include <string.h>

enum { MOVES_MAX = 1 << 18 };

/* A move of one place: by an arc, from what the move `from` had led to. */
struct move {
	uint32_t place, arc, from;
	plan_day day;
};

/* An arc that leads on, and where to. */
struct way {
	uint32_t arc, other;
};

struct trail {
	const struct view *view;
	struct component component;
	VEC(struct move) moves;
	VEC(struct way) ways; /* of the place at hand */
	uint32_t *last;       /* by place from the component's first: its last move */
	uint32_t *queue;      /* a ring buffer of places to follow, each at most once */
	bool *queued;
	uint32_t head, count;
	uint32_t place; /* what is looked for */
	plan_day limit;
	uint32_t found; /* its move */
};

static uint32_t size(const struct trail *t)
{
	return t->component.end - t->component.first;
}

static void enqueue(struct trail *t, uint32_t at)
{
	if (t->queued[at])
		return;
	t->queued[at] = true;
	t->queue[(t->head + t->count++) % size(t)] = at;
}

/*
 * Moves a place to a day that is already one of its set; PLAN_NOMEM when memory ran out. Where it has no such
 * day the one that it has is still to be followed.
 */
static enum plan_status add_move(struct trail *t, uint32_t place, uint32_t arc, uint32_t from, plan_day day)
{
	if (arc != NETWORK_NONE && place != t->place && !view_has_day(day))
		return PLAN_OK;
	struct move *move = VEC_PUSH(&t->moves);
	if (!move)
		return PLAN_NOMEM;
	*move = (struct move){place, arc, from, day};
	uint32_t at = place - t->component.first, number = (uint32_t)t->moves.count - 1;
	t->last[at] = number;
	if (place == t->place && view_beyond(t->view, day, t->limit))
		t->found = number;
	if (view_has_day(day))
		enqueue(t, at);
	return PLAN_OK;
}

static int compare_ways(const void *a, const void *b, void *data)
{
	const struct way *x = a, *y = b;
	if (x->arc == y->arc)
		return 0;
	return view_is_before(data, x->arc, x->other, y->arc, y->other) ? -1 : 1;
}

/* Collects the arcs of a place that stay in the component, in an order that is not the file's. */
static enum plan_status find_ways(struct trail *t, uint32_t place)
{
	const struct network *network = &t->view->work->compiled.network;
	bool upper = t->view->upper;
	const uint32_t *first = upper ? network->entry_first : network->first;
	t->ways.count = 0;
	for (uint32_t i = first[place]; i < first[place + 1]; i++) {
		struct way way = {upper ? network->entries[i].arc : i,
						  upper ? network->entries[i].source : network->arcs[i].target};
		if (way.other < t->component.first || way.other >= t->component.end)
			continue;
		struct way *kept = VEC_PUSH(&t->ways);
		if (!kept)
			return PLAN_NOMEM;
		*kept = way;
	}
	if (t->ways.count > 1)
		qsort_r(t->ways.at, t->ways.count, sizeof *t->ways.at, compare_ways, (void *)t->view);
	return PLAN_OK;
}

static enum plan_status follow(struct trail *t, uint32_t at)
{
	uint32_t place = t->component.first + at, from = t->last[at];
	if (find_ways(t, place) != PLAN_OK)
		return PLAN_NOMEM;
	t->view->work->solver.moves_left -= 8 * (int64_t)t->ways.count;
	for (size_t i = 0; i < t->ways.count && t->found == NETWORK_NONE; i++) {
		struct way way = t->ways.at[i];
		plan_day day = view_apply(t->view, way.arc, t->moves.at[from].day);
		plan_day has = t->moves.at[t->last[way.other - t->component.first]].day;
		if (!view_beyond(t->view, day, has) || (t->view->settled && t->view->settled[way.other]))
			continue;
		if (add_move(t, way.other, way.arc, from, view_move(t->view, way.other, day)) != PLAN_OK)
			return PLAN_NOMEM;
	}
	return PLAN_OK;
}

static int compare_places(const void *a, const void *b, void *data)
{
	const struct timeline_work *work = data;
	bool end_a, end_b;
	const struct plan_step *x = work_step(work, *(const uint32_t *)a, &end_a);
	const struct plan_step *y = work_step(work, *(const uint32_t *)b, &end_b);
	int order = strcmp(x->entry.id, y->entry.id);
	return order != 0 ? order : end_a - end_b;
}

/* The component's places, in an order that is not the file's; the network's is not when it was made by id.
 * NULL when memory ran out. */
static uint32_t *ordered_places(const struct trail *t)
{
	uint32_t *places = calloc(size(t), sizeof *places);
	for (uint32_t at = 0; places && at < size(t); at++)
		places[at] = t->component.first + at;
	if (places && !t->view->work->compiled.by_id)
		qsort_r(places, size(t), sizeof *places, compare_places, t->view->work);
	return places;
}

/* Gives every place the day that it has from outside the component. */
static enum plan_status begin(struct trail *t, const plan_day *entry)
{
	uint32_t *places = ordered_places(t);
	enum plan_status status = places ? PLAN_OK : PLAN_NOMEM;
	for (uint32_t i = 0; i < size(t) && status == PLAN_OK; i++) {
		plan_day day = view_move(t->view, places[i], entry[places[i] - t->component.first]);
		status = add_move(t, places[i], NETWORK_NONE, NETWORK_NONE, day);
	}
	free(places);
	return status;
}

static enum plan_status run(struct trail *t, const plan_day *entry)
{
	if (begin(t, entry) != PLAN_OK)
		return PLAN_NOMEM;
	while (t->count > 0 && t->found == NETWORK_NONE && t->moves.count < MOVES_MAX + size(t) &&
		   t->view->work->solver.moves_left >= 0) {
		uint32_t at = t->queue[t->head];
		t->head = (t->head + 1) % size(t);
		t->count--;
		t->queued[at] = false;
		if (follow(t, at) != PLAN_OK)
			return PLAN_NOMEM;
	}
	return PLAN_OK;
}

static enum plan_status write_down(const struct trail *t, struct path *path)
{
	for (uint32_t number = t->found; number != NETWORK_NONE;) {
		const struct move *move = &t->moves.at[number];
		struct hop *hop = VEC_PUSH(&path->hops);
		if (!hop)
			return PLAN_NOMEM;
		*hop = (struct hop){.place = move->place, .arc = move->arc};
		number = move->from;
	}
	return PLAN_OK;
}

enum plan_status trail_find(const struct view *view, struct component component, const plan_day *entry,
							uint32_t place, plan_day limit, struct path *path)
{
	struct trail t = {
		.view = view, .component = component, .place = place, .limit = limit, .found = NETWORK_NONE};
	size_t count = size(&t);
	t.last = malloc(count * sizeof *t.last);
	t.queue = malloc(count * sizeof *t.queue);
	t.queued = calloc(count, sizeof *t.queued);
	enum plan_status status = PLAN_NOMEM;
	if (t.last && t.queue && t.queued)
		status = run(&t, entry);
	if (status == PLAN_OK)
		status = write_down(&t, path);
	VEC_FREE(&t.moves);
	VEC_FREE(&t.ways);
	free(t.last);
	free(t.queue);
	free(t.queued);
	return status;
}
