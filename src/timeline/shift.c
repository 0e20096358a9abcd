#include "timeline/shift.h"

#include <assert.h>

static_assert(sizeof(struct shift) == 4, "arcs are counted in millions");

struct shift shift_days(int32_t days)
{
	return (struct shift){.kind = SHIFT_DAYS, .count = days};
}

/* Days and weeks are days; -1 for months and working days. */
static int32_t unit_days(struct plan_lag lag)
{
	return lag.unit == PLAN_DAYS ? 1 : lag.unit == PLAN_WEEKS ? 7 : -1;
}

struct shift shift_at_least(struct plan_lag lag)
{
	if (unit_days(lag) > 0)
		return shift_days(lag.count * unit_days(lag));
	if (lag.unit == PLAN_MONTHS)
		return (struct shift){.kind = SHIFT_MONTHS, .count = lag.count};
	/* No working day in between is never earlier than the day itself. */
	if (lag.count == 0)
		return shift_days(0);
	return (struct shift){.kind = SHIFT_WORKDAYS, .count = lag.count};
}

struct shift shift_at_most(struct plan_lag lag)
{
	if (unit_days(lag) > 0)
		return shift_days(-lag.count * unit_days(lag));
	if (lag.unit == PLAN_MONTHS)
		return (struct shift){.kind = SHIFT_MONTHS_MOST, .count = lag.count};
	return (struct shift){.kind = SHIFT_WORKDAYS, .count = -lag.count};
}

struct shift shift_lasts_at_least(struct plan_lag lag)
{
	if (unit_days(lag) > 0)
		return shift_days(lag.count * unit_days(lag) - 1);
	if (lag.unit == PLAN_MONTHS)
		return (struct shift){.kind = SHIFT_MONTHS, .count = lag.count, .post = -1};
	/* The first day counts if it is a working day, so they are counted from the day before it. */
	return (struct shift){.kind = SHIFT_WORKDAYS, .count = lag.count, .pre = -1};
}

struct shift shift_lasts_at_most(struct plan_lag lag)
{
	if (unit_days(lag) > 0)
		return shift_days(1 - lag.count * unit_days(lag));
	if (lag.unit == PLAN_MONTHS)
		return (struct shift){.kind = SHIFT_MONTHS_MOST, .count = lag.count, .pre = 1};
	return (struct shift){.kind = SHIFT_WORKDAYS, .count = -lag.count, .post = 1};
}

static bool is_open(plan_day day)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
}

static plan_day workdays_least(const struct plan_calendar *calendar, plan_day x, int32_t n)
{
	if (n > 0)
		return plan_calendar_add_workdays(calendar, x, n);
	/* On a day off the count is that of the working day before it. */
	return plan_calendar_add_workdays(calendar, x, plan_calendar_is_workday(calendar, x) ? n : n - 1);
}

/* The greatest x with at least n working days in (x, y]: the day before the first that leaves too few. */
static plan_day workdays_most(const struct plan_calendar *calendar, plan_day y, int32_t n)
{
	plan_day next = workdays_least(calendar, y, 1 - n);
	return is_open(next) ? next : next - 1;
}

static plan_day last_of_month(struct plan_civil civil)
{
	civil.day = plan_month_days(civil.year, civil.month);
	return plan_day_from_civil(civil);
}

/* The first of the month `months` after the one that `day` lies in, also beyond 1900-2199: a day before it
 * may be one of them. */
static plan_day month_start(plan_day day, int months)
{
	struct plan_civil civil = plan_day_to_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	return plan_day_from_civil((struct plan_civil){month / 12, month % 12 + 1, 1});
}

static plan_day months_after(plan_day x, int months)
{
	plan_day start = month_start(x, months);
	struct plan_civil to = plan_day_to_civil(start);
	int day = plan_day_to_civil(x).day, last = plan_month_days(to.year, to.month);
	return start + (day < last ? day : last) - 1;
}

/* The greatest x with months_after(x, months) <= y. */
static plan_day months_most(plan_day y, int months)
{
	plan_day start = month_start(y, -months);
	struct plan_civil at = plan_day_to_civil(y);
	plan_day last = last_of_month(plan_day_to_civil(start));
	bool clamped = at.day == plan_month_days(at.year, at.month);
	plan_day same = start + at.day - 1;
	return clamped || same > last ? last : same;
}

/* The least x with months_after(x, months) >= y. */
static plan_day months_least(plan_day y, int months)
{
	plan_day start = month_start(y, -months);
	plan_day last = last_of_month(plan_day_to_civil(start));
	plan_day same = start + plan_day_to_civil(y).day - 1;
	return same > last ? last + 1 : same;
}

/* Moves a day that is not open. */
static plan_day moved(plan_day day, int by)
{
	return is_open(day) ? day : day + by;
}

plan_day shift_least_slow(const struct plan_calendar *calendar, struct shift shift, plan_day x)
{
	x += shift.pre;
	switch ((enum shift_kind)shift.kind) {
	case SHIFT_WORKDAYS: return moved(workdays_least(calendar, x, shift.count), shift.post);
	case SHIFT_MONTHS: return moved(months_after(x, shift.count), shift.post);
	case SHIFT_MONTHS_MOST: return moved(months_least(x, shift.count), shift.post);
	default: break; /* SHIFT_NONE; SHIFT_DAYS does not come here */
	}
	return PLAN_DAY_OPEN_START;
}

plan_day shift_most_slow(const struct plan_calendar *calendar, struct shift shift, plan_day y)
{
	y -= shift.post;
	switch ((enum shift_kind)shift.kind) {
	case SHIFT_WORKDAYS: return moved(workdays_most(calendar, y, shift.count), -shift.pre);
	case SHIFT_MONTHS: return moved(months_most(y, shift.count), -shift.pre);
	case SHIFT_MONTHS_MOST: return moved(months_after(y, shift.count), -shift.pre);
	default: break;
	}
	return PLAN_DAY_OPEN_END;
}
