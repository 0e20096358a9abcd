#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

/* The days that an approval must not pass; each open when the plan does not say it. */
struct limits {
	plan_day expires; /* the last day in force of the policy that is replaced */
	plan_day begins;  /* the first day of the period that is decided for */
};

static struct limits limits_of(const struct plan *plan)
{
	struct limits limits = {PLAN_DAY_OPEN_END, PLAN_DAY_OPEN_END};
	if (plan->replaces && plan->replaces->expires)
		limits.expires = plan->replaces->expires->expr.end.latest;
	if (plan->period && plan->period->expr.start.earliest != PLAN_DAY_OPEN_START)
		limits.begins = plan->period->expr.start.earliest;
	return limits;
}

static void say_gap(struct diag_draft *draft, const struct plan_step *approval, plan_day last,
					struct limits limits)
{
	struct name_text name = name_text(&approval->entry);
	bool replaces = limits.expires != PLAN_DAY_OPEN_END;
	if (last == PLAN_DAY_OPEN_END)
		diag_message(draft,
					 _("nothing keeps the approval, %1$s, from coming after %2$s, and then there is no "
					   "policy in force"),
					 name.text, day_text(replaces ? limits.expires : limits.begins).text);
	else if (replaces && last <= limits.expires)
		diag_message(
			draft,
			_("the approval, %1$s, may come as late as %2$s, but the new policy is to be in force from "
			  "%3$s"),
			name.text, day_text(last).text, day_text(limits.begins).text);
	else
		diag_message(draft,
					 _("the approval, %1$s, may come as late as %2$s, and then there is no policy in "
					   "force from %3$s on"),
					 name.text, day_text(last).text,
					 day_text(replaces ? limits.expires + 1 : limits.begins).text);
}

static void add_policy_gap(struct check *check, const struct plan_step *approval, plan_day last,
						   struct limits limits)
{
	const struct plan *plan = check->plan;
	plan_day limit = limits.expires < limits.begins ? limits.expires : limits.begins;
	struct plan_span span = step_is_dated(approval) ? step_date_span(approval) : plan->approval->span;
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_POLICY_GAP, &approval->entry, span))
		return;
	say_gap(&draft, approval, last, limits);
	if (last > limits.expires)
		diag_because(&draft, plan->replaces->expires->span,
					 _("because the policy that it replaces expires %s"), day_text(limits.expires).text);
	if (last > limits.begins)
		diag_because(&draft, plan->period->span,
					 last > limits.expires ? _("and the new one is to be in force from %s")
										   : _("because the new policy is to be in force from %s"),
					 day_text(limits.begins).text);
	diag_help(&draft, _("give it a date or a deadline no later than %s"), day_text(limit).text);
	finding_end(check, &draft);
}

/*
 * Where the timeline holds no schedule, a step without a date has no days: nothing is said of it until the
 * conflict is mended.
 */
void rule_policy_gap(struct check *check)
{
	const struct plan_step *approval =
		check->plan->approval ? plan_entry_step(check->plan->approval->entry) : NULL;
	struct limits limits = limits_of(check->plan);
	if (!approval || step_is_cancelled(approval))
		return;
	plan_day last = check->timeline->times[approval->number].end.latest;
	if ((last > limits.expires || last > limits.begins) &&
		(last != PLAN_DAY_OPEN_END || check->timeline->feasible))
		add_policy_gap(check, approval, last, limits);
}

void rule_period_gap(struct check *check)
{
	const struct plan *plan = check->plan;
	struct limits limits = limits_of(plan);
	struct diag_draft draft;
	if (!day_is_known(limits.expires) || !day_is_known(limits.begins) ||
		limits.begins - 1 <= limits.expires ||
		!finding_begin(check, &draft, PLAN_RULE_PERIOD_GAP, NULL, plan->period->span))
		return;
	diag_message(&draft,
				 _("the new period begins on %1$s, and the policy that it replaces expires on %2$s: %3$s "
				   "without a policy"),
				 day_text(limits.begins).text, day_text(limits.expires).text,
				 days_text(limits.begins - limits.expires - 1).text);
	diag_because(&draft, plan->replaces->expires->span, _("because the policy that it replaces expires %s"),
				 day_text(limits.expires).text);
	diag_help(&draft, _("let the period begin on %s, or prolong the old policy"),
			  day_text(limits.expires + 1).text);
	finding_end(check, &draft);
}
