#include "timeline/chain.h"

#include <assert.h>
#include <string.h>

struct plan_cause cause_of_bound(const struct timeline_work *work, uint32_t place, struct bound bound,
								 bool upper)
{
	struct plan_cause cause = {.kind = bound.kind, .link = bound.link, .upper = upper, .day = bound.day};
	cause.step = work_step(work, place, &cause.at_end);
	cause.span = cause.step->entry.span;
	if (bound.date)
		cause.span = bound.date->span;
	if (bound.link) {
		cause.other = bound.link->to.entry;
		cause.span = bound.link->to.span;
		cause.other_at_end = bound.link->point == PLAN_POINT_END ||
							 (bound.link->point == PLAN_POINT_DEFAULT && bound.link->relation == PLAN_AFTER);
	}
	return cause;
}

/* Where it is said what a paper is for. */
static struct plan_span purpose_span(const struct plan_step *paper)
{
	const struct plan_ref *purpose = plan_step_paper_for(paper);
	assert(purpose);
	return purpose->span;
}

/* The place in the file that an arc comes from. */
static struct plan_span meaning_span(const struct plan *plan, const struct arc_meaning *meaning)
{
	const struct plan_step *owner = meaning->owner;
	switch (meaning->kind) {
	case CAUSE_LASTS_LEAST:
	case CAUSE_LASTS_MOST:
		return plan_step_duration(owner) ? plan_step_duration(owner)->span : owner->entry.span;
	case CAUSE_HEARING: return plan->rules.hearing_span;
	case CAUSE_PAPERS: return plan->rules.papers.given ? plan->rules.papers_span : purpose_span(owner);
	case CAUSE_LINK:
	case CAUSE_LINK_MOST: return meaning->link->to.span;
	default: break;
	}
	return owner->entry.span;
}

static enum plan_cause_kind meaning_kind(enum cause_kind kind)
{
	static const enum plan_cause_kind kinds[] = {
		[CAUSE_ORDER] = PLAN_CAUSE_ORDER,         [CAUSE_LASTS_LEAST] = PLAN_CAUSE_DURATION,
		[CAUSE_LASTS_MOST] = PLAN_CAUSE_DURATION, [CAUSE_HEARING] = PLAN_CAUSE_HEARING,
		[CAUSE_PAPERS] = PLAN_CAUSE_PAPERS,       [CAUSE_LENGTH] = PLAN_CAUSE_DURATION,
		[CAUSE_LINK] = PLAN_CAUSE_LINK,           [CAUSE_LINK_MOST] = PLAN_CAUSE_LINK,
	};
	return kinds[kind];
}

/* Whether an arc is the upper bound of a gap or duration. The second arc of `during` is none. */
static bool is_most(const struct arc_meaning *meaning)
{
	if (meaning->kind == CAUSE_LINK_MOST)
		return meaning->link->relation == PLAN_AFTER || meaning->link->relation == PLAN_BEFORE;
	return meaning->kind == CAUSE_LASTS_MOST;
}

struct plan_cause cause_of_arc(const struct view *view, uint32_t arc, plan_day day)
{
	const struct timeline_work *work = view->work;
	const struct network *network = &work->compiled.network;
	struct arc_meaning meaning = compiled_meaning(&work->compiled, network->arcs[arc].cause);
	uint32_t source = network_source(network, arc), target = network->arcs[arc].target;
	struct plan_cause cause = {.kind = meaning_kind(meaning.kind),
							   .link = meaning.link,
							   .span = meaning_span(work->plan, &meaning),
							   .upper = view->upper,
							   .most = is_most(&meaning),
							   .day = day};
	cause.step = work_step(work, view->upper ? source : target, &cause.at_end);
	const struct plan_step *other = work_step(work, view->upper ? target : source, &cause.other_at_end);
	cause.other = &other->entry;
	return cause;
}

/* The day on which a body alone lets a meeting be held, asked for `asked`. */
static plan_day day_of_body(const struct view *view, const struct plan_body *body, plan_day asked)
{
	struct dayset set = {.days = body->meets_count > 0 ? body->meets : NULL,
						 .count = (uint32_t)body->meets_count,
						 .weekdays = (uint8_t)body->meets_weekdays};
	const struct plan_calendar *calendar = view->work->compiled.network.calendar;
	return view->upper ? dayset_previous(&set, calendar, asked) : dayset_next(&set, calendar, asked);
}

/* The body that keeps a step from `asked` to `day`; NULL when only the calendar does, or several bodies
 * together. */
static const struct plan_ref *calendar_body(const struct view *view, const struct plan_step *step,
											plan_day asked, plan_day day)
{
	const struct plan_ref *only = NULL;
	size_t count = 0;
	for (size_t i = 0; i < step->bodies.count; i++) {
		const struct plan_body *body = (const struct plan_body *)step->bodies.at[i].entry;
		if (!body->meets_count && !body->meets_weekdays)
			continue;
		only = &step->bodies.at[i];
		if (view_has_day(asked) && day_of_body(view, body, asked) == day)
			return only;
		count++;
	}
	return count == 1 ? only : NULL;
}

/* What moves a place from `asked` (open where that is not known) to a day of its set. */
static struct plan_cause cause_of_move(const struct view *view, uint32_t place, plan_day asked, plan_day day)
{
	struct plan_cause cause = {.kind = PLAN_CAUSE_CALENDAR, .upper = view->upper, .day = day};
	cause.step = work_step(view->work, place, &cause.at_end);
	const struct plan_ref *ref = calendar_body(view, cause.step, asked, day);
	cause.span = cause.step->entry.span;
	if (ref) {
		cause.other = ref->entry;
		cause.span = ((const struct plan_body *)ref->entry)->meets_span;
	} else if (cause.step->bodies.count > 0)
		cause.span = cause.step->bodies.at[0].span;
	return cause;
}

static struct plan_cause cause_of_link(const struct view *view, const struct reason *reason, size_t at)
{
	const struct reason_link *link = &reason->links.at[at];
	struct bound bound = {link->day, PLAN_CAUSE_HORIZON, NULL, NULL};
	bool known = at > 0 && link[-1].place == link->place && link[-1].day != link->day;
	plan_day asked = known ? link[-1].day : PLAN_DAY_OPEN_START;
	switch (link->kind) {
	case REASON_ARC: return cause_of_arc(view, link->arc, link->day);
	case REASON_MOVE: return cause_of_move(view, link->place, asked, link->day);
	case REASON_BOUND: bound = view_own(view, link->place); break;
	case REASON_HORIZON: break;
	}
	return cause_of_bound(view->work, link->place, bound, view->upper);
}

/* Turns a ring so that what is named first does not depend on where it was entered. */
static void turn_ring(struct plan_cause *causes, size_t count)
{
	size_t least = 0;
	for (size_t i = 1; i < count; i++) {
		int order = strcmp(causes[i].step->entry.id, causes[least].step->entry.id);
		if (order < 0 || (order == 0 && causes[i].kind != PLAN_CAUSE_CALENDAR && !causes[i].at_end &&
						  causes[least].at_end))
			least = i;
	}
	/* Three reversals turn an array in place. */
	size_t from[] = {0, least, 0}, to[] = {least, count, count};
	for (size_t r = 0; r < 3; r++)
		for (size_t i = from[r], j = to[r]; i + 1 < j; i++) {
			struct plan_cause cause = causes[i];
			causes[i] = causes[--j];
			causes[j] = cause;
		}
}

enum plan_status chain_write(const struct view *view, const struct reason *reason,
							 const struct plan_cause *last, struct plan_chain *chain)
{
	size_t count = reason->links.count, skip = 0;
	*chain = (struct plan_chain){0};
	if (count == 0)
		return PLAN_OK;
	struct plan_cause *causes = ARENA_ARRAY(view->work->arena, count + 1, struct plan_cause);
	if (!causes)
		return PLAN_NOMEM;
	/* That days begin in 1900 goes without saying where a list of days begins later. */
	if (count > 1 && reason->links.at[1].kind == REASON_MOVE && reason->links.at[0].kind == REASON_HORIZON)
		skip = 1;
	count -= skip;
	for (size_t i = 0; i < count; i++)
		causes[view->upper ? count - 1 - i : i] = cause_of_link(view, reason, skip + i);
	if (reason->ring)
		turn_ring(causes, count);
	if (last && !reason->ring)
		causes[count++] = *last;
	*chain = (struct plan_chain){.at = causes, .count = count, .ring = reason->ring};
	return PLAN_OK;
}
