#include "check/precedence.h"

#include "check/order_graph.h"

#include <stdlib.h>

#define BATCH PRECEDENCE_TARGETS /* a bit each */

/* Work that may go into asking the network again, in steps looked at. Beyond it the walk has the last word.
 */
#define AGAIN_BUDGET 4000000u

struct precedence {
	struct order_graph graph;
	uint64_t *reach;   /* by node: the targets that it is not after */
	uint64_t *strict;  /* by node: the targets that it is before */
	bool *waiting;     /* by node: on the list of nodes to look at */
	uint32_t *todo;    /* nodes to look at, each once */
	uint32_t *touched; /* nodes that are not after every target */
	size_t todo_count, touched_count;
	size_t again; /* how much of AGAIN_BUDGET is used */
};

void precedence_free(struct precedence *precedence)
{
	if (!precedence)
		return;
	order_graph_free(&precedence->graph);
	free(precedence->reach);
	free(precedence->strict);
	free(precedence->waiting);
	free(precedence->todo);
	free(precedence->touched);
	free(precedence);
}

static struct precedence *precedence_new(const struct plan *plan)
{
	struct precedence *precedence = calloc(1, sizeof *precedence);
	if (!precedence)
		return NULL;
	size_t nodes = 2 * plan->steps.count;
	precedence->reach = calloc(nodes + 1, sizeof *precedence->reach);
	precedence->strict = calloc(nodes + 1, sizeof *precedence->strict);
	precedence->waiting = calloc(nodes + 1, sizeof *precedence->waiting);
	precedence->todo = malloc((nodes + 1) * sizeof *precedence->todo);
	precedence->touched = malloc((nodes + 1) * sizeof *precedence->touched);
	if (precedence->reach && precedence->strict && precedence->waiting && precedence->todo &&
		precedence->touched && order_graph_init(&precedence->graph, plan))
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
			add(precedence, at - 1, reach, precedence->graph.traits[at / 2] & ORDER_LASTS ? reach : strict);
		for (uint32_t i = precedence->graph.first_edge[at]; i < precedence->graph.first_edge[at + 1]; i++) {
			uint32_t edge = precedence->graph.edges[i];
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
			add(precedence, order_node(targets[i], false), (uint64_t)1 << i, 0);
	if (precedence)
		walk(precedence);
	return precedence != NULL;
}

bool precedence_is_before(const struct check *check, const struct plan_step *first, size_t target)
{
	return check->precedence->strict[order_node(first, true)] >> target & 1;
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
			add(precedence, order_node(questions[to]->any[i], false), (uint64_t)1 << bit, 0);
	}
	walk(precedence);
	for (size_t i = from, bit = 0; i < to; i++) {
		bit += i > from && !is_same_list(questions[i], questions[i - 1]);
		questions[i]->forced = precedence->strict[order_node(questions[i]->first, true)] >> bit & 1;
	}
	forget(precedence);
	return to;
}

/* A list of questions, sorted by what they ask for. */
struct sorted {
	struct precedence_question **at;
	size_t count;
};

/* Where the questions about the same as the one at `from` end. */
static size_t run_end(const struct sorted *sorted, size_t from)
{
	size_t to = from + 1;
	while (to < sorted->count && is_same_list(sorted->at[from], sorted->at[to]))
		to++;
	return to;
}

static bool is_denied(const struct sorted *sorted, size_t from, size_t to)
{
	while (from < to && sorted->at[from]->forced)
		from++;
	return from < to;
}

/* Asks the network what comes before the steps that the questions from..to-1 are about. */
static enum plan_status ask_network(struct check *check, const struct sorted *sorted, size_t from, size_t to,
									bool *before)
{
	const struct precedence_question *list = sorted->at[from];
	for (size_t i = 0; i < list->any_count; i++) {
		check->precedence->again += check->plan->steps.count;
		if (check->precedence->again > AGAIN_BUDGET)
			break;
		if (plan_timeline_forced_before(check->timeline, list->any[i], before) != PLAN_OK)
			return PLAN_NOMEM;
		for (size_t j = from; j < to; j++)
			sorted->at[j]->forced = sorted->at[j]->forced || before[sorted->at[j]->first->number];
	}
	return PLAN_OK;
}

/* Asks again about what the walk denied. */
static bool ask_again(struct check *check, const struct sorted *sorted)
{
	bool *before = malloc((check->plan->steps.count + 1) * sizeof *before);
	bool fine = before;
	for (size_t from = 0, to; fine && from < sorted->count; from = to) {
		to = run_end(sorted, from);
		if (is_denied(sorted, from, to))
			fine = ask_network(check, sorted, from, to, before) == PLAN_OK;
	}
	free(before);
	return fine;
}

bool precedence_answer(struct check *check, struct precedence_question *questions, size_t count)
{
	if (!count)
		return true;
	struct precedence *precedence = graph_of(check);
	struct sorted sorted = {malloc(count * sizeof *sorted.at), count};
	bool fine = precedence && sorted.at;
	for (size_t i = 0; fine && i < count; i++)
		sorted.at[i] = &questions[i];
	if (fine)
		qsort(sorted.at, count, sizeof *sorted.at, by_list);
	for (size_t at = 0; fine && at < count;)
		at = answer_batch(precedence, sorted.at, count, at);
	if (fine && precedence->graph.inexact)
		fine = ask_again(check, &sorted);
	free(sorted.at);
	if (!fine)
		check->failed = true;
	return fine;
}
