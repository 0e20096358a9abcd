/*
 * The ids of a plan, and the words for kinds.
 */
#include "alloc_fault.h"

#include "model/index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 20000 };

static struct plan_entry entries[MANY];
static char ids[MANY][24];

static const struct plan_entry *add(struct plan_index *index, struct plan_entry *entry)
{
	const struct plan_entry *other;
	uint32_t hash = index_hash(index, entry->id, strlen(entry->id));
	assert_int_equal(index_add(index, entry, hash, &other), PLAN_OK);
	return other;
}

/* Ids of every length, many of them parts of each other. */
static void name_entries(void)
{
	for (size_t i = 0; i < MANY; i++) {
		snprintf(ids[i], sizeof ids[i], "%.*s%zu", (int)(i % 17), "abcdefghijklmnopq", i);
		entries[i] = (struct plan_entry){.id = ids[i], .title = "t", .kind = (uint8_t)(i % PLAN_KIND_COUNT)};
	}
}

static void check_many(size_t expected)
{
	struct plan_index *index = index_new(expected);
	assert_non_null(index);
	name_entries();
	for (size_t i = 0; i < MANY; i++)
		assert_null(add(index, &entries[i]));
	assert_int_equal(index_count(index), MANY);
	for (size_t i = 0; i < MANY; i++) {
		uint32_t hash = index_hash(index, ids[i], strlen(ids[i]));
		for (int step = 0; step < INDEX_STEPS; step++)
			index_fetch(index, hash, step);
		assert_ptr_equal(index_find(index, ids[i], strlen(ids[i])), &entries[i]);
		assert_ptr_equal(index_find_hashed(index, hash, ids[i], strlen(ids[i])), &entries[i]);
		assert_ptr_equal(index_at(index, i), &entries[i]);
		assert_ptr_equal(index_entries(index)[i], &entries[i]);
	}
	assert_null(index_find(index, "nothing", 7));
	assert_null(index_find(index, "", 0));
	assert_null(index_find(index, "a", 1));
	index_free(index);
}

static void test_find(void **state)
{
	(void)state;
	check_many(0);
	check_many(100);
	check_many(MANY);
	check_many(10 * MANY);
}

static void test_taken(void **state)
{
	(void)state;
	struct plan_index *index = index_new(0);
	struct plan_entry first = {.id = "a"}, second = {.id = "a"}, hidden = {.id = "b"};
	assert_null(add(index, &first));
	assert_ptr_equal(add(index, &second), &first);
	assert_int_equal(index_count(index), 1);
	assert_int_equal(index_list(index, &hidden), PLAN_OK);
	assert_int_equal(index_count(index), 2);
	assert_ptr_equal(index_at(index, 1), &hidden);
	assert_null(index_find(index, "b", 1));
	index_free(index);
	index_free(NULL);
}

/* Each allocation of an index that grows fails in turn: the id is not in it, what was there still is. */
static void test_no_memory(void **state)
{
	(void)state;
	name_entries();
	bool failed = true;
	for (long n = 1; failed; n++) {
		struct plan_index *index = index_new(0);
		size_t added = 0;
		alloc_fault_at(n);
		while (added < 1000) {
			const struct plan_entry *other;
			uint32_t hash = index_hash(index, ids[added], strlen(ids[added]));
			if (index_add(index, &entries[added], hash, &other) != PLAN_OK)
				break;
			added++;
		}
		failed = alloc_fault_stop();
		assert_int_equal(added == 1000, !failed);
		assert_int_equal(index_count(index), added);
		for (size_t i = 0; i < 1000; i++)
			assert_ptr_equal(index_find(index, ids[i], strlen(ids[i])), i < added ? &entries[i] : NULL);
		index_free(index);
	}
}

static void test_similar(void **state)
{
	(void)state;
	struct plan plan = {.index = index_new(0)};
	struct plan_entry hearing = {.id = "hearing", .kind = PLAN_KIND_PHASE};
	struct plan_entry body = {.id = "hearings", .kind = PLAN_KIND_BODY};
	add(plan.index, &hearing);
	add(plan.index, &body);
	assert_ptr_equal(plan_find_similar(&plan, "haering", ~0u), &hearing);
	assert_ptr_equal(plan_find_similar(&plan, "hearngs", ~0u), &body);
	assert_ptr_equal(plan_find_similar(&plan, "hearngs", 1u << PLAN_KIND_PHASE), &hearing);
	assert_null(plan_find_similar(&plan, "hearing", 1u << PLAN_KIND_TRACK));
	assert_null(plan_find_similar(&plan, "something", ~0u));
	assert_null(plan_find_similar(&plan, "", ~0u));
	index_free(plan.index);
}

/* Searches of a large plan end at some point, instead of costing its size each. */
static void test_similar_is_bounded(void **state)
{
	(void)state;
	struct plan plan = {.index = index_new(MANY)};
	size_t found = 0;
	name_entries();
	for (size_t i = 0; i < MANY; i++)
		add(plan.index, &entries[i]);
	for (size_t i = 0; i < 1000; i++)
		found += plan_find_similar(&plan, "abcdefghijklmmopq16999", ~0u) != NULL;
	assert_true(found > 0 && found < 100);
	index_free(plan.index);
}

static void test_words(void **state)
{
	(void)state;
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		assert_true(plan_kind_name((enum plan_kind)kind)[0]);
		assert_true(plan_kind_section((enum plan_kind)kind)[0]);
	}
	assert_string_equal(plan_kind_name(PLAN_KIND_FOCUS_AREA), "focus-area");
	assert_string_equal(plan_kind_section(PLAN_KIND_FOCUS_AREA), "focus_areas");
	struct plan_body body = {.entry.title = "Borgerrepræsentationen"};
	assert_string_equal(plan_body_label(&body), "Borgerrepræsentationen");
	body.short_name = "BR";
	assert_string_equal(plan_body_label(&body), "BR");
	struct plan_entry track = {.kind = PLAN_KIND_TRACK};
	assert_null(plan_entry_step(&track));
	plan_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_similar),
		cmocka_unit_test(test_similar_is_bounded),
		cmocka_unit_test(test_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
