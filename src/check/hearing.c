#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

/* The latest first day and the earliest last day that the written dates allow; open where they say nothing.
 */
static struct plan_window shortest(const struct plan_step *hearing)
{
	const struct plan_date *start = hearing->start ? hearing->start : hearing->date;
	const struct plan_date *end = hearing->end ? hearing->end : hearing->date;
	return (struct plan_window){
		start ? start->expr.start.latest : PLAN_DAY_OPEN_END,
		end ? end->expr.end.earliest : PLAN_DAY_OPEN_START,
	};
}

static bool is_window(const struct plan_step *hearing)
{
	return hearing->date && hearing->date->expr.kind == PLAN_DATE_WINDOW;
}

/* The last day of the shortest hearing that starts on a day; open when nothing bounds it. */
static plan_day shortest_end(const struct plan *plan, const struct plan_step *hearing, plan_day start)
{
	plan_day end = PLAN_DAY_OPEN_START;
	struct plan_window written = shortest(hearing);
	if (!is_window(hearing) && day_is_known(written.latest) && day_is_known(written.earliest))
		end = written.latest < start ? start : written.latest;
	if (hearing->duration) {
		struct plan_lag least = hearing->duration->range.min;
		if (!least.given)
			least = (struct plan_lag){.count = 1, .unit = PLAN_DAYS, .given = true};
		plan_day lasting = day_lasting(plan->calendar, start, least);
		end = lasting > end ? lasting : end;
	}
	return end;
}

static void add_too_short(struct check *check, const struct plan_step *hearing, plan_day start, plan_day end)
{
	const struct plan *plan = check->plan;
	struct diag_draft draft;
	struct plan_span span = step_is_dated(hearing) ? step_date_span(hearing)
							: hearing->duration    ? hearing->duration->span
												   : hearing->entry.span;
	if (!finding_begin(check, &draft, PLAN_RULE_HEARING_TOO_SHORT, &hearing->entry, span))
		return;
	plan_day due = day_lasting(plan->calendar, start, plan->rules.hearing);
	if (is_window(hearing) || !step_is_dated(hearing))
		diag_message(&draft, _("the hearing %1$s may last only %2$s; the house rules ask for %3$s"),
					 name_text(&hearing->entry).text, days_text(end - start + 1).text,
					 amount_text(plan->rules.hearing).text);
	else
		diag_message(&draft,
					 _("the hearing %1$s may last only %2$s, from %3$s to %4$s; the house rules ask for "
					   "%5$s"),
					 name_text(&hearing->entry).text, days_text(end - start + 1).text, day_text(start).text,
					 day_text(end).text, amount_text(plan->rules.hearing).text);
	diag_because(&draft, plan->rules.hearing_span, _("because the house rules ask for %s here"),
				 amount_text(plan->rules.hearing).text);
	if (day_is_known(due) && !is_window(hearing) && step_is_dated(hearing))
		diag_help(&draft, _("end it on %s or later, or start it earlier"), day_text(due).text);
	else
		diag_help(&draft, _("give it at least %s"), amount_text(plan->rules.hearing).text);
	finding_end(check, &draft);
}

void rule_hearing_too_short(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; plan->rules.hearing.given && i < plan->phases.count; i++) {
		const struct plan_step *hearing = plan->phases.at[i];
		if (!step_is_coming_hearing(hearing))
			continue;
		plan_day start = is_window(hearing) ? hearing->date->expr.start.earliest : shortest(hearing).earliest;
		if (!day_is_known(start))
			start = check->timeline->times[hearing->number].start.earliest;
		if (!day_is_known(start))
			start = check->options->today;
		plan_day end = shortest_end(plan, hearing, start);
		if (end != PLAN_DAY_OPEN_START && day_lasting(plan->calendar, start, plan->rules.hearing) > end)
			add_too_short(check, hearing, start, end);
	}
}

void rule_hearing_without_parties(struct check *check)
{
	for (size_t i = 0; i < check->plan->phases.count; i++) {
		const struct plan_step *hearing = check->plan->phases.at[i];
		struct diag_draft draft;
		if (!hearing->hearing || step_is_cancelled(hearing) || hearing->parties.count ||
			!finding_begin(check, &draft, PLAN_RULE_HEARING_WITHOUT_PARTIES, &hearing->entry,
						   hearing->entry.span))
			continue;
		diag_message(&draft, _("the hearing %s does not say who is heard"), name_text(&hearing->entry).text);
		diag_help(&draft, _("name them under `parties:`"));
		finding_end(check, &draft);
	}
}
