#include "check/finding.h"

_Static_assert(PLAN_RULE_COUNT <= 64, "exemption.used has a bit for each rule");

static bool allows(const struct plan_step *step, enum plan_rule rule)
{
	if (!step->details)
		return false;
	for (size_t i = 0; i < step->details->allow_count; i++)
		if (step->details->allow[i].rule == rule)
			return true;
	return false;
}

static struct exemption *find(const struct check *check, const struct plan_step *step)
{
	size_t low = 0, high = check->survey.exemptions.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (check->survey.exemptions.at[middle].step->number < step->number)
			low = middle + 1;
		else
			high = middle;
	}
	return &check->survey.exemptions.at[low];
}

bool exemption_is_used(const struct check *check, const struct plan_step *step, enum plan_rule rule)
{
	return find(check, step)->used >> rule & 1;
}

static bool is_exempt(struct check *check, const struct plan_entry *entry, enum plan_rule rule)
{
	const struct plan_step *step = entry ? plan_entry_step(entry) : NULL;
	if (!step || !allows(step, rule))
		return false;
	find(check, step)->used |= (uint64_t)1 << rule;
	return true;
}

bool finding_begin_always(struct check *check, struct diag_draft *draft, enum plan_rule rule,
						  const struct plan_entry *entry, struct plan_span span)
{
	struct plan_diags *diags = check->diags;
	enum plan_severity severity = check->severity[rule];
	if (check->failed)
		return false;
	if (diags->limit && diags->count >= diags->limit) {
		diags->counted[severity]++; /* a hostile plan has many findings: do not spell what nobody sees */
		return false;
	}
	diag_begin(draft, diags, rule, severity, span);
	diag_step(draft, entry ? entry->id : NULL);
	return true;
}

bool finding_begin(struct check *check, struct diag_draft *draft, enum plan_rule rule,
				   const struct plan_entry *entry, struct plan_span span)
{
	return !is_exempt(check, entry, rule) && finding_begin_always(check, draft, rule, entry, span);
}

void finding_end(struct check *check, struct diag_draft *draft)
{
	if (diag_end(draft) != PLAN_OK)
		check->failed = true;
}

void finding_add(struct check *check, enum plan_rule rule, const struct plan_entry *entry,
				 struct plan_span span, const char *message, const char *help)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, rule, entry, span))
		return;
	diag_message(&draft, "%s", message);
	diag_help(&draft, "%s", help);
	finding_end(check, &draft);
}
