/*
 * Repairs of random plans with one conflict: what is proposed mends the plan, and of all changes of one
 * movable link of its chain, tried one after the other, none that is smaller does; where nothing is proposed,
 * none does.
 */
#include "random_run.h"
#include "slow_solver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Changes are tried up to so many days. */
enum { DEFAULT_COUNT = 2000, FARTHEST = 45 };

static struct slow slow, changed;

static struct {
	unsigned repairs, none, tried, off_days;
} met;

/* A change of one link: a date's day, or a gap's or duration's number in days where it was in weeks. */
struct change {
	const struct plan_cause *cause;
	plan_day day;
	struct plan_lag lag;
	int64_t days; /* how much it is */
};

static bool is_date(const struct plan_cause *cause)
{
	return cause->kind == PLAN_CAUSE_DATE || cause->kind == PLAN_CAUSE_DEADLINE;
}

static struct plan_lag in_days(struct plan_lag lag)
{
	if (lag.unit == PLAN_WEEKS)
		lag = (struct plan_lag){lag.count * 7, PLAN_DAYS, true};
	return lag;
}

/* What a number of a unit counts for: a month 30 days, five working days a week. */
static int64_t worth(uint8_t unit, int32_t count)
{
	return unit == PLAN_MONTHS     ? 30 * (int64_t)count
		   : unit == PLAN_WORKDAYS ? 14 * (int64_t)count / 10
								   : count;
}

static bool is_fact(const struct plan_step *step)
{
	return step->status == PLAN_DONE && (step->held || step->date || step->start || step->end);
}

/* The lag that a link may be changed by; NULL when it is none, or not movable. */
static const struct plan_lag *lag_of(const struct plan_cause *cause)
{
	const struct plan_range *range = NULL;
	if (cause->kind == PLAN_CAUSE_LINK && cause->link->relation <= PLAN_BEFORE &&
		cause->link->to.entry->kind != PLAN_KIND_RECESS)
		range = &cause->link->gap;
	if (cause->kind == PLAN_CAUSE_DURATION && cause->step->duration && !is_fact(cause->step))
		range = &cause->step->duration->range;
	if (!range)
		return NULL;
	const struct plan_lag *lag = cause->most ? &range->max : &range->min;
	return lag->given ? lag : NULL;
}

/* Gives way by `by` units at a link; false when that cannot be. */
static bool give_way(const struct plan_cause *cause, int32_t by, struct change *change)
{
	*change = (struct change){.cause = cause, .days = by};
	if (cause->kind == PLAN_CAUSE_DATE && is_fact(cause->step))
		return false;
	if (is_date(cause)) {
		change->day = cause->upper ? cause->day + by : cause->day - by;
		return true;
	}
	const struct plan_lag *lag = lag_of(cause);
	if (!lag)
		return false;
	change->lag = in_days(*lag);
	change->lag.count += cause->most ? by : -by;
	change->days = worth(change->lag.unit, by);
	return cause->most || change->lag.count >= (cause->kind == PLAN_CAUSE_DURATION);
}

/* Makes the other side of a known day, or of an exact duration, follow. */
static void change_other_side(const struct change *change, const struct slow_constraint *was)
{
	const struct plan_cause *cause = change->cause;
	for (size_t i = 0; i < changed.constraint_count; i++) {
		struct slow_constraint *other = &changed.constraints[i];
		if (other->owner != was->owner || other->kind != cause->kind)
			continue;
		if (cause->kind == PLAN_CAUSE_DATE && other->x == was->x && other->day == was->day)
			other->day = change->day;
		if (cause->kind == PLAN_CAUSE_DURATION && other->lag.count == was->lag.count &&
			other->lag.unit == was->lag.unit)
			other->lag = change->lag;
	}
}

/* A meeting on a day that is none of its own is held to its days again when it is moved. */
static void hold_to_days(const struct plan_timeline *timeline, const struct plan_cause *cause)
{
	for (size_t i = 0; i < timeline->off_day_count && cause->kind == PLAN_CAUSE_DATE; i++)
		if (timeline->off_days[i].step == cause->step)
			changed.constraints[changed.constraint_count++] =
				(struct slow_constraint){.type = SLOW_SET,
										 .kind = PLAN_CAUSE_CALENDAR,
										 .owner = cause->step,
										 .x = slow_variable(&slow, cause->step, false),
										 .on = true};
}

static bool mends(const struct plan_timeline *timeline, const struct change *change)
{
	changed = slow;
	struct slow_constraint *constraint = slow_find(&changed, change->cause), was = *constraint;
	change_other_side(change, &was);
	if (is_date(change->cause))
		constraint->day = change->day;
	else
		constraint->lag = change->lag;
	hold_to_days(timeline, change->cause);
	met.tried++;
	return slow_earliest(&changed);
}

/* Whether some change of fewer than `less` days at a link mends the plan. */
static bool something_less(const struct plan_timeline *timeline, const struct plan_cause *cause, int64_t less)
{
	struct change change;
	for (int32_t by = 1; give_way(cause, by, &change) && change.days < less; by++)
		if (mends(timeline, &change))
			return true;
	return false;
}

/* The change that a repair is. */
static struct change change_of(const struct plan_repair *repair)
{
	struct change change = {.cause = repair->cause, .day = repair->day, .lag = in_days(repair->amount)};
	if (is_date(repair->cause)) {
		plan_day day = repair->cause->day;
		change.days = repair->day > day ? repair->day - day : day - repair->day;
		return change;
	}
	const struct plan_lag *lag = lag_of(repair->cause);
	assert_non_null(lag);
	int32_t by = change.lag.count - in_days(*lag).count;
	change.days = worth(change.lag.unit, by < 0 ? -by : by);
	return change;
}

static void check_repair(const struct plan_timeline *timeline, const struct plan_conflict *conflict)
{
	const struct plan_repair *repair = &conflict->repair;
	int64_t less = FARTHEST;
	bool of_deadline = !repair->cause || repair->cause->kind == PLAN_CAUSE_DEADLINE;
	if (repair->cause) {
		struct change change = change_of(repair);
		CHECK(mends(timeline, &change), "the repair at line %u does not help", repair->cause->span.line);
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
	print_message("%u repairs, %u conflicts without one; %u changes tried, %u plans with days off\n",
				  met.repairs, met.none, met.tried, met.off_days);
	if (count.all >= 100)
		assert_true(met.repairs > count.all / 20 && met.none > 0 && met.off_days > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_repairs)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
