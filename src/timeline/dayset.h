/*
 * The days on which something can be: any, those on which a calendar allows a meeting, or a list.
 */
#ifndef TIMELINE_DAYSET_H
#define TIMELINE_DAYSET_H

#include <plan/calendar.h>

struct dayset {
	const plan_day *days; /* the list, ascending; NULL: the calendar's meeting days */
	uint32_t count;       /* of the list */
	uint8_t weekdays;     /* without a list: on one of these, a bit each */
};

/* The first day of the set on or after `day` (the last on or before it); PLAN_DAY_OPEN_END (_START) when
 * there is none within 1900-2199. */
plan_day dayset_next(const struct dayset *set, const struct plan_calendar *calendar, plan_day day);
plan_day dayset_previous(const struct dayset *set, const struct plan_calendar *calendar, plan_day day);

/* Whether a day of 1900-2199 belongs to the set. */
bool dayset_has(const struct dayset *set, const struct plan_calendar *calendar, plan_day day);

#endif
