/*
 * Chains judged by the slow solver: what the links of one lead to, and whether each is needed.
 */
#ifndef SLOW_CHAIN_H
#define SLOW_CHAIN_H

#include "slow_solver.h"

/* Turns on what a chain names, and nothing else; the horizon is always there. */
void slow_turn_on(struct slow *slow, const struct plan_chain *chain);

/* Whether the constraints that are on keep a day from being earlier than `day` (`later`: later). */
bool slow_keeps(struct slow *slow, size_t v, bool later, plan_day day);

/* The first link of a chain without which the others still keep that; the chain's count when there is none.
 * The chain must be turned on. */
size_t slow_idle_link(struct slow *slow, const struct plan_chain *chain, size_t v, bool later, plan_day day);

#endif
