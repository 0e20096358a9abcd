#include "check/order_graph.h"

#include "base/vec.h"
#include "check/words.h"

#include <stdlib.h>

struct edge {
	uint32_t from, to;
	bool strict;
};

/* Edges of "b comes after a with this gap", a and b being nodes. */
static size_t gap_edges(uint32_t a, uint32_t b, struct plan_range gap, struct edge *edges)
{
	size_t count = 0;
	if (!gap.min.given || gap.min.count >= 0)
		edges[count++] = (struct edge){a, b, !gap.min.given || gap.min.count > 0};
	if (gap.max.given && gap.max.count <= 0)
		edges[count++] = (struct edge){b, a, gap.max.count < 0};
	return count;
}

/* order_node of the step with that number, from what is kept of it: the step itself is far away. */
static uint32_t node_of(const struct order_graph *graph, uint32_t step, bool at_end)
{
	return 2 * step + (graph->traits[step] & ORDER_TWO_NODES && at_end);
}

/* The edges of one link of a step, at most two; returns how many. */
static size_t link_edges(const struct order_graph *graph, uint32_t step, const struct plan_link *link,
						 struct edge *edges)
{
	uint32_t to = link->to_step;
	if (to == PLAN_NO_STEP || graph->traits[to] & ORDER_CANCELLED)
		return 0;
	uint32_t start = node_of(graph, step, false), end = node_of(graph, step, true);
	uint32_t to_start = node_of(graph, to, false), to_end = node_of(graph, to, true);
	switch ((enum plan_relation)link->relation) {
	case PLAN_AFTER:
		return gap_edges(link->point == PLAN_POINT_START ? to_start : to_end, start, link->gap, edges);
	case PLAN_BEFORE:
		return gap_edges(end, link->point == PLAN_POINT_END ? to_end : to_start, link->gap, edges);
	case PLAN_DURING:
	case PLAN_PHASE_OF:
		edges[0] = (struct edge){to_start, start, false};
		edges[1] = (struct edge){end, to_end, false};
		return 2;
	case PLAN_ALONGSIDE: break;
	}
	edges[0] = (struct edge){to_start, end, false};
	edges[1] = (struct edge){start, to_end, false};
	return 2;
}

/* A paper is due before what it is for, on the same day unless papers have to go out some time before;
 * minutes are written afterwards. */
static size_t paper_edges(const struct plan *plan, const struct plan_step *step, struct edge *edges)
{
	struct plan_lag lead = plan->rules.papers;
	const struct plan_step *to = step->paper_for ? plan_entry_step(step->paper_for->entry) : NULL;
	if (!to || step_is_cancelled(to) || step->document_kind == PLAN_MINUTES)
		return 0;
	edges[0] = (struct edge){order_node(step, true), order_node(to, false), lead.given && lead.count > 0};
	return 1;
}

static bool is_longer_than_a_day(struct plan_lag lag)
{
	return lag.given && (lag.count > 1 || lag.unit == PLAN_WEEKS || lag.unit == PLAN_MONTHS);
}

/* Whether the timeline plans a hearing as long as the house rules ask: one whose two ends are not written. */
static bool is_planned_by_rule(const struct plan_step *hearing)
{
	if (!hearing->hearing || step_is_done(hearing))
		return false;
	return hearing->date ? hearing->date->expr.kind == PLAN_DATE_WINDOW : !hearing->start || !hearing->end;
}

static bool lasts(const struct plan *plan, const struct plan_step *step)
{
	return step->days > 1 || (step->duration && is_longer_than_a_day(step->duration->range.min)) ||
		   (is_planned_by_rule(step) && is_longer_than_a_day(plan->rules.hearing));
}

/*
 * Whether the timeline may know of more than the edges say: a bound on how late something is after another
 * leads back by a number of days.
 */
static bool leads_back(const struct plan_step *step)
{
	if (step->days > 1 || (step->duration && step->duration->range.max.given))
		return true;
	for (size_t i = 0; i < step->link_count; i++) {
		struct plan_range gap = step->links[i].gap;
		if ((gap.min.given && gap.min.count < 0) || (gap.max.given && gap.max.count > 0))
			return true;
	}
	return false;
}

/* All edges, in the order of the file. */
struct edge_list {
	VEC(struct edge) at;
};

static uint8_t traits_of(const struct plan *plan, const struct plan_step *step)
{
	return (uint8_t)((order_has_two_nodes(step) ? ORDER_TWO_NODES : 0) |
					 (lasts(plan, step) ? ORDER_LASTS : 0) | (step_is_cancelled(step) ? ORDER_CANCELLED : 0));
}

static bool list_edges(struct order_graph *graph, const struct plan *plan, struct edge_list *list)
{
	for (size_t i = 0; i < plan->steps.count; i++)
		graph->traits[i] = traits_of(plan, plan->steps.at[i]);
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		if (graph->traits[i] & ORDER_CANCELLED)
			continue;
		graph->inexact = graph->inexact || leads_back(step);
		if (!VEC_RESERVE(&list->at, list->at.count + (size_t)2 * step->link_count + 1))
			return false;
		for (size_t j = 0; j < step->link_count; j++)
			list->at.count += link_edges(graph, step->number, &step->links[j], &list->at.at[list->at.count]);
		list->at.count += paper_edges(plan, step, &list->at.at[list->at.count]);
	}
	return true;
}

/* Sorts the edges by the node that they lead to. */
static bool sort_edges(struct order_graph *graph, const struct edge_list *list)
{
	size_t nodes = graph->node_count;
	graph->edges = malloc((list->at.count + 1) * sizeof *graph->edges);
	if (!graph->edges)
		return false;
	for (size_t i = 0; i < list->at.count; i++)
		graph->first_edge[list->at.at[i].to]++;
	for (size_t i = 1; i <= nodes; i++)
		graph->first_edge[i] += graph->first_edge[i - 1];
	for (size_t i = list->at.count; i-- > 0;) {
		const struct edge *edge = &list->at.at[i];
		graph->edges[--graph->first_edge[edge->to]] = edge->from * 2 + edge->strict;
	}
	return true;
}

bool order_graph_init(struct order_graph *graph, const struct plan *plan)
{
	struct edge_list list = {0};
	graph->node_count = 2 * plan->steps.count;
	graph->first_edge = calloc(graph->node_count + 1, sizeof *graph->first_edge);
	graph->traits = malloc(plan->steps.count + 1);
	bool fine =
		graph->first_edge && graph->traits && list_edges(graph, plan, &list) && sort_edges(graph, &list);
	VEC_FREE(&list.at);
	return fine;
}

void order_graph_free(struct order_graph *graph)
{
	free(graph->first_edge);
	free(graph->edges);
	free(graph->traits);
}
