/*
 * Random plans: small, of every kind of constraint, often contradictory.
 */
#ifndef RANDOM_PLAN_H
#define RANDOM_PLAN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* A small generator of numbers (xorshift64*), the same everywhere. */
struct random {
	uint64_t state;
};

/* A number from 0 to below `limit`. */
unsigned random_below(struct random *random, unsigned limit);

/* Writes a plan file for a seed; `order` other than 0 writes the same entries in another order. */
void random_plan(struct buf *text, uint64_t seed, unsigned order);

/* How many parts random_parts knows. */
enum { RANDOM_PARTS = 4 };

/*
 * Writes a plan of several parts that know nothing of each other, a bit in `parts` for each, with one
 * calendar for all; a part is the same whatever parts are written beside it, and its ids begin with a letter
 * of its own. With `joined` every part waits for the one before it.
 */
void random_parts(struct buf *text, uint64_t seed, unsigned parts, bool joined);

#endif
