/*
 * Random plans: small, of every kind of constraint, often contradictory.
 */
#ifndef RANDOM_PLAN_H
#define RANDOM_PLAN_H

#include "base/buf.h"

#include <stdint.h>

/* A small generator of numbers (xorshift64*), the same everywhere. */
struct random {
	uint64_t state;
};

/* A number from 0 to below `limit`. */
unsigned random_below(struct random *random, unsigned limit);

/* Writes a plan file for a seed; `order` other than 0 writes the same entries in another order. */
void random_plan(struct buf *text, uint64_t seed, unsigned order);

#endif
