/*
 * Days that lie a given time before or after another.
 */
#ifndef CHECK_DAY_H
#define CHECK_DAY_H

#include <plan/calendar.h>

/*
 * The last day that is at least `lag` before `day`: day_after of it is no later than `day`. The day itself
 * when the lag was not given; open when `day` is, or when 1900-2199 is left.
 */
plan_day day_before(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag);

/*
 * The day `lag` after `day`: so many days, weeks, months (clamped to the month's end) or working days later.
 * Open when `day` is, or when 1900-2199 is left.
 */
plan_day day_after(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag);

/* The last day of something that starts on `day` and takes so long, both days counted. Open as above. */
plan_day day_lasting(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag);

/* Whether a day is neither of the two open ends. */
bool day_is_known(plan_day day);

#endif
