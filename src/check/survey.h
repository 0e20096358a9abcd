/*
 * What several rules ask of every step, found in one walk over them: the steps of a large plan lie far apart,
 * and to look at each once more costs more than most rules. A rule that needs little of a step finds it here
 * and looks at those steps alone that matter to it.
 *
 *     for (size_t i = 0; i < plan->steps.count; i++)
 *         if (check->survey.traits[i] & STEP_LOOSE)
 *             add_finding(check, plan->steps.at[i]);
 */
#ifndef CHECK_SURVEY_H
#define CHECK_SURVEY_H

#include "base/vec.h"

#include <plan/model.h>

enum step_trait {
	STEP_COMING = 1 << 0,    /* neither done nor cancelled */
	STEP_LOOSE = 1 << 1,     /* that, and its own lines give it no place in time */
	STEP_CONFIRMED = 1 << 2, /* its status */
	STEP_DONE = 1 << 3,      /* likewise */
	STEP_TRACKED = 1 << 4    /* it is on a track */
};

/* A flag for each entry of a kind, and how many of them are not set. */
struct survey_marks {
	bool *at;
	size_t left;
};

/* A step with exemptions, and which of them were used: a bit for each rule. */
struct exemption {
	const struct plan_step *step;
	uint64_t used;
};

/* All zero is none. Steps in lists are in file order. */
struct survey {
	uint8_t *traits;                         /* by plan_step.number: enum step_trait, or-ed */
	size_t status_count[PLAN_CANCELLED + 1]; /* steps by enum plan_step_status */
	size_t loose_count;                      /* of STEP_LOOSE */
	struct survey_marks heard;               /* parties that a step names that is not cancelled */
	struct survey_marks meets;               /* bodies likewise */
	VEC(const struct plan_step *) hearings;  /* those that are not cancelled, as in the next */
	VEC(const struct plan_step *) readings;
	VEC(struct exemption) exemptions;
};

/* Surveys a plan; survey_free frees it, also after a failure. False when memory ran out. */
bool survey_init(struct survey *survey, const struct plan *plan);
void survey_free(struct survey *survey);

#endif
