/*
 * What follows from a plan: for every step the days that are left for it, the latest days that still keep
 * every deadline, and the reasons, line by line of the file.
 *
 * Each step that is not cancelled has a start day and an end day. All that the file says of them is a domain
 * of permitted days or a constraint "y >= f(x)" with a non-decreasing f. Both kinds are closed under
 * componentwise minimum and maximum, so if any schedule exists there is an earliest one and a latest one
 * (Jeavons & Cooper, Tractable constraints on ordered domains, Artificial Intelligence 79, 1995; for lags in
 * days only, Dechter, Meiri & Pearl, Temporal constraint networks, Artificial Intelligence 49, 1991).
 *
 * A timeline is a value: it is made once, keeps pointers into its plan, and is only read after that.
 */
#ifndef PLAN_TIMELINE_H
#define PLAN_TIMELINE_H

#include "model.h"

enum plan_verdict {
	PLAN_NO_DEADLINE,
	PLAN_ON_TRACK, /* kept whatever day each imprecise date turns out to be */
	PLAN_AT_RISK,  /* kept by some choices, not by all */
	PLAN_MISSED    /* kept by no schedule as written */
};

/* The days of one step. */
struct plan_times {
	/*
	 * What the whole timeline leaves: the windows of its first and of its last day; the same for a step of
	 * one day. An end that nothing bounds is PLAN_DAY_OPEN_START or PLAN_DAY_OPEN_END. Of a cancelled step
	 * both are open. In a plan that is not feasible they are what the written dates say, cut by nothing.
	 */
	struct plan_window start, end;
	/*
	 * Room: the latest first and last day when the written dates of steps that were not held are dropped, and
	 * facts, deadlines, calendars, orders, gaps and durations stay (the backward pass of the critical path
	 * method). PLAN_DAY_OPEN_END when no deadline follows; also when room itself is not feasible.
	 */
	plan_day latest_start, latest_end;
	bool critical; /* on the chain that ties the approval to its earliest day */
};

/* Why a day cannot be earlier (or later): one link of a chain. */
enum plan_cause_kind {
	PLAN_CAUSE_DATE, /* a written date, start, end or due */
	PLAN_CAUSE_HELD, /* a fact */
	PLAN_CAUSE_DEADLINE,
	PLAN_CAUSE_LINK,     /* after, before, during, phase, alongside: see `link` */
	PLAN_CAUSE_DURATION, /* the duration of a phase, or the days of a meeting */
	PLAN_CAUSE_HEARING,  /* rules.hearing: the least length of a hearing without dates */
	PLAN_CAUSE_PAPERS,   /* rules.papers: a document's due day before its meeting */
	PLAN_CAUSE_CALENDAR, /* the next (or previous) day that a meeting's body or calendar allows */
	PLAN_CAUSE_HORIZON   /* 1900-2199 */
};

struct plan_cause {
	enum plan_cause_kind kind;
	const struct plan_step *step;   /* whose day this link sets */
	const struct plan_entry *other; /* the step or recess that it comes from; NULL for none */
	const struct plan_link *link;   /* PLAN_CAUSE_LINK only */
	struct plan_span span;          /* the place in the file that says so */
	bool at_end;                    /* it is the step's last day that is set, not its first */
	bool upper;                     /* `day` is the latest possible one, not the earliest */
	plan_day day;                   /* the day it leads to */
};

/* Links in the order of time, each needed: without any one of them the rest allows more. */
struct plan_chain {
	const struct plan_cause *at;
	size_t count;
	bool ring; /* the last link leads back to the first */
};

enum plan_conflict_kind {
	PLAN_CONFLICT_DEADLINE, /* the chain runs into a deadline */
	PLAN_CONFLICT_DATES,    /* ... into a written date or a duration */
	PLAN_CONFLICT_RING,     /* steps wait for each other */
	PLAN_CONFLICT_NO_DAY    /* the window of a meeting holds no day that its body or calendar allows */
};

/* How a conflict could be mended: the smallest change of one movable link that makes the whole plan hold. */
struct plan_repair {
	const struct plan_cause *cause; /* one of the chain's links; NULL when no single one helps */
	plan_day day;                   /* dates and deadlines: the day to move to */
	int32_t amount;                 /* gaps and durations: the new number of the link's unit */
};

struct plan_conflict {
	enum plan_conflict_kind kind;
	const struct plan_step *step; /* whose day cannot be placed */
	bool at_end;                  /* it is its last day */
	plan_day earliest;            /* the earliest day that the chain's first part allows */
	plan_day latest;              /* the latest day that its last part allows: earlier than `earliest` */
	struct plan_span span;        /* where a person should look first: the bound that is broken */
	struct plan_chain chain;
	struct plan_repair repair;
};

/* What became of one step's deadline. */
struct plan_deadline {
	const struct plan_step *step;
	plan_day by; /* the deadline's last day */
	enum plan_verdict verdict;
	plan_day earliest_end; /* the earliest last day as written */
	plan_day latest_end;   /* the latest last day as written */
	int32_t slack; /* days from the latest end as written to the latest that room allows; negative: late */
};

/* A constraint that is possible but not certain between two imprecise dates. */
struct plan_uncertainty {
	const struct plan_cause *cause; /* the constraint */
	const struct plan_step *first, *second;
	plan_day first_day, second_day; /* a pair of days that would break it */
};

/* A known day on which a meeting cannot be held. The written day is used all the same. */
struct plan_off_day {
	const struct plan_step *step;
	const struct plan_date *date;
	bool body;              /* the body does not meet then; else the calendar forbids it */
	plan_day before, after; /* the nearest days that are allowed; open when there is none */
};

/* An order that the held days break. */
struct plan_broken_fact {
	const struct plan_step *first, *second; /* `second` should not have come before `first` allowed it */
	struct plan_cause cause;                /* the constraint that is broken; `day` is what it asked for */
	plan_day held;                          /* the day that it was */
};

struct plan_timeline {
	const struct plan *plan;
	bool feasible; /* some schedule as written keeps everything, deadlines included */
	bool certain;  /* one placement of the undated steps is good whatever day each imprecise date turns out to
					  be */
	enum plan_verdict
		verdict; /* on the approval's deadline; PLAN_MISSED when not feasible and there is one */

	const struct plan_times *times; /* by plan_step.number */
	const struct plan_deadline *deadlines;
	size_t deadline_count;
	const struct plan_deadline *approval; /* one of `deadlines`; NULL when the approval has none */
	struct plan_chain critical; /* to the approval's earliest day; empty when there is no approval */
	const struct plan_conflict *conflicts;
	size_t conflict_count;
	const struct plan_uncertainty *uncertainties;
	size_t uncertainty_count;
	const struct plan_off_day *off_days;
	size_t off_day_count;
	const struct plan_broken_fact *broken_facts;
	size_t broken_fact_count;

	struct plan_network *network; /* what plan_why asks again */
	struct arena *arena;          /* owns all of the above */
};

/* Works a plan's timeline out; `*timeline` is the caller's to free. PLAN_NOMEM on failure, `*timeline`
 * untouched. */
enum plan_status plan_timeline_new(const struct plan *plan, struct plan_timeline **timeline);

/* Frees a timeline; NULL is allowed. The plan stays. */
void plan_timeline_free(struct plan_timeline *timeline);

/*
 * The chain that keeps a step from starting earlier (`later` false) or from ending later (`later` true).
 * Empty when nothing does, or the plan is not feasible. Owned by the timeline. PLAN_NOMEM on failure.
 */
enum plan_status plan_timeline_why(struct plan_timeline *timeline, const struct plan_step *step, bool later,
								   struct plan_chain *chain);

/*
 * Whether every schedule of the orders alone (no dates, no deadlines) puts `second` wholly after `first`:
 * what "is forced to come after" means in the rules. NULL is not allowed.
 */
enum plan_status plan_timeline_forces_order(struct plan_timeline *timeline, const struct plan_step *first,
											const struct plan_step *second, bool *forced);

#endif
