#include "format/verdict.h"

#include "format/moment.h"

#include <limits.h>

/* What is to be said of an approval. */
enum verdict_case {
	NO_APPROVAL,
	CANCELLED,
	APPROVED,
	OVERDUE,
	LATE,       /* the earliest day is after the deadline */
	INFEASIBLE, /* something else contradicts itself */
	AT_RISK,
	ON_TRACK,
	NO_DEADLINE,
	CASE_COUNT
};

static const struct {
	const char *word;
	enum style style;
} cases[CASE_COUNT] = {
	[NO_APPROVAL] = {N_("No deadline"), STYLE_WARN},
	[CANCELLED] = {N_("Cancelled"), STYLE_WARN},
	[APPROVED] = {N_("Approved"), STYLE_GOOD},
	[OVERDUE] = {N_("Overdue"), STYLE_BAD},
	[LATE] = {N_("Too late"), STYLE_BAD},
	[INFEASIBLE] = {N_("Does not hold"), STYLE_BAD},
	[AT_RISK] = {N_("At risk"), STYLE_WARN},
	[ON_TRACK] = {N_("On track"), STYLE_GOOD},
	[NO_DEADLINE] = {N_("No deadline"), STYLE_PLAIN},
};

static const struct standing *approval_of(const struct outlook *outlook)
{
	const struct plan_ref *approval = outlook->plan->approval;
	const struct plan_step *step = approval ? plan_entry_step(approval->entry) : NULL;
	return step ? outlook_of(outlook, step) : NULL;
}

static enum verdict_case case_of(const struct outlook *outlook)
{
	const struct standing *approval = approval_of(outlook);
	const struct plan_timeline *timeline = outlook->timeline;
	const struct plan_deadline *deadline = timeline->approval;
	if (!approval)
		return timeline->feasible ? NO_APPROVAL : INFEASIBLE;
	if (approval->state == STATE_DONE || approval->state == STATE_CANCELLED)
		return approval->state == STATE_DONE ? APPROVED : CANCELLED;
	if (!timeline->feasible)
		return deadline && deadline->earliest_end > deadline->by ? LATE : INFEASIBLE;
	if (approval->state == STATE_OVERDUE)
		return OVERDUE;
	if (!deadline)
		return NO_DEADLINE;
	return deadline->verdict == PLAN_ON_TRACK ? ON_TRACK : AT_RISK;
}

/* Who approves: the body, or the step itself where it names none. */
static void who(struct buf *out, const struct plan_step *step)
{
	if (step->bodies.count)
		bodies_text(out, step);
	else
		buf_text(out, step->entry.title);
}

static void on_track(struct buf *out, const char *name, const struct standing *approval,
					 const struct plan_deadline *deadline)
{
	struct window_text when = window_text(approval->end);
	int days = deadline->by - approval->end.latest;
	if (days <= 0)
		buf_printf(out, _("On track: %1$s approves %2$s, no later than the deadline"), name, when.text);
	else
		buf_printf(out,
				   P_("On track: %1$s approves %2$s, %3$d day before the deadline of %4$s",
					  "On track: %1$s approves %2$s, %3$d days before the deadline of %4$s", days),
				   name, when.text, days, day_text(deadline->by).text);
}

static void sentence(struct buf *out, const struct outlook *outlook, const char *name,
					 const struct standing *approval)
{
	const struct plan_deadline *deadline = outlook->timeline->approval;
	switch (case_of(outlook)) {
	case CANCELLED: buf_printf(out, _("Cancelled: %s does not approve"), name); break;
	case APPROVED: buf_printf(out, _("Approved: %1$s, %2$s"), name, window_text(approval->end).text); break;
	case OVERDUE:
		buf_printf(out, _("Overdue: %1$s should have approved by %2$s"), name,
				   day_text(approval->end.latest).text);
		break;
	case LATE:
		buf_printf(out, _("Too late: %1$s cannot approve by %2$s; the earliest day is %3$s"), name,
				   day_text(deadline->by).text, day_text(deadline->earliest_end).text);
		break;
	case AT_RISK:
		buf_printf(out, _("At risk: whether %1$s approves by %2$s depends on dates that are not known yet"),
				   name, day_text(deadline->by).text);
		break;
	case ON_TRACK: on_track(out, name, approval, deadline); break;
	default:
		buf_printf(out, _("No deadline: %1$s approves %2$s"), name, window_text(approval->end).text);
		break;
	}
}

void verdict_sentence(struct buf *out, const struct outlook *outlook)
{
	const struct standing *approval = approval_of(outlook);
	enum verdict_case verdict = case_of(outlook);
	if (verdict == NO_APPROVAL) {
		buf_text(out, _("No deadline: the plan names no approval"));
	} else if (verdict == INFEASIBLE) {
		size_t count = outlook->timeline->conflict_count;
		buf_printf(out,
				   P_("Does not hold: the plan contradicts itself in %zu place",
					  "Does not hold: the plan contradicts itself in %zu places", count),
				   count);
	} else {
		struct buf name = {0};
		who(&name, approval->step);
		sentence(out, outlook, buf_string(&name), approval);
		out->failed |= name.failed;
		buf_free(&name);
	}
}

static void slack(struct buf *out, int32_t days)
{
	if (days == INT32_MAX)
		return;
	buf_text(out, " · ");
	if (days < 0)
		buf_printf(out, P_("%d day too late", "%d days too late", -days), -days);
	else if (days == 0)
		buf_text(out, _("no slack"));
	else
		buf_printf(out, P_("%d day of slack", "%d days of slack", days), days);
}

void verdict_figures(struct buf *out, const struct outlook *outlook)
{
	const struct plan_deadline *deadline = outlook->timeline->approval;
	enum verdict_case verdict = case_of(outlook);
	if (!deadline || verdict == APPROVED || verdict == CANCELLED)
		return;
	int left = deadline->by - outlook->today;
	buf_printf(out, _("Deadline %s"), day_text(deadline->by).text);
	buf_text(out, " · ");
	if (left < 0)
		buf_printf(out, P_("%d day ago", "%d days ago", -left), -left);
	else
		buf_printf(out, P_("%d day left", "%d days left", left), left);
	slack(out, deadline->slack);
}

const char *verdict_word(const struct outlook *outlook)
{
	return _(cases[case_of(outlook)].word);
}

enum style verdict_style(const struct outlook *outlook)
{
	return cases[case_of(outlook)].style;
}
