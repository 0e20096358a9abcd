/*
 * A set of numbers below a size, taken from it in ascending or descending order: a bit each, and a bit for
 * every 64 of those so that a set with few members is gone through quickly.
 */
#ifndef TIMELINE_MARKS_H
#define TIMELINE_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MARKS_NONE UINT32_MAX

/* All zero is a set of size 0. */
struct marks {
	uint64_t *bits, *words;
};

/* Room for numbers below `size`; not yet cleared. False when memory ran out; marks_free it either way. */
bool marks_init(struct marks *marks, size_t size);
void marks_free(struct marks *marks);

/* Empties a set, of numbers below `size` from now on: no more than it has room for. */
void marks_clear(struct marks *marks, size_t size);

static inline void marks_add(struct marks *marks, uint32_t number)
{
	marks->bits[number / 64] |= UINT64_C(1) << number % 64;
	marks->words[number / 4096] |= UINT64_C(1) << number / 64 % 64;
}

static inline bool marks_has(const struct marks *marks, uint32_t number)
{
	return marks->bits[number / 64] >> number % 64 & 1;
}

/* Takes out the least number from `from` on; MARKS_NONE when there is none. */
uint32_t marks_take_next(struct marks *marks, uint32_t from, uint32_t size);

/* Takes out the greatest number below `end`; MARKS_NONE when there is none. */
uint32_t marks_take_previous(struct marks *marks, uint32_t end);

#endif
