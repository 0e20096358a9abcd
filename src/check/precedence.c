#include "check/precedence.h"

#include "check/words.h"

#include <stdlib.h>
#include <string.h>

#define BATCH PRECEDENCE_TARGETS /* a bit each */

/* Work that may go into asking the whole network again, in steps looked at. Beyond it a rule stays silent. */
#define AGAIN_BUDGET 20000000u

/* The edges into each node. A node is 2 * step number, + 1 for its last day. */
struct precedence {
	size_t node_count;
	uint32_t *first_edge; /* by node; node_count + 1 of them */
	uint32_t *edges;      /* the node it comes from * 2, + 1 for a strict one */
	uint64_t *reach;      /* by node: the targets that it is not after */
	uint64_t *strict;     /* by node: the targets that it is before */
	bool *waiting;        /* by node: on the list of nodes to look at */
	bool *lasts;          /* by step: its last day is later than its first */
	uint32_t *todo;       /* nodes to look at, each once */
	uint32_t *touched;    /* nodes that are not after every target */
	size_t todo_count, touched_count;
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

static bool is_longer_than_a_day(struct plan_lag lag)
{
	return lag.given &&
		   (lag.count > 1 || (lag.count == 1 && (lag.unit == PLAN_WEEKS || lag.unit == PLAN_MONTHS)));
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

/* All edges, in the order of the file. */
struct edge_list {
	VEC(struct edge) at;
	bool negative;
};

static bool list_edges(const struct precedence *precedence, const struct plan *plan, struct edge_list *list)
{
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		if (step_is_cancelled(step))
			continue;
		precedence->lasts[i] = lasts(plan, step);
		if (!VEC_RESERVE(&list->at, list->at.count + 2 * step->link_count + 1))
			return false;
		for (size_t j = 0; j < step->link_count; j++) {
			list->at.count += link_edges(step, &step->links[j], &list->at.at[list->at.count]);
			if (step->links[j].gap.min.given && step->links[j].gap.min.count < 0)
				list->negative = true;
		}
		list->at.count += paper_edges(step, &list->at.at[list->at.count]);
	}
	return true;
}

/* Sorts the edges by the node that they lead to. */
static bool sort_edges(struct precedence *precedence, const struct edge_list *list)
{
	size_t nodes = precedence->node_count;
	precedence->negative = list->negative;
	precedence->edges = malloc((list->at.count + 1) * sizeof *precedence->edges);
	if (!precedence->edges)
		return false;
	for (size_t i = 0; i < list->at.count; i++)
		precedence->first_edge[list->at.at[i].to]++;
	for (size_t i = 1; i <= nodes; i++)
		precedence->first_edge[i] += precedence->first_edge[i - 1];
	for (size_t i = list->at.count; i-- > 0;) {
		const struct edge *edge = &list->at.at[i];
		precedence->edges[--precedence->first_edge[edge->to]] = edge->from * 2 + edge->strict;
	}
	return true;
}

void precedence_free(struct precedence *precedence)
{
	if (!precedence)
		return;
	free(precedence->first_edge);
	free(precedence->edges);
	free(precedence->reach);
	free(precedence->strict);
	free(precedence->waiting);
	free(precedence->lasts);
	free(precedence->todo);
	free(precedence->touched);
	free(precedence);
}

static struct precedence *precedence_new(const struct plan *plan)
{
	struct precedence *precedence = calloc(1, sizeof *precedence);
	if (!precedence)
		return NULL;
	struct edge_list list = {0};
	size_t nodes = precedence->node_count = 2 * plan->steps.count;
	precedence->first_edge = calloc(nodes + 1, sizeof *precedence->first_edge);
	precedence->reach = calloc(nodes + 1, sizeof *precedence->reach);
	precedence->strict = calloc(nodes + 1, sizeof *precedence->strict);
	precedence->waiting = calloc(nodes + 1, sizeof *precedence->waiting);
	precedence->lasts = calloc(plan->steps.count + 1, sizeof *precedence->lasts);
	precedence->todo = malloc((nodes + 1) * sizeof *precedence->todo);
	precedence->touched = malloc((nodes + 1) * sizeof *precedence->touched);
	bool fine = precedence->first_edge && precedence->reach && precedence->strict && precedence->waiting &&
				precedence->lasts && precedence->todo && precedence->touched &&
				list_edges(precedence, plan, &list) && sort_edges(precedence, &list);
	VEC_FREE(&list.at);
	if (fine)
		return precedence;
	precedence_free(precedence);
	return NULL;
}

/* Adds targets to a node; puts it on the list when that told something new. */
static void add(struct precedence *precedence, uint32_t at, uint64_t reach, uint64_t strict)
{
	if (!(reach & ~precedence->reach[at]) && !(strict & ~precedence->strict[at]))
		return;
	if (!precedence->reach[at])
		precedence->touched[precedence->touched_count++] = at;
	precedence->reach[at] |= reach;
	precedence->strict[at] |= strict;
	if (precedence->waiting[at])
		return;
	precedence->todo[precedence->todo_count++] = at;
	precedence->waiting[at] = true;
}

/* Carries the targets back along the edges until nothing is new. */
static void walk(struct precedence *precedence)
{
	while (precedence->todo_count) {
		uint32_t at = precedence->todo[--precedence->todo_count];
		precedence->waiting[at] = false;
		uint64_t reach = precedence->reach[at], strict = precedence->strict[at];
		if (at & 1)
			add(precedence, at - 1, reach, precedence->lasts[at / 2] ? reach : strict);
		for (uint32_t i = precedence->first_edge[at]; i < precedence->first_edge[at + 1]; i++) {
			uint32_t edge = precedence->edges[i];
			add(precedence, edge >> 1, reach, edge & 1 ? reach : strict);
		}
	}
}

static void forget(struct precedence *precedence)
{
	for (size_t i = 0; i < precedence->touched_count; i++) {
		uint32_t at = precedence->touched[i];
		precedence->reach[at] = precedence->strict[at] = 0;
	}
	precedence->touched_count = 0;
}

/* The graph, made when it is first asked for; NULL when memory ran out. */
static struct precedence *graph_of(struct check *check)
{
	if (!check->precedence)
		check->precedence = precedence_new(check->plan);
	if (!check->precedence)
		check->failed = true;
	return check->precedence;
}

bool precedence_walk(struct check *check, const struct plan_step *const *targets, size_t count)
{
	struct precedence *precedence = graph_of(check);
	for (size_t i = 0; precedence && i < count; i++)
		if (targets[i])
			add(precedence, node(targets[i], false), (uint64_t)1 << i, 0);
	if (precedence)
		walk(precedence);
	return precedence != NULL;
}

bool precedence_is_before(const struct check *check, const struct plan_step *first, size_t target)
{
	return check->precedence->strict[node(first, true)] >> target & 1;
}

void precedence_forget(struct check *check)
{
	forget(check->precedence);
}

static int by_list(const void *a, const void *b)
{
	const struct precedence_question *const *one = a, *const *two = b;
	uintptr_t x = (uintptr_t)(*one)->any, y = (uintptr_t)(*two)->any;
	if (x == y) {
		x = (*one)->any_count;
		y = (*two)->any_count;
	}
	return (x > y) - (x < y);
}

static bool is_same_list(const struct precedence_question *one, const struct precedence_question *two)
{
	return one->any == two->any && one->any_count == two->any_count;
}

/* Answers questions, sorted by list, from `from` on for the next batch of lists; returns where that ends. */
static size_t answer_batch(struct precedence *precedence, struct precedence_question **questions,
						   size_t count, size_t from)
{
	size_t to = from;
	for (int bit = -1; to < count; to++) {
		bool same = to > from && is_same_list(questions[to], questions[to - 1]);
		if (!same && ++bit == BATCH)
			break;
		for (size_t i = 0; !same && i < questions[to]->any_count; i++)
			add(precedence, node(questions[to]->any[i], false), (uint64_t)1 << bit, 0);
	}
	walk(precedence);
	for (size_t i = from, bit = 0; i < to; i++) {
		bit += i > from && !is_same_list(questions[i], questions[i - 1]);
		questions[i]->forced = precedence->strict[node(questions[i]->first, true)] >> bit & 1;
	}
	forget(precedence);
	return to;
}

static bool answer_all(struct precedence *precedence, struct precedence_question *questions, size_t count)
{
	struct precedence_question **sorted = malloc(count * sizeof *sorted);
	if (!sorted)
		return false;
	for (size_t i = 0; i < count; i++)
		sorted[i] = &questions[i];
	qsort(sorted, count, sizeof *sorted, by_list);
	for (size_t at = 0; at < count;)
		at = answer_batch(precedence, sorted, count, at);
	free(sorted);
	return true;
}

/* Asks the network about what the walk denied: gaps below zero may still add up to an order. */
static bool ask_again(struct check *check, struct precedence_question *question)
{
	for (size_t i = 0; !question->forced && i < question->any_count; i++) {
		check->precedence->again += check->precedence->node_count;
		if (check->precedence->again > AGAIN_BUDGET)
			question->forced = true;
		else if (plan_timeline_forces_order(check->timeline, question->first, question->any[i],
											&question->forced) != PLAN_OK)
			return false;
	}
	return true;
}

bool precedence_answer(struct check *check, struct precedence_question *questions, size_t count)
{
	if (!count)
		return true;
	struct precedence *precedence = graph_of(check);
	bool fine = precedence && answer_all(precedence, questions, count);
	for (size_t i = 0; fine && precedence->negative && i < count; i++)
		fine = ask_again(check, &questions[i]);
	if (!fine)
		check->failed = true;
	return fine;
}
