/*
 * A slow, plain solver of plans, to compare the timeline with: written from what the plan file says that each
 * key means, and sharing nothing with src/timeline. Days move one at a time until every constraint holds.
 */
#ifndef SLOW_SOLVER_H
#define SLOW_SOLVER_H

#include <plan/timeline.h>

enum slow_type {
	SLOW_FROM,        /* x >= day */
	SLOW_UNTIL,       /* x <= day */
	SLOW_SET,         /* x is one of the days of x's meeting */
	SLOW_LAG_LEAST,   /* y is at least `lag` after x */
	SLOW_LAG_MOST,    /* y is at most `lag` after x */
	SLOW_LASTS_LEAST, /* x to y, both counted, is at least `lag` */
	SLOW_LASTS_MOST
};

struct slow_constraint {
	enum slow_type type;
	enum plan_cause_kind kind;
	const struct plan_step *owner; /* whose line in the file it is */
	const struct plan_link *link;
	size_t x, y; /* variables */
	plan_day day;
	struct plan_lag lag;
	bool on;
};

struct slow_variable {
	const struct plan_step *step;
	bool at_end;
};

enum { SLOW_VARIABLES = 64, SLOW_CONSTRAINTS = 400 };

struct slow {
	const struct plan *plan;
	struct slow_variable variables[SLOW_VARIABLES];
	size_t variable_count;
	struct slow_constraint constraints[SLOW_CONSTRAINTS];
	size_t constraint_count;
	plan_day lo[SLOW_VARIABLES], hi[SLOW_VARIABLES];
	plan_day first, last; /* the days that there are: 1900-2199, or less to see what depends on it */
};

/* All constraints of a plan: as written, or without the dates of what was not held. */
void slow_init(struct slow *slow, const struct plan *plan, bool room);

/* The least days, in `lo`; false when there are none. The greatest, in `hi`; there must be some. */
bool slow_earliest(struct slow *slow);
bool slow_latest(struct slow *slow);

/* Whether days, by variable, keep a constraint. */
bool slow_holds(const struct slow *slow, const struct slow_constraint *c, const plan_day *days);

/* The variable of a step. */
size_t slow_variable(const struct slow *slow, const struct plan_step *step, bool at_end);

/* The constraints that are on without which a cause would not be; NULL for the horizon. Fails the test when
 * the file says nothing of the kind. */
struct slow_constraint *slow_find(struct slow *slow, const struct plan_cause *cause);

/* Turns all constraints on or off. */
void slow_turn_all(struct slow *slow, bool on);

#endif
