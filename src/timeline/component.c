#include "timeline/component.h"

#include <string.h>

enum { SWEEPS_LEAST = 16 };

/* The places of a component that are still to be visited, a bit each from its first. */
static void mark_all(struct solver *solver, uint32_t size)
{
	memset(solver->dirty, 0xFF, size / 64 * sizeof *solver->dirty);
	if (size % 64)
		solver->dirty[size / 64] = (UINT64_C(1) << size % 64) - 1;
}

static void mark(struct solver *solver, uint32_t at)
{
	solver->dirty[at / 64] |= UINT64_C(1) << at % 64;
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

/* Pushes along the arcs of one place that stay in the component; false when a day passes its bound. */
static bool push(struct solver *solver, struct component component, uint32_t place)
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
		solver->parent[at] = i;
		solver->mover[at] = place - component.first;
		if (!solver_raise(solver, arc->target, day))
			return false;
		mark(solver, at);
	}
	return true;
}

/* Writes down the ring of movers that `at` lies on, first arc first. */
static void write_ring(struct solver *solver, bool upper, uint32_t at)
{
	uint32_t count = 0, v = at;
	do {
		solver->ring[count++] = solver->parent[v];
		v = solver->mover[v];
	} while (v != at);
	for (uint32_t i = 0, j = count - 1; i < j && !upper; i++, j--) {
		uint32_t arc = solver->ring[i];
		solver->ring[i] = solver->ring[j];
		solver->ring[j] = arc;
	}
	solver->ring_count = count;
}

/* Whether the moves are used up. Every component has some sweeps all the same. */
static bool is_tired(const struct solver *solver, uint32_t sweep)
{
	return solver->moves_left < 0 && sweep > SWEEPS_LEAST;
}

/* Looks for a ring among the arcs that moved each place last: one that can never rest, or any when it took
 * too long. Linear. */
static bool find_ring(struct solver *solver, struct component component, bool upper, uint32_t sweep)
{
	uint32_t size = component.end - component.first;
	solver->ring_count = 0;
	memset(solver->mark, 0, size * sizeof *solver->mark);
	for (uint32_t start = 0; start < size; start++) {
		uint32_t at = start;
		for (; at != NETWORK_NONE && solver->mark[at] == 0; at = solver->mover[at])
			solver->mark[at] = start + 1;
		if (at == NETWORK_NONE || solver->mark[at] != start + 1)
			continue;
		write_ring(solver, upper, at);
		if (is_tired(solver, sweep) ||
			ring_gains(solver->gains, solver->network, solver->ring, solver->ring_count))
			return true;
		solver->ring_count = 0;
	}
	return is_tired(solver, sweep);
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

/* A sweep is about to begin: counts what finding its places costs. */
static bool is_time_to_look(struct solver *solver, uint32_t size, uint32_t sweep, struct watch *watch)
{
	solver->moves_left -= size / 64;
	if (solver->moves_left > watch->look_at && !is_tired(solver, sweep))
		return false;
	watch->every *= 2;
	watch->look_at = solver->moves_left - watch->every;
	return true;
}

/* Nothing has moved yet, and every place is still to be visited. */
static void start(struct solver *solver, uint32_t size)
{
	memset(solver->parent, 0xFF, size * sizeof *solver->parent);
	memset(solver->mover, 0xFF, size * sizeof *solver->mover);
	mark_all(solver, size);
}

static bool start_forward(struct solver *solver, struct component component)
{
	start(solver, component.end - component.first);
	for (uint32_t place = component.first; place < component.end; place++)
		if (!solver_is_settled(solver, place) && !solver_raise(solver, place, solver->lo[place]))
			return false;
	return true;
}

/* Sweeps until nothing moves. */
static enum solve_end sweep_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	struct watch watch = start_watch(solver, size);
	for (uint32_t sweep = 1;; sweep++) {
		uint32_t at = take_next(solver, 0, size);
		if (at == size)
			return SOLVE_DONE;
		if (is_time_to_look(solver, size, sweep, &watch) && find_ring(solver, component, false, sweep))
			return SOLVE_RING;
		for (; at < size; at = take_next(solver, at + 1, size))
			if (!push(solver, component, component.first + at))
				return SOLVE_OVERRUN;
	}
}

enum solve_end component_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	plan_day *days = solver->lo + component.first;
	memcpy(solver->before, days, size * sizeof *days);
	enum solve_end end = start_forward(solver, component) ? sweep_forward(solver, component) : SOLVE_OVERRUN;
	if (end != SOLVE_DONE)
		memcpy(days, solver->before, size * sizeof *days);
	return end;
}

/* The latest day of a place that the others allow. Those beyond the component have theirs already. */
static plan_day pull(struct solver *solver, struct component component, uint32_t place)
{
	const struct network *network = solver->network;
	uint32_t at = place - component.first;
	plan_day latest = solver->hi[place];
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		plan_day day = shift_most(network->calendar, arc->shift, solver->hi[arc->target]);
		solver->moves_left -= move_cost(arc);
		if (day >= latest)
			continue;
		latest = day;
		bool inside = arc->target < component.end;
		solver->parent[at] = inside ? i : NETWORK_NONE;
		solver->mover[at] = inside ? arc->target - component.first : NETWORK_NONE;
	}
	return latest;
}

/* Marks what pushes on a place, so that it will pull again. */
static void mark_sources(struct solver *solver, struct component component, uint32_t place)
{
	const struct network *network = solver->network;
	for (uint32_t i = network->entry_first[place]; i < network->entry_first[place + 1]; i++)
		if (network->entries[i].source >= component.first)
			mark(solver, network->entries[i].source - component.first);
}

/* Lowers one place; false when that passes its bound. */
static bool lower(struct solver *solver, struct component component, uint32_t place)
{
	plan_day latest = network_down(solver->network, place, pull(solver, component, place));
	if (latest < solver->hi[place]) {
		solver->hi[place] = latest;
		mark_sources(solver, component, place);
	}
	solver->place = place;
	return latest >= solver->lo[place];
}

static bool start_backward(struct solver *solver, struct component component)
{
	start(solver, component.end - component.first);
	for (uint32_t place = component.first; place < component.end; place++) {
		solver->place = place;
		if (solver->hi[place] < solver->lo[place])
			return false; /* what is no day must not be reckoned with */
	}
	return true;
}

static enum solve_end sweep_backward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	struct watch watch = start_watch(solver, size);
	for (uint32_t sweep = 1;; sweep++) {
		uint32_t at = take_previous(solver, size);
		if (at == NETWORK_NONE)
			return SOLVE_DONE;
		if (is_time_to_look(solver, size, sweep, &watch) && find_ring(solver, component, true, sweep))
			return SOLVE_RING;
		for (; at != NETWORK_NONE; at = take_previous(solver, at))
			if (!lower(solver, component, component.first + at))
				return SOLVE_OVERRUN;
	}
}

enum solve_end component_backward(struct solver *solver, struct component component)
{
	return start_backward(solver, component) ? sweep_backward(solver, component) : SOLVE_OVERRUN;
}
