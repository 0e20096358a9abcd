#include "check/chain.h"

#include "base/text.h"
#include "check/words.h"
#include "date/print.h"

static const char *move_format(const struct plan_cause *cause)
{
	switch (step_form(cause->step)) {
	case FORM_PHASE: return cause->at_end ? _("end %1$s on %2$s") : _("start %1$s on %2$s");
	case FORM_DOCUMENT: return _("make %1$s due on %2$s");
	case FORM_MEETING:
	case FORM_COUNT: break;
	}
	return _("move %1$s to %2$s");
}

/* The gap of a link lies between an earlier day and a later one: which of them is the cause's step? */
static void add_gap(struct diag_draft *draft, const struct plan_cause *cause, struct plan_lag amount)
{
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

void repair_add(struct diag_draft *draft, const struct plan_repair *repair)
{
	const struct plan_cause *cause = repair->cause;
	if (!cause)
		return;
	struct name_text name = name_text(&cause->step->entry);
	switch (cause->kind) {
	case PLAN_CAUSE_DATE: diag_help(draft, move_format(cause), name.text, day_text(repair->day).text); break;
	case PLAN_CAUSE_DEADLINE:
		diag_help(draft, _("move the deadline of %1$s to %2$s"), name.text, day_text(repair->day).text);
		break;
	case PLAN_CAUSE_LINK: add_gap(draft, cause, repair->amount); break;
	case PLAN_CAUSE_DURATION:
		diag_help(draft, cause->most ? _("let %1$s last up to %2$s") : _("shorten %1$s to %2$s"), name.text,
				  amount_text(repair->amount).text);
		break;
	case PLAN_CAUSE_HELD:
	case PLAN_CAUSE_ORDER:
	case PLAN_CAUSE_HEARING:
	case PLAN_CAUSE_PAPERS:
	case PLAN_CAUSE_CALENDAR:
	case PLAN_CAUSE_HORIZON: break;
	}
}
