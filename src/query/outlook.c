#include "query/outlook.h"

#include "base/arena.h"
#include "check/day.h"

#include <stdlib.h>

static bool is_document(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_DOCUMENT;
}

static bool is_dated(const struct plan_step *step)
{
	return step->date || plan_step_start(step) || plan_step_end(step); /* what was held, was on known days */
}

static enum firmness firmness_of(const struct standing *standing)
{
	if (plan_window_is_day(standing->start) && plan_window_is_day(standing->end))
		return FIRM_KNOWN;
	return is_dated(standing->step) ? FIRM_IMPRECISE : FIRM_UNDATED;
}

static enum step_state state_of(const struct standing *standing, plan_day today)
{
	if (standing->step->status == PLAN_CANCELLED)
		return STATE_CANCELLED;
	if (standing->step->status == PLAN_DONE)
		return STATE_DONE;
	if (standing->end.latest < today)
		return STATE_OVERDUE;
	if (is_document(standing->step)) /* a paper is due, it does not go on */
		return standing->end.latest == today ? STATE_NOW : STATE_TO_COME;
	return standing->start.latest <= today ? STATE_NOW : STATE_TO_COME;
}

struct standing standing_of(const struct plan_timeline *timeline, const struct plan_step *step,
							plan_day today)
{
	const struct plan_times *times = &timeline->times[step->number];
	struct standing standing = {.step = step, .start = times->start, .end = times->end};
	standing.state = state_of(&standing, today);
	standing.firmness = firmness_of(&standing);
	return standing;
}

enum {
	LATE_MAX = 60, /* how many days the latest day moves a step: nothing is sorted behind all the rest */
	FAR = 1 << 20, /* stands for the open end, so that sums of two days hold */
	PAPERS_MAX = 8 /* papers for papers beyond this go by when they are due; a ring of them ends here, too */
};

static plan_day within_reach(plan_day day)
{
	return day > FAR ? FAR : day;
}

/*
 * Twice the middle of a window of first days. Of two steps of which one waits for the other neither end of
 * its window is before the other's, so that the middles are in the order that the plan asks for; the earliest
 * days alone, or the latest, read badly, for undated steps could begin at once or wait for the last day.
 */
static plan_day middle_of(plan_day earliest, plan_day latest)
{
	return earliest + (latest < earliest + LATE_MAX ? latest : earliest + LATE_MAX);
}

/* What could have begun already and has not comes after what should be over. */
static plan_day clamped(const struct outlook *outlook, const struct standing *standing, plan_day day)
{
	return within_reach(standing->state == STATE_TO_COME && day < outlook->today ? outlook->today : day);
}

/* The days on which a step may begin: of a cancelled one as they were written. */
static struct plan_window first_days(const struct standing *standing)
{
	struct plan_window days = standing->start;
	const struct plan_step *step = standing->step;
	const struct plan_date *date = plan_step_start(step) ? plan_step_start(step) : step->date;
	if (standing->state == STATE_CANCELLED && date)
		days = date->expr.start;
	if (days.earliest == PLAN_DAY_OPEN_START && standing->state != STATE_TO_COME)
		days.earliest = standing->end.latest;
	return days;
}

static plan_day order_of_step(const struct outlook *outlook, const struct standing *standing)
{
	struct plan_window days = first_days(standing);
	return middle_of(clamped(outlook, standing, days.earliest), clamped(outlook, standing, days.latest));
}

/* A paper comes when it is due, but no later than what it is for. */
/* NOLINTNEXTLINE(misc-no-recursion): PAPERS_MAX bounds it */
static plan_day order_of(const struct outlook *outlook, const struct standing *standing, int level)
{
	if (!is_document(standing->step) || standing->firmness != FIRM_UNDATED)
		return order_of_step(outlook, standing);
	const struct plan_step *step = plan_step_purpose(standing->step);
	plan_day due = 2 * clamped(outlook, standing, standing->end.latest);
	if (!step || level == PAPERS_MAX)
		return due;
	plan_day meeting = order_of(outlook, &outlook->standings[step->number], level + 1);
	bool open = standing->start.earliest == PLAN_DAY_OPEN_START;
	plan_day middle = open ? meeting : order_of_step(outlook, standing);
	if (due > meeting)
		due = meeting;
	return due > middle ? due : middle;
}

static int compare_days(plan_day a, plan_day b)
{
	return (a > b) - (a < b);
}

static int by_time(const void *a, const void *b)
{
	const struct standing *first = *(const struct standing *const *)a;
	const struct standing *second = *(const struct standing *const *)b;
	int result = compare_days(first->order, second->order);
	if (!result)
		result = compare_days(first->start.earliest, second->start.earliest);
	if (!result)
		result = is_document(second->step) - is_document(first->step);
	if (!result)
		result = compare_days(first->end.latest, second->end.latest);
	uint32_t one = first->step->number, other = second->step->number;
	return result ? result : (one > other) - (one < other);
}

/* The place of a step's track among the tracks; those of none have the last one. */
static size_t track_of(const struct outlook *outlook, const struct plan_step *step)
{
	return step->track ? step->track->entry->index : outlook->plan->tracks.count;
}

/* Marks the first step to come of every track, and of those without one. */
static enum plan_status mark_next(struct outlook *outlook)
{
	bool *seen = ARENA_ARRAY(outlook->arena, outlook->plan->tracks.count + 1, bool);
	if (!seen)
		return PLAN_NOMEM;
	for (size_t i = 0; i < outlook->count; i++) {
		struct standing *standing = &outlook->standings[outlook->order[i]->step->number];
		size_t track = track_of(outlook, standing->step);
		if (standing->state != STATE_TO_COME || seen[track])
			continue;
		standing->state = STATE_NEXT;
		seen[track] = true;
		outlook->counted[STATE_NEXT]++;
	}
	return PLAN_OK;
}

/* Deals the steps out by track, in the order of time: a counting sort. */
static enum plan_status sort_tracks(struct outlook *outlook)
{
	size_t *place = ARENA_ARRAY(outlook->arena, outlook->plan->tracks.count + 2, size_t);
	if (!place)
		return PLAN_NOMEM;
	for (size_t i = 0; i < outlook->count; i++)
		place[track_of(outlook, outlook->standings[i].step) + 1]++;
	for (size_t i = 0; i < outlook->plan->tracks.count; i++)
		place[i + 1] += place[i];
	for (size_t i = 0; i < outlook->count; i++)
		outlook->by_track[place[track_of(outlook, outlook->order[i]->step)]++] = outlook->order[i];
	return PLAN_OK;
}

static bool make_chains(struct outlook *outlook)
{
	const struct plan *plan = outlook->plan;
	outlook->first_paper = ARENA_ARRAY(outlook->arena, outlook->count, const struct plan_step *);
	outlook->next_paper = ARENA_ARRAY(outlook->arena, outlook->count, const struct plan_step *);
	outlook->first_theme = ARENA_ARRAY(outlook->arena, outlook->count, const struct plan_theme *);
	outlook->next_theme = ARENA_ARRAY(outlook->arena, plan->themes.count, const struct plan_theme *);
	return outlook->first_paper && outlook->next_paper && outlook->first_theme && outlook->next_theme;
}

/* Built from the end, so that the chains are in file order. */
static void fill_chains(struct outlook *outlook)
{
	const struct plan *plan = outlook->plan;
	for (size_t i = plan->documents.count; i-- > 0;) {
		const struct plan_step *paper = plan->documents.at[i];
		const struct plan_step *to = plan_step_purpose(paper);
		if (!to)
			continue;
		outlook->next_paper[paper->number] = outlook->first_paper[to->number];
		outlook->first_paper[to->number] = paper;
	}
	for (size_t i = plan->themes.count; i-- > 0;) {
		const struct plan_theme *theme = plan->themes.at[i];
		const struct plan_step *to = theme->meeting ? plan_entry_step(theme->meeting->entry) : NULL;
		if (!to)
			continue;
		outlook->next_theme[i] = outlook->first_theme[to->number];
		outlook->first_theme[to->number] = theme;
	}
}

enum plan_status outlook_make(struct outlook *outlook, const struct plan *plan,
							  struct plan_timeline *timeline, plan_day today)
{
	*outlook =
		(struct outlook){.plan = plan, .timeline = timeline, .today = today, .count = plan->steps.count};
	outlook->notice = day_after(plan->calendar, today, plan->rules.notice);
	outlook->arena = arena_new();
	if (!outlook->arena)
		return PLAN_NOMEM;
	outlook->standings = ARENA_ARRAY(outlook->arena, outlook->count, struct standing);
	outlook->order = ARENA_ARRAY(outlook->arena, outlook->count, const struct standing *);
	outlook->by_track = ARENA_ARRAY(outlook->arena, outlook->count, const struct standing *);
	if (!outlook->standings || !outlook->order || !outlook->by_track || !make_chains(outlook))
		return PLAN_NOMEM;
	fill_chains(outlook);
	for (size_t i = 0; i < outlook->count; i++) {
		struct standing *standing = &outlook->standings[i];
		*standing = standing_of(timeline, plan->steps.at[i], today);
		outlook->counted[standing->state]++;
		outlook->order[i] = standing;
	}
	for (size_t i = 0; i < outlook->count; i++)
		outlook->standings[i].order = order_of(outlook, &outlook->standings[i], 0);
	qsort(outlook->order, outlook->count, sizeof *outlook->order, by_time);
	enum plan_status status = sort_tracks(outlook);
	return status == PLAN_OK ? mark_next(outlook) : status;
}

void outlook_free(struct outlook *outlook)
{
	arena_free(outlook->arena);
	*outlook = (struct outlook){0};
}

const struct standing *outlook_of(const struct outlook *outlook, const struct plan_step *step)
{
	return &outlook->standings[step->number];
}

plan_day standing_first_day(const struct standing *standing, plan_day today)
{
	bool ours = standing->firmness == FIRM_UNDATED && standing->end.latest >= today;
	bool open = standing->state != STATE_DONE && standing->state != STATE_CANCELLED;
	plan_day first = standing->start.earliest;
	return ours && open && first != PLAN_DAY_OPEN_START && first < today ? today : first;
}

int32_t standing_slack(const struct standing *standing, const struct plan_times *times, plan_day today)
{
	if (times->slack == INT32_MAX || standing->state == STATE_DONE)
		return INT32_MAX;
	bool ours = standing->firmness == FIRM_UNDATED && times->end.latest >= today;
	plan_day last = times->end.earliest;
	return ours && last < today && last != PLAN_DAY_OPEN_START ? times->slack - (today - last) : times->slack;
}

const struct standing *outlook_next(const struct outlook *outlook)
{
	const struct standing *paper = NULL;
	for (size_t i = 0; i < outlook->count; i++) {
		const struct standing *standing = outlook->order[i];
		if (standing->state != STATE_NEXT && standing->state != STATE_TO_COME)
			continue;
		if (!is_document(standing->step))
			return standing;
		if (!paper)
			paper = standing;
	}
	return paper;
}

const struct plan_step *outlook_first_paper(const struct outlook *outlook, const struct plan_step *step)
{
	return outlook->first_paper[step->number];
}

const struct plan_step *outlook_next_paper(const struct outlook *outlook, const struct plan_step *paper)
{
	return outlook->next_paper[paper->number];
}

const struct plan_theme *outlook_first_theme(const struct outlook *outlook, const struct plan_step *step)
{
	return outlook->first_theme[step->number];
}

const struct plan_theme *outlook_next_theme(const struct outlook *outlook, const struct plan_theme *theme)
{
	return outlook->next_theme[theme->entry.index];
}

const char *state_name(enum step_state state)
{
	static const char *const names[STATE_COUNT] = {"done",    "under-way", "next",
												   "to-come", "overdue",   "cancelled"};
	return names[state];
}

const char *firmness_name(enum firmness firmness)
{
	static const char *const names[] = {"known", "imprecise", "undated"};
	return names[firmness];
}
