/*
 * The rules: from a plan and its timeline to findings.
 */
#ifndef PLAN_CHECK_H
#define PLAN_CHECK_H

#include "diag.h"
#include "timeline.h"

/* What the rules depend on beside the plan. */
struct plan_check_options {
	plan_day today;            /* for the rules that are bound to a day */
	bool off[PLAN_RULE_COUNT]; /* rules that are not applied; those of the first group cannot be turned off */
};

/*
 * Applies every rule beyond the first group to a plan that loaded, and appends the findings to `diags`; of
 * the first group, only that orders take too long to work out. Severities follow the plan's `rules.severity`;
 * steps that `allow` a rule are left out. PLAN_NOMEM on failure.
 */
enum plan_status plan_check(struct plan_timeline *timeline, const struct plan_check_options *options,
							struct plan_diags *diags);

#endif
