/*
 * What the orders alone force, of random plans: what is said to be forced is by the slow solver, and of days
 * and weeks nothing that is forced is left out.
 */
#include "random_run.h"
#include "slow_solver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The plans are of 2019: few years will do. */
enum { DEFAULT_COUNT = 1000, FEWER_BEFORE = 39100, FEWER_AFTER = 59500 };

static struct {
	unsigned pairs, forced, missed;
} met;

/* Leaves on what orders steps and says how long they last; whether all of it is in days. */
static bool turn_orders_on(struct slow *slow)
{
	bool days = true;
	for (size_t i = 0; i < slow->constraint_count; i++) {
		struct slow_constraint *c = &slow->constraints[i];
		c->on = c->type == SLOW_LAG_LEAST || c->type == SLOW_LAG_MOST || c->type == SLOW_LASTS_LEAST ||
				c->type == SLOW_LASTS_MOST;
		days = days && (!c->on || c->lag.unit == PLAN_DAYS || c->lag.unit == PLAN_WEEKS);
	}
	slow->first += FEWER_BEFORE;
	slow->last -= FEWER_AFTER;
	return days;
}

/* Whether the second may begin before the first is over. */
static bool may_meet(struct slow *slow, const struct plan_step *first, const struct plan_step *second)
{
	slow->constraints[slow->constraint_count++] =
		(struct slow_constraint){.type = SLOW_LAG_LEAST,
								 .kind = PLAN_CAUSE_ORDER,
								 .x = slow_variable(slow, second, false),
								 .y = slow_variable(slow, first, true),
								 .lag = {0, PLAN_DAYS, true},
								 .on = true};
	bool may = slow_earliest(slow);
	slow->constraint_count--;
	return may;
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	static struct slow slow;
	bool facts = false;
	for (size_t i = 0; i < plan->steps.count; i++)
		facts = facts || plan->steps.at[i]->status == PLAN_DONE;
	slow_init(&slow, plan, false);
	bool days = turn_orders_on(&slow);
	/* Of facts, their length and what they break, the slow solver knows as much as is written. Orders that no
	 * days keep force nothing in particular. */
	if (facts || !slow_earliest(&slow))
		return;
	for (size_t i = 0; i < plan->steps.count; i++)
		for (size_t j = 0; j < plan->steps.count; j++) {
			const struct plan_step *first = plan->steps.at[i], *second = plan->steps.at[j];
			bool forced;
			if (i == j || first->status == PLAN_CANCELLED || second->status == PLAN_CANCELLED)
				continue;
			assert_int_equal(plan_timeline_forces_order(timeline, first, second, &forced), PLAN_OK);
			bool may = may_meet(&slow, first, second);
			CHECK(!forced || !may, "%s is not forced to come before %s", first->entry.id, second->entry.id);
			CHECK(forced || may || !days, "%s is forced to come before %s", first->entry.id,
				  second->entry.id);
			met.pairs++;
			met.forced += forced;
			met.missed += !forced && !may;
		}
}

static void test_forced_orders(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message("%u pairs, %u forced, %u more of them only by what days the months and weeks have\n",
				  met.pairs, met.forced, met.missed);
	if (count.all >= 100)
		assert_true(met.forced > count.all / 2 && met.pairs > 2 * met.forced && met.missed < met.forced / 20);
}

/* Whatever is known of how long it took, a phase that was held does not end before it begins. */
static void test_order_through_a_fact(void **state)
{
	(void)state;
	struct loaded loaded;
	struct plan_timeline *timeline;
	bool forced = false;
	load_good_text(&loaded, "plan: fact\ntitle: Through a fact\n"
							"phases:\n"
							"  held: {title: Held, held: 2018-08-06/2018-08-17, duration: 2w}\n"
							"meetings:\n"
							"  before: {title: Before, before: held, held: 2018-08-01}\n"
							"  after: {title: After, after: held}\n");
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	assert_int_equal(plan_timeline_forces_order(timeline, load_step(&loaded, "before"),
												load_step(&loaded, "after"), &forced),
					 PLAN_OK);
	assert_true(forced);
	plan_timeline_free(timeline);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_forced_orders),
									   cmocka_unit_test(test_order_through_a_fact)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
