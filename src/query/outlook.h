/*
 * A plan as of a day: where each step stands, and all steps in the order of time.
 *
 * The answers of this room are plain values that point into the plan and its timeline; src/format turns them
 * into bytes. Nothing here knows the clock, the language or the screen.
 */
#ifndef QUERY_OUTLOOK_H
#define QUERY_OUTLOOK_H

#include <plan/timeline.h>

enum step_state {
	STATE_DONE,
	STATE_NOW,  /* under way, or today */
	STATE_NEXT, /* the first to come of its track */
	STATE_TO_COME,
	STATE_OVERDUE, /* its last possible day is past, and nobody said that it took place */
	STATE_CANCELLED,
	STATE_COUNT
};

/* What is known of a step's days. */
enum firmness {
	FIRM_KNOWN,     /* the first day and the last day are known */
	FIRM_IMPRECISE, /* a date is written, but not a known day */
	FIRM_UNDATED    /* nothing is written: the days are what its order leaves */
};

struct standing {
	const struct plan_step *step;
	struct plan_window start, end; /* as struct plan_times, or the days on which it was held */
	enum step_state state;
	enum firmness firmness;
	plan_day order; /* sorts by time, in half days */
};

struct outlook {
	const struct plan *plan;
	struct plan_timeline *timeline;
	plan_day today;
	plan_day notice;                  /* today and rules.notice: what has no day by then must get one */
	struct standing *standings;       /* by plan_step.number */
	const struct standing **order;    /* the same in the order of time */
	const struct standing **by_track; /* ... track by track, in file order; those of none last */
	size_t count;
	size_t counted[STATE_COUNT]; /* how many stand so; those that are next count as to come, too */
	/* The papers of each step and the themes of each meeting as chains, by plan_step.number and theme index.
	 */
	const struct plan_step **first_paper, **next_paper;
	const struct plan_theme **first_theme, **next_theme;
	struct arena *arena; /* owns the arrays */
};

/* Looks at a plan as of a day. The plan and the timeline outlive the outlook. PLAN_NOMEM on failure;
 * outlook_free is due either way. */
enum plan_status outlook_make(struct outlook *outlook, const struct plan *plan,
							  struct plan_timeline *timeline, plan_day today);

/* Frees what the outlook owns; it may be all zero. */
void outlook_free(struct outlook *outlook);

/* Where one step stands, without an outlook: neither `order` nor STATE_NEXT is known. */
struct standing standing_of(const struct plan_timeline *timeline, const struct plan_step *step,
							plan_day today);

/* The first day that is left for a step: what was not decided in time is decided from today on. Open where
 * nothing bounds it. */
plan_day standing_first_day(const struct standing *standing, plan_day today);

/*
 * The slack that is left as of today, in days: plan_times.slack, less the days that went by since a step that
 * is ours to place could have been held. INT32_MAX when nothing bounds it, and of what is done or cancelled.
 */
int32_t standing_slack(const struct standing *standing, const struct plan_times *times, plan_day today);

/* Where a step stands. */
const struct standing *outlook_of(const struct outlook *outlook, const struct plan_step *step);

/* The first step to come or under way, in the order of time, that is no document where one is; NULL when
 * there is none. */
const struct standing *outlook_next(const struct outlook *outlook);

/* The papers for a step, and the themes that a meeting takes up, one after the other in file order; NULL
 * after the last. */
const struct plan_step *outlook_first_paper(const struct outlook *outlook, const struct plan_step *step);
const struct plan_step *outlook_next_paper(const struct outlook *outlook, const struct plan_step *paper);
const struct plan_theme *outlook_first_theme(const struct outlook *outlook, const struct plan_step *step);
const struct plan_theme *outlook_next_theme(const struct outlook *outlook, const struct plan_theme *theme);

/* The words that programs read: "done", "under-way", "next", "to-come", "overdue", "cancelled"; "known",
 * "imprecise", "undated". Static, never translated. */
const char *state_name(enum step_state state);
const char *firmness_name(enum firmness firmness);

#endif
