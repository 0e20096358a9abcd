#include "format/verdict.h"

#include "check/words.h"
#include "format/moment.h"

#include <limits.h>

struct counted_text {
	const char *one, *many;
};

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
	[RULING_UNDECIDED] = {N_("Not known"), STYLE_BAD},
	[RULING_AT_RISK] = {N_("At risk"), STYLE_WARN},
	[RULING_ON_TRACK] = {N_("On track"), STYLE_GOOD},
	[RULING_NO_DEADLINE] = {N_("No deadline"), STYLE_PLAIN},
};

/* The ways to tell of an approval: by the body that approves, or by the step where it names none. */
static const char *wording(const struct ruling *ruling, const char *by_body, const char *by_step)
{
	return _(ruling->approval.step->bodies.count ? by_body : by_step);
}

static void name_of(struct buf *out, const struct plan_step *step)
{
	if (step->bodies.count)
		bodies_text(out, step);
	else
		buf_text(out, quoted_text(step->entry.title).text);
}

static void on_track(struct buf *out, const char *name, const struct ruling *ruling)
{
	static const struct counted_text early_texts[] = {
		NP_("On track: %1$s approves %2$s, %3$d day before the deadline of %4$s",
			"On track: %1$s approves %2$s, %3$d days before the deadline of %4$s"),
		NP_("On track: %1$s takes place %2$s, %3$d day before the deadline of %4$s",
			"On track: %1$s takes place %2$s, %3$d days before the deadline of %4$s"),
	};
	const struct plan_deadline *deadline = ruling->deadline;
	const struct counted_text *early = &early_texts[!ruling->approval.step->bodies.count];
	struct window_text when = window_text(ruling->approval.end);
	int days = deadline->by - ruling->approval.end.latest;
	if (days <= 0)
		buf_printf(out,
				   wording(ruling, N_("On track: %1$s approves %2$s, no later than the deadline"),
						   N_("On track: %1$s takes place %2$s, no later than the deadline")),
				   name, when.text);
	else
		buf_printf(out, P_(early->one, early->many, days), name, when.text, days,
				   day_text(deadline->by).text);
}

static void late(struct buf *out, const char *name, const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	buf_printf(out,
			   wording(ruling, N_("Too late: %1$s cannot approve by %2$s; the earliest day is %3$s"),
					   N_("Too late: %1$s cannot take place by %2$s; the earliest day is %3$s")),
			   name, day_text(deadline->by).text, day_text(deadline->earliest_end).text);
}

static void at_risk(struct buf *out, const char *name, const struct ruling *ruling)
{
	buf_printf(
		out,
		wording(ruling, N_("At risk: whether %1$s approves by %2$s depends on dates that are not known yet"),
				N_("At risk: whether %1$s takes place by %2$s depends on dates that are not known yet")),
		name, day_text(ruling->deadline->by).text);
}

static void sentence(struct buf *out, const char *name, const struct ruling *ruling)
{
	struct window_text when = window_text(ruling->approval.end);
	switch (ruling->kind) {
	case RULING_CANCELLED:
		buf_printf(out, wording(ruling, N_("Cancelled: %s does not approve"), N_("Cancelled: %s")), name);
		break;
	case RULING_APPROVED: buf_printf(out, _("Approved: %1$s, %2$s"), name, when.text); break;
	case RULING_OVERDUE:
		buf_printf(out,
				   wording(ruling, N_("Overdue: %1$s should have approved by %2$s"),
						   N_("Overdue: %1$s should have taken place by %2$s")),
				   name, day_text(ruling->approval.end.latest).text);
		break;
	case RULING_LATE: late(out, name, ruling); break;
	case RULING_AT_RISK: at_risk(out, name, ruling); break;
	case RULING_ON_TRACK: on_track(out, name, ruling); break;
	default:
		buf_printf(
			out,
			wording(ruling, N_("No deadline: %1$s approves %2$s"), N_("No deadline: %1$s takes place %2$s")),
			name, when.text);
		break;
	}
}

void verdict_sentence(struct buf *out, const struct ruling *ruling)
{
	struct buf name = {0};
	size_t count = ruling->timeline->conflict_count;
	if (ruling->kind == RULING_NO_APPROVAL) {
		buf_text(out, _("No deadline: the plan names no approval"));
	} else if (ruling->kind == RULING_UNDECIDED) {
		buf_text(out, _("Not known: the orders of the plan take too long to work out"));
	} else if (ruling->kind == RULING_INFEASIBLE) {
		buf_printf(out,
				   P_("Does not hold: the plan contradicts itself in %zu place",
					  "Does not hold: the plan contradicts itself in %zu places", count),
				   count);
	} else {
		name_of(&name, ruling->approval.step);
		sentence(out, buf_string(&name), ruling);
	}
	out->failed |= name.failed;
	buf_free(&name);
}

static void slack(struct buf *out, int32_t days)
{
	buf_text(out, " · ");
	if (days < 0)
		buf_printf(out, P_("%d day too late", "%d days too late", -days), -days);
	else if (days == 0)
		buf_text(out, _("no slack"));
	else
		buf_printf(out, P_("%d day of slack", "%d days of slack", days), days);
}

bool verdict_has_slack(const struct ruling *ruling)
{
	static const bool has[RULING_COUNT] = {
		[RULING_LATE] = true, [RULING_AT_RISK] = true, [RULING_ON_TRACK] = true};
	return has[ruling->kind] && ruling->deadline->slack != INT32_MAX;
}

/* Slack counts from the last day that would do, too late from the deadline on. A day that keeps the deadline,
 * though the body does not meet so late, is not too late for it. */
static int32_t told_slack(const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	if (deadline->slack >= 0)
		return deadline->slack;
	return deadline->earliest_end > deadline->by ? deadline->by - deadline->earliest_end : 0;
}

void verdict_figures(struct buf *out, const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	if (!deadline || ruling->kind == RULING_APPROVED)
		return;
	int left = deadline->by - ruling->today;
	buf_printf(out, _("Deadline %s"), day_text(deadline->by).text);
	buf_text(out, " · ");
	if (left < 0)
		buf_printf(out, P_("%d day ago", "%d days ago", -left), -left);
	else
		buf_printf(out, P_("%d day left", "%d days left", left), left);
	if (verdict_has_slack(ruling))
		slack(out, told_slack(ruling));
}

void verdict_line(struct screen *screen, const struct outlook *outlook)
{
	struct ruling ruling = ruling_of(outlook->timeline, outlook->today);
	struct buf sentence = {0};
	verdict_sentence(&sentence, &ruling);
	screen_wrap(screen, verdict_style(&ruling), buf_string(&sentence), 0);
	screen_end(screen);
	screen->out->failed |= sentence.failed;
	buf_free(&sentence);
}

const char *verdict_word(const struct ruling *ruling)
{
	return _(rulings[ruling->kind].word);
}

enum style verdict_style(const struct ruling *ruling)
{
	return rulings[ruling->kind].style;
}
