#include "timeline/order.h"

#include <stdbool.h>
#include <stdlib.h>

#define NONE UINT32_MAX

static uint32_t target(const struct graph *graph, uint32_t arc)
{
	return graph->targets[(size_t)arc * graph->stride];
}

/*
 * Kahn's algorithm with a stack, so that what follows a vertex is near it. `waits` counts the arcs into each
 * vertex and is left with NONE for every vertex that was placed. Returns how many were.
 */
static uint32_t place_acyclic(const struct graph *graph, uint32_t *waits, uint32_t *stack, uint32_t *vertices)
{
	uint32_t depth = 0, placed = 0;
	for (uint32_t arc = 0; arc < graph->first[graph->count]; arc++)
		waits[target(graph, arc)]++;
	for (uint32_t v = graph->count; v-- > 0;)
		if (waits[v] == 0)
			stack[depth++] = v;
	while (depth > 0) {
		uint32_t v = stack[--depth];
		waits[v] = NONE;
		vertices[placed++] = v;
		for (uint32_t arc = graph->first[v + 1]; arc-- > graph->first[v];) {
			uint32_t to = target(graph, arc);
			if (--waits[to] == 0)
				stack[depth++] = to;
		}
	}
	return placed;
}

/* The state of Tarjan's algorithm; arrays by vertex, or used as stacks. */
struct tarjan {
	const struct graph *graph;
	uint32_t *low; /* NONE: placed, 0: not met, else the least number reached, counted from 1 */
	uint32_t *number;
	uint32_t *path, *next_arc; /* the depth-first path, and the next arc of each vertex on it */
	uint32_t *open;            /* met, their component not complete */
	uint32_t depth, open_count, met;
	uint32_t *out; /* components from the back, so that they end up in order */
	uint32_t out_at;
};

static void enter(struct tarjan *t, uint32_t v)
{
	t->low[v] = t->number[v] = ++t->met;
	t->path[t->depth] = v;
	t->next_arc[t->depth++] = t->graph->first[v];
}

static bool has_loop(const struct graph *graph, uint32_t v)
{
	for (uint32_t arc = graph->first[v]; arc < graph->first[v + 1]; arc++)
		if (target(graph, arc) == v)
			return true;
	return false;
}

static enum plan_status add_component(struct order *order, uint32_t first, uint32_t end)
{
	if (order->component_count == order->component_room) {
		uint32_t room = order->component_room + order->component_room / 2 + 8;
		void *grown = realloc(order->components, room * sizeof *order->components);
		if (!grown)
			return PLAN_NOMEM;
		order->components = grown;
		order->component_room = room;
	}
	order->components[order->component_count][0] = first;
	order->components[order->component_count++][1] = end;
	return PLAN_OK;
}

/*
 * Leaves the vertex at the end of the path. Vertices are put on `open` when they are left, so a complete
 * component lies there in postorder, and taken from the back it is written in reverse postorder to the back
 * of what is free.
 */
static enum plan_status leave(struct tarjan *t, struct order *order)
{
	uint32_t v = t->path[--t->depth];
	if (t->depth > 0) {
		uint32_t parent = t->path[t->depth - 1];
		if (t->low[v] < t->low[parent])
			t->low[parent] = t->low[v];
	}
	t->open[t->open_count++] = v;
	if (t->low[v] != t->number[v])
		return PLAN_OK;
	uint32_t size = 0;
	while (size < t->open_count && t->number[t->open[t->open_count - 1 - size]] >= t->number[v])
		size++;
	t->open_count -= size;
	t->out_at -= size;
	for (uint32_t i = 0; i < size; i++) {
		uint32_t member = t->open[t->open_count + size - 1 - i];
		t->low[member] = NONE;
		t->out[t->out_at + i] = member;
	}
	if (size > 1 || has_loop(t->graph, v))
		return add_component(order, t->out_at, t->out_at + size);
	return PLAN_OK;
}

static enum plan_status search(struct tarjan *t, struct order *order, uint32_t root)
{
	enter(t, root);
	while (t->depth > 0) {
		uint32_t v = t->path[t->depth - 1];
		uint32_t *arc = &t->next_arc[t->depth - 1];
		if (*arc == t->graph->first[v + 1]) {
			if (leave(t, order) != PLAN_OK)
				return PLAN_NOMEM;
			continue;
		}
		uint32_t to = target(t->graph, (*arc)++);
		if (t->low[to] == 0)
			enter(t, to);
		else if (t->low[to] != NONE && t->number[to] < t->low[v])
			t->low[v] = t->number[to];
	}
	return PLAN_OK;
}

/* Places what lies on rings or after them behind the `placed` others. `waits` as place_acyclic left it. */
static enum plan_status place_cyclic(const struct graph *graph, uint32_t *waits, uint32_t *stack,
									 struct order *order, uint32_t placed)
{
	size_t left = graph->count - placed;
	uint32_t *number = malloc(graph->count * sizeof *number);
	uint32_t *next_arc = malloc(left * sizeof *next_arc), *open = malloc(left * sizeof *open);
	enum plan_status status = number && next_arc && open ? PLAN_OK : PLAN_NOMEM;
	struct tarjan t = {.graph = graph,
					   .low = waits,
					   .number = number,
					   .path = stack,
					   .next_arc = next_arc,
					   .open = open,
					   .out = order->vertices,
					   .out_at = graph->count};
	for (uint32_t v = 0; v < graph->count; v++)
		if (waits[v] != NONE)
			waits[v] = 0;
	for (uint32_t v = 0; v < graph->count && status == PLAN_OK; v++)
		if (waits[v] == 0)
			status = search(&t, order, v);
	/* Components were found from the back. */
	for (uint32_t i = 0, j = order->component_count; i + 1 < j; i++) {
		uint32_t first = order->components[i][0], end = order->components[i][1];
		j--;
		order->components[i][0] = order->components[j][0];
		order->components[i][1] = order->components[j][1];
		order->components[j][0] = first;
		order->components[j][1] = end;
	}
	free(number);
	free(next_arc);
	free(open);
	return status;
}

enum plan_status order_make(const struct graph *graph, struct order *order)
{
	uint32_t *waits = calloc((size_t)graph->count + 1, sizeof *waits);
	uint32_t *stack = malloc(((size_t)graph->count + 1) * sizeof *stack);
	enum plan_status status = waits && stack ? PLAN_OK : PLAN_NOMEM;
	order->components = NULL;
	order->component_count = order->component_room = 0;
	if (status == PLAN_OK) {
		uint32_t placed = place_acyclic(graph, waits, stack, order->vertices);
		if (placed < graph->count)
			status = place_cyclic(graph, waits, stack, order, placed);
	}
	free(waits);
	free(stack);
	return status;
}
