#include "timeline/walk.h"

#include "timeline/marks.h"
#include "timeline/work.h"

#include <stdlib.h>

/* What is known of a place. */
struct ahead {
	uint64_t reach;  /* the targets that it is not after */
	uint64_t strict; /* the targets that it is before */
};

/* A paper with a day of its own. */
struct paper {
	uint32_t place;
	uint32_t next; /* 1 + the next one for the same; 0 for none */
};

struct walk {
	const struct compiled *compiled;
	struct ahead *ahead;  /* by place */
	struct marks met;     /* the places of which something is known; the others' are not even read */
	struct marks waiting; /* those from which the walk has to go on: from the last to the first */
	uint32_t end;         /* no place from here on is waiting */
	uint64_t doubt;
	struct paper *papers;  /* NULL: none has a day of its own */
	uint32_t *first_paper; /* by place: 1 + the first paper for what begins there; 0 for none */
};

/* Links a paper to what it is for, unless an arc does. */
static void keep_paper(struct walk *walk, const struct plan_step *paper, uint32_t number)
{
	const struct compiled *compiled = walk->compiled;
	const struct plan_step *to = cause_paper_for(paper);
	if (!to || !cause_paper_has_day(paper) || step_is_cancelled(paper) || step_is_cancelled(to))
		return;
	uint32_t *first = &walk->first_paper[compiled_place(compiled, to, false)];
	walk->papers[number] = (struct paper){compiled_place(compiled, paper, true), *first};
	*first = number + 1;
}

static bool find_papers(struct walk *walk)
{
	const struct plan *plan = walk->compiled->plan;
	if (!plan->documents.count)
		return true;
	walk->papers = malloc(plan->documents.count * sizeof *walk->papers);
	walk->first_paper = calloc((size_t)walk->compiled->network.variable_count + 1, sizeof *walk->first_paper);
	if (!walk->papers || !walk->first_paper)
		return false;
	for (uint32_t i = 0; i < plan->documents.count; i++)
		keep_paper(walk, plan->documents.at[i], i);
	return true;
}

static bool init(struct walk *walk, struct compiled *compiled)
{
	size_t places = (size_t)compiled->network.variable_count + 1;
	walk->compiled = compiled;
	walk->ahead = calloc(places, sizeof *walk->ahead);
	if (!walk->ahead || !marks_init(&walk->met, places) || !marks_init(&walk->waiting, places))
		return false;
	marks_clear(&walk->met, places);
	marks_clear(&walk->waiting, places);
	/* Only of orders that facts break it is asked what they were. */
	if (compiled->broken.count && compiled_number_links(compiled) != PLAN_OK)
		return false;
	return network_link_entries(&compiled->network) == PLAN_OK && find_papers(walk);
}

struct walk *walk_new(struct plan_timeline *timeline)
{
	struct walk *walk = calloc(1, sizeof *walk);
	if (!walk || init(walk, &timeline->work->compiled))
		return walk;
	walk_free(walk);
	return NULL;
}

void walk_free(struct walk *walk)
{
	if (!walk)
		return;
	free(walk->ahead);
	marks_free(&walk->met);
	marks_free(&walk->waiting);
	free(walk->papers);
	free(walk->first_paper);
	free(walk);
}

/* Adds targets to a place, from which the walk has to go on when that told something new. */
static void add(struct walk *walk, uint32_t place, uint64_t reach, uint64_t strict)
{
	struct ahead *ahead = &walk->ahead[place];
	if (!(reach & ~ahead->reach) && !(strict & ~ahead->strict))
		return;
	ahead->reach |= reach;
	ahead->strict |= strict;
	marks_add(&walk->met, place);
	marks_add(&walk->waiting, place);
	if (place >= walk->end)
		walk->end = place + 1;
}

void walk_add(struct walk *walk, const struct plan_step *step, unsigned number)
{
	if (!step_is_cancelled(step))
		add(walk, compiled_place(walk->compiled, step, false), (uint64_t)1 << number, 0);
}

/* More than nothing where a shift leads every day on, less where it may lead one back. */
static int least_move(struct shift shift)
{
	int more = shift.pre + shift.post;
	switch ((enum shift_kind)shift.kind) {
	case SHIFT_WORKDAYS: return shift.count > 0 ? shift.count + more : -1; /* 0: from a day off, back */
	case SHIFT_MONTHS: return shift.count ? shift.count : more;
	case SHIFT_MONTHS_MOST: return shift.count ? -shift.count : more;
	default: break;
	}
	return shift.count;
}

/* Carries what is known of a place back along one of the arcs that lead to it. */
static void follow(struct walk *walk, struct ahead ahead, struct entry entry)
{
	const struct arc *arc = &walk->compiled->network.arcs[entry.arc];
	struct shift shift = arc->shift;
	if (shift.kind == SHIFT_NONE) {
		if (cause_kind(arc->cause) == CAUSE_LENGTH)
			return;
		shift = compiled_shift(walk->compiled, arc->cause);
	}
	int move = least_move(shift);
	if (move < 0)
		walk->doubt |= ahead.reach;
	else
		add(walk, entry.source, ahead.reach, move ? ahead.reach : ahead.strict);
}

static void follow_papers(struct walk *walk, struct ahead ahead, uint32_t place)
{
	bool on = walk->papers && least_move(cause_papers(walk->compiled->plan)) > 0;
	for (uint32_t i = walk->papers ? walk->first_paper[place] : 0; i; i = walk->papers[i - 1].next)
		add(walk, walk->papers[i - 1].place, ahead.reach, on ? ahead.reach : ahead.strict);
}

void walk_run(struct walk *walk)
{
	const struct network *network = &walk->compiled->network;
	for (uint32_t place; (place = marks_take_previous(&walk->waiting, walk->end)) != MARKS_NONE;) {
		struct ahead ahead = walk->ahead[place];
		walk->end = place;
		for (uint32_t i = network->entry_first[place]; i < network->entry_first[place + 1]; i++)
			follow(walk, ahead, network->entries[i]);
		follow_papers(walk, ahead, place);
	}
}

uint64_t walk_before(const struct walk *walk, size_t number)
{
	if (walk->compiled->steps[number].flags & DIGEST_CANCELLED)
		return 0;
	uint32_t place = compiled_day(walk->compiled, number, true);
	return marks_has(&walk->met, place) ? walk->ahead[place].strict : 0;
}

uint64_t walk_doubt(const struct walk *walk)
{
	return walk->doubt;
}

void walk_forget(struct walk *walk)
{
	uint32_t end = walk->compiled->network.variable_count;
	while ((end = marks_take_previous(&walk->met, end)) != MARKS_NONE)
		walk->ahead[end] = (struct ahead){0, 0};
	walk->end = 0;
	walk->doubt = 0;
}
