#include "check/precedence.h"

#include "timeline/walk.h"

#include <stdlib.h>

_Static_assert(PRECEDENCE_TARGETS == WALK_TARGETS, "one walk answers for so many");

/* Work that may go into asking the network again, in steps looked at. Beyond it the walk has the last word.
 */
#define AGAIN_BUDGET 4000000u

struct precedence {
	struct walk *walk;
	size_t again; /* how much of AGAIN_BUDGET is used */
};

void precedence_free(struct precedence *precedence)
{
	if (!precedence)
		return;
	walk_free(precedence->walk);
	free(precedence);
}

static struct precedence *precedence_new(struct plan_timeline *timeline)
{
	struct precedence *precedence = calloc(1, sizeof *precedence);
	if (!precedence)
		return NULL;
	precedence->walk = walk_new(timeline);
	if (precedence->walk)
		return precedence;
	precedence_free(precedence);
	return NULL;
}

/* Made when it is first asked for; NULL when memory ran out. */
static struct precedence *precedence_of(struct check *check)
{
	if (!check->precedence)
		check->precedence = precedence_new(check->timeline);
	if (!check->precedence)
		check->failed = true;
	return check->precedence;
}

bool precedence_walk(struct check *check, const struct plan_step *const *targets, size_t count)
{
	struct precedence *precedence = precedence_of(check);
	if (!precedence)
		return false;
	for (unsigned i = 0; i < count; i++)
		if (targets[i])
			walk_add(precedence->walk, targets[i], i);
	walk_run(precedence->walk);
	return true;
}

bool precedence_is_before(const struct check *check, size_t number, size_t target)
{
	return walk_before(check->precedence->walk, number) >> target & 1;
}

void precedence_forget(struct check *check)
{
	walk_forget(check->precedence->walk);
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
static size_t answer_batch(struct walk *walk, struct precedence_question **questions, size_t count,
						   size_t from)
{
	size_t to = from;
	unsigned lists = 0;
	for (; to < count; to++) {
		if (to > from && is_same_list(questions[to], questions[to - 1]))
			continue;
		if (lists == WALK_TARGETS)
			break;
		for (size_t i = 0; i < questions[to]->any_count; i++)
			walk_add(walk, questions[to]->any[i], lists);
		lists++;
	}
	walk_run(walk);
	for (size_t i = from, list = 0; i < to; i++) {
		list += i > from && !is_same_list(questions[i], questions[i - 1]);
		questions[i]->forced = walk_before(walk, questions[i]->first->number) >> list & 1;
		questions[i]->doubtful = walk_doubt(walk) >> list & 1;
	}
	walk_forget(walk);
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

/* Whether the walk denied any of the questions from..to-1, and may not have the last word. */
static bool is_doubtful(const struct sorted *sorted, size_t from, size_t to)
{
	while (from < to && (sorted->at[from]->forced || !sorted->at[from]->doubtful))
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
		if (is_doubtful(sorted, from, to))
			fine = ask_network(check, sorted, from, to, before) == PLAN_OK;
	}
	free(before);
	return fine;
}

bool precedence_answer(struct check *check, struct precedence_question *questions, size_t count)
{
	if (!count)
		return true;
	struct precedence *precedence = precedence_of(check);
	struct sorted sorted = {malloc(count * sizeof *sorted.at), count};
	bool fine = precedence && sorted.at;
	for (size_t i = 0; fine && i < count; i++)
		sorted.at[i] = &questions[i];
	if (fine)
		qsort(sorted.at, count, sizeof *sorted.at, by_list);
	for (size_t at = 0; fine && at < count;)
		at = answer_batch(precedence->walk, sorted.at, count, at);
	fine = fine && ask_again(check, &sorted);
	free(sorted.at);
	if (!fine)
		check->failed = true;
	return fine;
}
