/*
 * Changes of one link of a plan, tried by the slow solver.
 */
#ifndef SLOW_REPAIR_H
#define SLOW_REPAIR_H

#include "slow_solver.h"

/* A change of one link: a date's day, or a gap's or duration's number in days where it was in weeks. */
struct change {
	const struct plan_cause *cause;
	plan_day day;
	struct plan_lag lag;
	int64_t days; /* how much it is */
};

bool change_is_date(const struct plan_cause *cause);
bool slow_is_fact(const struct plan_step *step);

/* A lag in days where it was in weeks. */
struct plan_lag change_in_days(struct plan_lag lag);

/* What a number of a unit counts for: a month 30 days, five working days a week. */
int64_t change_worth(uint8_t unit, int32_t count);

/* The lag that a link may be changed by; NULL when it is none, or not movable. */
const struct plan_lag *change_lag(const struct plan_cause *cause);

/* Gives way by `by` units at a link: a date's days, or the number of a gap or duration, weeks counted in
 * days. False when that cannot be. */
bool change_give_way(const struct plan_cause *cause, int32_t by, struct change *change);

/* The change that a repair is. */
struct change change_of_repair(const struct plan_repair *repair);

/* Whether what is on of a plan holds with a change; the other side of a known day, or of an exact duration,
 * follows. */
bool change_mends(const struct slow *slow, const struct plan_timeline *timeline, const struct change *change);

#endif
