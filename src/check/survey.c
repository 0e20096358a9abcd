#include "check/survey.h"

#include "check/words.h"

/* Whether the step's own lines give it a place in time. */
static bool holds_itself(const struct plan_step *step)
{
	return step_is_dated(step) || step->deadline || step->link_count || plan_step_paper_for(step);
}

static unsigned traits_of(const struct plan_step *step)
{
	bool coming = !step_is_done(step) && !step_is_cancelled(step);
	return (coming ? STEP_COMING : 0u) | (coming && !holds_itself(step) ? STEP_LOOSE : 0u) |
		   (step->status == PLAN_CONFIRMED ? STEP_CONFIRMED : 0u) | (step_is_done(step) ? STEP_DONE : 0u) |
		   (step->track ? STEP_TRACKED : 0u);
}

/* Sets the flag of each entry of a kind that a list refers to. */
static void mark(struct survey_marks *marks, const struct plan_refs *refs, enum plan_kind kind)
{
	for (size_t i = 0; marks->left && i < refs->count; i++) {
		const struct plan_entry *entry = refs->at[i].entry;
		if (entry->kind != kind || marks->at[entry->index])
			continue;
		marks->at[entry->index] = true;
		marks->left--;
	}
}

static void mark_people(struct survey *survey, const struct plan_step *step)
{
	mark(&survey->meets, &step->bodies, PLAN_KIND_BODY);
	if (!step->details)
		return;
	mark(&survey->heard, &step->details->parties, PLAN_KIND_PARTY);
	mark(&survey->heard, &step->details->audience, PLAN_KIND_PARTY);
}

static bool keep_exemption(struct survey *survey, const struct plan_step *step)
{
	if (!step->details || !step->details->allow_count)
		return true;
	struct exemption *exemption = VEC_PUSH(&survey->exemptions);
	if (exemption)
		*exemption = (struct exemption){.step = step};
	return exemption;
}

/* Puts hearings and readings on their lists. */
static bool keep_listed(struct survey *survey, const struct plan_step *step)
{
	if (!step->hearing && !step->reading)
		return true;
	const struct plan_step **listed =
		step->hearing ? VEC_PUSH(&survey->hearings) : VEC_PUSH(&survey->readings);
	if (listed)
		*listed = step;
	return listed;
}

static bool add_step(struct survey *survey, const struct plan_step *step)
{
	unsigned traits = traits_of(step);
	survey->traits[step->number] = (uint8_t)traits;
	survey->status_count[step->status]++;
	survey->loose_count += (traits & STEP_LOOSE) != 0;
	if (!keep_exemption(survey, step))
		return false;
	if (step_is_cancelled(step))
		return true;
	mark_people(survey, step);
	return keep_listed(survey, step);
}

bool survey_init(struct survey *survey, const struct plan *plan)
{
	*survey = (struct survey){
		.traits = malloc(plan->steps.count + 1),
		.heard = {calloc(plan->parties.count + 1, sizeof *survey->heard.at), plan->parties.count},
		.meets = {calloc(plan->bodies.count + 1, sizeof *survey->meets.at), plan->bodies.count},
	};
	bool fine = survey->traits && survey->heard.at && survey->meets.at;
	for (size_t i = 0; fine && i < plan->steps.count; i++)
		fine = add_step(survey, plan->steps.at[i]);
	return fine;
}

void survey_free(struct survey *survey)
{
	free(survey->traits);
	free(survey->heard.at);
	free(survey->meets.at);
	VEC_FREE(&survey->hearings);
	VEC_FREE(&survey->readings);
	VEC_FREE(&survey->exemptions);
}
