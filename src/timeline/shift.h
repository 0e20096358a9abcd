/*
 * The functions of constraints: f in "y >= f(x)", each non-decreasing on days, each with its upper adjoint.
 *
 * f* with "f(x) <= y exactly when x <= f*(y)" is what a backward pass uses; it is not f with the sign turned:
 * a month after 31 January is 28 February, a month before 28 February is no 31 January.
 */
#ifndef TIMELINE_SHIFT_H
#define TIMELINE_SHIFT_H

#include <plan/calendar.h>
#include <plan/model.h>

enum shift_kind {
	SHIFT_DAYS,        /* x + n */
	SHIFT_WORKDAYS,    /* the least day with at least n working days, counted with sign, in (x, day] */
	SHIFT_MONTHS,      /* the same day of the month n months later, clamped */
	SHIFT_MONTHS_MOST, /* the least day whose same day n months later, clamped, is not before x */
	SHIFT_NONE         /* no constraint at all: an arc that is left out */
};

/* f(x) = post + g(x + pre), g being one of the kinds with n = count. */
struct shift {
	int32_t count : 24;
	int32_t pre : 2, post : 2;
	uint32_t kind : 4; /* enum shift_kind */
};

/* A shift of that many days. */
struct shift shift_days(int32_t days);

/* "y is at least `lag` after x", as of gaps: `0wd` allows the same day. */
struct shift shift_at_least(struct plan_lag lag);

/* "x is at most `lag` before y": the shift from y to x. */
struct shift shift_at_most(struct plan_lag lag);

/* The shift from a first to a last day of something that lasts at least `lag`, both days counted. */
struct shift shift_lasts_at_least(struct plan_lag lag);

/* The shift from a last to a first day of something that lasts at most `lag`, both days counted. */
struct shift shift_lasts_at_most(struct plan_lag lag);

/* Behind the inline functions: all kinds but days. */
plan_day shift_least_slow(const struct plan_calendar *calendar, struct shift shift, plan_day x);
plan_day shift_most_slow(const struct plan_calendar *calendar, struct shift shift, plan_day y);

/*
 * f(x) for a day of 1900-2199: the least y that keeps the constraint. Beyond 2199 it is some later day,
 * before 1900 some earlier one; PLAN_DAY_OPEN_START when every y does.
 */
static inline plan_day shift_least(const struct plan_calendar *calendar, struct shift shift, plan_day x)
{
	return shift.kind == SHIFT_DAYS ? x + shift.count : shift_least_slow(calendar, shift, x);
}

/* f*(y) for a day of 1900-2199: the greatest x that keeps the constraint; PLAN_DAY_OPEN_END when every x
 * does. */
static inline plan_day shift_most(const struct plan_calendar *calendar, struct shift shift, plan_day y)
{
	return shift.kind == SHIFT_DAYS ? y - shift.count : shift_most_slow(calendar, shift, y);
}

#endif
