#include "timeline/component.h"

#include "timeline/movers.h"

#include <string.h>

enum { SWEEPS_LEAST = 16 };

/* The bytes of solver.dirty for a component of `size` places. */
static size_t dirty_size(uint32_t size)
{
	return ((size_t)size + 63) / 64 * sizeof(uint64_t);
}

/* The first marked place at or after `at`, no longer marked; `size` when there is none. */
static uint32_t take_next(struct solver *solver, uint32_t at, uint32_t size)
{
	uint64_t mask = ~UINT64_C(0) << at % 64;
	for (uint32_t word = at / 64; word * 64 < size; word++, mask = ~UINT64_C(0)) {
		uint64_t bits = solver->dirty[word] & mask;
		if (bits) {
			uint32_t bit = (uint32_t)__builtin_ctzll(bits);
			solver->dirty[word] &= ~(UINT64_C(1) << bit);
			return word * 64 + bit;
		}
	}
	return size;
}

/* The last marked place before `end`, no longer marked; NETWORK_NONE when there is none. */
static uint32_t take_previous(struct solver *solver, uint32_t end)
{
	uint64_t mask = end % 64 ? (UINT64_C(1) << end % 64) - 1 : ~UINT64_C(0);
	for (uint32_t word = (end + 63) / 64; word-- > 0; mask = ~UINT64_C(0)) {
		uint64_t bits = solver->dirty[word] & mask;
		if (bits) {
			uint32_t bit = 63 - (uint32_t)__builtin_clzll(bits);
			solver->dirty[word] &= ~(UINT64_C(1) << bit);
			return word * 64 + bit;
		}
	}
	return NETWORK_NONE;
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
	solver->moves_left -= (component.end - component.first) / 64;
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
	memset(solver->dirty, 0, dirty_size(component.end - component.first));
	for (uint32_t place = component.first; place < component.end; place++)
		if (!solver_is_settled(solver, place) && !solver_raise(solver, place, solver->lo[place]))
			return false;
	for (uint32_t place = component.first; place < component.end; place++)
		if (!push_first(solver, component, place))
			return false;
	return true;
}

/* Sweeps over what is left until nothing moves. */
static enum solve_end sweep_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first, at = take_next(solver, 0, size);
	struct watch watch = start_watch(solver, size);
	if (at < size)
		movers_forget(solver, size);
	for (uint32_t sweep = 2; at < size; sweep++) {
		enum solve_end end = look(solver, component, false, sweep, &watch);
		if (end != SOLVE_DONE)
			return end;
		for (; at < size; at = take_next(solver, at + 1, size))
			if (!push(solver, component, component.first + at))
				return SOLVE_OVERRUN;
		at = take_next(solver, 0, size);
	}
	return SOLVE_DONE;
}

enum solve_end component_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	plan_day *days = solver->lo + component.first;
	memcpy(solver->before, days, size * sizeof *days);
	enum solve_end end = begin_forward(solver, component) ? sweep_forward(solver, component) : SOLVE_OVERRUN;
	if (end != SOLVE_DONE)
		memcpy(days, solver->before, size * sizeof *days);
	return end;
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
	memset(solver->dirty, 0, dirty_size(component.end - component.first));
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

static enum solve_end sweep_backward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first, at = take_previous(solver, size);
	struct watch watch = start_watch(solver, size);
	if (at != NETWORK_NONE)
		movers_forget(solver, size);
	for (uint32_t sweep = 2; at != NETWORK_NONE; sweep++) {
		enum solve_end end = look(solver, component, true, sweep, &watch);
		if (end != SOLVE_DONE)
			return end;
		for (; at != NETWORK_NONE; at = take_previous(solver, at))
			if (!lower(solver, component, component.first + at))
				return SOLVE_OVERRUN;
		at = take_previous(solver, size);
	}
	return SOLVE_DONE;
}

enum solve_end component_backward(struct solver *solver, struct component component)
{
	return begin_backward(solver, component) ? sweep_backward(solver, component) : SOLVE_OVERRUN;
}
