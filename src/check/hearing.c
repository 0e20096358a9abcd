#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/ring.h"
#include "check/words.h"
#include "date/print.h"

#include <assert.h>

/* The date that says when a hearing ends; NULL for none. */
static const struct plan_date *last_date(const struct plan_step *hearing)
{
	const struct plan_date *end = plan_step_end(hearing);
	return end ? end : hearing->date;
}

/* The latest first day that the written dates of a hearing allow; open when its first or its last day is not
 * written: it is then planned long enough by the timeline. */
static plan_day latest_start(const struct plan_step *hearing)
{
	if (hearing->date)
		return hearing->date->expr.kind == PLAN_DATE_PERIOD ? hearing->date->expr.start.latest
															: PLAN_DAY_OPEN_END;
	const struct plan_date *start = plan_step_start(hearing);
	return start && plan_step_end(hearing) ? start->expr.start.latest : PLAN_DAY_OPEN_END;
}

/* The earliest last day of a hearing that starts on a day. */
static plan_day earliest_end(const struct plan *plan, const struct plan_step *hearing, plan_day start)
{
	const struct plan_duration *duration = plan_step_duration(hearing);
	plan_day end = last_date(hearing)->expr.end.earliest;
	if (duration && duration->range.min.given) {
		plan_day lasting = day_lasting(plan->calendar, start, duration->range.min);
		end = lasting > end ? lasting : end;
	}
	return end < start ? start : end;
}

static void add_too_short(struct check *check, const struct plan_step *hearing, plan_day start, plan_day end)
{
	const struct plan *plan = check->plan;
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_HEARING_TOO_SHORT, &hearing->entry, step_date_span(hearing)))
		return;
	diag_message(&draft,
				 _("the hearing %1$s may last only %2$s, from %3$s to %4$s; the house rules ask for %5$s"),
				 name_text(&hearing->entry).text, days_text(end - start + 1).text, day_text(start).text,
				 day_text(end).text, amount_text(plan->rules.hearing).text);
	diag_because(&draft, plan->rules.hearing_span, _("because the house rules ask for %s here"),
				 amount_text(plan->rules.hearing).text);
	plan_day last = day_lasting(plan->calendar, start, plan->rules.hearing);
	if (day_is_known(last))
		diag_help(&draft, _("end it on %s or later, or start it earlier"), day_text(last).text);
	else
		diag_help(&draft, _("start it earlier"));
	finding_end(check, &draft);
}

/* A hearing that the timeline cannot plan as long as the house rules ask, as its duration is shorter. */
static void add_short_duration(struct check *check, const struct plan_step *hearing)
{
	const struct plan *plan = check->plan;
	const struct plan_duration *duration = plan_step_duration(hearing);
	struct diag_draft draft;
	assert(duration);
	if (!finding_begin(check, &draft, PLAN_RULE_HEARING_TOO_SHORT, &hearing->entry, duration->span))
		return;
	diag_message(&draft, _("the hearing %1$s lasts at most %2$s; the house rules ask for %3$s"),
				 name_text(&hearing->entry).text, amount_text(duration->range.max).text,
				 amount_text(plan->rules.hearing).text);
	diag_because(&draft, plan->rules.hearing_span, _("because the house rules ask for %s here"),
				 amount_text(plan->rules.hearing).text);
	diag_help(&draft, _("let it last %s"), amount_text(plan->rules.hearing).text);
	finding_end(check, &draft);
}

void rule_hearing_too_short(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; i < check->timeline->conflict_count; i++)
		if (ring_is_of_hearing(plan, &check->timeline->conflicts[i]))
			add_short_duration(check, check->timeline->conflicts[i].step);
	for (size_t i = 0; plan->rules.hearing.given && i < check->survey.hearings.count; i++) {
		const struct plan_step *hearing = check->survey.hearings.at[i];
		plan_day start = step_is_done(hearing) ? PLAN_DAY_OPEN_END : latest_start(hearing);
		if (!day_is_known(start))
			continue;
		plan_day end = earliest_end(plan, hearing, start);
		if (day_lasting(plan->calendar, start, plan->rules.hearing) > end)
			add_too_short(check, hearing, start, end);
	}
}

void rule_hearing_without_parties(struct check *check)
{
	for (size_t i = 0; i < check->survey.hearings.count; i++) {
		const struct plan_step *hearing = check->survey.hearings.at[i];
		struct diag_draft draft;
		if (plan_step_parties(hearing).count ||
			!finding_begin(check, &draft, PLAN_RULE_HEARING_WITHOUT_PARTIES, &hearing->entry,
						   hearing->entry.span))
			continue;
		diag_message(&draft, _("the hearing %s does not say who is heard"), name_text(&hearing->entry).text);
		diag_help(&draft, _("name them under `parties:`"));
		finding_end(check, &draft);
	}
}

static void say_day_off(struct diag_draft *draft, const struct plan *plan, const struct plan_step *hearing,
						plan_day day)
{
	const char *holiday = plan_calendar_holiday(plan->calendar, day);
	struct name_text name = name_text(&hearing->entry);
	if (holiday)
		diag_message(draft, _("the hearing %1$s ends on %2$s, a public holiday (%3$s)"), name.text,
					 day_text(day).text, holiday);
	else if (plan->weekend >> plan_day_weekday(day) & 1)
		diag_message(draft, _("the hearing %1$s ends on %2$s, a weekend"), name.text, day_text(day).text);
	else
		diag_message(draft, _("the hearing %1$s ends on %2$s, a day that the calendar closes"), name.text,
					 day_text(day).text);
	plan_day next = plan_calendar_add_workdays(plan->calendar, day, 1);
	if (day_is_known(next))
		diag_help(draft, _("let it end on %s, the next working day"), day_text(next).text);
}

void rule_hearing_ends_on_day_off(struct check *check)
{
	const struct plan *plan = check->plan;
	for (size_t i = 0; i < check->survey.hearings.count; i++) {
		const struct plan_step *hearing = check->survey.hearings.at[i];
		const struct plan_date *end = last_date(hearing);
		struct diag_draft draft;
		if (step_is_done(hearing) || !end || !plan_window_is_day(end->expr.end) ||
			plan_calendar_is_workday(plan->calendar, end->expr.end.latest) ||
			!finding_begin(check, &draft, PLAN_RULE_HEARING_ENDS_ON_DAY_OFF, &hearing->entry, end->span))
			continue;
		say_day_off(&draft, plan, hearing, end->expr.end.latest);
		finding_end(check, &draft);
	}
}
