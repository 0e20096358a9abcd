/*
 * What moved each place of a component last, and the rings among it.
 *
 * A ring that moves itself is gone round on its own, compiled to a few moves, instead of a day at a time with
 * everything that hangs on it.
 */
#ifndef TIMELINE_MOVERS_H
#define TIMELINE_MOVERS_H

#include "timeline/solver.h"

/* Forgets what moved each place of a component of that size. */
void movers_forget(struct solver *solver, uint32_t size);

/*
 * Looks at every ring of movers and takes it to where it comes to rest, or as far as its bounds let it. True
 * when one was found that never comes to rest, whatever the bounds: it is the solver's `ring` then. Linear
 * but for going round, which `moves_left` pays. Without memory the gains' `failed` is set.
 */
bool movers_find_ring(struct solver *solver, struct component component, bool upper);

#endif
