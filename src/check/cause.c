#include "check/cause.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"
#include "date/print.h"

/* The sentence of a cause, being made. */
struct sentence {
	struct buf *out;
	const struct plan *plan;
	const struct plan_cause *cause;
	const char *name;       /* of the step whose day is set */
	struct name_text point; /* the day that is set */
	struct name_text other; /* the day that it comes from; empty when there is none */
	struct day_text day;
	bool first; /* no day comes before it that it could point back to */
};

/* Which of its days a step speaks of: the rows of the tables below. */
enum point { POINT_MEETING, POINT_START, POINT_END, POINT_DUE, POINT_COUNT };

static enum point point_of(const struct plan_cause *cause)
{
	static const enum point points[FORM_COUNT] = {
		[FORM_MEETING] = POINT_MEETING, [FORM_PHASE] = POINT_START, [FORM_DOCUMENT] = POINT_DUE};
	enum point point = points[step_form(cause->step)];
	return point == POINT_START && cause->at_end ? POINT_END : point;
}

/* --- dates -------------------------------------------------------------------------------------------------
 */

enum bound { BOUND_EXACT, BOUND_EARLIEST, BOUND_LATEST, BOUND_COUNT };

static const char *const dated[POINT_COUNT][BOUND_COUNT] = {
	[POINT_MEETING] = {N_("%1$s is on %2$s"), N_("%1$s is on %2$s at the earliest"),
					   N_("%1$s is on %2$s at the latest")},
	[POINT_START] = {N_("%1$s starts on %2$s"), N_("%1$s starts on %2$s at the earliest"),
					 N_("%1$s starts on %2$s at the latest")},
	[POINT_END] = {N_("%1$s ends on %2$s"), N_("%1$s ends on %2$s at the earliest"),
				   N_("%1$s ends on %2$s at the latest")},
	[POINT_DUE] = {N_("%1$s is due on %2$s"), N_("%1$s is due on %2$s at the earliest"),
				   N_("%1$s is due on %2$s at the latest")},
};

static const char *const was_held[POINT_COUNT] = {
	[POINT_MEETING] = N_("%1$s was held on %2$s"),
	[POINT_START] = N_("%1$s started on %2$s"),
	[POINT_END] = N_("%1$s ended on %2$s"),
	[POINT_DUE] = N_("%1$s was done on %2$s"),
};

static const char *const must_end[POINT_COUNT] = {
	[POINT_MEETING] = N_("%1$s must be held by %2$s"),
	[POINT_START] = N_("%1$s must start by %2$s"),
	[POINT_END] = N_("%1$s must end by %2$s"),
	[POINT_DUE] = N_("%1$s must be done by %2$s"),
};

static enum bound bound_of(const struct plan_cause *cause)
{
	const struct plan_step *step = cause->step;
	const struct plan_date *own = cause->at_end ? plan_step_end(step) : plan_step_start(step);
	const struct plan_date *date = own ? own : step->date;
	if (date && plan_window_is_day(cause->at_end ? date->expr.end : date->expr.start))
		return BOUND_EXACT;
	return cause->upper ? BOUND_LATEST : BOUND_EARLIEST;
}

static void say_day(struct sentence *s, const char *format)
{
	buf_printf(s->out, _(format), s->name, s->day.text);
}

static void say_date(struct sentence *s)
{
	say_day(s, dated[point_of(s->cause)][bound_of(s->cause)]);
}

static void say_held(struct sentence *s)
{
	say_day(s, was_held[point_of(s->cause)]);
}

static void say_deadline(struct sentence *s)
{
	say_day(s, must_end[point_of(s->cause)]);
}

/* --- links -------------------------------------------------------------------------------------------------
 */

/* With a gap: by upper, then by whether the step is at most so far from the other. */
static const char *const apart[2][2] = {
	{N_("%1$s is at least %2$s after %3$s: %4$s at the earliest"),
	 N_("%1$s is at most %2$s before %3$s: %4$s at the earliest")},
	{N_("%1$s is at least %2$s before %3$s: %4$s at the latest"),
	 N_("%1$s is at most %2$s after %3$s: %4$s at the latest")},
};

/* Without one, by upper: on a later (earlier) day, or on the same day at best. */
static const char *const next_to[2] = {
	N_("%1$s comes after %2$s: %3$s at the earliest"),
	N_("%1$s comes before %2$s: %3$s at the latest"),
};
static const char *const same_day[2] = {
	N_("%1$s is not before %2$s: %3$s at the earliest"),
	N_("%1$s is not after %2$s: %3$s at the latest"),
};
static const char *const within[2] = {
	N_("%1$s is not before %2$s, within which it lies: %3$s at the earliest"),
	N_("%1$s is not after %2$s, within which it lies: %3$s at the latest"),
};
static const char *const around[2] = {
	N_("%1$s is not before %2$s, which lies within it: %3$s at the earliest"),
	N_("%1$s is not after %2$s, which lies within it: %3$s at the latest"),
};
static const char *const sharing[2] = {
	N_("%1$s is not before %2$s, as they share a day: %3$s at the earliest"),
	N_("%1$s is not after %2$s, as they share a day: %3$s at the latest"),
};

static void say_relation(struct sentence *s, const char *const format[2])
{
	buf_printf(s->out, _(format[s->cause->upper]), s->point.text, s->other.text, s->day.text);
}

static void say_gap(struct sentence *s)
{
	const struct plan_cause *cause = s->cause;
	struct plan_lag lag = cause->most ? cause->link->gap.max : cause->link->gap.min;
	if (!cause->most && (!lag.given || (lag.count == 1 && lag.unit == PLAN_DAYS)))
		say_relation(s, next_to);
	else if (!lag.count)
		say_relation(s, same_day);
	else
		buf_printf(s->out, _(apart[cause->upper][cause->most != (lag.count < 0)]), s->point.text,
				   amount_text(lag).text, s->other.text, s->day.text);
}

/* Whether a link stands at the step whose day it sets, and not at the other one. */
static bool is_own(const struct plan_cause *cause)
{
	return cause->link->to.entry != &cause->step->entry;
}

static void say_link(struct sentence *s)
{
	switch ((enum plan_relation)s->cause->link->relation) {
	case PLAN_AFTER:
	case PLAN_BEFORE: say_gap(s); break;
	case PLAN_DURING:
	case PLAN_PHASE_OF: say_relation(s, is_own(s->cause) ? within : around); break;
	case PLAN_ALONGSIDE: say_relation(s, sharing); break;
	}
}

/* --- lengths -----------------------------------------------------------------------------------------------
 */

static void say_order(struct sentence *s)
{
	buf_printf(s->out,
			   s->cause->upper ? _("%1$s does not start after its end: %2$s at the latest")
							   : _("%1$s does not end before its start: %2$s at the earliest"),
			   s->name, s->day.text);
}

/* By upper, then most. */
static const char *const lasting[2][2] = {
	{N_("%1$s lasts at least %2$s, to %3$s at the earliest"),
	 N_("%1$s lasts at most %2$s, so it starts on %3$s at the earliest")},
	{N_("%1$s lasts at least %2$s, so it starts on %3$s at the latest"),
	 N_("%1$s lasts at most %2$s, to %3$s at the latest")},
};

static void say_duration(struct sentence *s)
{
	const struct plan_cause *cause = s->cause;
	const struct plan_step *step = cause->step;
	struct plan_lag lag = {.count = step->days, .unit = PLAN_DAYS, .given = true};
	if (plan_step_duration(step))
		lag = cause->most ? plan_step_duration(step)->range.max : plan_step_duration(step)->range.min;
	buf_printf(s->out, _(lasting[cause->upper][cause->most]), s->name, amount_text(lag).text, s->day.text);
}

static void say_hearing(struct sentence *s)
{
	buf_printf(s->out,
			   s->cause->upper
				   ? _("the hearing %1$s lasts at least %2$s by the house rules, so it starts on %3$s at the "
					   "latest")
				   : _("the hearing %1$s lasts at least %2$s by the house rules, to %3$s at the earliest"),
			   s->name, amount_text(s->plan->rules.hearing).text, s->day.text);
}

static void say_papers(struct sentence *s)
{
	static const char *const lead[2] = {
		N_("%1$s comes at least %2$s after its paper, %3$s: %4$s at the earliest"),
		N_("%1$s is due at least %2$s before %3$s: %4$s at the latest"),
	};
	static const char *const no_lead[2] = {
		N_("%1$s waits for its paper, %2$s: %3$s at the earliest"),
		N_("%1$s is a paper for %2$s: due %3$s at the latest"),
	};
	struct plan_lag papers = s->plan->rules.papers;
	if (papers.given && papers.count > 0)
		buf_printf(s->out, _(lead[s->cause->upper]), s->point.text, amount_text(papers).text, s->other.text,
				   s->day.text);
	else
		say_relation(s, no_lead);
}

/* --- calendars ---------------------------------------------------------------------------------------------
 */

enum allowed { ALLOWED_NONE, ALLOWED_NEXT, ALLOWED_FIRST, ALLOWED_COUNT };

/* By upper, then by what there is of such days. */
static const char *const body_meets[2][ALLOWED_COUNT] = {
	{N_("%1$s does not meet after that"), N_("%1$s next meets on %2$s"),
	 N_("the first day on which %1$s meets is %2$s")},
	{N_("%1$s does not meet before that"), N_("the last day before that on which %1$s meets is %2$s"),
	 N_("the last day on which %1$s meets is %2$s")},
};
static const char *const bodies_meet[2][ALLOWED_COUNT] = {
	{N_("the bodies of %1$s do not meet together after that"),
	 N_("the bodies of %1$s next meet together on %2$s"),
	 N_("the first day on which the bodies of %1$s meet together is %2$s")},
	{N_("the bodies of %1$s do not meet together before that"),
	 N_("the last day before that on which the bodies of %1$s meet together is %2$s"),
	 N_("the last day on which the bodies of %1$s meet together is %2$s")},
};
static const char *const can_be_held[2][ALLOWED_COUNT] = {
	{N_("there is no later day on which %1$s can be held"),
	 N_("the next day on which %1$s can be held is %2$s"),
	 N_("the first day on which %1$s can be held is %2$s")},
	{N_("there is no earlier day on which %1$s can be held"),
	 N_("the last day before that on which %1$s can be held is %2$s"),
	 N_("the last day on which %1$s can be held is %2$s")},
};

static void say_calendar(struct sentence *s)
{
	const struct plan_cause *cause = s->cause;
	enum allowed allowed = !day_is_known(cause->day) ? ALLOWED_NONE : s->first ? ALLOWED_FIRST : ALLOWED_NEXT;
	if (cause->other)
		buf_printf(s->out, _(body_meets[cause->upper][allowed]),
				   plan_body_label(s->plan->bodies.at[cause->other->index]), s->day.text);
	else
		say_day(s, (cause_is_joint(cause) ? bodies_meet : can_be_held)[cause->upper][allowed]);
}

static void say_horizon(struct sentence *s)
{
	buf_text(s->out,
			 s->cause->upper ? _("plans end with the year 2199") : _("plans begin with the year 1900"));
}

static void (*const say[])(struct sentence *s) = {
	[PLAN_CAUSE_DATE] = say_date,         [PLAN_CAUSE_HELD] = say_held,
	[PLAN_CAUSE_DEADLINE] = say_deadline, [PLAN_CAUSE_LINK] = say_link,
	[PLAN_CAUSE_ORDER] = say_order,       [PLAN_CAUSE_DURATION] = say_duration,
	[PLAN_CAUSE_HEARING] = say_hearing,   [PLAN_CAUSE_PAPERS] = say_papers,
	[PLAN_CAUSE_CALENDAR] = say_calendar, [PLAN_CAUSE_HORIZON] = say_horizon,
};

bool cause_is_joint(const struct plan_cause *cause)
{
	bool said = false;
	for (size_t i = 0; cause->kind == PLAN_CAUSE_CALENDAR && i < cause->step->bodies.count; i++) {
		const struct plan_body *body = (const struct plan_body *)cause->step->bodies.at[i].entry;
		said = said || body->meets_count || body->meets_weekdays;
	}
	return said && !cause->other;
}

bool cause_is_imprecise(const struct plan_cause *cause)
{
	return cause->kind == PLAN_CAUSE_DATE && bound_of(cause) != BOUND_EXACT;
}

void cause_write(struct buf *out, const struct plan *plan, const struct plan_cause *cause, bool first,
				 const char *name, const char *other)
{
	struct sentence s = {
		.out = out,
		.plan = plan,
		.cause = cause,
		.name = name,
		.point = point_named(&cause->step->entry, cause->at_end, name),
		.day = day_text(cause->day),
		.first = first,
	};
	if (cause->other)
		s.other = point_named(cause->other, cause->other_at_end, other);
	say[cause->kind](&s);
}

bool cause_is_first(const struct plan_chain *chain, size_t link)
{
	bool upper = chain->at[link].upper;
	if (upper ? link + 1 == chain->count : !link)
		return true;
	return chain->at[upper ? link + 1 : link - 1].upper != upper;
}

void cause_sentence(struct buf *out, const struct plan *plan, const struct plan_chain *chain, size_t link)
{
	const struct plan_cause *cause = &chain->at[link];
	struct name_text other = {{0}};
	if (cause->other)
		other = name_text(cause->other);
	cause_write(out, plan, cause, cause_is_first(chain, link), name_text(&cause->step->entry).text,
				other.text);
}
