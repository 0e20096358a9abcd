#include "timeline/component.h"

#include "timeline/movers.h"

#include <string.h>

enum { SWEEPS_LEAST = 16 };

/* Takes the next place of a sweep after `at`; NETWORK_NONE at the beginning and, returned, at the end. */
static uint32_t take(struct solver *solver, uint32_t at, bool down, uint32_t size)
{
	if (down)
		return marks_take_previous(&solver->dirty, at == NETWORK_NONE ? size : at);
	return marks_take_next(&solver->dirty, at == NETWORK_NONE ? 0 : at + 1, size);
}

/* What following an arc counts for: months and working days take several times as long. */
static int64_t move_cost(const struct arc *arc)
{
	return arc->shift.kind == SHIFT_DAYS ? 1 : 8;
}

/*
 * Pushes along the arcs of one place that stay in the component; false when a day passes its bound. In the
 * `first` sweep only places that it has passed are marked, and no movers are kept: what goes round a ring for
 * ever moves all of it again.
 */
static inline bool push_along(struct solver *solver, struct component component, uint32_t place, bool first)
{
	const struct network *network = solver->network;
	plan_day here = solver->lo[place];
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		if (arc->target >= component.end)
			continue;
		solver->moves_left -= move_cost(arc);
		plan_day day = shift_least(network->calendar, arc->shift, here);
		if (day <= solver->lo[arc->target] || solver_is_settled(solver, arc->target))
			continue;
		uint32_t at = arc->target - component.first;
		if (!first) {
			solver->parent[at] = i;
			solver->mover[at] = place - component.first;
		}
		if (!solver_raise(solver, arc->target, day))
			return false;
		if (!first || arc->target <= place)
			solver_mark(solver, at);
	}
	return true;
}

static bool push_first(struct solver *solver, struct component component, uint32_t place)
{
	return push_along(solver, component, place, true);
}

static bool push(struct solver *solver, struct component component, uint32_t place)
{
	return push_along(solver, component, place, false);
}

/* Whether the moves are used up. Every component has some sweeps all the same. */
static bool is_tired(const struct solver *solver, uint32_t sweep)
{
	return solver->moves_left < 0 && sweep > SWEEPS_LEAST;
}

/* When to look for a ring: ever more rarely, so that looking costs no more than the sweeps. */
struct watch {
	int64_t look_at; /* so many moves are left then */
	int64_t every;   /* so many moves lie between two looks */
};

static struct watch start_watch(const struct solver *solver, uint32_t size)
{
	return (struct watch){solver->moves_left - 4 * (int64_t)size, 4 * (int64_t)size};
}

/* A sweep is about to begin: looks for a ring if it is time to. SOLVE_DONE to go on. */
static enum solve_end look(struct solver *solver, struct component component, bool upper, uint32_t sweep,
						   struct watch *watch)
{
	solver->moves_left -= (component.end - component.first) / 4096;
	if (is_tired(solver, sweep))
		return SOLVE_TIRED;
	if (solver->moves_left > watch->look_at)
		return SOLVE_DONE;
	if (movers_find_ring(solver, component, upper))
		return SOLVE_RING;
	watch->every *= 2;
	watch->look_at = solver->moves_left - watch->every;
	return SOLVE_DONE;
}

/* Visits every place once, in order. */
static bool begin_forward(struct solver *solver, struct component component)
{
	marks_clear(&solver->dirty, component.end - component.first);
	for (uint32_t place = component.first; place < component.end; place++)
		if (!solver_is_settled(solver, place) && !solver_raise(solver, place, solver->lo[place]))
			return false;
	for (uint32_t place = component.first; place < component.end; place++)
		if (!push_first(solver, component, place))
			return false;
	return true;
}

/* The latest day of a place that the others allow, and the arc that says so. Those beyond the component have
 * theirs already. */
static inline plan_day pull(struct solver *solver, uint32_t place, uint32_t *by)
{
	const struct network *network = solver->network;
	plan_day latest = solver->hi[place];
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		plan_day day = shift_most(network->calendar, arc->shift, solver->hi[arc->target]);
		solver->moves_left -= move_cost(arc);
		if (day < latest) {
			latest = day;
			*by = i;
		}
	}
	return latest;
}

/* Marks what pushes on a place, from `least` on, so that it will pull again. */
static void mark_sources(struct solver *solver, struct component component, uint32_t place, uint32_t least)
{
	const struct network *network = solver->network;
	for (uint32_t i = network->entry_first[place]; i < network->entry_first[place + 1]; i++)
		if (network->entries[i].source >= least)
			solver_mark(solver, network->entries[i].source - component.first);
}

/* Lowers one place in the first sweep, which will come to those before it; false when that passes its bound.
 */
static bool lower_first(struct solver *solver, struct component component, uint32_t place)
{
	uint32_t by;
	plan_day latest = network_down(solver->network, place, pull(solver, place, &by));
	if (latest < solver->hi[place]) {
		solver->hi[place] = latest;
		if (solver->network->traits[place] & PLACE_FROM_BEHIND)
			mark_sources(solver, component, place, place);
	}
	solver->place = place;
	return latest >= solver->lo[place];
}

/* The same later on, keeping what moved it: a place of the component, those beyond had their say at first. */
static bool lower(struct solver *solver, struct component component, uint32_t place)
{
	uint32_t by = NETWORK_NONE, at = place - component.first;
	plan_day latest = network_down(solver->network, place, pull(solver, place, &by));
	if (latest < solver->hi[place]) {
		bool moved = by != NETWORK_NONE;
		solver->parent[at] = by;
		solver->mover[at] = moved ? solver->network->arcs[by].target - component.first : NETWORK_NONE;
		solver->hi[place] = latest;
		mark_sources(solver, component, place, component.first);
	}
	solver->place = place;
	return latest >= solver->lo[place];
}

static bool begin_backward(struct solver *solver, struct component component)
{
	marks_clear(&solver->dirty, component.end - component.first);
	for (uint32_t place = component.first; place < component.end; place++) {
		solver->place = place;
		if (solver->hi[place] < solver->lo[place])
			return false; /* what is no day must not be reckoned with */
	}
	for (uint32_t place = component.end; place-- > component.first;)
		if (!lower_first(solver, component, place))
			return false;
	return true;
}

/*
 * Sweeps over what is left until nothing moves, down and up in turn: what leads against the order is followed
 * in one sweep as what leads along it is (J. Y. Yen, "An algorithm for finding shortest routes from all
 * source nodes to a given destination in general networks", Quart. Appl. Math. 27, 1970).
 */
static enum solve_end sweep(struct solver *solver, struct component component, bool upper)
{
	uint32_t size = component.end - component.first;
	struct watch watch = start_watch(solver, size);
	bool down = !upper;
	uint32_t at = take(solver, NETWORK_NONE, down, size);
	if (at != NETWORK_NONE)
		movers_forget(solver, size);
	for (uint32_t count = 2; at != NETWORK_NONE; count++) {
		enum solve_end end = look(solver, component, upper, count, &watch);
		if (end != SOLVE_DONE)
			return end;
		for (; at != NETWORK_NONE; at = take(solver, at, down, size))
			if (!(upper ? lower : push)(solver, component, component.first + at))
				return SOLVE_OVERRUN;
		down = !down;
		at = take(solver, NETWORK_NONE, down, size);
	}
	return SOLVE_DONE;
}

enum solve_end component_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	plan_day *days = solver->lo + component.first;
	memcpy(solver->before, days, size * sizeof *days);
	enum solve_end end = begin_forward(solver, component) ? sweep(solver, component, false) : SOLVE_OVERRUN;
	if (end != SOLVE_DONE)
		memcpy(days, solver->before, size * sizeof *days);
	return end;
}

enum solve_end component_backward(struct solver *solver, struct component component)
{
	return begin_backward(solver, component) ? sweep(solver, component, true) : SOLVE_OVERRUN;
}
