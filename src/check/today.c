#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

static const char *const overdue[FORM_COUNT] = {
	[FORM_MEETING] = N_("%1$s was to be held by %2$s, %3$s ago, and is not marked as held"),
	[FORM_PHASE] = N_("%1$s was to end by %2$s, %3$s ago, and is not marked as held"),
};

/* Documents are `undelivered`'s business. */
static bool may_be_overdue(const struct plan_step *step)
{
	return step->entry.kind != PLAN_KIND_DOCUMENT && !step_is_done(step);
}

void rule_overdue(struct check *check)
{
	plan_day today = check->options->today;
	for (size_t i = 0; i < check->plan->steps.count; i++) {
		plan_day last = check->timeline->times[i].end.latest;
		if (last >= today)
			continue;
		const struct plan_step *step = check->plan->steps.at[i];
		struct diag_draft draft;
		if (!may_be_overdue(step) ||
			!finding_begin(check, &draft, PLAN_RULE_OVERDUE, &step->entry, step_date_span(step)))
			continue;
		diag_message(&draft, _(overdue[step_form(step)]), name_text(&step->entry).text, day_text(last).text,
					 days_text(today - last).text);
		diag_help(&draft, _("write `held:` with the day it took place, or give it a new date"));
		finding_end(check, &draft);
	}
}

/* A date that is open at one end is a bound on something that is still ours to place. */
static bool is_placed(const struct plan_date *date)
{
	return date && day_is_known(date->expr.start.earliest) && day_is_known(date->expr.end.latest);
}

static bool must_be_placed(const struct plan_step *step)
{
	if (step_is_done(step) || plan_step_paper_for(step))
		return false;
	return !is_placed(step->date) && !is_placed(plan_step_start(step)) && !is_placed(plan_step_end(step));
}

static const char *const must_be_set[FORM_COUNT] = {
	[FORM_MEETING] = N_("%1$s has no date yet and must be held by %2$s, %3$s from now"),
	[FORM_PHASE] = N_("%1$s has no date yet and must start by %2$s, %3$s from now"),
	[FORM_DOCUMENT] = N_("%1$s has no due day yet and must be ready by %2$s, %3$s from now"),
};

void rule_must_be_set(struct check *check)
{
	plan_day today = check->options->today;
	plan_day horizon = day_after(check->plan->calendar, today, check->plan->rules.notice);
	for (size_t i = 0; check->timeline->feasible && i < check->plan->steps.count; i++) {
		plan_day last = check->timeline->times[i].start.latest;
		if (last >= horizon || last < today)
			continue;
		const struct plan_step *step = check->plan->steps.at[i];
		struct diag_draft draft;
		if (!must_be_placed(step) ||
			!finding_begin(check, &draft, PLAN_RULE_MUST_BE_SET, &step->entry, step_date_span(step)))
			continue;
		diag_message(&draft, _(must_be_set[step_form(step)]), name_text(&step->entry).text,
					 day_text(last).text, days_text(last - today).text);
		diag_help(&draft, _("decide on a day and write it down"));
		finding_end(check, &draft);
	}
}

static const char *const held_later[FORM_COUNT] = {
	[FORM_MEETING] = N_("%1$s is marked as held on %2$s, which is %3$s from now"),
	[FORM_PHASE] = N_("%1$s is marked as over on %2$s, which is %3$s from now"),
	[FORM_DOCUMENT] = N_("%1$s is marked as done on %2$s, which is %3$s from now"),
};

/* When a step that is done took place; NULL when nothing says so. A document may be done before it is due. */
static const struct plan_date *done_on(const struct plan_step *step)
{
	if (step->held || step->entry.kind == PLAN_KIND_DOCUMENT)
		return step->held;
	return plan_step_end(step) ? plan_step_end(step) : step->date;
}

void rule_held_in_future(struct check *check)
{
	plan_day today = check->options->today;
	for (size_t i = 0; i < check->plan->steps.count; i++) {
		if (!(check->survey.traits[i] & STEP_DONE))
			continue;
		const struct plan_step *step = check->plan->steps.at[i];
		const struct plan_date *date = done_on(step);
		plan_day day = date ? date->expr.end.earliest : PLAN_DAY_OPEN_START;
		struct diag_draft draft;
		if (day <= today || !finding_begin(check, &draft, PLAN_RULE_HELD_IN_FUTURE, &step->entry, date->span))
			continue;
		diag_message(&draft, _(held_later[step_form(step)]), name_text(&step->entry).text, day_text(day).text,
					 days_text(day - today).text);
		diag_help(&draft, _("correct the day, or take the mark off until it has taken place"));
		finding_end(check, &draft);
	}
}

static bool is_known(const struct plan_date *date)
{
	return date && plan_window_is_day(date->expr.start) && plan_window_is_day(date->expr.end);
}

/* Whether the written dates leave no choice: of a phase, of neither its first nor its last day. */
static bool has_known_day(const struct plan_step *step)
{
	if (step->entry.kind != PLAN_KIND_PHASE || step->date)
		return is_known(step->date);
	return is_known(plan_step_start(step)) && is_known(plan_step_end(step));
}

void rule_confirmed_without_day(struct check *check)
{
	for (size_t i = 0; i < check->plan->steps.count; i++) {
		if (!(check->survey.traits[i] & STEP_CONFIRMED))
			continue;
		const struct plan_step *step = check->plan->steps.at[i];
		struct diag_draft draft;
		if (has_known_day(step) || !finding_begin(check, &draft, PLAN_RULE_CONFIRMED_WITHOUT_DAY,
												  &step->entry, step_date_span(step)))
			continue;
		diag_message(&draft, _("%s is confirmed, but the plan does not say on which day it is"),
					 name_text(&step->entry).text);
		diag_help(&draft, _("write the day that was confirmed"));
		finding_end(check, &draft);
	}
}
