/*
 * What is certain of a plan, found by trying every day that somebody else may choose (slow_solver.h has the
 * constraints): a day with a written window that is closed, and the other end of a step that a greatest
 * length ties to it, can be any day that the step's own line allows. All other days are ours to place.
 */
#ifndef SLOW_CERTAIN_H
#define SLOW_CERTAIN_H

#include "slow_solver.h"

enum { SLOW_CHOICES = 600 };

struct slow_choices {
	struct slow *slow;
	bool theirs[SLOW_VARIABLES];
	bool left_out[SLOW_VARIABLES]; /* what the question is not about */
	size_t counts[SLOW_VARIABLES]; /* of theirs: the days that may be chosen, ascending */
	plan_day days[SLOW_VARIABLES][SLOW_CHOICES];
	plan_day ours[SLOW_VARIABLES]; /* the least placement of ours that is good whatever is chosen */
};

/* Finds who chooses which day. */
void slow_choices_init(struct slow_choices *choices, struct slow *slow);

/*
 * Whether one placement of ours keeps everything whatever is chosen. With `deadline` of a step only what its
 * last day depends on counts, and no other deadline; NULL for everything.
 */
bool slow_is_certain(struct slow_choices *choices, const struct plan_step *deadline);

/* The same of everything by trying each placement; false in `*tried` when there are too many. */
bool slow_some_placement(struct slow_choices *choices, bool *tried);

/* Whether a constraint between days of theirs (or of theirs alone) is broken by some choice. */
bool slow_is_uncertain(const struct slow_choices *choices, const struct slow_constraint *constraint);

/* Whether a day is one that may be chosen. */
bool slow_may_be(const struct slow_choices *choices, size_t v, plan_day day);

#endif
