#include "timeline/dayset.h"

/* How many listed days are before `day`. */
static uint32_t count_before(const struct dayset *set, plan_day day)
{
	uint32_t low = 0, high = set->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (set->days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

plan_day dayset_next(const struct dayset *set, const struct plan_calendar *calendar, plan_day day)
{
	if (!set->days)
		return plan_calendar_next_meeting_day(calendar, day, set->weekdays);
	uint32_t at = count_before(set, day);
	return at < set->count ? set->days[at] : PLAN_DAY_OPEN_END;
}

plan_day dayset_previous(const struct dayset *set, const struct plan_calendar *calendar, plan_day day)
{
	if (!set->days)
		return plan_calendar_previous_meeting_day(calendar, day, set->weekdays);
	if (day == PLAN_DAY_OPEN_END)
		return set->count ? set->days[set->count - 1] : PLAN_DAY_OPEN_START;
	uint32_t at = count_before(set, day + 1);
	return at > 0 ? set->days[at - 1] : PLAN_DAY_OPEN_START;
}

bool dayset_has(const struct dayset *set, const struct plan_calendar *calendar, plan_day day)
{
	return dayset_next(set, calendar, day) == day;
}
