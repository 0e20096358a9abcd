#include "check/rules.h"

#include "base/text.h"
#include "check/cause.h"
#include "check/chain.h"
#include "check/ring.h"
#include "check/words.h"
#include "date/print.h"

/* The bound that a conflict runs into; NULL for one that is only named. */
static const struct plan_cause *last_cause(const struct plan_conflict *conflict)
{
	return conflict->chain.count ? &conflict->chain.at[conflict->chain.count - 1] : NULL;
}

/* Whether nothing but the end of all plans bounds it. */
static bool is_unbounded(const struct plan_conflict *conflict)
{
	return conflict->latest == PLAN_DAY_MAX;
}

/* Whether there is an earliest day: a sum may leave 2199. */
static bool has_earliest(const struct plan_conflict *conflict)
{
	return conflict->earliest <= PLAN_DAY_MAX;
}

/* The rule that tells of a conflict. */
static enum plan_rule rule_of(const struct plan *plan, const struct plan_conflict *conflict)
{
	switch (conflict->kind) {
	case PLAN_CONFLICT_UNDECIDED: return PLAN_RULE_LIMIT_EXCEEDED;
	case PLAN_CONFLICT_DEADLINE: return PLAN_RULE_DEADLINE_MISSED;
	case PLAN_CONFLICT_NO_DAY: return PLAN_RULE_NO_MEETING_DAY_LEFT;
	case PLAN_CONFLICT_DATES: break;
	case PLAN_CONFLICT_RING:
		if (ring_is_of_hearing(plan, conflict))
			return PLAN_RULE_HEARING_TOO_SHORT;
		return ring_is_of_bounds(conflict) ? PLAN_RULE_TIMELINE_CONFLICT : PLAN_RULE_CIRCULAR_ORDER;
	}
	return PLAN_RULE_TIMELINE_CONFLICT;
}

static void add_chain(struct diag_draft *draft, const struct plan *plan, const struct plan_conflict *conflict)
{
	struct plan_chain chain = conflict->chain;
	/* That a body does not meet again needs no telling that plans end in 2199. */
	if (conflict->kind == PLAN_CONFLICT_NO_DAY && is_unbounded(conflict) && chain.count)
		chain.count--;
	chain_add(draft, plan, &chain);
}

/* The conflicts that a rule tells of, with a function that writes the message. */
static void find(struct check *check, enum plan_rule rule,
				 void (*say)(struct diag_draft *draft, const struct plan *plan,
							 const struct plan_conflict *conflict))
{
	for (size_t i = 0; i < check->timeline->conflict_count; i++) {
		const struct plan_conflict *conflict = &check->timeline->conflicts[i];
		struct diag_draft draft;
		if (rule_of(check->plan, conflict) != rule ||
			!finding_begin(check, &draft, rule, &conflict->step->entry, conflict->span))
			continue;
		say(&draft, check->plan, conflict);
		if (conflict->kind != PLAN_CONFLICT_RING)
			add_chain(&draft, check->plan, conflict);
		repair_add(&draft, &conflict->repair);
		finding_end(check, &draft);
	}
}

static struct amount_text too_late(const struct plan_conflict *conflict)
{
	return days_text(conflict->earliest - conflict->latest);
}

static const char *const misses[FORM_COUNT] = {
	[FORM_MEETING] = N_("%1$s cannot be held by %2$s: the earliest day is %3$s, %4$s too late"),
	[FORM_PHASE] = N_("%1$s cannot end by %2$s: the earliest day is %3$s, %4$s too late"),
	[FORM_DOCUMENT] = N_("%1$s cannot be ready by %2$s: the earliest day is %3$s, %4$s too late"),
};

static void say_missed(struct diag_draft *draft, const struct plan *plan,
					   const struct plan_conflict *conflict)
{
	(void)plan;
	struct name_text name = name_text(&conflict->step->entry);
	if (!has_earliest(conflict))
		diag_message(draft, _("%s cannot be placed: no day is left for it"), name.text);
	else
		diag_message(draft, _(misses[step_form(conflict->step)]), name.text, day_text(conflict->latest).text,
					 day_text(conflict->earliest).text, too_late(conflict).text);
}

void rule_deadline_missed(struct check *check)
{
	find(check, PLAN_RULE_DEADLINE_MISSED, say_missed);
}

static void say_dates(struct diag_draft *draft, const struct plan *plan, const struct plan_conflict *conflict)
{
	const struct plan_cause *last = last_cause(conflict);
	struct name_text point = point_text(&conflict->step->entry, conflict->at_end);
	if (conflict->kind == PLAN_CONFLICT_RING)
		ring_say(draft, plan, conflict);
	else if (!has_earliest(conflict))
		diag_message(draft, _("%s cannot be placed: no day is left for it"), point.text);
	else if (last && (last->kind == PLAN_CAUSE_DATE || last->kind == PLAN_CAUSE_HELD))
		diag_message(draft, _("%1$s cannot be on %2$s: the earliest day for it is %3$s, %4$s later"),
					 point.text, day_text(conflict->latest).text, day_text(conflict->earliest).text,
					 too_late(conflict).text);
	else
		diag_message(draft, _("%1$s must be %2$s at the latest, but can be %3$s at the earliest, %4$s later"),
					 point.text, day_text(conflict->latest).text, day_text(conflict->earliest).text,
					 too_late(conflict).text);
}

void rule_timeline_conflict(struct check *check)
{
	find(check, PLAN_RULE_TIMELINE_CONFLICT, say_dates);
}

void rule_circular_order(struct check *check)
{
	find(check, PLAN_RULE_CIRCULAR_ORDER, ring_say);
}

static void say_undecided(struct diag_draft *draft, const struct plan *plan,
						  const struct plan_conflict *conflict)
{
	(void)plan;
	diag_message(draft, _("the orders around %s take too long to work out: whether they hold is not known"),
				 name_text(&conflict->step->entry).text);
	diag_help(draft, _("take out orders and gaps that make steps wait for each other in a ring"));
}

/* A deadline that can be kept, but nobody knows whether it is whatever day each imprecise date turns out to
 * be. */
static void add_unknown(struct check *check, const struct plan_deadline *deadline)
{
	struct diag_draft draft;
	const struct plan_step *step = deadline->step;
	if (!finding_begin(check, &draft, PLAN_RULE_LIMIT_EXCEEDED, &step->entry, step->deadline->span))
		return;
	diag_message(
		&draft,
		_("the orders before %1$s take too long to work out: whether imprecise dates can make it miss its "
		  "deadline of %2$s is not known"),
		name_text(&step->entry).text, day_text(deadline->by).text);
	diag_help(&draft, _("take out orders and gaps that make steps wait for each other in a ring"));
	finding_end(check, &draft);
}

void rule_undecided(struct check *check)
{
	find(check, PLAN_RULE_LIMIT_EXCEEDED, say_undecided);
	for (size_t i = 0; check->timeline->feasible && i < check->timeline->deadline_count; i++)
		if (check->timeline->deadlines[i].verdict == PLAN_UNDECIDED)
			add_unknown(check, &check->timeline->deadlines[i]);
}

/* The calendar whose days ran out; NULL when it is the plan's own and nothing in the chain says so. */
static const struct plan_cause *calendar_of(const struct plan_conflict *conflict)
{
	for (size_t i = 0; i < conflict->chain.count; i++) {
		const struct plan_cause *cause = &conflict->chain.at[i];
		if (cause->kind == PLAN_CAUSE_CALENDAR && cause->step == conflict->step)
			return cause;
	}
	return NULL;
}

/* Of several bodies together. */
static void say_no_common_day(struct diag_draft *draft, const struct plan_conflict *conflict)
{
	struct name_text name = name_text(&conflict->step->entry);
	if (is_unbounded(conflict))
		diag_message(draft, _("no day is left on which all bodies of %s meet"), name.text);
	else
		diag_message(
			draft,
			_("no day is left on which all bodies of %1$s meet by %2$s: the next one is %3$s, %4$s later"),
			name.text, day_text(conflict->latest).text, day_text(conflict->earliest).text,
			too_late(conflict).text);
}

static void say_no_day(struct diag_draft *draft, const struct plan *plan,
					   const struct plan_conflict *conflict)
{
	const struct plan_cause *calendar = calendar_of(conflict);
	bool body = calendar && calendar->other;
	const char *label = body ? plan_body_label(plan->bodies.at[calendar->other->index]) : NULL;
	struct name_text name = name_text(&conflict->step->entry);
	struct day_text last = day_text(conflict->latest), next = day_text(conflict->earliest);
	if (calendar && cause_is_joint(calendar))
		say_no_common_day(draft, conflict);
	else if (is_unbounded(conflict))
		diag_message(draft, _("%1$s has no meeting day left for %2$s"), label ? label : _("the calendar"),
					 name.text);
	else if (label)
		diag_message(draft,
					 _("%1$s has no meeting day left for %2$s by %3$s: it next meets on %4$s, %5$s later"),
					 label, name.text, last.text, next.text, too_late(conflict).text);
	else
		diag_message(draft,
					 _("no day is left on which %1$s can be held by %2$s: the next one is %3$s, %4$s later"),
					 name.text, last.text, next.text, too_late(conflict).text);
}

void rule_no_meeting_day_left(struct check *check)
{
	find(check, PLAN_RULE_NO_MEETING_DAY_LEFT, say_no_day);
}
