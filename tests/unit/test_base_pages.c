/* Memory whose pages are asked for beforehand holds what it held, and nothing around it changes. */
#include "base/pages.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

enum { LARGE = 1 << 20, GUARD = 1 << 16 };

/* Whether the system has given the page that a byte lies in. */
static bool is_there(unsigned char *byte)
{
	unsigned char there = 0;
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	byte -= (uintptr_t)byte % page;
	assert_int_equal(mincore(byte, 1, &there), 0);
	return there & 1;
}

static unsigned char *map(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(memory, MAP_FAILED);
	return memory;
}

static void content_stays(void **state)
{
	(void)state;
	unsigned char *memory = map(LARGE);
	memory[70000] = 7;
	pages_expect(memory, LARGE);
	for (size_t i = 0; i < LARGE; i++)
		assert_int_equal(memory[i], i == 70000 ? 7 : 0);
	munmap(memory, LARGE);
}

/* Whether the system can hand out pages beforehand at all. */
static bool can_populate(void)
{
	unsigned char *memory = map(LARGE);
	bool can = madvise(memory, LARGE, MADV_POPULATE_WRITE) == 0;
	munmap(memory, LARGE);
	return can;
}

static void pages_are_there(void **state)
{
	(void)state;
	unsigned char *memory = map(2 * LARGE);
	pages_expect(memory, LARGE);
	assert_int_equal(is_there(memory), can_populate());
	assert_int_equal(is_there(memory + LARGE - 1), can_populate());
	pages_expect(memory + LARGE, 1);
	assert_false(is_there(memory + LARGE));
	munmap(memory, 2 * LARGE);
}

/* From any byte to any byte: only pages that lie wholly within. */
static void others_pages_are_left(void **state)
{
	(void)state;
	for (size_t from = 0; from < 3; from++) {
		unsigned char *memory = map(3 * GUARD + LARGE);
		pages_expect(memory + GUARD + from, LARGE + from);
		assert_false(is_there(memory));
		assert_false(is_there(memory + GUARD - 1));
		assert_false(is_there(memory + GUARD + LARGE + 2 * from));
		munmap(memory, 3 * GUARD + LARGE);
	}
}

/* Memory that is not there, or too little of it, is no fault: nobody is told. */
static void nothing_is_told(void **state)
{
	(void)state;
	unsigned char *memory = map(LARGE);
	munmap(memory, LARGE);
	errno = 42;
	pages_expect(memory, LARGE);
	pages_expect(memory, 1);
	pages_expect(NULL, 0);
	assert_int_equal(errno, 42);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(content_stays),
		cmocka_unit_test(pages_are_there),
		cmocka_unit_test(others_pages_are_left),
		cmocka_unit_test(nothing_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
