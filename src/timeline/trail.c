#include "timeline/trail.h"

#include <stdlib.h>

enum { MOVES_MAX = 1 << 18 };

/* A move of one place: by an arc, from what the move `from` had led to. */
struct move {
	uint32_t place, arc, from;
	plan_day day;
};

struct trail {
	const struct view *view;
	struct component component;
	VEC(struct move) moves;
	uint32_t *last;  /* by place from the component's first: its last move */
	uint32_t *queue; /* a ring buffer of places to follow, each at most once */
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

/* Moves a place to a day that is already one of its set; PLAN_NOMEM when memory ran out. */
static enum plan_status add_move(struct trail *t, uint32_t place, uint32_t arc, uint32_t from, plan_day day)
{
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

static enum plan_status follow(struct trail *t, uint32_t at)
{
	const struct network *network = &t->view->work->compiled.network;
	uint32_t place = t->component.first + at, from = t->last[at];
	bool upper = t->view->upper;
	const uint32_t *first = upper ? network->entry_first : network->first;
	t->view->work->solver.moves_left -= 8 * (int64_t)(first[place + 1] - first[place]);
	for (uint32_t i = first[place]; i < first[place + 1] && t->found == NETWORK_NONE; i++) {
		uint32_t arc = upper ? network->entries[i].arc : i;
		uint32_t other = upper ? network->entries[i].source : network->arcs[i].target;
		if (other < t->component.first || other >= t->component.end)
			continue;
		plan_day day = view_apply(t->view, arc, t->moves.at[from].day);
		plan_day has = t->moves.at[t->last[other - t->component.first]].day;
		if (!view_beyond(t->view, day, has) || (t->view->settled && t->view->settled[other]))
			continue;
		if (add_move(t, other, arc, from, view_move(t->view, other, day)) != PLAN_OK)
			return PLAN_NOMEM;
	}
	return PLAN_OK;
}

static enum plan_status run(struct trail *t, const plan_day *entry)
{
	for (uint32_t at = 0; at < size(t); at++) {
		uint32_t place = t->component.first + at;
		plan_day day = view_move(t->view, place, entry[at]);
		if (add_move(t, place, NETWORK_NONE, NETWORK_NONE, day) != PLAN_OK)
			return PLAN_NOMEM;
	}
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
	free(t.last);
	free(t.queue);
	free(t.queued);
	return status;
}
