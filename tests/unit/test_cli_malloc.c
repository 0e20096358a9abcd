/*
 * The program's own malloc, beside a C library that can be made to fail and counts what it is asked for. It
 * is included, for the program is linked with it under other names.
 */
#define __real_malloc      library_malloc
#define __real_free        library_free
#define __real_realloc     library_realloc
#define __wrap_malloc      own_malloc
#define __wrap_free        own_free
#define __wrap_realloc     own_realloc
#define __wrap_yaml_malloc own_yaml_malloc
#define __wrap_yaml_free   own_yaml_free
#include "cli/malloc.c"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static atomic_size_t library_blocks;
static bool library_fails;

void *library_malloc(size_t size)
{
	void *block = library_fails ? NULL : malloc(size);
	library_blocks += block != NULL;
	return block;
}

void library_free(void *block)
{
	library_blocks -= block != NULL;
	free(block);
}

void *library_realloc(void *block, size_t size)
{
	void *bigger = library_fails ? NULL : realloc(block, size);
	library_blocks += bigger && !block;
	return bigger;
}

static void fill(unsigned char *block, size_t size, unsigned char with)
{
	for (size_t i = 0; i < size; i++)
		block[i] = with;
}

static void check(const unsigned char *block, size_t size, unsigned char with)
{
	for (size_t i = 0; i < size; i++)
		assert_int_equal(block[i], with);
}

/* Blocks of every size, filled whole, taken and given back in another order: none touches another. */
static void blocks_do_not_overlap(void **state)
{
	enum { COUNT = 2000, SIZE = BLOCK_MAX + 40 };
	static unsigned char *blocks[COUNT];
	static size_t sizes[COUNT];
	(void)state;
	for (unsigned round = 0; round < 20; round++)
		for (unsigned i = 0; i < COUNT; i++) {
			unsigned at = (i * 7 + round * 3) % COUNT;
			if (blocks[at])
				check(blocks[at], sizes[at], (unsigned char)at);
			own_free(blocks[at]);
			sizes[at] = (at * 31 + round * 17) % SIZE;
			blocks[at] = own_malloc(sizes[at]);
			assert_non_null(blocks[at]);
			assert_int_equal((uintptr_t)blocks[at] % alignof(max_align_t), 0);
			fill(blocks[at], sizes[at], (unsigned char)at);
		}
	for (unsigned at = 0; at < COUNT; at++) {
		check(blocks[at], sizes[at], (unsigned char)at);
		own_free(blocks[at]);
	}
	assert_int_equal(library_blocks, 0);
}

static void blocks_grow_and_shrink(void **state)
{
	(void)state;
	unsigned char *block = own_realloc(NULL, 10);
	size_t size = 10;
	assert_non_null(block);
	for (; size < 5000; size += size / 3) {
		fill(block, size, (unsigned char)size);
		block = own_realloc(block, size + size / 3);
		assert_non_null(block);
		check(block, size, (unsigned char)size);
	}
	own_free(block);
	block = own_malloc(100);
	fill(block, 100, 7);
	assert_ptr_equal(own_realloc(block, 20), block);
	check(block, 100, 7);
	own_free(block);
	assert_int_equal(library_blocks, 0);
}

static void a_block_that_cannot_grow_stays(void **state)
{
	(void)state;
	unsigned char *block = own_malloc(BLOCK_MAX);
	fill(block, BLOCK_MAX, 9);
	library_fails = true;
	assert_null(own_realloc(block, BLOCK_MAX + 1));
	assert_null(own_malloc(BLOCK_MAX + 1));
	library_fails = false;
	check(block, BLOCK_MAX, 9);
	own_free(block);
}

static void *work(void *data)
{
	unsigned char **kept = data;
	for (unsigned i = 0; i < 100000; i++) {
		size_t size = i % (BLOCK_MAX + 20);
		unsigned char *block = own_malloc(size);
		fill(block, size, (unsigned char)i);
		check(block, size, (unsigned char)i);
		own_free(block);
	}
	*kept = own_malloc(50);
	fill(*kept, 50, 3);
	return NULL;
}

/* Threads do not meet in a block, and one may free what another took. */
static void threads_share_the_room(void **state)
{
	enum { THREADS = 4 };
	pthread_t threads[THREADS];
	unsigned char *kept[THREADS];
	(void)state;
	for (size_t i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, work, &kept[i]), 0);
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	for (size_t i = 0; i < THREADS; i++) {
		check(kept[i], 50, 3);
		own_free(kept[i]);
	}
	assert_int_equal(library_blocks, 0);
}

/* Where the room is full the C library helps; where it cannot, there is no memory. */
static void a_full_room_is_no_end(void **state)
{
	void *last = NULL;
	(void)state;
	while (library_blocks == 0) {
		void **block = own_malloc(BLOCK_MAX);
		assert_non_null(block);
		*block = last;
		last = block;
	}
	library_fails = true;
	assert_null(own_malloc(BLOCK_MAX));
	library_fails = false;
	while (last) {
		void *next = *(void **)last;
		own_free(last);
		last = next;
	}
	assert_int_equal(library_blocks, 0);
	library_fails = true;
	void *block = own_malloc(BLOCK_MAX);
	assert_non_null(block);
	own_free(block);
	library_fails = false;
}

/* A block is the same whoever asked for it. */
static void libyaml_has_the_same(void **state)
{
	(void)state;
	size_t before = library_blocks;
	unsigned char *block = own_yaml_malloc(16);
	assert_non_null(block);
	assert_in_range((uintptr_t)block, (uintptr_t)store.room, (uintptr_t)store.room + ROOM - 1);
	own_free(block);
	assert_ptr_equal(own_malloc(16), block);
	own_yaml_free(block);
	assert_ptr_equal(own_yaml_malloc(0), block);
	own_yaml_free(block);
	own_yaml_free(NULL);
	assert_int_equal(library_blocks, before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_do_not_overlap),          cmocka_unit_test(blocks_grow_and_shrink),
		cmocka_unit_test(a_block_that_cannot_grow_stays), cmocka_unit_test(threads_share_the_room),
		cmocka_unit_test(libyaml_has_the_same),           cmocka_unit_test(a_full_room_is_no_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
