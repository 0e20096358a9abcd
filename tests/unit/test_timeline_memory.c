/* Every allocation of a timeline fails once: it says so, and leaks nothing (the sanitizers see to that). */
#include <plan/timeline.h>

#include "alloc_fault.h"
#include "load_file.h"
#include "random_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* Asks everything that a timeline can be asked. */
static enum plan_status ask(const struct plan *plan)
{
	struct plan_timeline *timeline = NULL;
	enum plan_status status = plan_timeline_new(plan, &timeline);
	struct plan_chain chain;
	static bool forced[64];
	for (size_t i = 0; i < plan->steps.count && status == PLAN_OK; i++) {
		status = plan_timeline_why(timeline, plan->steps.at[i], i % 2, &chain);
		if (status == PLAN_OK)
			status = plan_timeline_forces_order(timeline, plan->steps.at[0], plan->steps.at[i], forced);
		if (status == PLAN_OK)
			status = plan_timeline_forced_before(timeline, plan->steps.at[i], forced);
	}
	plan_timeline_free(timeline);
	return status;
}

static void fail_each(const struct plan *plan, uint64_t seed)
{
	for (long n = 1;; n++) {
		alloc_fault_at(n);
		enum plan_status status = ask(plan);
		bool failed = alloc_fault_stop();
		if (!failed) {
			assert_int_equal(status, PLAN_OK);
			return;
		}
		if (status != PLAN_NOMEM)
			fail_msg("seed %llu: allocation %ld failed unnoticed", (unsigned long long)seed, n);
	}
}

static void test_failing_allocations(void **state)
{
	(void)state;
	struct buf text = {0};
	for (uint64_t seed = 1; seed <= 60; seed++) {
		struct loaded loaded;
		random_plan(&text, seed, 0);
		load_text(&loaded, buf_string(&text));
		if (loaded.plan)
			fail_each(loaded.plan, seed);
		load_free(&loaded);
	}
	buf_free(&text);
}

/* What random plans seldom hold: a meeting of more bodies than there is room for on the stack, rings that
 * gain and rings that only the days of a body keep turning, imprecise days in a ring, months and working days
 * in orders. */
static const char *const plans[] = {
	"plan: a\ntitle: A\nbodies:\n"
	"  b1: {name: B 1, meets: monday}\n  b2: {name: B 2, meets: monday}\n  b3: {name: B 3, meets: monday}\n"
	"  b4: {name: B 4, meets: monday}\n  b5: {name: B 5, meets: monday}\n  b6: {name: B 6, meets: monday}\n"
	"  b7: {name: B 7, meets: monday}\n  b8: {name: B 8, meets: monday}\n  b9: {name: B 9, meets: monday}\n"
	"  b10: {name: B 10, meets: monday}\n  b11: {name: B 11, meets: monday}\n"
	"  b12: {name: B 12, meets: monday}\n  b13: {name: B 13, meets: monday}\n"
	"  b14: {name: B 14, meets: monday}\n  b15: {name: B 15, meets: monday}\n"
	"  b16: {name: B 16, meets: monday}\n"
	"meetings:\n"
	"  all: {title: All, body: [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16]}\n",
	"plan: a\ntitle: A\nmeetings:\n"
	"  x: {title: X, after: y + 1d}\n  y: {title: Y, after: z}\n  z: {title: Z, after: x}\n",
	"plan: a\ntitle: A\nbodies: {mon: {name: M, meets: monday}, tue: {name: T, meets: tuesday}}\nmeetings:\n"
	"  x: {title: X, body: mon, after: y + 0d..3d}\n  y: {title: Y, body: tue, after: x + 0d}\n",
	"plan: a\ntitle: A\nbodies: {mon: {name: M, meets: monday}, tue: {name: T, meets: tuesday}}\nmeetings:\n"
	"  x: {title: X, body: mon, before: y + 0d..0d}\n  y: {title: Y, body: tue}\n",
	"plan: a\ntitle: A\nphases:\n"
	"  p: {title: P, start: 2018-10-01..2018-10-05, duration: 2w}\n"
	"meetings:\n"
	"  x: {title: X, during: p, after: p.start + 1w..2w, deadline: 2018-10-08}\n"
	"  y: {title: Y, after: x + 1m, before: p.end + 2m, deadline: 2018-11-05}\n"
	"  z: {title: Z, after: y + 5wd}\n",
};

static void test_failing_allocations_of_rare_plans(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
		struct loaded loaded;
		load_good_text(&loaded, plans[i]);
		fail_each(loaded.plan, i);
		load_free(&loaded);
	}
}

/* The traps of calendars, which are of every kind of conflict and doubt. */
static void test_failing_allocations_of_traps(void **state)
{
	(void)state;
	static const struct {
		const char *name, *plan, *expected;
	} rows[] = {
#include "timeline_traps.def"
	};
	struct buf text = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct loaded loaded;
		buf_clear(&text);
		buf_printf(&text, "plan: p\ntitle: P\n%s", rows[i].plan);
		load_good_text(&loaded, buf_string(&text));
		fail_each(loaded.plan, i);
		load_free(&loaded);
	}
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_failing_allocations_of_traps),
									   cmocka_unit_test(test_failing_allocations),
									   cmocka_unit_test(test_failing_allocations_of_rare_plans)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
