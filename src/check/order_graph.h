/*
 * The orders that a file writes, as a graph: nodes are first and last days, an edge says that one is not
 * before another, or strictly after it.
 */
#ifndef CHECK_ORDER_GRAPH_H
#define CHECK_ORDER_GRAPH_H

#include <plan/model.h>

/* All zero is none; free it with order_graph_free, also after a failure. */
struct order_graph {
	size_t node_count;
	uint32_t *first_edge; /* by node, one more at the end: the first edge that leads to it */
	uint32_t *edges;      /* the node that it comes from * 2, + 1 for a strict one */
	bool *lasts;          /* by step: its last day is later than its first */
	bool inexact;         /* the file also bounds how late things are: more may be forced than paths tell */
};

/* Makes the graph of a plan. False when memory ran out. */
bool order_graph_init(struct order_graph *graph, const struct plan *plan);

void order_graph_free(struct order_graph *graph);

/* The node of a step's first or last day; the same where it has but one. From a last day that has a node of
 * its own (an odd one), the one before it leads there. */
static inline uint32_t order_node(const struct plan_step *step, bool at_end)
{
	bool phase = step->entry.kind == PLAN_KIND_PHASE || step->days > 1;
	return 2 * step->number + (phase && at_end);
}

#endif
