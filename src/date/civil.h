/*
 * Days and the calendar's numbers, as <plan/date.h> has them, for the rooms' own readers: a plan has a date
 * for almost every step, and a call for each number would cost more than the number.
 */
#ifndef DATE_CIVIL_H
#define DATE_CIVIL_H

#include <plan/date.h>

static inline bool civil_is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* The number of days of a month (1-12) of a year. */
static inline int civil_month_days(int year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && civil_is_leap(year));
}

/* Whether the three numbers are a day of the years 1900-2199. */
static inline bool civil_is_valid(int year, int month, int day)
{
	return year >= PLAN_YEAR_MIN && year <= PLAN_YEAR_MAX && month >= 1 && month <= 12 && day >= 1 &&
		   day <= civil_month_days(year, month);
}

enum { CIVIL_EPOCH = 719468 /* days from 0000-03-01 to 1970-01-01 */ };

/*
 * The day of a date of any year from 1 on. Years begin in March, so that the leap day is a year's last: H.
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
static inline plan_day civil_day(int year, int month, int day)
{
	static const int16_t before[] = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};
	unsigned y = (unsigned)(year - (month <= 2));
	return (plan_day)(y * 365 + y / 4 - y / 100 + y / 400) + before[month - 1] + (day - 1) - CIVIL_EPOCH;
}

/* The window from the first day of a month to the last day of another of the same year. */
static inline struct plan_window civil_months(int year, int first, int last)
{
	return (struct plan_window){civil_day(year, first, 1),
								civil_day(year, last, civil_month_days(year, last))};
}

#endif
