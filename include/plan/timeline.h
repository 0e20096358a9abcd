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
	PLAN_MISSED,   /* kept by no schedule as written */
	PLAN_UNDECIDED /* not known: the orders take too long to work out, and nothing else is wrong; of a
					  deadline that some choices keep, whether all do */
};

/*
 * The days of one step. A meeting of n days ends n - 1 calendar days after it starts, and only its first day
 * is bound to the calendar; a document has one day. A step that is done and has a date is a fact, as one that
 * was `held` is: its written days are used as they are, and no calendar, duration or room moves them.
 */
struct plan_times {
	/*
	 * What the whole timeline leaves: the windows of its first and of its last day; the same for a step of
	 * one day. An end that nothing but 1900-2199 bounds is PLAN_DAY_OPEN_START or PLAN_DAY_OPEN_END. Of a
	 * cancelled step both are open. In a plan that is not feasible they are what the written dates say, cut
	 * by nothing.
	 */
	struct plan_window start, end;
	/*
	 * Room: the latest first and last day when the written dates of steps that were not held are dropped, and
	 * facts, deadlines, calendars, orders, gaps and durations stay (the backward pass of the critical path
	 * method). A phase without a duration whose start and end are both known days keeps its length.
	 * PLAN_DAY_OPEN_END when no deadline follows; also when room itself is not feasible.
	 */
	plan_day latest_start, latest_end;
	/*
	 * Days from the last day as written to `latest_end`; negative: too late. The last day as written is the
	 * latest one; of a step with no date that has a last day, which is ours to place, the earliest. Where the
	 * plan misses deadlines and nothing else is wrong, as written means without these. INT32_MAX when nothing
	 * bounds it, or the plan contradicts itself.
	 */
	int32_t slack;
	bool critical; /* on the chain that ties the approval to its earliest day */
};

/* Why a day cannot be earlier (or later): one link of a chain. */
enum plan_cause_kind {
	PLAN_CAUSE_DATE, /* a written date, start, end or due */
	PLAN_CAUSE_HELD, /* a fact */
	PLAN_CAUSE_DEADLINE,
	PLAN_CAUSE_LINK,     /* after, before, during, phase, alongside: see `link` */
	PLAN_CAUSE_ORDER,    /* a phase does not end before it starts */
	PLAN_CAUSE_DURATION, /* the duration of a phase, or the days of a meeting */
	PLAN_CAUSE_HEARING,  /* rules.hearing: the least length of a hearing without dates */
	PLAN_CAUSE_PAPERS,   /* rules.papers, or `for` alone: a document's due day before its meeting */
	PLAN_CAUSE_CALENDAR, /* the next (or previous) day that a meeting's body or calendar allows */
	PLAN_CAUSE_HORIZON   /* 1900-2199 */
};

/*
 * In a chain of earliest days each link sets the earliest day of `step`, from `other`; in a chain of latest
 * days (`upper`) each sets the latest day of `step`, from the `other` that comes later. A conflict's chain
 * has earliest days and ends with the latest day that they run into.
 */

struct plan_cause {
	enum plan_cause_kind kind;
	const struct plan_step *step; /* whose day this link sets */
	/* The step, recess or (calendars) body that it comes from; NULL: none, and of a meeting whose bodies say
	 * when they meet all of them together. */
	const struct plan_entry *other;
	const struct plan_link *link; /* PLAN_CAUSE_LINK only */
	struct plan_span span;        /* the place in the file that says so; of the step when there is none */
	bool at_end;                  /* it is the step's last day that is set, not its first */
	bool other_at_end;            /* it comes from the other's last day */
	bool upper;                   /* `day` is the latest possible one, not the earliest */
	bool most;                    /* it is an upper bound of a gap or duration: "at most", not "at least" */
	plan_day day;                 /* the day it leads to; open when a calendar has none left */
};

/* Links in the order of time, each needed: without any one of them the rest allows more. A chain that has to
 * go round a ring more than once names each link once. */
struct plan_chain {
	const struct plan_cause *at;
	size_t count;
	bool ring; /* the last link leads back to the first */
};

enum plan_conflict_kind {
	PLAN_CONFLICT_DEADLINE, /* the chain runs into a deadline */
	PLAN_CONFLICT_DATES,    /* ... into a written date or a duration */
	PLAN_CONFLICT_RING,     /* steps wait for each other */
	PLAN_CONFLICT_NO_DAY,   /* a meeting's body or calendar has no day left in the window of the meeting */
	PLAN_CONFLICT_UNDECIDED /* none was found, but the orders around the step take too long to work out: only
							   rings of very many steps that were made to creep through the years */
};

/*
 * How a conflict could be mended: the smallest change, in days, of one movable link of its chain with which
 * the plan holds. Of a plan with several conflicts each is offered what mends itself: nothing is asked of
 * what the others ran into, but the links that they share with its own chain count in full. So where one
 * change of one link makes the whole plan hold, each conflict is offered that one or a smaller one of its
 * own.
 *
 * A known day is moved as a whole, to one on which the meeting can be held; of an imprecise date the end that
 * is in the way. A deadline is moved only when nothing else helps; facts, recesses, calendars and house rules
 * never.
 */
struct plan_repair {
	const struct plan_cause *cause; /* one of the chain's links; NULL when no single one helps */
	plan_day day;                   /* dates and deadlines: the day to move to */
	struct plan_lag amount;         /* gaps and durations: the new bound */
};

/* How many conflicts of a plan have a chain (and how many deadlines at risk), and how many a repair; what
 * lies beyond only says what is broken. Repairs are not looked for where they would take too long (very large
 * plans). */
#define PLAN_CHAINS_MAX  100
#define PLAN_REPAIRS_MAX 10

struct plan_conflict {
	enum plan_conflict_kind kind;
	const struct plan_step *step; /* whose day cannot be placed */
	bool at_end;                  /* it is its last day */
	plan_day earliest;            /* the earliest day that the chain's first part allows; open: none at all */
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
	/*
	 * The earliest and the latest last day as written; where the plan is not feasible, with the bounds that
	 * its conflicts ran into set aside.
	 */
	plan_day earliest_end, latest_end;
	/*
	 * Days from the last day as written (see plan_times.slack) to the latest that room allows; negative:
	 * late. INT32_MAX when room is not feasible.
	 */
	int32_t slack;
	/* At risk: what decides it, from an imprecise date at its latest day to the day that is too late. */
	struct plan_chain risk;
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

/* An order that the held days break; it is left out of the rest. */
struct plan_broken_fact {
	/* `second` should not have come before `first` allowed it; one of them is NULL for a recess, which is
	 * `cause.other` then. */
	const struct plan_step *first, *second;
	struct plan_cause cause; /* the constraint that is broken; `day` is what it asked for */
	plan_day held;           /* the day that it was */
};

struct timeline_work;

struct plan_timeline {
	const struct plan *plan;
	bool feasible; /* some schedule as written keeps everything, deadlines included */
	bool certain;  /* one placement of the undated steps is good whatever day each imprecise date turns out to
					  be; false as well when that took too long to find out */
	bool undecided; /* whether it is feasible took too long to find out, and nothing else is wrong; it is said
					   not to be */
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

	struct timeline_work *work; /* what plan_timeline_why asks again */
	struct arena *arena;        /* owns all of the above */
};

/* Works a plan's timeline out; `*timeline` is the caller's to free. PLAN_NOMEM on failure, `*timeline`
 * untouched. */
enum plan_status plan_timeline_new(const struct plan *plan, struct plan_timeline **timeline);

/* Frees a timeline; NULL is allowed. The plan stays. */
void plan_timeline_free(struct plan_timeline *timeline);

/* What became of a step's deadline; NULL when it has none, or is cancelled. NULL is not allowed. */
const struct plan_deadline *plan_timeline_deadline(const struct plan_timeline *timeline,
												   const struct plan_step *step);

/*
 * The chain that keeps a step from starting earlier (`later` false) or from ending later (`later` true).
 * Empty when nothing does, or the plan is not feasible. Owned by the timeline. PLAN_NOMEM on failure.
 */
enum plan_status plan_timeline_why(struct plan_timeline *timeline, const struct plan_step *step, bool later,
								   struct plan_chain *chain);

/*
 * Whether every schedule of the orders alone (no dates, no deadlines, no calendars) puts `second` wholly
 * after `first`: what "is forced to come after" means in the rules. Nothing is forced of cancelled steps.
 * NULL is not allowed.
 */
enum plan_status plan_timeline_forces_order(struct plan_timeline *timeline, const struct plan_step *first,
											const struct plan_step *second, bool *forced);

/*
 * The same for every `first` at once, in linear time: `forced` has room for plan->steps.count and is written
 * by plan_step.number.
 */
enum plan_status plan_timeline_forced_before(struct plan_timeline *timeline, const struct plan_step *second,
											 bool *forced);

#endif
