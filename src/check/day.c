#include "check/day.h"

bool day_is_known(plan_day day)
{
	return day != PLAN_DAY_OPEN_START && day != PLAN_DAY_OPEN_END;
}

static plan_day add_days(plan_day day, int64_t days)
{
	int64_t sum = day + days;
	return sum < PLAN_DAY_MIN ? PLAN_DAY_OPEN_START : sum > PLAN_DAY_MAX ? PLAN_DAY_OPEN_END : (plan_day)sum;
}

plan_day day_after(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag)
{
	if (!day_is_known(day) || !lag.given)
		return day;
	switch ((enum plan_unit)lag.unit) {
	case PLAN_DAYS: break;
	case PLAN_WEEKS: return add_days(day, (int64_t)lag.count * 7);
	case PLAN_MONTHS: return plan_day_add_months(day, lag.count);
	case PLAN_WORKDAYS: return plan_calendar_add_workdays(calendar, day, lag.count);
	}
	return add_days(day, lag.count);
}

/* The last x with at least `count` working days in (x, day]. */
static plan_day before_workdays(const struct plan_calendar *calendar, plan_day day, int32_t count)
{
	if (count <= 0)
		return day;
	plan_day nth = plan_calendar_is_workday(calendar, day) ? count - 1 : count;
	plan_day last = nth ? plan_calendar_add_workdays(calendar, day, -nth) : day;
	return day_is_known(last) ? add_days(last, -1) : last;
}

/* Clamping makes "a month before" differ from "a month later": the 31st is a month after every end of April.
 */
static plan_day before_months(plan_day day, int32_t count)
{
	plan_day before = plan_day_add_months(day, -count);
	while (day_is_known(before) && before < PLAN_DAY_MAX && plan_day_add_months(before + 1, count) <= day)
		before++;
	return before;
}

plan_day day_before(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag)
{
	if (!day_is_known(day) || !lag.given)
		return day;
	switch ((enum plan_unit)lag.unit) {
	case PLAN_DAYS: break;
	case PLAN_WEEKS: return add_days(day, -(int64_t)lag.count * 7);
	case PLAN_MONTHS: return before_months(day, lag.count);
	case PLAN_WORKDAYS: return before_workdays(calendar, day, lag.count);
	}
	return add_days(day, -(int64_t)lag.count);
}

plan_day day_lasting(const struct plan_calendar *calendar, plan_day day, struct plan_lag lag)
{
	if (!day_is_known(day) || !lag.given)
		return day;
	if (lag.unit == PLAN_WORKDAYS)
		return plan_calendar_add_workdays(calendar, day - 1, lag.count);
	plan_day end = day_after(calendar, day, lag);
	return day_is_known(end) ? add_days(end, -1) : end;
}
