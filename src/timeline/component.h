/*
 * Solving one component: ordered sweeps over what has changed until nothing moves.
 */
#ifndef TIMELINE_COMPONENT_H
#define TIMELINE_COMPONENT_H

#include "timeline/solver.h"

/* The passes of solve.h over one component only; days beyond it are left alone. */
enum solve_end component_forward(struct solver *solver, struct component component);
enum solve_end component_backward(struct solver *solver, struct component component);

#endif
