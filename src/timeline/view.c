#include "timeline/view.h"

#include <string.h>

struct bound view_own(const struct view *view, uint32_t place)
{
	struct step_bounds bounds;
	bool at_end;
	const struct plan_step *step = work_step(view->work, place, &at_end);
	size_t count;
	const struct bound_except *excepts = spent_excepts(view->spent, place, &count);
	step_bounds(view->work->plan, step, BOUND_WRITTEN, excepts, count, &bounds);
	if (view->settled && view->settled[place]) {
		const struct plan_date *date = step_date(step, at_end);
		if (!date)
			date = step_date(step, !at_end);
		enum plan_cause_kind kind = step->held ? PLAN_CAUSE_HELD : PLAN_CAUSE_DATE;
		return (struct bound){view->days[place], kind, date, NULL};
	}
	return view->upper ? bounds.hi[at_end] : bounds.lo[at_end];
}

plan_day view_apply(const struct view *view, uint32_t arc, plan_day day)
{
	const struct network *network = &view->work->compiled.network;
	struct shift shift = network->arcs[arc].shift;
	return view->upper ? shift_most(network->calendar, shift, day)
					   : shift_least(network->calendar, shift, day);
}

static bool is_open(plan_day day)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
}

plan_day view_before_arc(const struct view *view, uint32_t arc, plan_day limit)
{
	if (is_open(limit))
		return limit; /* any day will do */
	const struct network *network = &view->work->compiled.network;
	struct shift shift = network->arcs[arc].shift;
	return view->upper ? shift_least(network->calendar, shift, limit)
					   : shift_most(network->calendar, shift, limit);
}

plan_day view_move(const struct view *view, uint32_t place, plan_day day)
{
	const struct network *network = &view->work->compiled.network;
	if (view->settled && view->settled[place])
		return day;
	return view->upper ? network_down(network, place, day) : network_up(network, place, day);
}

plan_day view_before_move(const struct view *view, uint32_t place, plan_day limit)
{
	const struct network *network = &view->work->compiled.network;
	if (is_open(limit) || (view->settled && view->settled[place]))
		return limit;
	return view->upper ? network_up(network, place, limit) : network_down(network, place, limit);
}

uint32_t view_source(const struct view *view, uint32_t arc)
{
	const struct network *network = &view->work->compiled.network;
	return view->upper ? network->arcs[arc].target : network_source(network, arc);
}

bool view_is_before(const struct view *view, uint32_t a, uint32_t other_a, uint32_t b, uint32_t other_b)
{
	bool end_a, end_b;
	const struct plan_step *step_a = work_step(view->work, other_a, &end_a);
	const struct plan_step *step_b = work_step(view->work, other_b, &end_b);
	int order = strcmp(step_a->entry.id, step_b->entry.id);
	if (order != 0)
		return order < 0;
	if (end_a != end_b)
		return end_a;
	return compiled_is_before(&view->work->compiled, a, b);
}
