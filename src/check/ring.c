#include "check/ring.h"

#include "base/text.h"
#include "check/cause.h"
#include "check/chain.h"

#define SHOWN_MAX 40 /* links; a reader follows no more */

bool ring_is_of_bounds(const struct plan_conflict *conflict)
{
	size_t i = 0;
	while (i < conflict->chain.count && !conflict->chain.at[i].most)
		i++;
	return i < conflict->chain.count;
}

bool ring_is_of_hearing(const struct plan *plan, const struct plan_conflict *conflict)
{
	const struct plan_step *step = conflict->step;
	if (conflict->kind != PLAN_CONFLICT_RING || !step->hearing || !plan_step_duration(step) ||
		!plan->rules.hearing.given)
		return false;
	size_t i = 0;
	while (i < conflict->chain.count && conflict->chain.at[i].step == step)
		i++;
	return i == conflict->chain.count;
}

/* Whether a link leads from one step to another. */
static bool is_between(const struct plan_cause *cause)
{
	return cause->kind != PLAN_CAUSE_CALENDAR && cause->other != &cause->step->entry;
}

/* The steps of a ring, up to `room` of them; returns how many there are. */
static size_t find_steps(const struct plan_chain *chain, const struct plan_entry **steps, size_t room)
{
	size_t count = 0;
	for (size_t i = 0; i < chain->count; i++) {
		if (!is_between(&chain->at[i]))
			continue;
		if (count < room)
			steps[count] = &chain->at[i].step->entry;
		count++;
	}
	return count;
}

/* By whether bounds make the ring, then by how many steps there are: one, two, three. */
static const char *const messages[2][3] = {
	{N_("%1$s waits for itself"), N_("%1$s and %2$s wait for each other"),
	 N_("%1$s, %2$s and %3$s wait for each other in a ring")},
	{N_("the gaps and durations of %1$s contradict each other"),
	 N_("the gaps and durations of %1$s and %2$s contradict each other"),
	 N_("the gaps and durations of %1$s, %2$s and %3$s contradict each other")},
};

static const char *const more[2] = {
	N_("%1$s, %2$s and %3$zu other steps wait for each other in a ring"),
	N_("the gaps and durations of %1$s, %2$s and %3$zu other steps contradict each other"),
};

static void say_message(struct diag_draft *draft, const struct plan_conflict *conflict, bool of_bounds)
{
	const struct plan_entry *self = &conflict->step->entry, *steps[3] = {self, self, self};
	size_t count = find_steps(&conflict->chain, steps, 3);
	if (count > 3)
		diag_message(draft, _(more[of_bounds]), name_text(steps[0]).text, name_text(steps[1]).text,
					 count - 2);
	else
		diag_message(draft, _(messages[of_bounds][count ? count - 1 : 0]), name_text(steps[0]).text,
					 name_text(steps[1]).text, name_text(steps[2]).text);
	diag_help(draft, "%s",
			  of_bounds   ? _("give way at one of these gaps and durations")
			  : count < 2 ? _("take this order out")
						  : _("take one of these orders out"));
}

static bool is_own(const struct plan_cause *cause)
{
	return cause->link->to.entry != &cause->step->entry;
}

/* A gap by whether the step is at most so far from the other; its sign is in that. */
static void say_gap(struct buf *out, const struct plan_cause *cause, const char *name, const char *other)
{
	struct plan_lag lag = cause->most ? cause->link->gap.max : cause->link->gap.min;
	struct name_text point = point_named(&cause->step->entry, cause->at_end, name);
	struct name_text other_point = point_named(cause->other, cause->other_at_end, other);
	if (!cause->most && (!lag.given || (lag.count == 1 && lag.unit == PLAN_DAYS)))
		buf_printf(out, _("%1$s waits for %2$s"), name, other);
	else if (!lag.count)
		buf_printf(out, _("%1$s is not before %2$s"), point.text, other_point.text);
	else if (cause->most != (lag.count < 0))
		buf_printf(out, _("%1$s is at most %2$s before %3$s"), point.text, amount_text(lag).text,
				   other_point.text);
	else
		buf_printf(out, _("%1$s is at least %2$s after %3$s"), point.text, amount_text(lag).text,
				   other_point.text);
}

static void say_link(struct buf *out, const struct plan_cause *cause, const char *name, const char *other)
{
	switch ((enum plan_relation)cause->link->relation) {
	case PLAN_AFTER:
	case PLAN_BEFORE: say_gap(out, cause, name, other); break;
	case PLAN_DURING:
	case PLAN_PHASE_OF:
		buf_printf(out, _("%1$s lies within %2$s"), is_own(cause) ? name : other,
				   is_own(cause) ? other : name);
		break;
	case PLAN_ALONGSIDE: buf_printf(out, _("%1$s shares a day with %2$s"), name, other); break;
	}
}

static void say_length(struct buf *out, const struct plan *plan, const struct plan_cause *cause,
					   const char *name)
{
	const struct plan_step *step = cause->step;
	struct plan_lag lag = {.count = step->days, .unit = PLAN_DAYS, .given = true};
	if (plan_step_duration(step))
		lag = cause->most ? plan_step_duration(step)->range.max : plan_step_duration(step)->range.min;
	if (cause->kind == PLAN_CAUSE_HEARING)
		buf_printf(out, _("the hearing %1$s lasts at least %2$s by the house rules"), name,
				   amount_text(plan->rules.hearing).text);
	else if (cause->most)
		buf_printf(out, _("%1$s lasts at most %2$s"), name, amount_text(lag).text);
	else
		buf_printf(out, _("%1$s lasts at least %2$s"), name, amount_text(lag).text);
}

/* The sentence of a link; empty for what needs no telling. */
static void say(struct buf *out, const struct plan *plan, const struct plan_cause *cause, const char *name,
				const char *other, bool of_bounds)
{
	if (cause->link)
		say_link(out, cause, name, other);
	else if (cause->kind == PLAN_CAUSE_PAPERS)
		buf_printf(out, _("%1$s waits for its paper, %2$s"), name, other);
	else if (cause->kind == PLAN_CAUSE_CALENDAR && cause->other)
		buf_printf(out, _("%1$s is held when %2$s meets"), name, other);
	else if (cause_is_joint(cause))
		buf_printf(out, _("%1$s is held when all its bodies meet"), name);
	else if (cause->kind == PLAN_CAUSE_CALENDAR)
		buf_printf(out, _("%1$s is held on a day on which meetings can be held"), name);
	else if (of_bounds && (cause->kind == PLAN_CAUSE_DURATION || cause->kind == PLAN_CAUSE_HEARING))
		say_length(out, plan, cause, name);
}

void ring_say(struct diag_draft *draft, const struct plan *plan, const struct plan_conflict *conflict)
{
	const struct plan_chain *chain = &conflict->chain;
	const struct plan_link *told = NULL;
	bool of_bounds = ring_is_of_bounds(conflict);
	say_message(draft, conflict, of_bounds);
	for (size_t i = 0; i < chain->count && draft->because.count < SHOWN_MAX; i++) {
		const struct plan_cause *cause = &chain->at[i], *before = i ? cause - 1 : NULL;
		struct name_text name = short_name(draft, &cause->step->entry, before), other = {{0}};
		struct buf sentence = {0};
		if (cause->link && (cause->link == told || !is_between(cause)))
			continue;
		if (cause->other)
			other = short_name(draft, cause->other, before);
		say(&sentence, plan, cause, name.text, other.text, of_bounds);
		if (sentence.length || sentence.failed)
			reason_add(draft, cause->span, false, &sentence);
		told = cause->link ? cause->link : told;
	}
}
