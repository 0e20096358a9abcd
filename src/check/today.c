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
	return step->entry.kind != PLAN_KIND_DOCUMENT && !step_is_cancelled(step) && !step_is_done(step);
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
	if (step_is_cancelled(step) || step_is_done(step) || step->paper_for)
		return false;
	return !is_placed(step->date) && !is_placed(step->start) && !is_placed(step->end);
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
