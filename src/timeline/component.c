#include "timeline/component.h"

#include <string.h>

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

static bool is_settled(const struct solver *solver, uint32_t place)
{
	return solver->settled && solver->settled[place];
}

/* Raises a place to `day` or the next it can take; false when that passes its bound. */
static bool raise(struct solver *solver, uint32_t place, plan_day day)
{
	plan_day up = network_up(solver->network, place, day);
	if (up > solver->hi[place]) {
		solver->place = place;
		solver->day = day;
		return false;
	}
	solver->lo[place] = up;
	return true;
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
		plan_day day = shift_least(network->calendar, arc->shift, here);
		if (day <= solver->lo[arc->target] || is_settled(solver, arc->target))
			continue;
		solver->parent[arc->target - component.first] = i;
		if (!raise(solver, arc->target, day))
			return false;
		mark(solver, arc->target - component.first);
	}
	return true;
}

/* Writes down the ring that the parents of `at` run into, first arc first. */
static void write_ring(struct solver *solver, struct component component, uint32_t at)
{
	uint32_t count = 0, v = at;
	do {
		uint32_t arc = solver->parent[v];
		solver->ring[count++] = arc;
		v = network_source(solver->network, arc) - component.first;
	} while (v != at);
	for (uint32_t i = 0, j = count - 1; i < j; i++, j--) {
		uint32_t arc = solver->ring[i];
		solver->ring[i] = solver->ring[j];
		solver->ring[j] = arc;
	}
	solver->ring_count = count;
}

/* Looks for a ring among the arcs that raised each place last, one that can never rest. Linear. */
static bool find_ring(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	memset(solver->mark, 0, size * sizeof *solver->mark);
	for (uint32_t start = 0; start < size; start++) {
		uint32_t at = start;
		while (at != NETWORK_NONE && solver->mark[at] == 0) {
			uint32_t arc = solver->parent[at];
			solver->mark[at] = start + 1;
			at = arc == NETWORK_NONE ? NETWORK_NONE : network_source(solver->network, arc) - component.first;
		}
		if (at == NETWORK_NONE || solver->mark[at] != start + 1)
			continue;
		write_ring(solver, component, at);
		if (ring_gains(solver->gains, solver->network, solver->ring, solver->ring_count))
			return true;
	}
	return false;
}

static bool start_forward(struct solver *solver, struct component component)
{
	for (uint32_t place = component.first; place < component.end; place++) {
		solver->parent[place - component.first] = NETWORK_NONE;
		if (!is_settled(solver, place) && !raise(solver, place, solver->lo[place]))
			return false;
	}
	mark_all(solver, component.end - component.first);
	return true;
}

/* Sweeps until nothing moves. Rings are looked for ever more rarely, so that looking costs no more than the
 * sweeps. */
static enum solve_end sweep_forward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first, look = 2;
	for (uint32_t sweep = 1;; sweep++) {
		uint32_t at = take_next(solver, 0, size);
		if (at == size)
			return SOLVE_DONE;
		for (; at < size; at = take_next(solver, at + 1, size))
			if (!push(solver, component, component.first + at))
				return SOLVE_OVERRUN;
		if (sweep < look)
			continue;
		look *= 2;
		if (find_ring(solver, component))
			return SOLVE_RING;
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

/* The latest day of a place that the later ones in its component allow. */
static plan_day pull(const struct solver *solver, struct component component, uint32_t place)
{
	const struct network *network = solver->network;
	plan_day latest = solver->hi[place];
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		if (arc->target >= component.end)
			continue;
		plan_day day = shift_most(network->calendar, arc->shift, solver->hi[arc->target]);
		if (day < latest)
			latest = day;
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

enum solve_end component_backward(struct solver *solver, struct component component)
{
	uint32_t size = component.end - component.first;
	for (uint32_t place = component.first; place < component.end; place++)
		solver->hi[place] = network_down(solver->network, place, solver->hi[place]);
	mark_all(solver, size);
	for (uint32_t at = take_previous(solver, size); at != NETWORK_NONE; at = take_previous(solver, size)) {
		for (; at != NETWORK_NONE; at = take_previous(solver, at)) {
			uint32_t place = component.first + at;
			plan_day latest = pull(solver, component, place);
			if (latest < solver->hi[place]) {
				solver->hi[place] = network_down(solver->network, place, latest);
				mark_sources(solver, component, place);
			}
			if (solver->hi[place] < solver->lo[place]) {
				solver->place = place;
				return SOLVE_OVERRUN;
			}
		}
	}
	return SOLVE_DONE;
}
