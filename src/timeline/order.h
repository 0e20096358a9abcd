/*
 * The order in which a network is solved: topological, over strongly connected components.
 */
#ifndef TIMELINE_ORDER_H
#define TIMELINE_ORDER_H

#include <plan/status.h>

#include <stdint.h>

/* A graph of `count` vertices: the arcs of v lead to targets[first[v]] .. targets[first[v + 1] - 1], each of
 * `stride` words. */
struct graph {
	uint32_t count;
	const uint32_t *first;
	const uint32_t *targets;
	uint32_t stride;
};

/* Vertices in order; the components, each a run of them, are those with a ring. */
struct order {
	uint32_t *vertices;
	uint32_t (*components)[2]; /* first, and one beyond the last; malloc'ed */
	uint32_t component_count, component_room;
};

/*
 * Fills in `order->vertices` (room for graph->count) and the components: every arc leads forward but inside a
 * component. Kahn first, then Tarjan on what is left (R. Tarjan, "Depth-first search and linear graph
 * algorithms", SIAM J. Comput. 1, 1972), without recursion; inside a component in reverse postorder, which
 * follows most arcs. PLAN_NOMEM on failure; the components are the caller's to free either way.
 */
enum plan_status order_make(const struct graph *graph, struct order *order);

#endif
