#include "timeline/solver.h"

#include <stdlib.h>
#include <string.h>

/* How many arcs may be followed in components: some millions, and what even the largest plan needs.
 */
enum { MOVES_MAX = 1 << 23, MOVES_EACH = 100 };

enum plan_status solver_init(struct solver *solver, struct network *network, struct gains *gains)
{
	memset(solver, 0, sizeof *solver);
	solver->network = network;
	solver->gains = gains;
	solver->moves_left = MOVES_MAX + (int64_t)MOVES_EACH * network->arc_count;
	size_t size = network->largest;
	if (size == 0)
		return PLAN_OK;
	bool marks = marks_init(&solver->dirty, size);
	solver->parent = malloc(size * sizeof *solver->parent);
	solver->mover = malloc(size * sizeof *solver->mover);
	solver->mark = malloc(size * sizeof *solver->mark);
	solver->ring = malloc(size * sizeof *solver->ring);
	solver->before = malloc(size * sizeof *solver->before);
	if (!marks || !solver->parent || !solver->mover || !solver->mark || !solver->ring || !solver->before)
		return PLAN_NOMEM;
	return network_link_entries(network);
}

void solver_free(struct solver *solver)
{
	marks_free(&solver->dirty);
	free(solver->parent);
	free(solver->mover);
	free(solver->mark);
	free(solver->ring);
	free(solver->before);
	memset(solver, 0, sizeof *solver);
}
