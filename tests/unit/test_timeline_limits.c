/*
 * More conflicts than are explained: each is told, the first hundred with their chains, the first ten with a
 * repair.
 */
#include "made_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char head[] = "plan: p\ntitle: P\nrules: {severity: {no-approval: off}}\ndocuments:\n";

/* Pairs that have nothing to do with each other, each a conflict. */
static void test_many_conflicts(void **state)
{
	(void)state;
	enum { PAIRS = PLAN_CHAINS_MAX + 50 };
	struct made made = {0};
	buf_text(&made.text, head);
	for (unsigned i = 0; i < PAIRS; i++)
		buf_printf(&made.text,
				   "  a%u: {title: A, due: 2019-03-10}\n  b%u: {title: B, due: 2019-03-01, after: a%u}\n", i,
				   i, i);
	make(&made);
	assert_false(made.timeline->feasible);
	assert_int_equal(made.timeline->conflict_count, PAIRS);
	for (size_t i = 0; i < PAIRS; i++) {
		const struct plan_conflict *conflict = &made.timeline->conflicts[i];
		assert_int_equal(conflict->kind, PLAN_CONFLICT_DATES);
		assert_int_equal(conflict->earliest - conflict->latest, 10);
		assert_int_equal(conflict->chain.count, i < PLAN_CHAINS_MAX ? 3 : 0);
		assert_int_equal(conflict->repair.cause != NULL, i < PLAN_REPAIRS_MAX);
	}
	unmake(&made);
}

/* What only follows from a conflict is looked at as well, and not told; so many of them are looked at. */
static void check_followers(unsigned followers, size_t conflicts)
{
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text,
			 "  a: {title: A, due: 2019-03-10}\n  b: {title: B, due: 2019-03-01, after: a, before: c}\n"
			 "  c: {title: C}\n");
	for (unsigned i = 0; i < followers; i++)
		buf_printf(&made.text, "  d%u: {title: D, due: until 2019-03-05, after: c}\n", i);
	make(&made);
	assert_false(made.timeline->feasible);
	assert_int_equal(made.timeline->conflict_count, conflicts);
	unmake(&made);
}

static void test_many_followers(void **state)
{
	(void)state;
	check_followers(2 * PLAN_CHAINS_MAX - 1, 1);
	check_followers(2 * PLAN_CHAINS_MAX, 2);
	check_followers(2 * PLAN_CHAINS_MAX + 20, 22);
}

/* Steps that hang together are given up after so many conflicts. */
static void check_component(unsigned steps, size_t conflicts)
{
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text, "  a: {title: A, due: 2019-03-10}\n");
	for (unsigned i = 0; i < steps; i++)
		buf_printf(&made.text, "  b%u: {title: B, due: 2019-03-01, after: a + 0d..400d}\n", i);
	make(&made);
	assert_false(made.timeline->feasible);
	assert_int_equal(made.timeline->conflict_count, conflicts);
	for (size_t i = 0; i < conflicts; i++)
		assert_int_equal(made.timeline->conflicts[i].chain.count, 3);
	unmake(&made);
}

static void test_many_of_one_component(void **state)
{
	(void)state;
	check_component(PLAN_CHAINS_MAX, PLAN_CHAINS_MAX);
	check_component(PLAN_CHAINS_MAX + 1, PLAN_CHAINS_MAX);
	check_component(PLAN_CHAINS_MAX + 60, PLAN_CHAINS_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_conflicts),
		cmocka_unit_test(test_many_followers),
		cmocka_unit_test(test_many_of_one_component),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
