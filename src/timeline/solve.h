/*
 * The two passes: from bounds to the least and to the greatest days that keep every constraint.
 *
 * Each place outside a component is visited once, in order; components are swept until nothing moves. A pass
 * stops where a day would pass its bound and can be taken up again once the caller has done something about
 * it, so that one pass finds all that is wrong.
 *
 * Components of ordinary plans come to rest after a few sweeps, of a hundred thousand steps as well; a ring
 * that gains whatever day it starts from is proved never to (gain.h), and a ring that creeps is gone round on
 * its own (movers.h). A ring of days and weeks becomes one move, whatever its length, and working days that
 * follow each other become another (lap.h). What is left are rings of thousands of months, or of working days
 * in turn with other orders or meetings, that no count proves and that move on by a few days each round,
 * since going round them costs (moves of the ring) x (rounds until they rest or leave their dates): beyond 8
 * million moves and 100 for each arc, of which such an order is eight, a component is given up, and nothing
 * is said of it. Of the others only tangles of tens of thousands reach the bound, made so that every sweep
 * moves nearly all of them again.
 */
#ifndef TIMELINE_SOLVE_H
#define TIMELINE_SOLVE_H

#include "timeline/solver.h"

/*
 * Raises `lo` to the least days that keep every constraint, as far as `hi` and the sets allow. When it stops
 * in a component, the component's days are what they were before it. Called again it goes on.
 */
enum solve_end solver_forward(struct solver *solver);

/* Lowers `hi` to the greatest days that keep every constraint, as far as `lo` allows. Starts anew each time.
 */
enum solve_end solver_backward(struct solver *solver);

#endif
