/*
 * What the file says of one step alone: its written days, its deadline, and the recesses it is tied to.
 */
#ifndef TIMELINE_BOUND_H
#define TIMELINE_BOUND_H

#include "timeline/shift.h"

#include <plan/timeline.h>

/* A first or last day that a step can take, and what says so. */
struct bound {
	plan_day day;
	enum plan_cause_kind kind;
	const struct plan_date *date; /* of dates, facts and deadlines */
	const struct plan_link *link; /* to a recess */
};

/* The bounds of a step's first day [0] and last day [1]; of a step of one day both are in [0]. */
struct step_bounds {
	struct bound lo[2], hi[2];
};

/* Which bounds count. */
enum bound_view {
	BOUND_WRITTEN, /* all */
	BOUND_ROOM     /* the written dates of steps that have not been held are left out */
};

/* Whether a step takes no part. */
bool step_is_cancelled(const struct plan_step *step);

/* Whether a step's days are facts: it was held, or is done and has a date. */
bool step_is_fact(const struct plan_step *step);

/* A step of one day has one variable, all others two; the step is not cancelled. */
unsigned step_variables(const struct plan_step *step);

/* The last day's place in struct step_bounds: 0 for steps of one day. */
unsigned step_end(const struct plan_step *step);

/* The date that says when a step starts (or ends), and the window that it gives; open where it says nothing.
 */
const struct plan_date *step_date(const struct plan_step *step, bool at_end);
struct plan_window step_window(const struct plan_step *step, bool at_end);

/* A bound to be left out: one side of what a date or a link says. */
struct bound_except {
	const void *what; /* its struct plan_date or plan_link */
	bool at_end, upper;
};

/* The tightest bounds of a step that is not cancelled, but for `except`; 1900-2199 where nothing is said. */
void step_bounds(const struct plan *plan, const struct plan_step *step, enum bound_view view,
				 const struct bound_except *except, size_t except_count, struct step_bounds *bounds);

/* What a link to a recess alone allows a step, as if it were not held yet. */
void recess_bounds(const struct plan *plan, const struct plan_step *step, const struct plan_link *link,
				   struct step_bounds *bounds);

/* The shifts of a link: the least gap, from the earlier to the later day, and the greatest, back again; the
 * last is SHIFT_NONE for a gap without a maximum. Not for during, phase, alongside. */
struct shift link_least(const struct plan_link *link);
struct shift link_most(const struct plan_link *link);

#endif
