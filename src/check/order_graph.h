/*
 * The orders that a file writes, as a graph: nodes are first and last days, an edge says that one is not
 * before another, or strictly after it.
 */
#ifndef CHECK_ORDER_GRAPH_H
#define CHECK_ORDER_GRAPH_H

#include <plan/model.h>

enum order_trait {
	ORDER_CANCELLED = 1 << 0,
	ORDER_TWO_NODES = 1 << 1, /* its last day has a node of its own */
	ORDER_LASTS = 1 << 2      /* its last day is later than its first */
};

/* All zero is none; free it with order_graph_free, also after a failure. */
struct order_graph {
	size_t node_count;
	uint32_t *first_edge; /* by node, one more at the end: the first edge that leads to it */
	uint32_t *edges;      /* the node that it comes from * 2, + 1 for a strict one */
	uint8_t *traits;      /* by step: enum order_trait, or-ed */
	bool inexact;         /* the file also bounds how late things are: more may be forced than paths tell */
};

/* Makes the graph of a plan. False when memory ran out. */
bool order_graph_init(struct order_graph *graph, const struct plan *plan);

void order_graph_free(struct order_graph *graph);

static inline bool order_has_two_nodes(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_PHASE || step->days > 1;
}

/* The node of a step's first or last day; the same where it has but one. From a last day that has a node of
 * its own (an odd one), the one before it leads there. */
static inline uint32_t order_node(const struct plan_step *step, bool at_end)
{
	return 2 * step->number + (at_end && order_has_two_nodes(step));
}

#endif
