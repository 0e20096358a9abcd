#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

#include <stdlib.h>

/* The recess that a day lies in; NULL for none. */
static const struct plan_recess *recess_at(const struct plan *plan, plan_day day)
{
	for (size_t i = 0; i < plan->recesses.count; i++) {
		const struct plan_recess *recess = plan->recesses.at[i];
		if (day >= recess->days.earliest && day <= recess->days.latest)
			return recess;
	}
	return NULL;
}

static void say_closed(struct diag_draft *draft, const struct plan *plan, const struct plan_step *step,
					   plan_day day)
{
	const char *holiday = plan_calendar_holiday(plan->calendar, day);
	struct name_text name = name_text(&step->entry);
	struct day_text text = day_text(day);
	const struct plan_recess *recess = recess_at(plan, day);
	if (holiday)
		diag_message(draft, _("%1$s is on %2$s, a public holiday (%3$s)"), name.text, text.text, holiday);
	else if (plan->weekend >> plan_day_weekday(day) & 1)
		diag_message(draft, _("%1$s is on %2$s, a weekend"), name.text, text.text);
	else if (recess) {
		diag_message(draft, _("%1$s is on %2$s, in the recess %3$s"), name.text, text.text,
					 name_text(&recess->entry).text);
		diag_because(draft, recess->date->span, _("because the recess %1$s lasts %2$s"),
					 name_text(&recess->entry).text, window_text(recess->days).text);
	} else
		diag_message(draft, _("%1$s is on %2$s, a day that the calendar closes"), name.text, text.text);
}

static void say_nearest(struct diag_draft *draft, const struct plan_off_day *off)
{
	bool before = day_is_known(off->before), after = day_is_known(off->after);
	if (before && after)
		diag_help(draft, _("move it to %1$s or %2$s, the nearest days that are allowed"),
				  day_text(off->before).text, day_text(off->after).text);
	else if (before || after)
		diag_help(draft, _("move it to %s, the nearest day that is allowed"),
				  day_text(before ? off->before : off->after).text);
}

void rule_closed_day(struct check *check)
{
	for (size_t i = 0; i < check->timeline->off_day_count; i++) {
		const struct plan_off_day *off = &check->timeline->off_days[i];
		struct diag_draft draft;
		if (off->body ||
			!finding_begin(check, &draft, PLAN_RULE_CLOSED_DAY, &off->step->entry, off->date->span))
			continue;
		say_closed(&draft, check->plan, off->step, off->date->expr.start.earliest);
		say_nearest(&draft, off);
		finding_end(check, &draft);
	}
}

static bool lists(const struct plan_body *body, plan_day day)
{
	size_t i = 0;
	while (i < body->meets_count && body->meets[i] != day)
		i++;
	return i < body->meets_count;
}

/* Whether a body says when it meets, and not then. */
static bool is_away(const struct plan_body *body, plan_day day)
{
	if (body->meets_count)
		return !lists(body, day);
	return body->meets_weekdays && !(body->meets_weekdays >> plan_day_weekday(day) & 1);
}

/* The first of a meeting's bodies that does not meet on the day: there is one. */
static const struct plan_body *body_away(const struct plan *plan, const struct plan_step *step, plan_day day)
{
	size_t i = 0;
	while (i + 1 < step->bodies.count && !is_away(plan->bodies.at[step->bodies.at[i].entry->index], day))
		i++;
	return plan->bodies.at[step->bodies.at[i].entry->index];
}

static void say_not_met(struct diag_draft *draft, const struct plan *plan, const struct plan_off_day *off,
						plan_day day)
{
	const struct plan_body *body = body_away(plan, off->step, day);
	const char *label = plan_body_label(body);
	diag_message(draft, _("%1$s is on %2$s, but %3$s does not meet that day"),
				 name_text(&off->step->entry).text, day_text(day).text, label);
	if (body->meets_count)
		diag_because(draft, body->meets_span,
					 _("because %1$s meets on the days listed here and %2$s is none"), label,
					 day_text(day).text);
	else
		diag_because(draft, body->meets_span,
					 _("because %1$s meets on the weekdays named here and not on a %2$s"), label,
					 weekday_name(plan_day_weekday(day)));
}

void rule_not_a_meeting_day(struct check *check)
{
	for (size_t i = 0; i < check->timeline->off_day_count; i++) {
		const struct plan_off_day *off = &check->timeline->off_days[i];
		struct diag_draft draft;
		if (!off->body ||
			!finding_begin(check, &draft, PLAN_RULE_NOT_A_MEETING_DAY, &off->step->entry, off->date->span))
			continue;
		say_not_met(&draft, check->plan, off, off->date->expr.start.earliest);
		say_nearest(&draft, off);
		finding_end(check, &draft);
	}
}

static int compare_days(const void *a, const void *b)
{
	plan_day one = *(const plan_day *)a, two = *(const plan_day *)b;
	return (one > two) - (one < two);
}

static void add_listed(struct check *check, const struct plan_body *body, plan_day day, struct plan_span span)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_LISTED_ON_HOLIDAY, &body->entry, span))
		return;
	const char *holiday = plan_calendar_holiday(check->plan->calendar, day);
	if (holiday)
		diag_message(&draft, _("%1$s lists a meeting on %2$s, a public holiday (%3$s)"),
					 name_text(&body->entry).text, day_text(day).text, holiday);
	else if (plan_calendar_in_recess(check->plan->calendar, day))
		diag_message(&draft, _("%1$s lists a meeting on %2$s, in a recess"), name_text(&body->entry).text,
					 day_text(day).text);
	else
		diag_message(&draft, _("%1$s lists a meeting on %2$s, a day that the calendar closes"),
					 name_text(&body->entry).text, day_text(day).text);
	diag_help(&draft, _("make sure that the day is right; meetings are placed on it as it stands"));
	finding_end(check, &draft);
}

/* The plan's closed days, ascending; NULL when memory ran out. */
static plan_day *sorted_closed(const struct plan *plan)
{
	plan_day *closed = calloc(plan->closed_count + 1, sizeof *closed);
	for (size_t i = 0; closed && i < plan->closed_count; i++)
		closed[i] = plan->closed[i];
	if (closed)
		qsort(closed, plan->closed_count, sizeof *closed, compare_days);
	return closed;
}

void rule_listed_on_holiday(struct check *check)
{
	const struct plan *plan = check->plan;
	plan_day *closed = sorted_closed(plan);
	if (!closed)
		check->failed = true;
	for (size_t i = 0; closed && i < plan->bodies.count; i++) {
		const struct plan_body *body = plan->bodies.at[i];
		for (size_t j = 0; j < body->meets_count; j++) {
			plan_day day = body->meets[j];
			if (plan_calendar_holiday(plan->calendar, day) || plan_calendar_in_recess(plan->calendar, day) ||
				bsearch(&day, closed, plan->closed_count, sizeof *closed, compare_days))
				add_listed(check, body, day, body->meets_spans[j]);
		}
	}
	free(closed);
}
