#include "check/rules.h"

#include "base/text.h"
#include "check/cause.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

static bool is_imprecise_date(const struct plan_cause *cause)
{
	if (cause->kind != PLAN_CAUSE_DATE)
		return false;
	const struct plan_date *own = cause->at_end ? cause->step->end : cause->step->start;
	const struct plan_date *date = own ? own : cause->step->date;
	return date && !plan_window_is_day(cause->at_end ? date->expr.end : date->expr.start);
}

/* The imprecise date that the chain of a risk starts from; NULL for none. */
static const struct plan_cause *deciding(const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++)
		if (is_imprecise_date(&chain->at[i]))
			return &chain->at[i];
	return NULL;
}

static void add_at_risk(struct check *check, const struct plan_deadline *deadline)
{
	struct diag_draft draft;
	const struct plan_step *step = deadline->step;
	if (!finding_begin(check, &draft, PLAN_RULE_DEADLINE_AT_RISK, &step->entry, step->deadline->span))
		return;
	const struct plan_cause *date = deciding(&deadline->risk);
	if (date) {
		struct name_text point = point_text(&date->step->entry, date->at_end);
		diag_message(&draft, _("%1$s may miss its deadline of %2$s: it depends on when %3$s is"),
					 name_text(&step->entry).text, day_text(deadline->by).text, point.text);
		plan_day last = date->at_end ? check->timeline->times[date->step->number].latest_end
									 : check->timeline->times[date->step->number].latest_start;
		if (day_is_known(last) && last < date->day)
			diag_help(&draft, _("decide that %1$s is %2$s or earlier"), point.text, day_text(last).text);
		else
			diag_help(&draft, _("decide on the day of %s"), point.text);
	} else
		diag_message(&draft, _("%1$s may miss its deadline of %2$s: it depends on imprecise dates"),
					 name_text(&step->entry).text, day_text(deadline->by).text);
	chain_add(&draft, check->plan, &deadline->risk);
	finding_end(check, &draft);
}

void rule_deadline_at_risk(struct check *check)
{
	for (size_t i = 0; i < check->timeline->deadline_count; i++)
		if (check->timeline->deadlines[i].verdict == PLAN_AT_RISK)
			add_at_risk(check, &check->timeline->deadlines[i]);
}

static void add_uncertain(struct check *check, const struct plan_uncertainty *pair)
{
	struct diag_draft draft;
	const struct plan_entry *first = &pair->first->entry, *second = &pair->second->entry;
	if (!finding_begin(check, &draft, PLAN_RULE_ORDER_UNCERTAIN, second, pair->cause->span))
		return;
	diag_message(&draft, _("%1$s and %2$s may fall in the wrong order: their dates allow %3$s and %4$s"),
				 name_text(first).text, name_text(second).text, day_text(pair->first_day).text,
				 day_text(pair->second_day).text);
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

/* Whether less than the margin lies between the latest end as written and the latest that room allows. */
static bool is_tight(const struct plan *plan, const struct plan_deadline *deadline)
{
	if (deadline->verdict != PLAN_ON_TRACK || step_is_done(deadline->step) || deadline->slack < 0 ||
		deadline->slack == INT32_MAX)
		return false;
	plan_day end = day_is_known(deadline->latest_end) ? deadline->latest_end : deadline->earliest_end;
	return day_is_known(end) && day_after(plan->calendar, end, plan->rules.margin) > end + deadline->slack;
}

void rule_tight_deadline(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; i < check->timeline->deadline_count; i++) {
		const struct plan_deadline *deadline = &check->timeline->deadlines[i];
		const struct plan_step *step = deadline->step;
		struct diag_draft draft;
		if (!is_tight(plan, deadline) ||
			!finding_begin(check, &draft, PLAN_RULE_TIGHT_DEADLINE, &step->entry, step->deadline->span))
			continue;
		diag_message(&draft, _("%1$s has only %2$s to spare before its deadline of %3$s"),
					 name_text(&step->entry).text, days_text(deadline->slack).text,
					 day_text(deadline->by).text);
		diag_because(&draft, plan->rules.margin_span, _("because the house rules ask for a margin of %s"),
					 amount_text(plan->rules.margin).text);
		diag_help(&draft, _("plan it earlier, or move the deadline"));
		finding_end(check, &draft);
	}
}
