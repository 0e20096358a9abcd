/*
 * An array that grows, for any type.
 *
 *     VEC(int) days = {0};
 *     int *day = VEC_PUSH(&days);     // the new member, not yet set; NULL when memory ran out
 *     VEC_FREE(&days);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

/* All zero is an empty vector. `at` may move when a member is pushed. */
#define VEC(type)                                                                                            \
	struct {                                                                                                 \
		type *at;                                                                                            \
		size_t count, room;                                                                                  \
	}

/* A pointer to a new last member, or NULL when memory ran out; what was in the vector stays. */
#define VEC_PUSH(vec)                                                                                        \
	(vec_reserve((void **)&(vec)->at, &(vec)->room, (vec)->count + 1, sizeof *(vec)->at)                     \
		 ? &(vec)->at[(vec)->count++]                                                                        \
		 : NULL)

/* Room for `count` members in all; false when memory ran out. */
#define VEC_RESERVE(vec, wanted) vec_reserve((void **)&(vec)->at, &(vec)->room, (wanted), sizeof *(vec)->at)

/* Frees the memory; the vector is empty again. */
#define VEC_FREE(vec) (free((vec)->at), (vec)->at = NULL, (vec)->count = (vec)->room = 0)

/* Behind the macros: makes `*at` hold `wanted` members of `size` bytes. */
bool vec_reserve(void **at, size_t *room, size_t wanted, size_t size);

#endif
