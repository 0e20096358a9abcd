/*
 * Repairs of random plans with one conflict: what is proposed mends the plan, and of all changes of one
 * movable link of its chain, tried one after the other, none that is smaller does; where nothing is proposed,
 * none does.
 */
#include "random_run.h"
#include "slow_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Changes are tried up to so many days. */
enum { DEFAULT_COUNT = 2000, FARTHEST = 45 };

static struct slow slow;

static struct {
	unsigned repairs, none, off_days;
} met;

/* Whether some change of fewer than `less` days at a link mends the plan. */
static bool something_less(const struct plan_timeline *timeline, const struct plan_cause *cause, int64_t less)
{
	struct change change;
	for (int32_t by = 1; change_give_way(cause, by, &change) && change.days < less; by++)
		if (change_mends(&slow, timeline, &change))
			return true;
	return false;
}

static void check_repair(const struct plan_timeline *timeline, const struct plan_conflict *conflict)
{
	const struct plan_repair *repair = &conflict->repair;
	int64_t less = FARTHEST;
	bool of_deadline = !repair->cause || repair->cause->kind == PLAN_CAUSE_DEADLINE;
	if (repair->cause) {
		struct change change = change_of_repair(repair);
		CHECK(change_mends(&slow, timeline, &change), "the repair at line %u does not help",
			  repair->cause->span.line);
		less = change.days < FARTHEST ? change.days : FARTHEST;
	}
	for (size_t i = 0; i < conflict->chain.count; i++) {
		const struct plan_cause *cause = &conflict->chain.at[i];
		/* A deadline is only moved when nothing else helps, however much. */
		bool deadline = cause->kind == PLAN_CAUSE_DEADLINE;
		if (deadline && !of_deadline)
			continue;
		CHECK(!something_less(timeline, cause, of_deadline && !deadline ? FARTHEST : less),
			  "less at line %u mends the plan than the repair at line %u", cause->span.line,
			  repair->cause ? repair->cause->span.line : 0);
	}
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	if (timeline->conflict_count != 1 || timeline->conflicts[0].chain.count == 0)
		return;
	slow_init(&slow, plan, false);
	check_repair(timeline, &timeline->conflicts[0]);
	met.repairs += timeline->conflicts[0].repair.cause != NULL;
	met.none += timeline->conflicts[0].repair.cause == NULL;
	met.off_days += timeline->off_day_count > 0;
}

static void test_repairs(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message("%u repairs, %u conflicts without one; %u plans with days off\n", met.repairs, met.none,
				  met.off_days);
	if (count.all >= 100)
		assert_true(met.repairs > count.all / 20 && met.none > 0 && met.off_days > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_repairs)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
