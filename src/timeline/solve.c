#include "timeline/solve.h"

#include "timeline/component.h"

/* Pushes along the arcs of a place that lead to `beyond` or further. */
static void push(const struct solver *solver, uint32_t place, uint32_t beyond)
{
	const struct network *network = solver->network;
	plan_day here = solver->lo[place], *lo = solver->lo;
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		if (arc->target < beyond)
			continue;
		plan_day day = shift_least(network->calendar, arc->shift, here);
		if (day > lo[arc->target] && !solver_is_settled(solver, arc->target))
			lo[arc->target] = day;
	}
}

static bool settle_forward(struct solver *solver, uint32_t place)
{
	if (!solver_is_settled(solver, place) && !solver_raise(solver, place, solver->lo[place]))
		return false;
	push(solver, place, place + 1);
	return true;
}

/* The first component that ends after `place`. */
static const struct component *component_from(const struct network *network, uint32_t place)
{
	uint32_t low = 0, high = network->component_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (network->components[middle].end <= place)
			low = middle + 1;
		else
			high = middle;
	}
	return &network->components[low];
}

static enum solve_end whole_component(struct solver *solver, struct component component)
{
	enum solve_end end = component_forward(solver, component);
	if (end == SOLVE_DONE && component.end < solver->network->variable_count)
		for (uint32_t place = component.first; place < component.end; place++)
			if (solver->network->traits[place] & PLACE_LEADS_OUT)
				push(solver, place, component.end);
	return end;
}

enum solve_end solver_forward(struct solver *solver)
{
	const struct network *network = solver->network;
	uint32_t count = network->variable_count;
	const struct component *component = component_from(network, solver->at);
	const struct component *none = network->components + network->component_count;
	while (solver->at < count) {
		uint32_t stop = component == none ? count : component->first;
		for (; solver->at < stop; solver->at++)
			if (!settle_forward(solver, solver->at))
				return SOLVE_OVERRUN;
		if (component == none)
			break;
		enum solve_end end = whole_component(solver, *component);
		if (end != SOLVE_DONE)
			return end;
		solver->at = component->end;
		component++;
	}
	return SOLVE_DONE;
}

/* The latest day that its constraints leave a place. */
static plan_day pull(const struct solver *solver, uint32_t place)
{
	const struct network *network = solver->network;
	plan_day latest = solver->hi[place];
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		plan_day day = shift_most(network->calendar, arc->shift, solver->hi[arc->target]);
		latest = day < latest ? day : latest;
	}
	return latest;
}

static bool settle_backward(struct solver *solver, uint32_t place)
{
	solver->hi[place] = network_down(solver->network, place, pull(solver, place));
	solver->place = place;
	return solver->hi[place] >= solver->lo[place];
}

enum solve_end solver_backward(struct solver *solver)
{
	const struct network *network = solver->network;
	uint32_t place = network->variable_count;
	for (uint32_t i = network->component_count + 1; i-- > 0;) {
		uint32_t stop = i ? network->components[i - 1].end : 0;
		while (place > stop)
			if (!settle_backward(solver, --place))
				return SOLVE_OVERRUN;
		if (i == 0)
			break;
		enum solve_end end = component_backward(solver, network->components[i - 1]);
		if (end != SOLVE_DONE)
			return end;
		place = network->components[i - 1].first;
	}
	return SOLVE_DONE;
}
