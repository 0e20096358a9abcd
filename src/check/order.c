#include "check/order.h"

#include "check/words.h"

#include <stdlib.h>
#include <string.h>

#define BATCH 64 /* targets of one walk: a bit each */

/* Work that may go into asking the whole network again, in steps looked at. Beyond it a rule stays silent. */
#define AGAIN_BUDGET 20000000u

/* The edges into each node. A node is 2 * step number, + 1 for its last day. */
struct order {
	size_t node_count;
	uint32_t *first_edge; /* by node; node_count + 1 of them */
	uint32_t *edges;      /* the node it comes from * 2, + 1 for a strict one */
	uint64_t *reach;      /* by node: the targets that it is not after */
	uint64_t *strict;     /* by node: the targets that it is before */
	bool *waiting;        /* by node: on the list of nodes to look at */
	VEC(uint32_t) todo;
	VEC(uint32_t) touched;
	bool negative; /* the plan has gaps below zero */
	size_t again;  /* how much of AGAIN_BUDGET is used */
};

struct edge {
	uint32_t from, to;
	bool strict;
};

static uint32_t node(const struct plan_step *step, bool at_end)
{
	return 2 * step->number + at_end;
}

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

/* The edges of one link of a step, at most two; returns how many. */
static size_t link_edges(const struct plan_step *step, const struct plan_link *link, struct edge *edges)
{
	const struct plan_step *to = plan_entry_step(link->to.entry);
	if (!to || step_is_cancelled(to))
		return 0;
	uint32_t start = node(step, false), end = node(step, true);
	switch ((enum plan_relation)link->relation) {
	case PLAN_AFTER: return gap_edges(node(to, link->point != PLAN_POINT_START), start, link->gap, edges);
	case PLAN_BEFORE: return gap_edges(end, node(to, link->point == PLAN_POINT_END), link->gap, edges);
	case PLAN_DURING:
	case PLAN_PHASE_OF:
		edges[0] = (struct edge){node(to, false), start, false};
		edges[1] = (struct edge){end, node(to, true), false};
		return 2;
	case PLAN_ALONGSIDE:
		edges[0] = (struct edge){node(to, false), end, false};
		edges[1] = (struct edge){start, node(to, true), false};
		return 2;
	}
	return 0;
}

/* A paper comes before what it is for; minutes are written afterwards. */
static size_t paper_edges(const struct plan_step *step, struct edge *edges)
{
	const struct plan_step *to = step->paper_for ? plan_entry_step(step->paper_for->entry) : NULL;
	if (!to || step_is_cancelled(to) || step->document_kind == PLAN_MINUTES)
		return 0;
	edges[0] = (struct edge){node(step, true), node(to, false), true};
	return 1;
}

/* Counts the edges into each node (`fill` false), or puts them in their places. */
static void each_edge(struct order *order, const struct plan *plan, bool fill)
{
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		if (step_is_cancelled(step))
			continue;
		for (size_t j = 0; j <= step->link_count; j++) {
			struct edge edges[2];
			size_t count =
				j < step->link_count ? link_edges(step, &step->links[j], edges) : paper_edges(step, edges);
			for (size_t k = 0; k < count; k++)
				if (fill)
					order->edges[--order->first_edge[edges[k].to]] = edges[k].from * 2 + edges[k].strict;
				else
					order->first_edge[edges[k].to]++;
			if (j < step->link_count && step->links[j].gap.min.given && step->links[j].gap.min.count < 0)
				order->negative = true;
		}
	}
}

void order_free(struct order *order)
{
	if (!order)
		return;
	free(order->first_edge);
	free(order->edges);
	free(order->reach);
	free(order->strict);
	free(order->waiting);
	VEC_FREE(&order->todo);
	VEC_FREE(&order->touched);
	free(order);
}

static struct order *order_new(const struct plan *plan)
{
	struct order *order = calloc(1, sizeof *order);
	if (!order)
		return NULL;
	size_t nodes = order->node_count = 2 * plan->steps.count;
	order->first_edge = calloc(nodes + 1, sizeof *order->first_edge);
	order->reach = calloc(nodes + 1, sizeof *order->reach);
	order->strict = calloc(nodes + 1, sizeof *order->strict);
	order->waiting = calloc(nodes + 1, sizeof *order->waiting);
	if (!order->first_edge || !order->reach || !order->strict || !order->waiting)
		goto fail;
	each_edge(order, plan, false);
	for (size_t i = 1; i <= nodes; i++)
		order->first_edge[i] += order->first_edge[i - 1];
	order->edges = calloc(order->first_edge[nodes] + (size_t)1, sizeof *order->edges);
	if (!order->edges)
		goto fail;
	each_edge(order, plan, true);
	return order;
fail:
	order_free(order);
	return NULL;
}

/* Adds targets to a node; puts it on the list when that told something new. */
static bool add(struct order *order, uint32_t at, uint64_t reach, uint64_t strict)
{
	if (!(reach & ~order->reach[at]) && !(strict & ~order->strict[at]))
		return true;
	if (!order->reach[at]) {
		uint32_t *touched = VEC_PUSH(&order->touched);
		if (!touched)
			return false;
		*touched = at;
	}
	order->reach[at] |= reach;
	order->strict[at] |= strict;
	if (order->waiting[at])
		return true;
	uint32_t *todo = VEC_PUSH(&order->todo);
	if (!todo)
		return false;
	*todo = at;
	return order->waiting[at] = true;
}

/* Carries the targets back along the edges until nothing is new. */
static bool walk(struct order *order)
{
	while (order->todo.count) {
		uint32_t at = order->todo.at[--order->todo.count];
		order->waiting[at] = false;
		uint64_t reach = order->reach[at], strict = order->strict[at];
		if (at & 1 && !add(order, at - 1, reach, strict))
			return false;
		for (uint32_t i = order->first_edge[at]; i < order->first_edge[at + 1]; i++)
			if (!add(order, order->edges[i] >> 1, reach, order->edges[i] & 1 ? reach : strict))
				return false;
	}
	return true;
}

static void forget(struct order *order)
{
	for (size_t i = 0; i < order->touched.count; i++) {
		uint32_t at = order->touched.at[i];
		order->reach[at] = order->strict[at] = 0;
		order->waiting[at] = false;
	}
	order->touched.count = order->todo.count = 0;
}

static int by_list(const void *a, const void *b)
{
	const struct order_question *const *one = a, *const *two = b;
	uintptr_t x = (uintptr_t)(*one)->any, y = (uintptr_t)(*two)->any;
	if (x == y) {
		x = (*one)->any_count;
		y = (*two)->any_count;
	}
	return (x > y) - (x < y);
}

static bool is_same_list(const struct order_question *one, const struct order_question *two)
{
	return one->any == two->any && one->any_count == two->any_count;
}

/* Gives the steps of a question's list the bit of their batch. */
static bool add_targets(struct order *order, const struct order_question *question, int bit)
{
	bool fine = true;
	for (size_t i = 0; fine && i < question->any_count; i++)
		fine = add(order, node(question->any[i], false), (uint64_t)1 << bit, 0);
	return fine;
}

/* Answers questions, sorted by list, from `*at` on for the next batch of lists, and moves `*at`. */
static bool answer_batch(struct order *order, struct order_question **questions, size_t count, size_t *at)
{
	size_t from = *at, to = from;
	bool fine = true;
	for (int bit = -1; fine && to < count; to++) {
		bool same = to > from && is_same_list(questions[to], questions[to - 1]);
		if (!same && bit == BATCH - 1)
			break;
		if (!same)
			fine = add_targets(order, questions[to], ++bit);
	}
	fine = fine && walk(order);
	for (size_t i = from, bit = 0; fine && i < to; i++) {
		bit += i > from && !is_same_list(questions[i], questions[i - 1]);
		uint32_t source = node(questions[i]->first, true);
		questions[i]->forced = order->strict[source] >> bit & 1;
	}
	forget(order);
	*at = to;
	return fine;
}

static bool answer_all(struct order *order, struct order_question *questions, size_t count)
{
	struct order_question **sorted = calloc(count + 1, sizeof *sorted);
	if (!sorted)
		return false;
	for (size_t i = 0; i < count; i++)
		sorted[i] = &questions[i];
	qsort(sorted, count, sizeof *sorted, by_list);
	bool fine = true;
	for (size_t at = 0; fine && at < count;)
		fine = answer_batch(order, sorted, count, &at);
	free(sorted);
	return fine;
}

/* Asks the network about what the walk denied: gaps below zero may still add up to an order. */
static bool ask_again(struct check *check, struct order_question *question)
{
	for (size_t i = 0; !question->forced && i < question->any_count; i++) {
		check->order->again += check->order->node_count;
		if (check->order->again > AGAIN_BUDGET)
			question->forced = true;
		else if (plan_timeline_forces_order(check->timeline, question->first, question->any[i],
											&question->forced) != PLAN_OK)
			return false;
	}
	return true;
}

bool order_answer(struct check *check, struct order_question *questions, size_t count)
{
	if (!count)
		return true;
	if (!check->order)
		check->order = order_new(check->plan);
	bool fine = check->order && answer_all(check->order, questions, count);
	for (size_t i = 0; fine && check->order->negative && i < count; i++)
		fine = ask_again(check, &questions[i]);
	if (!fine)
		check->failed = true;
	return fine;
}
