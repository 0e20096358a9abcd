#include "slow_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

bool change_is_date(const struct plan_cause *cause)
{
	return cause->kind == PLAN_CAUSE_DATE || cause->kind == PLAN_CAUSE_DEADLINE;
}

struct plan_lag change_in_days(struct plan_lag lag)
{
	if (lag.unit == PLAN_WEEKS)
		lag = (struct plan_lag){lag.count * 7, PLAN_DAYS, true};
	return lag;
}

int64_t change_worth(uint8_t unit, int32_t count)
{
	return unit == PLAN_MONTHS     ? 30 * (int64_t)count
		   : unit == PLAN_WORKDAYS ? 14 * (int64_t)count / 10
								   : count;
}

bool slow_is_fact(const struct plan_step *step)
{
	return step->status == PLAN_DONE &&
		   (step->held || step->date || plan_step_start(step) || plan_step_end(step));
}

const struct plan_lag *change_lag(const struct plan_cause *cause)
{
	const struct plan_range *range = NULL;
	if (cause->kind == PLAN_CAUSE_LINK && cause->link->relation <= PLAN_BEFORE &&
		cause->link->to.entry->kind != PLAN_KIND_RECESS)
		range = &cause->link->gap;
	if (cause->kind == PLAN_CAUSE_DURATION && plan_step_duration(cause->step) && !slow_is_fact(cause->step))
		range = &plan_step_duration(cause->step)->range;
	if (!range)
		return NULL;
	const struct plan_lag *lag = cause->most ? &range->max : &range->min;
	return lag->given ? lag : NULL;
}

/* Makes the other side of a known day, or of an exact duration, follow. */
static void change_other_side(struct slow *changed, const struct change *change,
							  const struct slow_constraint *was)
{
	const struct plan_cause *cause = change->cause;
	for (size_t i = 0; i < changed->constraint_count; i++) {
		struct slow_constraint *other = &changed->constraints[i];
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
static void hold_to_days(struct slow *changed, const struct plan_timeline *timeline,
						 const struct plan_cause *cause)
{
	for (size_t i = 0; i < timeline->off_day_count && cause->kind == PLAN_CAUSE_DATE; i++)
		if (timeline->off_days[i].step == cause->step)
			changed->constraints[changed->constraint_count++] =
				(struct slow_constraint){.type = SLOW_SET,
										 .kind = PLAN_CAUSE_CALENDAR,
										 .owner = cause->step,
										 .x = slow_variable(changed, cause->step, false),
										 .on = true};
}

bool change_mends(const struct slow *slow, const struct plan_timeline *timeline, const struct change *change)
{
	static struct slow changed;
	changed = *slow;
	struct slow_constraint *constraint = slow_find(&changed, change->cause), was = *constraint;
	change_other_side(&changed, change, &was);
	if (change_is_date(change->cause))
		constraint->day = change->day;
	else
		constraint->lag = change->lag;
	hold_to_days(&changed, timeline, change->cause);
	return slow_earliest(&changed);
}

bool change_give_way(const struct plan_cause *cause, int32_t by, struct change *change)
{
	*change = (struct change){.cause = cause, .days = by};
	if (cause->kind == PLAN_CAUSE_DATE && slow_is_fact(cause->step))
		return false;
	if (change_is_date(cause)) {
		change->day = cause->upper ? cause->day + by : cause->day - by;
		return true;
	}
	const struct plan_lag *lag = change_lag(cause);
	if (!lag)
		return false;
	change->lag = change_in_days(*lag);
	change->lag.count += cause->most ? by : -by;
	change->days = change_worth(change->lag.unit, by);
	return cause->most || change->lag.count >= (cause->kind == PLAN_CAUSE_DURATION);
}

struct change change_of_repair(const struct plan_repair *repair)
{
	struct change change = {
		.cause = repair->cause, .day = repair->day, .lag = change_in_days(repair->amount)};
	if (change_is_date(repair->cause)) {
		plan_day day = repair->cause->day;
		change.days = repair->day > day ? repair->day - day : day - repair->day;
		return change;
	}
	const struct plan_lag *lag = change_lag(repair->cause);
	assert_non_null(lag);
	int32_t by = change.lag.count - change_in_days(*lag).count;
	change.days = change_worth(change.lag.unit, by < 0 ? -by : by);
	return change;
}
