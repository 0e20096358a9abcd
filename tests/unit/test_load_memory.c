/*
 * Running out of memory while a plan is loaded: every allocation fails once, ours and libyaml's.
 */
#include "alloc_fault.h"
#include "load_everything.h"

#include <plan/load.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Loads a text with the nth allocation failing; false when it needs fewer than n. */
static bool load_with_fault(const char *text, long n)
{
	struct plan_source source = {.name = "test", .bytes = text, .length = strlen(text)};
	struct plan_diags diags;
	struct plan *plan = NULL;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	diags.limit = 5;
	alloc_fault_at(n);
	enum plan_status status = plan_load(&source, &diags, &plan);
	bool failed = alloc_fault_stop();
	if (failed) {
		assert_int_equal(status, PLAN_NOMEM);
		assert_null(plan);
	} else {
		assert_int_equal(status, PLAN_OK);
	}
	plan_free(plan);
	plan_diags_free(&diags);
	return failed;
}

static void fail_each(const char *text, long least)
{
	long n = 1;
	while (load_with_fault(text, n))
		n++;
	assert_true(n > least);
}

static void test_good_plan(void **state)
{
	(void)state;
	fail_each(load_everything, 500);
}

/* Many errors, so that the list of findings grows and is cut, with related places, helps and suggestions. */
static void test_bad_plan(void **state)
{
	(void)state;
	fail_each(
		"plan: a b\ntitel: x\nyear: soon\nmeetings:\n  m: {title: M, body: nobody, date: 2018-02-30,\n"
		"    after: [m + x, n, o.middle + 2w], days: 0, status: don}\n  m: {title: M}\n  n: text\n"
		"  o: {title: O, held: 2018-01-01, status: cancelled, date: 1. maj}\n"
		"focus_areas: {a: {title: A, part_of: b}, b: {title: B, part_of: a}}\n"
		"bodies: {b1: {name: B, meets: [], kind: x}, b2: {name: B, meets: [monday, x]}}\n"
		"rules: {severity: {x: y}, margin: x}\ncalendar: {closed: [x], recess: {r: {title: R, date: x}}}\n",
		100);
}

/* Steps that do not stand together need a list of their own, and so do recesses: wherever the memory that
 * there is ends. */
static void test_parted_steps(void **state)
{
	(void)state;
	for (int title = 1; title < 4000; title += 50) {
		char text[8192];
		sprintf(text, "plan: p\ntitle: %0*d\nmeetings:\n", title, 0);
		for (int i = 0; i < 8; i++)
			sprintf(text + strlen(text), "  m%d: {title: M}\n", i);
		strcat(text, "bodies: {b: {name: B}}\ndocuments: {d: {title: D}}\ncalendar:\n  recess:\n");
		for (int i = 0; i < 8; i++)
			sprintf(text + strlen(text), "    r%d: {title: R, date: 2018-10-15}\n", i);
		fail_each(text, 20);
	}
}

/* Short entries of one id: the list of all entries grows for what is refused, too. */
static void test_refused_ids(void **state)
{
	(void)state;
	char text[4096] = "plan: p\ntitle: T\nparties:\n";
	for (int i = 0; i < 100; i++)
		strcat(text, "  a: {name: A}\n");
	fail_each(text, 20);
}

static void test_syntax_error(void **state)
{
	(void)state;
	fail_each("plan: p\ntitle: \"t\nmeetings: {}\n", 20);
}

static void test_screen(void **state)
{
	(void)state;
	fail_each("plan: p\x01\ntitle: \x02\n", 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_plan),    cmocka_unit_test(test_bad_plan),
		cmocka_unit_test(test_parted_steps), cmocka_unit_test(test_refused_ids),
		cmocka_unit_test(test_syntax_error), cmocka_unit_test(test_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
