#include "check/rules.h"

#include "base/text.h"
#include "check/words.h"

#include <stdlib.h>

void rule_theme_without_meeting(struct check *check)
{
	for (size_t i = 0; i < check->plan->themes.count; i++) {
		const struct plan_theme *theme = check->plan->themes.at[i];
		const struct plan_step *meeting = theme->meeting ? plan_entry_step(theme->meeting->entry) : NULL;
		if (meeting && !step_is_cancelled(meeting))
			continue;
		struct diag_draft draft;
		struct plan_span span = theme->meeting ? theme->meeting->span : theme->entry.span;
		if (!finding_begin(check, &draft, PLAN_RULE_THEME_WITHOUT_MEETING, &theme->entry, span))
			continue;
		if (meeting) {
			diag_message(&draft, _("the theme %1$s is to be taken up at %2$s, which is cancelled"),
						 name_text(&theme->entry).text, name_text(&meeting->entry).text);
			diag_help(&draft, _("let another meeting take it up"));
		} else {
			diag_message(&draft, _("no meeting takes up the theme %s"), name_text(&theme->entry).text);
			diag_help(&draft, _("write `meeting:` with the id of the meeting that takes it up"));
		}
		finding_end(check, &draft);
	}
}

void rule_theme_without_speaker(struct check *check)
{
	for (size_t i = 0; i < check->plan->themes.count; i++) {
		const struct plan_theme *theme = check->plan->themes.at[i];
		struct diag_draft draft;
		if (theme->speakers.count ||
			!finding_begin(check, &draft, PLAN_RULE_THEME_WITHOUT_SPEAKER, &theme->entry, theme->entry.span))
			continue;
		diag_message(&draft, _("the theme %s has no speaker"), name_text(&theme->entry).text);
		diag_help(&draft, _("name who opens it under `speakers:`"));
		finding_end(check, &draft);
	}
}

/* A flag for each step that another one is ordered by; NULL when memory ran out. */
static bool *find_ordered(const struct plan *plan)
{
	bool *ordered = calloc(plan->steps.count + 1, sizeof *ordered);
	for (size_t i = 0; ordered && i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		for (size_t j = 0; !step_is_cancelled(step) && j < step->link_count; j++) {
			const struct plan_step *to = plan_entry_step(step->links[j].to.entry);
			if (to)
				ordered[to->number] = true;
		}
	}
	return ordered;
}

void rule_unordered_step(struct check *check)
{
	const struct plan *plan = check->plan;
	if (!check->survey.loose_count)
		return;
	bool *ordered = find_ordered(plan);
	if (!ordered)
		check->failed = true;
	for (size_t i = 0; ordered && i < plan->steps.count; i++) {
		struct diag_draft draft;
		if (!(check->survey.traits[i] & STEP_LOOSE) || ordered[i])
			continue;
		const struct plan_step *step = plan->steps.at[i];
		if (!finding_begin(check, &draft, PLAN_RULE_UNORDERED_STEP, &step->entry, step->entry.span))
			continue;
		diag_message(&draft, _("%s has neither a date nor an order: it can be on any day"),
					 name_text(&step->entry).text);
		diag_help(&draft, _("say when it is (`date:`), or what it comes after (`after:`)"));
		finding_end(check, &draft);
	}
	free(ordered);
}

static void find_unused(struct check *check, const struct plan_step *step, const struct plan_allow *allow)
{
	struct diag_draft draft;
	if (check->options->off[allow->rule] || allow->rule == PLAN_RULE_UNUSED_ALLOW ||
		exemption_is_used(check, step, allow->rule) ||
		!finding_begin(check, &draft, PLAN_RULE_UNUSED_ALLOW, &step->entry, allow->span))
		return;
	diag_message(&draft, _("%1$s is exempt from %2$s, which does not find anything there"),
				 name_text(&step->entry).text, plan_rule_name(allow->rule));
	diag_help(&draft, _("remove the exemption"));
	finding_end(check, &draft);
}

/* The exemption from this very rule is looked at last: it is used when another one was not. */
static void find_unused_self(struct check *check, const struct plan_step *step,
							 const struct plan_allow *allow)
{
	struct diag_draft draft;
	if (exemption_is_used(check, step, PLAN_RULE_UNUSED_ALLOW) ||
		!finding_begin_always(check, &draft, PLAN_RULE_UNUSED_ALLOW, &step->entry, allow->span))
		return;
	diag_message(&draft, _("%s is exempt from unused-allow, but each of its other exemptions is used"),
				 name_text(&step->entry).text);
	diag_help(&draft, _("remove the exemption"));
	finding_end(check, &draft);
}

void rule_unused_allow(struct check *check)
{
	for (size_t i = 0; i < check->survey.exemptions.count; i++) {
		const struct plan_step *step = check->survey.exemptions.at[i].step;
		const struct plan_allow *self = NULL;
		for (size_t j = 0; j < step->details->allow_count; j++) {
			find_unused(check, step, &step->details->allow[j]);
			if (step->details->allow[j].rule == PLAN_RULE_UNUSED_ALLOW)
				self = &step->details->allow[j];
		}
		if (self)
			find_unused_self(check, step, self);
	}
}
