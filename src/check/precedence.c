#include "check/precedence.h"

#include "check/words.h"

#include <stdlib.h>
#include <string.h>

#define BATCH 64 /* targets of one walk: a bit each */

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
static void each_edge(struct precedence *precedence, const struct plan *plan, bool fill)
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
					precedence->edges[--precedence->first_edge[edges[k].to]] =
						edges[k].from * 2 + edges[k].strict;
				else
					precedence->first_edge[edges[k].to]++;
			if (j < step->link_count && step->links[j].gap.min.given && step->links[j].gap.min.count < 0)
				precedence->negative = true;
		}
	}
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
	VEC_FREE(&precedence->todo);
	VEC_FREE(&precedence->touched);
	free(precedence);
}

static struct precedence *precedence_new(const struct plan *plan)
{
	struct precedence *precedence = calloc(1, sizeof *precedence);
	if (!precedence)
		return NULL;
	size_t nodes = precedence->node_count = 2 * plan->steps.count;
	precedence->first_edge = calloc(nodes + 1, sizeof *precedence->first_edge);
	precedence->reach = calloc(nodes + 1, sizeof *precedence->reach);
	precedence->strict = calloc(nodes + 1, sizeof *precedence->strict);
	precedence->waiting = calloc(nodes + 1, sizeof *precedence->waiting);
	if (!precedence->first_edge || !precedence->reach || !precedence->strict || !precedence->waiting)
		goto fail;
	each_edge(precedence, plan, false);
	for (size_t i = 1; i <= nodes; i++)
		precedence->first_edge[i] += precedence->first_edge[i - 1];
	precedence->edges = calloc(precedence->first_edge[nodes] + (size_t)1, sizeof *precedence->edges);
	if (!precedence->edges)
		goto fail;
	each_edge(precedence, plan, true);
	return precedence;
fail:
	precedence_free(precedence);
	return NULL;
}

/* Adds targets to a node; puts it on the list when that told something new. */
static bool add(struct precedence *precedence, uint32_t at, uint64_t reach, uint64_t strict)
{
	if (!(reach & ~precedence->reach[at]) && !(strict & ~precedence->strict[at]))
		return true;
	if (!precedence->reach[at]) {
		uint32_t *touched = VEC_PUSH(&precedence->touched);
		if (!touched)
			return false;
		*touched = at;
	}
	precedence->reach[at] |= reach;
	precedence->strict[at] |= strict;
	if (precedence->waiting[at])
		return true;
	uint32_t *todo = VEC_PUSH(&precedence->todo);
	if (!todo)
		return false;
	*todo = at;
	return precedence->waiting[at] = true;
}

/* Carries the targets back along the edges until nothing is new. */
static bool walk(struct precedence *precedence)
{
	while (precedence->todo.count) {
		uint32_t at = precedence->todo.at[--precedence->todo.count];
		precedence->waiting[at] = false;
		uint64_t reach = precedence->reach[at], strict = precedence->strict[at];
		if (at & 1 && !add(precedence, at - 1, reach, strict))
			return false;
		for (uint32_t i = precedence->first_edge[at]; i < precedence->first_edge[at + 1]; i++)
			if (!add(precedence, precedence->edges[i] >> 1, reach, precedence->edges[i] & 1 ? reach : strict))
				return false;
	}
	return true;
}

static void forget(struct precedence *precedence)
{
	for (size_t i = 0; i < precedence->touched.count; i++) {
		uint32_t at = precedence->touched.at[i];
		precedence->reach[at] = precedence->strict[at] = 0;
		precedence->waiting[at] = false;
	}
	precedence->touched.count = precedence->todo.count = 0;
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

/* Gives the steps of a question's list the bit of their batch. */
static bool add_targets(struct precedence *precedence, const struct precedence_question *question, int bit)
{
	bool fine = true;
	for (size_t i = 0; fine && i < question->any_count; i++)
		fine = add(precedence, node(question->any[i], false), (uint64_t)1 << bit, 0);
	return fine;
}

/* Answers questions, sorted by list, from `*at` on for the next batch of lists, and moves `*at`. */
static bool answer_batch(struct precedence *precedence, struct precedence_question **questions, size_t count,
						 size_t *at)
{
	size_t from = *at, to = from;
	bool fine = true;
	for (int bit = -1; fine && to < count; to++) {
		bool same = to > from && is_same_list(questions[to], questions[to - 1]);
		if (!same && bit == BATCH - 1)
			break;
		if (!same)
			fine = add_targets(precedence, questions[to], ++bit);
	}
	fine = fine && walk(precedence);
	for (size_t i = from, bit = 0; fine && i < to; i++) {
		bit += i > from && !is_same_list(questions[i], questions[i - 1]);
		uint32_t source = node(questions[i]->first, true);
		questions[i]->forced = precedence->strict[source] >> bit & 1;
	}
	forget(precedence);
	*at = to;
	return fine;
}

static bool answer_all(struct precedence *precedence, struct precedence_question *questions, size_t count)
{
	struct precedence_question **sorted = calloc(count + 1, sizeof *sorted);
	if (!sorted)
		return false;
	for (size_t i = 0; i < count; i++)
		sorted[i] = &questions[i];
	qsort(sorted, count, sizeof *sorted, by_list);
	bool fine = true;
	for (size_t at = 0; fine && at < count;)
		fine = answer_batch(precedence, sorted, count, &at);
	free(sorted);
	return fine;
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
	if (!check->precedence)
		check->precedence = precedence_new(check->plan);
	bool fine = check->precedence && answer_all(check->precedence, questions, count);
	for (size_t i = 0; fine && check->precedence->negative && i < count; i++)
		fine = ask_again(check, &questions[i]);
	if (!fine)
		check->failed = true;
	return fine;
}
