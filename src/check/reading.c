#include "check/reading.h"

#include "base/text.h"
#include "check/precedence.h"
#include "check/rules.h"
#include "check/words.h"

#include <string.h>

/* So many readings of one number by one body are looked at; more would make the rule quadratic. */
#define BEFORE_MAX 16

/* The item that a reading names; empty when it names none. */
static const char *item_of(const struct plan_step *step)
{
	return step->details && step->details->item ? step->details->item : "";
}

/* Readings that name no item are of one thing where they are on the same track. */
static int compare_items(const struct plan_step *one, const struct plan_step *two)
{
	const char *a = item_of(one), *b = item_of(two);
	int order = strcmp(a, b);
	if (order || *a)
		return order;
	uint32_t x = one->track ? one->track->entry->index + 1 : 0,
			 y = two->track ? two->track->entry->index + 1 : 0;
	return (x > y) - (x < y);
}

/* A reading and a number that is the same for readings of one item: texts are compared only where these are.
 */
struct keyed {
	uint64_t key;
	const struct plan_step *step;
};

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t item_key(const struct plan_step *step)
{
	const char *item = item_of(step);
	if (!*item)
		return step->track ? step->track->entry->index + 1 : 0;
	uint64_t hash = 0xcbf29ce484222325;
	for (; *item; item++)
		hash = (hash ^ (unsigned char)*item) * 0x100000001b3;
	return hash;
}

static int compare(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	const struct plan_step *one = x->step, *two = y->step;
	int order = compare_items(one, two);
	if (!order)
		order = (one->reading > two->reading) - (one->reading < two->reading);
	return order ? order : (one->number > two->number) - (one->number < two->number);
}

bool readings_find(const struct survey *survey, struct reading_list *list)
{
	size_t count = survey->readings.count;
	struct keyed *found = malloc((count + 1) * sizeof *found);
	*list = (struct reading_list){.at = malloc((count + 1) * sizeof *list->at)};
	if (!found || !list->at) {
		free(found);
		free(list->at);
		return false;
	}
	for (size_t i = 0; i < count; i++)
		found[i] = (struct keyed){item_key(survey->readings.at[i]), survey->readings.at[i]};
	qsort(found, count, sizeof *found, compare);
	for (; list->count < count; list->count++)
		list->at[list->count] = found[list->count].step;
	free(found);
	return true;
}

size_t readings_run(const struct reading_list *list, size_t from)
{
	size_t to = from + 1;
	while (to < list->count && !compare_items(list->at[from], list->at[to]))
		to++;
	return to - from;
}

static bool share_body(const struct plan_step *one, const struct plan_step *two)
{
	for (size_t i = 0; i < one->bodies.count; i++)
		for (size_t j = 0; j < two->bodies.count; j++)
			if (one->bodies.at[i].entry == two->bodies.at[j].entry)
				return true;
	return false;
}

struct pairs {
	VEC(struct precedence_question) at;
	struct check *check;
};

static void ask(struct pairs *pairs, const struct plan_step *const *before,
				const struct plan_step *const *reading)
{
	struct precedence_question *question = VEC_PUSH(&pairs->at);
	if (question)
		*question = (struct precedence_question){.first = *before, .any = reading, .any_count = 1};
	else
		pairs->check->failed = true;
}

/* A reading waits for those before it in its own body, or, where there are none, for those of others. */
static void ask_each(struct pairs *pairs, const struct plan_step *const *before, size_t count,
					 const struct plan_step *const *reading)
{
	bool own = false;
	if (count > BEFORE_MAX)
		count = BEFORE_MAX;
	for (size_t i = 0; i < count; i++)
		own = own || share_body(before[i], *reading);
	for (size_t i = 0; i < count; i++)
		if (!own || share_body(before[i], *reading))
			ask(pairs, &before[i], reading);
}

static void add_missing(struct check *check, const struct plan_step *reading)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_READING_ORDER, &reading->entry, reading->entry.span))
		return;
	diag_message(&draft,
				 _("%1$s is reading number %2$d, but nothing is reading number %3$d of the same item"),
				 name_text(&reading->entry).text, reading->reading, reading->reading - 1);
	diag_help(&draft, _("write `reading: %d` and the same `item:` at the meeting before it"),
			  reading->reading - 1);
	finding_end(check, &draft);
}

static void add_unordered(struct check *check, const struct plan_step *before,
						  const struct plan_step *reading)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_READING_ORDER, &reading->entry, reading->entry.span))
		return;
	diag_message(&draft, _("%1$s, reading number %2$d, does not have to wait for %3$s, reading number %4$d"),
				 name_text(&reading->entry).text, reading->reading, name_text(&before->entry).text,
				 before->reading);
	diag_help(&draft, _("write `after: %1$s` at %2$s"), before->entry.id, reading->entry.id);
	finding_end(check, &draft);
}

/* Goes over the readings of one item. */
static void ask_run(struct pairs *pairs, const struct plan_step **at, size_t count)
{
	size_t before = 0, before_count = 0;
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && at[end]->reading == at[i]->reading;)
			end++;
		if (i && at[before]->reading + 1 != at[i]->reading)
			before_count = 0;
		for (size_t j = i; at[i]->reading > 1 && j < end; j++)
			if (before_count)
				ask_each(pairs, &at[before], before_count, &at[j]);
			else
				add_missing(pairs->check, at[j]);
		before = i;
		before_count = end - i;
	}
}

/*
 * Whether the earlier reading is over: then nothing can move it behind the later one. Of two that were held
 * `facts-out-of-order` judges the order that is written; one whose date says that it came before is wrong.
 */
static bool is_past(const struct check *check, const struct precedence_question *question)
{
	const struct plan_step *first = question->first, *second = *question->any;
	if (!step_is_done(first))
		return false;
	plan_day held = check->timeline->times[first->number].end.earliest;
	return step_is_done(second) || check->timeline->times[second->number].start.latest > held;
}

void rule_reading_order(struct check *check)
{
	struct reading_list list;
	struct pairs pairs = {.check = check};
	if (!readings_find(&check->survey, &list)) {
		check->failed = true;
		return;
	}
	for (size_t at = 0, run; at < list.count; at += run) {
		run = readings_run(&list, at);
		ask_run(&pairs, &list.at[at], run);
	}
	if (!check->failed && precedence_answer(check, pairs.at.at, pairs.at.count)) {
		const struct plan_step *told = NULL;
		for (size_t i = 0; i < pairs.at.count; i++) {
			const struct precedence_question *question = &pairs.at.at[i];
			if (question->forced || is_past(check, question) || told == *question->any)
				continue;
			told = *question->any;
			add_unordered(check, question->first, told);
		}
	}
	VEC_FREE(&pairs.at);
	free(list.at);
}
