/*
 * The order of a file's sections does not matter, and the bundled plans load.
 */
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static plan_day day(int year, int month, int day_of_month)
{
	return plan_day_from_civil((struct plan_civil){year, month, day_of_month});
}

/* A year or a recess that stands further down counts for the whole file. */
static void test_order_does_not_matter(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(
		&loaded, "meetings: {m: {title: M, date: 13. august}, n: {title: N, date: efter Sommerferie}}\n"
				 "phases: {f: {title: F, date: 15. december-10. januar}}\n"
				 "calendar: {closed: [1. maj], recess: {s: {title: sommerferie, date: 25. juni-5. august}}}\n"
				 "year: 2018\ntitle: t\nplan: p\n");
	load_assert_window(load_step(&loaded, "m")->date->expr.start, day(2018, 8, 13), day(2018, 8, 13));
	load_assert_window(load_step(&loaded, "n")->date->expr.start, day(2018, 8, 6), PLAN_DAY_OPEN_END);
	assert_int_equal(loaded.plan->closed[0], day(2018, 5, 1));
	assert_int_equal(load_step(&loaded, "f")->date->expr.end.latest, day(2019, 1, 10));
	assert_int_equal(loaded.diags.counted[PLAN_NOTE], 1);
	assert_true(load_has(&loaded, PLAN_RULE_BAD_DATE, 2, 30));
	load_free(&loaded);
}

static void test_data_plans(void **state)
{
	struct loaded loaded;
	(void)state;
	load_good_file(&loaded, "data/plans/integrationspolitik-2010.plan.yaml");
	assert_int_equal(loaded.plan->themes.count, 5);
	load_free(&loaded);
	load_good_file(&loaded, "data/plans/integrationspolitik-2018.plan.yaml");
	assert_int_equal(loaded.plan->groups.count, 3);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_does_not_matter),
		cmocka_unit_test(test_data_plans),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
