/*
 * Repairs of random plans with several conflicts that share steps. What is offered for a conflict mends it,
 * and all else but what the other conflicts ran into; of all changes of one movable link of its chain, tried
 * one after the other, none that is smaller does, and where nothing is offered none does. So where one change
 * of one link makes the whole plan hold, every conflict is offered one, and none that is larger.
 */
#include "random_run.h"
#include "slow_chain.h"
#include "slow_repair.h"
#include "timeline/repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Changes are tried up to so many days. The plans are of 2019: few years will do. */
enum { DEFAULT_COUNT = 2000, FARTHEST = 40, FEWER_BEFORE = 39100, FEWER_AFTER = 59500 };

/* A plan; without what the conflicts but the one at hand ran into; and the chain of that one alone. */
static struct slow all, rest, alone;

static struct {
	unsigned plans, conflicts, repairs, none, whole;
} met;

static bool shares_a_step(const struct plan_conflict *a, const struct plan_conflict *b)
{
	for (size_t i = 0; i < a->chain.count; i++)
		for (size_t j = 0; j < b->chain.count; j++)
			if (a->chain.at[i].step == b->chain.at[j].step)
				return true;
	return false;
}

/* Whether some conflicts share a step. */
static bool is_entangled(const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->conflict_count; i++)
		for (size_t j = 0; j < i; j++)
			if (shares_a_step(&timeline->conflicts[i], &timeline->conflicts[j]))
				return true;
	return false;
}

/* Leaves a cause out of the plan. That a step does not end before it starts is not said beside what it lasts
 * at the least. */
static void leave_out(const struct plan_cause *cause)
{
	struct slow_constraint *constraint = slow_find(&rest, cause);
	if (!constraint)
		return;
	constraint->on = false;
	const struct plan_step *step = constraint->owner;
	bool order = constraint->type == SLOW_LASTS_LEAST && cause->kind == PLAN_CAUSE_DURATION &&
				 plan_step_duration(step) && plan_step_duration(step)->range.min.unit != PLAN_WORKDAYS;
	for (size_t i = 0; i < rest.constraint_count && order; i++)
		if (rest.constraints[i].kind == PLAN_CAUSE_ORDER && rest.constraints[i].owner == step)
			rest.constraints[i].on = false;
}

static void leave_out_arc(struct timeline_work *work, uint32_t arc)
{
	struct view view = {.work = work};
	struct plan_cause cause = cause_of_arc(&view, arc, 0);
	leave_out(&cause);
}

static void leave_out_set(const struct timeline_work *work, uint32_t place)
{
	struct plan_cause cause = {.kind = PLAN_CAUSE_CALENDAR};
	cause.step = work_step(work, place, &cause.at_end);
	leave_out(&cause);
}

/* Leaves out what earlier rounds found. */
static void leave_out_spent(struct timeline_work *work, const struct spent *spent)
{
	for (size_t i = 0; i < spent->arcs_out; i++)
		leave_out_arc(work, spent->arcs.at[i].arc);
	for (size_t i = 0; i < spent->sets_out; i++)
		leave_out_set(work, spent->sets.at[i].place);
	for (size_t i = 0; i < spent->excepts.count; i++) {
		const struct spent_bound *bound = &spent->bounds.at[i];
		const struct plan_step *step = bound->step;
		struct plan_cause cause = {.kind = PLAN_CAUSE_LINK,
								   .step = step,
								   .link = bound->except.what,
								   .at_end = bound->except.at_end,
								   .upper = bound->except.upper};
		const void *dates[] = {step->held, step->date, plan_step_start(step), plan_step_end(step),
							   step->deadline};
		for (size_t d = 0; d < 5; d++)
			if (dates[d] == bound->except.what) {
				cause.kind = d == 0 ? PLAN_CAUSE_HELD : d == 4 ? PLAN_CAUSE_DEADLINE : PLAN_CAUSE_DATE;
				cause.link = NULL;
			}
		leave_out(&cause);
	}
}

/* Leaves out what was set aside for other conflicts than one. */
static void leave_out_others(struct timeline_work *work, const struct conflicts *conflicts, size_t number)
{
	for (size_t i = 0; i < conflicts->aside.count; i++) {
		const struct aside *aside = &conflicts->aside.at[i];
		if (aside->conflict == number + 1 || aside->follows == number + 1)
			continue;
		struct plan_cause cause = cause_of_bound(work, 0, aside->bound, true);
		if (aside->kind == ASIDE_ARC)
			leave_out_arc(work, aside->at);
		else if (aside->kind == ASIDE_SET)
			leave_out_set(work, aside->at);
		else if (aside->bound.date || aside->bound.link) {
			cause = cause_of_bound(work, aside->at, aside->bound, true);
			leave_out(&cause);
		}
	}
}

/* Whether a meeting that is moved to a known day can be held on it. */
static bool can_be_held(const struct change *change)
{
	const struct plan_step *step = change->cause->step;
	plan_day days[SLOW_VARIABLES];
	if (change->cause->kind != PLAN_CAUSE_DATE || step->entry.kind != PLAN_KIND_MEETING ||
		!plan_window_is_day(step->date->expr.start))
		return true;
	struct slow_constraint set = {.type = SLOW_SET, .owner = step, .x = slow_variable(&all, step, false)};
	days[set.x] = change->day - (change->cause->at_end ? step->days - 1 : 0);
	return slow_holds(&all, &set, days);
}

static bool mends(const struct plan_timeline *timeline, const struct change *change)
{
	return can_be_held(change) && change_mends(&alone, timeline, change) &&
		   change_mends(&rest, timeline, change);
}

/* The same, in all years if not in few. */
static bool mends_some_year(const struct plan_timeline *timeline, const struct change *change)
{
	if (mends(timeline, change))
		return true;
	rest.first = alone.first = PLAN_DAY_MIN;
	rest.last = alone.last = PLAN_DAY_MAX;
	bool mended = mends(timeline, change);
	rest.first = alone.first = all.first;
	rest.last = alone.last = all.last;
	return mended;
}

/* The least change of a link, below `less` days, that mends; `less` when none does. */
static int64_t least_change(const struct plan_timeline *timeline, const struct plan_cause *cause,
							int64_t less)
{
	struct change change;
	for (int32_t by = 1; change_give_way(cause, by, &change) && change.days < less; by++)
		if (mends(timeline, &change))
			return change.days;
	return less;
}

/* The least change of all links of a chain that are no deadlines, or that are. */
static int64_t least_of_all(const struct plan_timeline *timeline, const struct plan_chain *chain,
							bool deadlines, int64_t less)
{
	for (size_t i = 0; i < chain->count; i++)
		if ((chain->at[i].kind == PLAN_CAUSE_DEADLINE) == deadlines)
			less = least_change(timeline, &chain->at[i], less);
	return less;
}

static void check_repair(const struct plan_timeline *timeline, const struct plan_conflict *conflict)
{
	const struct plan_repair *repair = &conflict->repair;
	const char *id = conflict->step->entry.id;
	bool deadline = repair->cause && repair->cause->kind == PLAN_CAUSE_DEADLINE;
	int64_t days = FARTHEST;
	if (repair->cause) {
		struct change change = change_of_repair(repair);
		CHECK(mends_some_year(timeline, &change), "the repair of %s at line %u does not help", id,
			  repair->cause->span.line);
		days = change.days < FARTHEST ? change.days : FARTHEST;
	}
	/* A deadline is only moved when nothing else helps, however much. */
	int64_t other = deadline ? FARTHEST : days;
	int64_t least = least_of_all(timeline, &conflict->chain, false, other);
	CHECK(least == other, "%s is mended by %d days, and not by less", id, (int)least);
	if (deadline || !repair->cause)
		least = least_of_all(timeline, &conflict->chain, true, days);
	CHECK(!deadline || least == days, "%s is mended by a deadline of %d days more, and not by less", id,
		  (int)least);
	CHECK(repair->cause || least == FARTHEST, "%s is mended by a deadline of %d days more", id, (int)least);
	met.repairs += repair->cause != NULL;
	met.none += repair->cause == NULL;
}

/* Where one change of one link makes the whole plan hold, each conflict is offered no larger one. */
static void check_whole(const struct plan_timeline *timeline)
{
	rest = alone = all;
	int64_t least = least_of_all(timeline, &timeline->conflicts[0].chain, false, FARTHEST);
	for (size_t i = 0; i < timeline->conflict_count && i < PLAN_REPAIRS_MAX && least < FARTHEST; i++) {
		const struct plan_repair *repair = &timeline->conflicts[i].repair;
		CHECK(repair->cause && repair->cause->kind != PLAN_CAUSE_DEADLINE,
			  "a change of %d days mends all, and none is offered", (int)least);
		CHECK(change_of_repair(repair).days <= least,
			  "a change of %d days mends all, a larger one is offered", (int)least);
	}
	met.whole += least < FARTHEST;
}

/* One round of finding conflicts, as plan_timeline_new does it; `*told` of them were told before. */
static void check_round(const struct plan_timeline *timeline, struct timeline_work *work, struct spent *spent,
						struct repair_budget *budget, size_t *told)
{
	struct conflicts conflicts;
	assert_int_equal(conflicts_find(work, spent, &conflicts), PLAN_OK);
	size_t repairs = budget->count;
	assert_int_equal(repairs_find(work, spent, &conflicts, budget), PLAN_OK);
	for (size_t i = 0; i < conflicts.found.count && i < repairs; i++) {
		const struct plan_conflict *conflict = &conflicts.found.at[i];
		rest = alone = all;
		leave_out_spent(work, spent);
		leave_out_others(work, &conflicts, i);
		slow_turn_on(&alone, &conflict->chain);
		check_repair(timeline, conflict);
		CHECK(timeline->conflicts[*told + i].step == conflict->step, "other conflicts are told");
	}
	*told += conflicts.found.count;
	met.conflicts += (unsigned)conflicts.found.count;
	conflicts_restore(work, spent, &conflicts);
	conflicts_free(&conflicts);
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	if (!is_entangled(timeline))
		return;
	struct arena *arena = arena_new();
	struct timeline_work work;
	struct spent spent = {0};
	struct repair_budget budget = REPAIR_BUDGET;
	assert_int_equal(work_init(&work, plan, arena), PLAN_OK);
	slow_init(&all, plan, false);
	all.first += FEWER_BEFORE;
	all.last -= FEWER_AFTER;
	slow_turn_all(&all, true);
	for (size_t told = 0; told < timeline->conflict_count;)
		check_round(timeline, &work, &spent, &budget, &told);
	check_whole(timeline);
	met.plans++;
	spent_free(&spent);
	work_free(&work);
	arena_free(arena);
}

static void test_entangled(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message("%u plans with %u conflicts: %u repairs, %u without; %u plans that one change mends\n",
				  met.plans, met.conflicts, met.repairs, met.none, met.whole);
	if (count.all >= 1000)
		assert_true(met.plans > count.all / 10 && met.repairs > met.plans && met.none > met.plans / 20 &&
					met.whole > met.plans / 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_entangled)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
