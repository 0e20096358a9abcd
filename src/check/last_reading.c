#include "check/rules.h"

#include "base/text.h"
#include "check/precedence.h"
#include "check/reading.h"
#include "check/words.h"

/* The last reading of each item, and where those of each track are: a run of the list. */
struct last_readings {
	const struct plan_step **at;
	size_t count;
};

static uint32_t track_of(const struct plan_step *step)
{
	return step->track ? step->track->entry->index + 1 : 0;
}

static int by_track(const void *a, const void *b)
{
	const struct plan_step *one = *(const struct plan_step *const *)a;
	const struct plan_step *two = *(const struct plan_step *const *)b;
	uint32_t x = track_of(one), y = track_of(two);
	if (x != y)
		return x < y ? -1 : 1;
	return (one->number > two->number) - (one->number < two->number);
}

/* Keeps of each item's readings the last ones, sorted by track. False when memory ran out. */
static bool last_readings_find(const struct survey *survey, struct last_readings *last)
{
	struct reading_list list;
	if (!readings_find(survey, &list))
		return false;
	size_t kept = 0;
	for (size_t at = 0, run; at < list.count; at += run) {
		run = readings_run(&list, at);
		unsigned number = list.at[at + run - 1]->reading;
		for (size_t i = at; i < at + run; i++)
			if (list.at[i]->reading == number)
				list.at[kept++] = list.at[i];
	}
	if (kept)
		qsort(list.at, kept, sizeof *list.at, by_track);
	*last = (struct last_readings){list.at, kept};
	return true;
}

/* Where the readings of a track begin. */
static size_t first_of_track(const struct last_readings *last, uint32_t track)
{
	size_t low = 0, high = last->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (track_of(last->at[middle]) < track)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * The question of a hearing is about the readings of its track, or, where it is on none, about all. It is not
 * ignored when the last reading of any item waits for it: a track may read several.
 */
static struct precedence_question question_of(const struct plan_step *hearing,
											  const struct last_readings *last)
{
	uint32_t track = track_of(hearing);
	size_t from = track ? first_of_track(last, track) : 0;
	size_t to = track ? first_of_track(last, track + 1) : last->count;
	return (struct precedence_question){
		.first = hearing,
		.any = (const struct plan_step *const *)last->at + from,
		.any_count = to - from,
	};
}

static void add_ignored(struct check *check, const struct precedence_question *question)
{
	const struct plan_step *hearing = question->first, *reading = *question->any;
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_HEARING_IGNORED, &hearing->entry, hearing->entry.span))
		return;
	diag_message(&draft, _("the last reading, %1$s, does not have to wait for the hearing %2$s to end"),
				 name_text(&reading->entry).text, name_text(&hearing->entry).text);
	diag_because(&draft, reading->entry.span,
				 _("because nothing here or on the way here comes after the hearing"));
	diag_help(&draft, _("write `after: %1$s` at %2$s"), hearing->entry.id, reading->entry.id);
	finding_end(check, &draft);
}

void rule_hearing_ignored(struct check *check)
{
	struct last_readings last;
	VEC(struct precedence_question) questions = {0};
	if (!last_readings_find(&check->survey, &last)) {
		check->failed = true;
		return;
	}
	for (size_t i = 0; last.count && i < check->survey.hearings.count; i++) {
		const struct plan_step *hearing = check->survey.hearings.at[i];
		if (step_is_done(hearing))
			continue;
		struct precedence_question *question = VEC_PUSH(&questions);
		if (question)
			*question = question_of(hearing, &last);
		else
			check->failed = true;
	}
	if (!check->failed && precedence_answer(check, questions.at, questions.count))
		for (size_t i = 0; i < questions.count; i++)
			if (!questions.at[i].forced && questions.at[i].any_count)
				add_ignored(check, &questions.at[i]);
	VEC_FREE(&questions);
	free(last.at);
}
