#include "check/chain.h"

#include "base/text.h"
#include "check/words.h"
#include "date/print.h"

/* By whether it is the last day that moves. */
static const char *const moves[FORM_COUNT][2] = {
	[FORM_MEETING] = {N_("move %1$s to %2$s"), N_("move %1$s to %2$s")},
	[FORM_PHASE] = {N_("start %1$s on %2$s"), N_("end %1$s on %2$s")},
	[FORM_DOCUMENT] = {N_("make %1$s due on %2$s"), N_("make %1$s due on %2$s")},
};

static void move_date(struct diag_draft *draft, const struct plan_repair *repair)
{
	const struct plan_cause *cause = repair->cause;
	diag_help(draft, _(moves[step_form(cause->step)][cause->at_end]), name_text(&cause->step->entry).text,
			  day_text(repair->day).text);
}

static void move_deadline(struct diag_draft *draft, const struct plan_repair *repair)
{
	diag_help(draft, _("move the deadline of %1$s to %2$s"), name_text(&repair->cause->step->entry).text,
			  day_text(repair->day).text);
}

/* The gap of a link lies between an earlier day and a later one: which of them is the cause's step? */
static void change_gap(struct diag_draft *draft, const struct plan_repair *repair)
{
	const struct plan_cause *cause = repair->cause;
	struct plan_lag amount = repair->amount;
	struct name_text step = point_text(&cause->step->entry, cause->at_end);
	struct name_text other = point_text(cause->other, cause->other_at_end);
	bool step_is_later = cause->most == cause->upper;
	const char *later = step_is_later ? step.text : other.text;
	const char *earlier = step_is_later ? other.text : step.text;
	if (cause->most)
		diag_help(draft, _("let up to %1$s lie between %2$s and %3$s"), amount_text(amount).text, earlier,
				  later);
	else if (amount.count < 0)
		diag_help(draft, _("let %1$s come up to %2$s before %3$s"), later, amount_text(amount).text, earlier);
	else
		diag_help(draft, _("shorten the gap between %1$s and %2$s to %3$s"), earlier, later,
				  amount_text(amount).text);
}

static void change_length(struct diag_draft *draft, const struct plan_repair *repair)
{
	const struct plan_cause *cause = repair->cause;
	diag_help(draft, cause->most ? _("let %1$s last up to %2$s") : _("shorten %1$s to %2$s"),
			  name_text(&cause->step->entry).text, amount_text(repair->amount).text);
}

/* Facts, calendars and house rules are not changed. */
static void (*const tell[])(struct diag_draft *draft, const struct plan_repair *repair) = {
	[PLAN_CAUSE_DATE] = move_date,
	[PLAN_CAUSE_DEADLINE] = move_deadline,
	[PLAN_CAUSE_LINK] = change_gap,
	[PLAN_CAUSE_DURATION] = change_length,
};

void repair_add(struct diag_draft *draft, const struct plan_repair *repair)
{
	if (repair->cause && tell[repair->cause->kind])
		tell[repair->cause->kind](draft, repair);
}
