#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

/* The meeting that a paper is for and that is still to come; NULL when there is none. */
static const struct plan_step *meeting_of(const struct plan_step *paper)
{
	const struct plan_step *meeting = plan_step_purpose(paper);
	if (!meeting || meeting->entry.kind != PLAN_KIND_MEETING || paper->document_kind == PLAN_MINUTES ||
		step_is_cancelled(meeting) || step_is_done(meeting))
		return NULL;
	return meeting;
}

static void add_papers_late(struct check *check, const struct plan_step *paper,
							const struct plan_step *meeting, plan_day due, plan_day limit)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_PAPERS_LATE, &paper->entry, paper->date->span))
		return;
	struct amount_text lead = amount_text(check->plan->rules.papers);
	plan_day day = check->timeline->times[meeting->number].start.latest;
	diag_message(&draft, _("%1$s is due %2$s, which is %3$s too late for %4$s"),
				 name_text(&paper->entry).text, day_text(due).text, days_text(due - limit).text,
				 name_text(&meeting->entry).text);
	diag_because(&draft, step_date_span(meeting), _("because %1$s is %2$s at the latest"),
				 name_text(&meeting->entry).text, day_text(day).text);
	diag_because(&draft, check->plan->rules.papers_span,
				 _("and papers go out at least %1$s before a meeting, which is %2$s"), lead.text,
				 day_text(limit).text);
	diag_help(&draft, _("make it due by %s"), day_text(limit).text);
	finding_end(check, &draft);
}

/*
 * A due date that is not one day may be its last one; the meeting is given the latest day that the timeline
 * leaves for it. So what is found is late on every day that the meeting can have.
 */
void rule_papers_late(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; plan->rules.papers.given && i < plan->documents.count; i++) {
		const struct plan_step *paper = plan->documents.at[i];
		if (!paper->date || step_is_cancelled(paper) || step_is_done(paper))
			continue;
		const struct plan_step *meeting = meeting_of(paper);
		if (!meeting)
			continue;
		plan_day due = paper->date->expr.end.latest;
		plan_day limit = day_before(plan->calendar, check->timeline->times[meeting->number].start.latest,
									plan->rules.papers);
		if (due != PLAN_DAY_OPEN_END && due > limit)
			add_papers_late(check, paper, meeting, due, limit);
	}
}

void rule_undelivered(struct check *check)
{
	for (size_t i = 0; i < check->plan->steps.count; i++) {
		plan_day due = check->timeline->times[i].end.latest;
		if (due >= check->options->today)
			continue;
		const struct plan_step *paper = check->plan->steps.at[i];
		struct diag_draft draft;
		if (paper->entry.kind != PLAN_KIND_DOCUMENT || step_is_done(paper) ||
			!finding_begin(check, &draft, PLAN_RULE_UNDELIVERED, &paper->entry, step_date_span(paper)))
			continue;
		diag_message(&draft, _("%1$s was due %2$s, %3$s ago, and is not marked as done"),
					 name_text(&paper->entry).text, day_text(due).text,
					 days_text(check->options->today - due).text);
		diag_help(&draft, _("write `status: done` once it is delivered, or a new due day"));
		finding_end(check, &draft);
	}
}
