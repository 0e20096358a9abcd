#include "check/rules.h"

#include "base/text.h"
#include "check/chain.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

/* The latest day of a step's first or last day that keeps every deadline; open when there is none. */
static plan_day latest_day(const struct check *check, const struct plan_cause *date)
{
	const struct plan_times *times = &check->timeline->times[date->step->number];
	return date->at_end ? times->latest_end : times->latest_start;
}

static void say_deciding(struct check *check, struct diag_draft *draft, const struct plan_deadline *deadline,
						 const struct plan_cause *date)
{
	struct name_text name = name_text(&deadline->step->entry);
	struct name_text point = point_text(&date->step->entry, date->at_end);
	struct day_text by = day_text(deadline->by);
	if (date->step == deadline->step)
		diag_message(draft, _("%1$s may miss its deadline of %2$s: its own date allows %3$s"), name.text,
					 by.text, day_text(date->day).text);
	else
		diag_message(draft, _("%1$s may miss its deadline of %2$s: it depends on when %3$s is"), name.text,
					 by.text, point.text);
	plan_day last = latest_day(check, date);
	if (day_is_known(last) && last < date->day)
		diag_help(draft, _("decide that %1$s is %2$s or earlier"), point.text, day_text(last).text);
	else
		diag_help(draft, _("decide on the day of %s"), point.text);
}

static void add_at_risk(struct check *check, const struct plan_deadline *deadline)
{
	struct diag_draft draft;
	const struct plan_step *step = deadline->step;
	if (!finding_begin(check, &draft, PLAN_RULE_DEADLINE_AT_RISK, &step->entry, step->deadline->span))
		return;
	const struct plan_cause *date = risk_deciding(&deadline->risk);
	if (date)
		say_deciding(check, &draft, deadline, date);
	else
		diag_message(&draft, _("%1$s may miss its deadline of %2$s: it depends on imprecise dates"),
					 name_text(&step->entry).text, day_text(deadline->by).text);
	risk_add(&draft, check->plan, &deadline->risk);
	finding_end(check, &draft);
}

/* Whether it is only two imprecise dates that may fall in the wrong order: order-uncertain tells of that. */
static bool is_uncertain_order(const struct check *check, const struct plan_chain *risk)
{
	if (check->severity[PLAN_RULE_ORDER_UNCERTAIN] == PLAN_OFF)
		return false;
	if (risk->count == 2) /* a date and a recess */
		return (risk->at[0].kind == PLAN_CAUSE_LINK) != (risk->at[1].kind == PLAN_CAUSE_LINK);
	return risk->count == 3 && risk->at[1].kind == PLAN_CAUSE_LINK && risk->at[2].kind == PLAN_CAUSE_DATE;
}

void rule_deadline_at_risk(struct check *check)
{
	for (size_t i = 0; i < check->timeline->deadline_count; i++)
		if (check->timeline->deadlines[i].verdict == PLAN_AT_RISK &&
			!is_uncertain_order(check, &check->timeline->deadlines[i].risk))
			add_at_risk(check, &check->timeline->deadlines[i]);
}

static const char *uncertain_format(const struct plan_uncertainty *pair)
{
	if (pair->cause->most)
		return N_("%1$s and %2$s may fall too far apart: their dates allow %3$s and %4$s");
	if (pair->first_day < pair->second_day)
		return N_("%1$s and %2$s may fall too close together: their dates allow %3$s and %4$s");
	return N_("%1$s and %2$s may fall in the wrong order: their dates allow %3$s and %4$s");
}

/* An imprecise date that may fall on the wrong side of a recess. */
static void add_beside_recess(struct check *check, const struct plan_uncertainty *pair)
{
	struct diag_draft draft;
	const struct plan_entry *step = &pair->second->entry, *recess = pair->cause->other;
	if (!finding_begin(check, &draft, PLAN_RULE_ORDER_UNCERTAIN, step, pair->cause->span))
		return;
	diag_message(&draft, _("%1$s and %2$s may fall in the wrong order: the date allows %3$s"),
				 name_text(step).text, name_text(recess).text, day_text(pair->second_day).text);
	cause_add(&draft, check->plan, pair->cause);
	diag_help(&draft, _("write a more precise date, so that the order holds whatever it turns out to be"));
	finding_end(check, &draft);
}

static void add_uncertain(struct check *check, const struct plan_uncertainty *pair)
{
	struct diag_draft draft;
	if (pair->cause->other->kind == PLAN_KIND_RECESS) {
		add_beside_recess(check, pair);
		return;
	}
	const struct plan_entry *first = &pair->first->entry, *second = &pair->second->entry;
	if (!finding_begin(check, &draft, PLAN_RULE_ORDER_UNCERTAIN, second, pair->cause->span))
		return;
	diag_message(&draft, _(uncertain_format(pair)), name_text(first).text, name_text(second).text,
				 day_text(pair->first_day).text, day_text(pair->second_day).text);
	diag_because(&draft, step_date_span(pair->first), _("because %1$s may be as late as %2$s"),
				 name_text(first).text, day_text(pair->first_day).text);
	diag_because(&draft, step_date_span(pair->second), _("and %1$s may be as early as %2$s"),
				 name_text(second).text, day_text(pair->second_day).text);
	diag_help(&draft, _("write more precise dates, so that the order holds whatever they turn out to be"));
	finding_end(check, &draft);
}

void rule_order_uncertain(struct check *check)
{
	for (size_t i = 0; i < check->timeline->uncertainty_count; i++)
		add_uncertain(check, &check->timeline->uncertainties[i]);
}

/* Whether less than the margin lies between the last day as written and the latest that room allows. */
static bool is_tight(const struct plan_timeline *timeline, const struct plan_deadline *deadline)
{
	const struct plan *plan = timeline->plan;
	if (deadline->verdict != PLAN_ON_TRACK || step_is_done(deadline->step) || deadline->slack < 0 ||
		deadline->slack == INT32_MAX)
		return false;
	plan_day latest = timeline->times[deadline->step->number].latest_end;
	return day_after(plan->calendar, latest - deadline->slack, plan->rules.margin) > latest;
}

void rule_tight_deadline(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; i < check->timeline->deadline_count; i++) {
		const struct plan_deadline *deadline = &check->timeline->deadlines[i];
		const struct plan_step *step = deadline->step;
		struct diag_draft draft;
		if (!is_tight(check->timeline, deadline) ||
			!finding_begin(check, &draft, PLAN_RULE_TIGHT_DEADLINE, &step->entry, step->deadline->span))
			continue;
		if (deadline->slack)
			diag_message(&draft, _("%1$s has only %2$s to spare before its deadline of %3$s"),
						 name_text(&step->entry).text, days_text(deadline->slack).text,
						 day_text(deadline->by).text);
		else
			diag_message(&draft, _("%1$s has no day to spare before its deadline of %2$s"),
						 name_text(&step->entry).text, day_text(deadline->by).text);
		diag_because(&draft, plan->rules.margin_span, _("because the house rules ask for a margin of %s"),
					 amount_text(plan->rules.margin).text);
		diag_help(&draft, _("plan it earlier, or move the deadline"));
		finding_end(check, &draft);
	}
}
