#include "format/verdict.h"

#include "format/moment.h"

#include <limits.h>

static const struct {
	const char *word;
	enum style style;
} rulings[RULING_COUNT] = {
	[RULING_NO_APPROVAL] = {N_("No deadline"), STYLE_WARN},
	[RULING_CANCELLED] = {N_("Cancelled"), STYLE_WARN},
	[RULING_APPROVED] = {N_("Approved"), STYLE_GOOD},
	[RULING_OVERDUE] = {N_("Overdue"), STYLE_BAD},
	[RULING_LATE] = {N_("Too late"), STYLE_BAD},
	[RULING_INFEASIBLE] = {N_("Does not hold"), STYLE_BAD},
	[RULING_AT_RISK] = {N_("At risk"), STYLE_WARN},
	[RULING_ON_TRACK] = {N_("On track"), STYLE_GOOD},
	[RULING_NO_DEADLINE] = {N_("No deadline"), STYLE_PLAIN},
};

/* Who approves: the body, or the step itself where it names none. */
static void who(struct buf *out, const struct plan_step *step)
{
	if (step->bodies.count)
		bodies_text(out, step);
	else
		buf_text(out, step->entry.title);
}

static void on_track(struct buf *out, const char *name, const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	struct window_text when = window_text(ruling->approval.end);
	int days = deadline->by - ruling->approval.end.latest;
	if (days <= 0)
		buf_printf(out, _("On track: %1$s approves %2$s, no later than the deadline"), name, when.text);
	else
		buf_printf(out,
				   P_("On track: %1$s approves %2$s, %3$d day before the deadline of %4$s",
					  "On track: %1$s approves %2$s, %3$d days before the deadline of %4$s", days),
				   name, when.text, days, day_text(deadline->by).text);
}

static void sentence(struct buf *out, const char *name, const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	struct window_text when = window_text(ruling->approval.end);
	switch (ruling->kind) {
	case RULING_CANCELLED: buf_printf(out, _("Cancelled: %s does not approve"), name); break;
	case RULING_APPROVED: buf_printf(out, _("Approved: %1$s, %2$s"), name, when.text); break;
	case RULING_OVERDUE:
		buf_printf(out, _("Overdue: %1$s should have approved by %2$s"), name,
				   day_text(ruling->approval.end.latest).text);
		break;
	case RULING_LATE:
		buf_printf(out, _("Too late: %1$s cannot approve by %2$s; the earliest day is %3$s"), name,
				   day_text(deadline->by).text, day_text(deadline->earliest_end).text);
		break;
	case RULING_AT_RISK:
		buf_printf(out, _("At risk: whether %1$s approves by %2$s depends on dates that are not known yet"),
				   name, day_text(deadline->by).text);
		break;
	case RULING_ON_TRACK: on_track(out, name, ruling); break;
	default: buf_printf(out, _("No deadline: %1$s approves %2$s"), name, when.text); break;
	}
}

void verdict_sentence(struct buf *out, const struct ruling *ruling)
{
	struct buf name = {0};
	size_t count = ruling->timeline->conflict_count;
	if (ruling->kind == RULING_NO_APPROVAL) {
		buf_text(out, _("No deadline: the plan names no approval"));
	} else if (ruling->kind == RULING_INFEASIBLE) {
		buf_printf(out,
				   P_("Does not hold: the plan contradicts itself in %zu place",
					  "Does not hold: the plan contradicts itself in %zu places", count),
				   count);
	} else {
		who(&name, ruling->approval.step);
		sentence(out, buf_string(&name), ruling);
	}
	out->failed |= name.failed;
	buf_free(&name);
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

void verdict_figures(struct buf *out, const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	if (!deadline || ruling->kind == RULING_APPROVED || ruling->kind == RULING_CANCELLED)
		return;
	int left = deadline->by - ruling->today;
	buf_printf(out, _("Deadline %s"), day_text(deadline->by).text);
	buf_text(out, " · ");
	if (left < 0)
		buf_printf(out, P_("%d day ago", "%d days ago", -left), -left);
	else
		buf_printf(out, P_("%d day left", "%d days left", left), left);
	slack(out, deadline->slack);
}

const char *verdict_word(const struct ruling *ruling)
{
	return _(rulings[ruling->kind].word);
}

enum style verdict_style(const struct ruling *ruling)
{
	return rulings[ruling->kind].style;
}
