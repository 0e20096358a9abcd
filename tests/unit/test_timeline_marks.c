/* Sets of numbers (timeline/marks.h) against a row of booleans. */
#include "timeline/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { SIZE_MAX_TRIED = 3 * 4096 + 65 };

static bool members[SIZE_MAX_TRIED];

static uint32_t draw(uint32_t below)
{
	static uint64_t seed = 20190213;
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((seed >> 33) % below);
}

static uint32_t next_member(uint32_t from, uint32_t size)
{
	for (uint32_t i = from; i < size; i++)
		if (members[i])
			return i;
	return MARKS_NONE;
}

static uint32_t previous_member(uint32_t end)
{
	for (uint32_t i = end; i-- > 0;)
		if (members[i])
			return i;
	return MARKS_NONE;
}

static void fill(struct marks *marks, uint32_t size, uint32_t count)
{
	marks_clear(marks, size);
	memset(members, 0, sizeof members);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t number = draw(size);
		marks_add(marks, number);
		members[number] = true;
	}
}

/* Takes a member on one side of a number, and sees whether it is the nearest. */
static void take_one(struct marks *marks, uint32_t size, bool upwards, uint32_t from)
{
	uint32_t wanted = upwards ? next_member(from, size) : previous_member(from);
	uint32_t taken = upwards ? marks_take_next(marks, from, size) : marks_take_previous(marks, from);
	assert_int_equal(taken, wanted);
	if (taken != MARKS_NONE)
		members[taken] = false;
}

/* Goes through all of a set, in one direction. */
static void drain(struct marks *marks, uint32_t size, bool upwards)
{
	while (next_member(0, size) != MARKS_NONE)
		take_one(marks, size, upwards, upwards ? 0 : size);
	take_one(marks, size, upwards, upwards ? 0 : size);
}

static void try_size(uint32_t size)
{
	static const uint32_t counts[] = {1, 2, 5, 60, 1000};
	struct marks marks;
	assert_true(marks_init(&marks, size));
	for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
		for (unsigned upwards = 0; upwards < 2; upwards++) {
			fill(&marks, size, counts[c]);
			drain(&marks, size, upwards);
			fill(&marks, size, counts[c]);
			for (uint32_t i = 0; i < counts[c]; i++)
				take_one(&marks, size, upwards, draw(size + 1));
			drain(&marks, size, !upwards);
		}
	/* Every number alone, from every side of it. */
	for (uint32_t i = 0; i < 200; i++) {
		uint32_t number = i < 100 && i < size ? i : draw(size);
		fill(&marks, size, 0);
		marks_add(&marks, number);
		members[number] = true;
		take_one(&marks, size, true, number + 1);
		take_one(&marks, size, false, number);
		take_one(&marks, size, i % 2, i % 2 ? number : number + 1);
		drain(&marks, size, true);
	}
	marks_free(&marks);
}

static void test_marks(void **state)
{
	(void)state;
	static const uint32_t sizes[] = {1, 2, 63, 64, 65, 128, 129, 4095, 4096, 4097, 8192, SIZE_MAX_TRIED};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		try_size(sizes[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_marks)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
