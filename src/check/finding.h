/*
 * What every rule works with: the plan, its timeline, today, and where findings go.
 *
 *     struct diag_draft draft;
 *     if (!finding_begin(check, &draft, PLAN_RULE_OVERDUE, &step->entry, span))
 *         return;
 *     diag_message(&draft, _("..."));
 *     finding_end(check, &draft);
 *
 * A rule that ran out of memory sets `failed` and returns; plan_check looks at it after each rule.
 */
#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include "base/diag.h"
#include "check/survey.h"

#include <plan/check.h>

struct check {
	struct plan_timeline *timeline;
	const struct plan *plan;
	const struct plan_check_options *options;
	struct plan_diags *diags;
	uint8_t severity[PLAN_RULE_COUNT]; /* enum plan_severity; PLAN_OFF: the rule is not applied */
	struct survey survey;
	struct precedence *precedence; /* made by the first rule that asks for it */
	bool failed;                   /* memory ran out */
};

/*
 * Starts a finding about an entry (NULL for none) of a rule that is on, with its severity in this plan. False
 * when there is nothing to write: the entry is a step that `allow`s the rule (the exemption is then a used
 * one), or the list is full and the finding was only counted.
 */
bool finding_begin(struct check *check, struct diag_draft *draft, enum plan_rule rule,
				   const struct plan_entry *entry, struct plan_span span);

/* The same, whatever the entry allows. */
bool finding_begin_always(struct check *check, struct diag_draft *draft, enum plan_rule rule,
						  const struct plan_entry *entry, struct plan_span span);

/* Ends a finding that finding_begin started. */
void finding_end(struct check *check, struct diag_draft *draft);

/* A whole finding with only a message and a help. */
void finding_add(struct check *check, enum plan_rule rule, const struct plan_entry *entry,
				 struct plan_span span, const char *message, const char *help);

/* Whether a step's exemption from a rule was used so far. */
bool exemption_is_used(const struct check *check, const struct plan_step *step, enum plan_rule rule);

#endif
