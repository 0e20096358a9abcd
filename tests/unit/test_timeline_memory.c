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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_failing_allocations)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
