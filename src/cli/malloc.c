#include "cli/malloc.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

enum { ROOM = 16 << 20, PAGE = 1024, UNIT = 64, BLOCK_MAX = 256 };

/* Side by side, so that who needs little of it touches little of the system's memory. */
static struct {
	atomic_size_t pages;        /* in use */
	uint8_t units[ROOM / PAGE]; /* of each block of a page */
	alignas(PAGE) unsigned char room[ROOM];
} store;

static _Thread_local void *free_blocks[BLOCK_MAX / UNIT + 1] __attribute__((tls_model("local-exec")));

/* Where a free block keeps the next one: masked, so that who can overwrite it cannot say what it becomes
 * (safe-linking, as in the C library). */
static void *mask(void *const *place, void *next)
{
	/* NOLINTNEXTLINE(performance-no-int-to-ptr): that is what masking is */
	return (void *)((uintptr_t)next ^ (uintptr_t)place / PAGE);
}

static void put(void *block, size_t size)
{
	void **place = block;
	*place = mask(place, free_blocks[size]);
	free_blocks[size] = block;
}

static void *take(size_t size)
{
	void **place = free_blocks[size];
	free_blocks[size] = mask(place, *place);
	return place;
}

/* Cuts another page into blocks; 0 when there is none. */
static int cut_page(size_t size)
{
	size_t page = atomic_load(&store.pages);
	do
		if (page == ROOM / PAGE)
			return 0;
	while (!atomic_compare_exchange_weak(&store.pages, &page, page + 1));
	store.units[page] = (uint8_t)size;
	for (size_t count = PAGE / (size * UNIT); count; count--)
		put(store.room + page * PAGE + (count - 1) * size * UNIT, size);
	return 1;
}

/* The number of units of a block; 0 for one of the C library. */
static size_t units_of(const void *block)
{
	size_t offset = (size_t)((uintptr_t)block - (uintptr_t)store.room);
	return offset < ROOM ? store.units[offset / PAGE] : 0;
}

static __attribute__((noinline)) void *take_slowly(size_t size)
{
	size_t wanted = size ? (size + UNIT - 1) / UNIT : 1;
	if (size > BLOCK_MAX || (!free_blocks[wanted] && !cut_page(wanted)))
		return __real_malloc(size);
	return take(wanted);
}

void *__wrap_malloc(size_t size)
{
	size_t wanted = (size + UNIT - 1) / UNIT;
	return size <= BLOCK_MAX && free_blocks[wanted] ? take(wanted) : take_slowly(size);
}

void __wrap_free(void *block)
{
	size_t size = units_of(block);
	if (size)
		put(block, size);
	else
		__real_free(block);
}

void *__wrap_realloc(void *block, size_t size)
{
	size_t had = units_of(block) * UNIT;
	if (!had)
		return __real_realloc(block, size);
	if (size <= had)
		return block;
	void *bigger = __wrap_malloc(size);
	if (!bigger)
		return NULL;
	memcpy(bigger, block, had);
	__wrap_free(block);
	return bigger;
}

void *__wrap_yaml_malloc(size_t size)
{
	return __wrap_malloc(size);
}

void __wrap_yaml_free(void *block)
{
	__wrap_free(block);
}
