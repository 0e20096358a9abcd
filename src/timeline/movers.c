#include "timeline/movers.h"

#include "timeline/lap.h"

#include <string.h>

void movers_forget(struct solver *solver, uint32_t size)
{
	memset(solver->parent, 0xFF, size * sizeof *solver->parent);
	memset(solver->mover, 0xFF, size * sizeof *solver->mover);
}

/* Writes down the ring of movers that `at` lies on, in the order in which it is gone round from there. */
static void write_ring(struct solver *solver, uint32_t at)
{
	uint32_t count = 0, v = at;
	do {
		solver->ring[count++] = solver->parent[v];
		v = solver->mover[v];
	} while (v != at);
	for (uint32_t i = 0, j = count - 1; i < j; i++, j--) {
		uint32_t arc = solver->ring[i];
		solver->ring[i] = solver->ring[j];
		solver->ring[j] = arc;
	}
	solver->ring_count = count;
}

/* Goes round a ring from *day. */
static enum lap_end go_round(struct solver *solver, const struct lap_ring *ring, plan_day *day)
{
	struct lap lap;
	enum lap_end end = LAP_TIRED;
	solver->moves_left -= ring->count;
	if (lap_make(&lap, ring) == PLAN_OK)
		end = lap_run(&lap, day, &solver->moves_left);
	else
		solver->gains->failed = true;
	lap_free(&lap);
	return end;
}

/* A place that was raised is to push again; what pushes on one that was lowered is to pull again. */
static void mark_moved(struct solver *solver, struct component component, bool upper, uint32_t at)
{
	const struct network *network = solver->network;
	uint32_t place = component.first + at;
	if (!upper)
		solver_mark(solver, at);
	for (uint32_t i = network->entry_first[place]; i < network->entry_first[place + 1] && upper; i++)
		if (network->entries[i].source >= component.first)
			solver_mark(solver, network->entries[i].source - component.first);
}

/* Takes the ring to where it comes to rest; true when it never does, whatever the bounds. */
static bool takes_for_ever(struct solver *solver, struct component component, bool upper, uint32_t at)
{
	struct lap_ring ring = {.network = solver->network,
							.arcs = solver->ring,
							.count = solver->ring_count,
							.upper = upper,
							.lo = solver->lo,
							.hi = solver->hi};
	plan_day *days = upper ? solver->hi : solver->lo, *has = &days[component.first + at], day = *has;
	enum lap_end end = go_round(solver, &ring, &day);
	if (day != *has) {
		*has = day;
		mark_moved(solver, component, upper, at);
	}
	if (end != LAP_LEAVES || upper)
		return false;
	ring.lo = ring.hi = NULL;
	day = PLAN_DAY_MIN;
	return go_round(solver, &ring, &day) == LAP_LEAVES;
}

bool movers_find_ring(struct solver *solver, struct component component, bool upper)
{
	uint32_t size = component.end - component.first;
	memset(solver->mark, 0, size * sizeof *solver->mark);
	for (uint32_t start = 0; start < size; start++) {
		uint32_t at = start;
		for (; at != NETWORK_NONE && solver->mark[at] == 0; at = solver->mover[at])
			solver->mark[at] = start + 1;
		if (at == NETWORK_NONE || solver->mark[at] != start + 1)
			continue;
		write_ring(solver, at);
		if (ring_gains(solver->gains, solver->network, solver->ring, solver->ring_count) ||
			takes_for_ever(solver, component, upper, at))
			return true;
	}
	return false;
}
