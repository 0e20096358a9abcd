#include "timeline/bound.h"

#include <assert.h>

bool step_is_cancelled(const struct plan_step *step)
{
	return step->status == PLAN_CANCELLED;
}

bool step_is_fact(const struct plan_step *step)
{
	return step->held ||
		   (step->status == PLAN_DONE && (step->date || plan_step_start(step) || plan_step_end(step)));
}

unsigned step_variables(const struct plan_step *step)
{
	assert(!step_is_cancelled(step));
	if (step->entry.kind == PLAN_KIND_PHASE)
		return 2;
	return step->entry.kind == PLAN_KIND_MEETING && step->days > 1 ? 2 : 1;
}

unsigned step_end(const struct plan_step *step)
{
	return step_variables(step) == 2;
}

const struct plan_date *step_date(const struct plan_step *step, bool at_end)
{
	if (step->held)
		return step->held;
	if (step->date)
		return step->date;
	return at_end ? plan_step_end(step) : plan_step_start(step);
}

static plan_day later(plan_day day, int32_t by)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END ? day : day + by;
}

struct plan_window step_window(const struct plan_step *step, bool at_end)
{
	const struct plan_date *date = step_date(step, at_end);
	if (!date)
		return (struct plan_window){PLAN_DAY_OPEN_START, PLAN_DAY_OPEN_END};
	struct plan_window window = at_end ? date->expr.end : date->expr.start;
	if (at_end && step->entry.kind == PLAN_KIND_MEETING) { /* of several days: its date is when it starts */
		window.earliest = later(window.earliest, step->days - 1);
		window.latest = later(window.latest, step->days - 1);
	}
	return window;
}

/* The bounds as they are being collected. */
struct collector {
	const struct bound_except *except;
	size_t except_count;
	unsigned end; /* where the bounds of the last day go */
	struct step_bounds *bounds;
};

static bool is_left_out(const struct collector *c, const void *what, bool at_end, bool upper)
{
	for (size_t i = 0; i < c->except_count; i++)
		if (c->except[i].what == what && c->except[i].at_end == at_end && c->except[i].upper == upper)
			return true;
	return false;
}

static void keep_from(struct collector *c, unsigned at, struct bound bound)
{
	const void *what = bound.date ? (const void *)bound.date : bound.link;
	struct bound *lo = &c->bounds->lo[at];
	if (bound.day > lo->day && !is_left_out(c, what, at, false))
		*lo = bound;
}

static void keep_until(struct collector *c, unsigned at, struct bound bound)
{
	const void *what = bound.date ? (const void *)bound.date : bound.link;
	struct bound *hi = &c->bounds->hi[at];
	if (bound.day < hi->day && !is_left_out(c, what, at, true))
		*hi = bound;
}

static void keep_window(struct collector *c, unsigned at, const struct plan_date *date,
						struct plan_window window, enum plan_cause_kind kind)
{
	keep_from(c, at, (struct bound){window.earliest, kind, date, NULL});
	keep_until(c, at, (struct bound){window.latest, kind, date, NULL});
}

static void add_dates(struct collector *c, const struct plan_step *step)
{
	enum plan_cause_kind kind = step->held ? PLAN_CAUSE_HELD : PLAN_CAUSE_DATE;
	const struct plan_date *start = step_date(step, false), *end = step_date(step, true);
	if (start && start == end && start->expr.kind == PLAN_DATE_WINDOW) {
		/* Somewhere in the window: of a phase, the whole of it; of a meeting, its first day. */
		keep_from(c, 0, (struct bound){start->expr.start.earliest, kind, start, NULL});
		unsigned last = step->entry.kind == PLAN_KIND_MEETING ? 0 : c->end;
		keep_until(c, last, (struct bound){start->expr.end.latest, kind, start, NULL});
		return;
	}
	if (start)
		keep_window(c, 0, start, start->expr.start, kind);
	if (end)
		keep_window(c, c->end, end, end->expr.end, kind);
}

struct shift link_least(const struct plan_link *link)
{
	return link->gap.min.given ? shift_at_least(link->gap.min) : shift_days(1);
}

struct shift link_most(const struct plan_link *link)
{
	return link->gap.max.given ? shift_at_most(link->gap.max) : (struct shift){.kind = SHIFT_NONE};
}

static void add_recess(struct collector *c, const struct plan_calendar *calendar,
					   const struct plan_link *link)
{
	struct plan_window days = ((const struct plan_recess *)link->to.entry)->days;
	struct bound bound = {.kind = PLAN_CAUSE_LINK, .link = link};
#define BOUND(on) (bound.day = (on), bound)
	plan_day end = link->point == PLAN_POINT_START ? days.earliest : days.latest;
	plan_day start = link->point == PLAN_POINT_END ? days.latest : days.earliest;
	if (link->relation == PLAN_AFTER) {
		keep_from(c, 0, BOUND(shift_least(calendar, link_least(link), end)));
		keep_until(c, 0, BOUND(shift_most(calendar, link_most(link), end)));
	} else { /* nothing is during a recess: what is, is not held */
		assert(link->relation == PLAN_BEFORE);
		keep_until(c, c->end, BOUND(shift_most(calendar, link_least(link), start)));
		keep_from(c, c->end, BOUND(shift_least(calendar, link_most(link), start)));
	}
#undef BOUND
}

void step_bounds(const struct plan *plan, const struct plan_step *step, enum bound_view view,
				 const struct bound_except *except, size_t except_count, struct step_bounds *bounds)
{
	struct collector c = {except, except_count, step_end(step), bounds};
	bool fact = step_is_fact(step);
	for (unsigned at = 0; at < 2; at++) {
		bounds->lo[at] = (struct bound){PLAN_DAY_MIN, PLAN_CAUSE_HORIZON, NULL, NULL};
		bounds->hi[at] = (struct bound){PLAN_DAY_MAX, PLAN_CAUSE_HORIZON, NULL, NULL};
	}
	if (fact || view == BOUND_WRITTEN)
		add_dates(&c, step);
	if (step->deadline)
		keep_until(
			&c, c.end,
			(struct bound){step->deadline->expr.end.latest, PLAN_CAUSE_DEADLINE, step->deadline, NULL});
	for (size_t i = 0; i < step->link_count && !fact; i++)
		if (step->links[i].to.entry->kind == PLAN_KIND_RECESS)
			add_recess(&c, plan->calendar, &step->links[i]);
}

void recess_bounds(const struct plan *plan, const struct plan_step *step, const struct plan_link *link,
				   struct step_bounds *bounds)
{
	struct plan_phase alone = {.step = *step, .duration = plan_step_duration(step)};
	alone.step.links = (struct plan_link *)link;
	alone.step.link_count = 1;
	alone.step.held = alone.step.date = alone.step.deadline = NULL;
	alone.step.status = PLAN_PLANNED;
	step_bounds(plan, &alone.step, BOUND_WRITTEN, NULL, 0, bounds);
}
