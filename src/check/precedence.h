/*
 * Which steps are forced to come after which by the orders that the file writes, whatever the dates are.
 *
 * Up to 64 steps are asked for in one walk back along the orders (timeline/walk.h), so that many questions
 * cost little more than one. Where orders that a walk came to also bound how late things are ("after: x -
 * 3d", "+ 1w..2w"), more may be forced than paths tell, and what the walk denies is asked again of the whole
 * network (plan_timeline_forced_before).
 */
#ifndef CHECK_PRECEDENCE_H
#define CHECK_PRECEDENCE_H

#include "check/finding.h"

/* Is one of several steps forced to come wholly after `first`? */
struct precedence_question {
	const struct plan_step *first;
	const struct plan_step *const *any; /* questions with the same list are answered together */
	size_t any_count;
	bool forced;   /* the answer */
	bool doubtful; /* how it was found: a walk that denies it does not have the last word */
};

/* Answers the questions, in place. False, and check->failed set, when memory ran out. */
bool precedence_answer(struct check *check, struct precedence_question *questions, size_t count);

/* So many steps can be asked for by one precedence_walk. */
#define PRECEDENCE_TARGETS 64

/*
 * Finds what is forced to come before each of `count` steps, at most PRECEDENCE_TARGETS, NULL among them for
 * none; then precedence_is_before tells, until precedence_forget. What it denies may still be so where the
 * plan bounds how late things are: precedence_answer knows. False, and check->failed set, when memory ran
 * out.
 */
bool precedence_walk(struct check *check, const struct plan_step *const *targets, size_t count);

/* Whether the step with that number comes before the target with that index. */
bool precedence_is_before(const struct check *check, size_t number, size_t target);

/* Ends a walk. */
void precedence_forget(struct check *check);

/* Frees what walks need; NULL is allowed. */
void precedence_free(struct precedence *precedence);

#endif
