#include "base/arena.h"

#include "base/pages.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_FIRST = 4096, CHUNK_LAST = 256 * 1024, ALIGNMENT = 8 };

struct chunk {
	struct chunk *next;
	alignas(ALIGNMENT) unsigned char bytes[];
};

/*
 * Aligned memory is taken from the low end of the free bytes, texts from the high end, so texts need no
 * padding. A chunk is not cleared: what is taken from it is, just before it is used, and texts need not be.
 */
struct arena {
	struct chunk *chunks;
	unsigned char *low, *high;
	size_t chunk_size;
};

struct arena *arena_new_of(size_t chunk)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (arena)
		arena->chunk_size = chunk < CHUNK_FIRST ? CHUNK_FIRST : chunk;
	return arena;
}

struct arena *arena_new(void)
{
	return arena_new_of(CHUNK_FIRST);
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	free(arena);
}

/* A chunk of its own for something big, put behind the current one so that the current one's rest is not
 * lost. */
static void *take_big(struct arena *arena, size_t size)
{
	struct chunk *chunk = malloc(sizeof *chunk + size);
	if (!chunk)
		return NULL;
	struct chunk **place = arena->chunks ? &arena->chunks->next : &arena->chunks;
	chunk->next = *place;
	*place = chunk;
	return chunk->bytes;
}

static int add_chunk(struct arena *arena)
{
	struct chunk *chunk = malloc(sizeof *chunk + arena->chunk_size);
	if (!chunk)
		return 0;
	pages_expect(chunk, sizeof *chunk + arena->chunk_size);
	chunk->next = arena->chunks;
	arena->chunks = chunk;
	arena->low = chunk->bytes;
	arena->high = chunk->bytes + arena->chunk_size;
	if (arena->chunk_size < CHUNK_LAST)
		arena->chunk_size *= 2;
	return 1;
}

/* Makes sure that `size` bytes are free between low and high; -1: no memory, 0: too big, take it apart, 1:
 * yes. */
static int reserve(struct arena *arena, size_t size)
{
	if (size > (size_t)(arena->high - arena->low)) {
		if (size > arena->chunk_size / 4)
			return 0;
		return add_chunk(arena) ? 1 : -1;
	}
	return 1;
}

/* `size` bytes that hold whatever they held. */
static void *take(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
	int room = reserve(arena, size);
	if (room <= 0)
		return room == 0 ? take_big(arena, size) : NULL;
	void *memory = arena->low;
	arena->low += size;
	return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	void *memory = take(arena, size);
	return memory ? memset(memory, 0, size) : NULL;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return NULL;
	return arena_alloc(arena, count * size);
}

void *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
	void *memory = take(arena, size);
	if (memory && size)
		memcpy(memory, bytes, size);
	return memory;
}

static char *take_text(struct arena *arena, size_t size)
{
	int room = reserve(arena, size);
	if (room <= 0)
		return room == 0 ? take_big(arena, size) : NULL;
	arena->high -= size;
	return (char *)arena->high;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
	char *copy = take_text(arena, length + 1);
	if (!copy)
		return NULL;
	if (length)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = length < 0 ? NULL : take_text(arena, (size_t)length + 1);
	if (!text)
		return NULL;
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}
