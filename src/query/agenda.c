#include "query/agenda.h"

#include <string.h>

static bool names_body(const struct plan_refs *refs, const char *body)
{
	for (size_t i = 0; i < refs->count; i++)
		if (!strcmp(refs->at[i].entry->id, body))
			return true;
	return false;
}

static bool passes(const struct plan_step *step, const struct agenda_filter *filter)
{
	if (filter->kinds && !(filter->kinds & 1u << step->entry.kind))
		return false;
	if (filter->hearings && step->entry.kind == PLAN_KIND_PHASE && !step->hearing)
		return false;
	return !filter->body || names_body(&step->bodies, filter->body) ||
		   (plan_step_owner(step) && !strcmp(plan_step_owner(step)->entry->id, filter->body));
}

static enum plan_status add(struct agenda *agenda, const struct outlook *outlook,
							const struct standing *standing, enum event_kind kind,
							const struct agenda_filter *filter)
{
	struct plan_window days = kind == EVENT_CLOSES ? standing->end : standing->start;
	if (kind == EVENT_WITHIN)
		days.latest = standing->end.latest;
	enum event_group group = standing->state == STATE_OVERDUE     ? EVENT_OVERDUE
							 : standing->firmness == FIRM_UNDATED ? EVENT_UNDATED
																  : EVENT_DATED;
	if (filter->bounded && days.earliest > filter->until)
		return PLAN_OK;
	struct event *event = VEC_PUSH(&agenda->events);
	if (!event)
		return PLAN_NOMEM;
	bool pressing =
		group == EVENT_UNDATED && days.latest != PLAN_DAY_OPEN_END && days.latest <= outlook->notice;
	*event = (struct event){outlook, standing, kind, group, pressing, days};
	return PLAN_OK;
}

static bool same(struct plan_window a, struct plan_window b)
{
	return a.earliest == b.earliest && a.latest == b.latest;
}

/* A phase opens and closes, unless no more than one window is known of it: then it is one entry. */
static enum plan_status add_phase(struct agenda *agenda, const struct outlook *outlook,
								  const struct standing *standing, const struct agenda_filter *filter)
{
	bool opened = standing->state == STATE_NOW || standing->state == STATE_OVERDUE;
	enum plan_status status = PLAN_OK;
	if (!opened && (standing->firmness == FIRM_UNDATED || same(standing->start, standing->end)))
		return add(agenda, outlook, standing, EVENT_WITHIN, filter);
	if (!opened)
		status = add(agenda, outlook, standing, EVENT_OPENS, filter);
	return status == PLAN_OK ? add(agenda, outlook, standing, EVENT_CLOSES, filter) : status;
}

/* A paper that follows its meeting is told there, unless papers are asked for. */
static bool told_elsewhere(const struct outlook *outlook, const struct standing *standing,
						   const struct agenda_filter *filter)
{
	const struct plan_step *step = standing->step;
	const struct plan_step *meeting = plan_step_purpose(step);
	if (filter->papers || filter->kinds || filter->body || !meeting || standing->firmness != FIRM_UNDATED)
		return false;
	enum step_state state = outlook->standings[meeting->number].state;
	return meeting->entry.kind != PLAN_KIND_DOCUMENT && state != STATE_DONE && state != STATE_CANCELLED &&
		   state != STATE_NOW;
}

enum plan_status agenda_add(struct agenda *agenda, const struct outlook *outlook,
							const struct agenda_filter *filter)
{
	enum plan_status status = PLAN_OK;
	for (size_t i = 0; i < outlook->count && status == PLAN_OK; i++) {
		const struct standing *standing = &outlook->standings[i];
		const struct plan_step *step = standing->step;
		if (standing->state == STATE_DONE || standing->state == STATE_CANCELLED || !passes(step, filter))
			continue;
		if (told_elsewhere(outlook, standing, filter))
			continue;
		if (step->entry.kind == PLAN_KIND_PHASE)
			status = add_phase(agenda, outlook, standing, filter);
		else
			status = add(agenda, outlook, standing,
						 step->entry.kind == PLAN_KIND_MEETING ? EVENT_MEETING : EVENT_DUE, filter);
	}
	return status;
}

/* When an event comes up: a paper, what has no date yet and what is overdue on the last day that it may, all
 * else on the first. */
static plan_day order_of(const struct event *event)
{
	if (event->group != EVENT_DATED || event->kind == EVENT_DUE ||
		event->days.earliest == PLAN_DAY_OPEN_START)
		return event->days.latest;
	return event->days.earliest;
}

static enum event_group place_of(const struct event *event)
{
	return event->pressing ? EVENT_DATED : event->group;
}

static int compare(long a, long b)
{
	return (a > b) - (a < b);
}

static int by_time(const void *a, const void *b)
{
	const struct event *first = a, *second = b;
	int result = compare(place_of(first), place_of(second));
	if (!result)
		result = compare(order_of(first), order_of(second));
	if (!result)
		result = compare(first->standing->order, second->standing->order);
	if (!result)
		result = compare(second->kind == EVENT_DUE, first->kind == EVENT_DUE);
	if (!result)
		result = compare(first->days.latest, second->days.latest);
	return result ? result : compare(first->standing->step->number, second->standing->step->number);
}

void agenda_finish(struct agenda *agenda, const struct agenda_filter *filter)
{
	if (agenda->events.count)
		qsort(agenda->events.at, agenda->events.count, sizeof *agenda->events.at, by_time);
	size_t overdue = 0;
	while (overdue < agenda->events.count && agenda->events.at[overdue].group == EVENT_OVERDUE)
		overdue++;
	if (filter->most && agenda->events.count - overdue > filter->most) {
		agenda->left_out = agenda->events.count - overdue - filter->most;
		agenda->events.count = overdue + filter->most;
	}
}

void agenda_free(struct agenda *agenda)
{
	VEC_FREE(&agenda->events);
	agenda->left_out = 0;
}

const char *event_name(enum event_kind kind)
{
	static const char *const names[] = {"meeting", "opens", "closes", "within", "due"};
	return names[kind];
}

const char *event_group_name(enum event_group group)
{
	static const char *const names[] = {"overdue", "dated", "undated"};
	return names[group];
}
