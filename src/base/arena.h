/*
 * Memory that is freed all at once.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena, the caller's to arena_free; NULL when memory ran out. */
struct arena *arena_new(void);

/* The same, taking memory from the system so many bytes at a time: for what is known to need about as much.
 */
struct arena *arena_new_of(size_t chunk);

/* Frees an arena and all that was taken from it; NULL is allowed. */
void arena_free(struct arena *arena);

/* `size` bytes of zeroes, aligned for pointers and 64-bit numbers, the arena's; NULL when memory ran out. A
 * size of 0 gives one. */
void *arena_alloc(struct arena *arena, size_t size);

/* An array of `count` zeroed members; NULL when memory ran out or the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of `size` bytes, aligned like arena_alloc's; NULL when memory ran out. */
void *arena_copy(struct arena *arena, const void *bytes, size_t size);

/* A terminated copy of `length` bytes of text, packed without padding; NULL when memory ran out. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/* A terminated text made as by printf; NULL when memory ran out. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
