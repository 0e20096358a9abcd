/*
 * Working days, public holidays and the days on which meetings can be held.
 *
 * A working day is a day that is no weekend, no public holiday and not `closed`; recesses do not matter to
 * it. A meeting day is a working day outside every recess; a body's own listed dates are not the calendar's
 * business. A calendar answers for every day of 1900-2199. It works out the days of some years when it is
 * first asked for one of them, so it is used in one thread at a time, as the plan that it belongs to.
 */
#ifndef PLAN_CALENDAR_H
#define PLAN_CALENDAR_H

#include "date.h"
#include "status.h"

struct plan_calendar;

/* What a calendar is made from. Arrays are read while it is made and not kept. */
struct plan_calendar_spec {
	const char *country;    /* a code that plan_country_is_known, or NULL for none */
	unsigned weekend;       /* a bit for each enum plan_weekday */
	const plan_day *closed; /* further days without meetings and work */
	size_t closed_count;
	const struct plan_window *recesses;
	size_t recess_count;
};

/* The weekend of a plan that says nothing: Saturday and Sunday. */
#define PLAN_WEEKEND_DEFAULT (1u << PLAN_SATURDAY | 1u << PLAN_SUNDAY)

/* Makes a calendar, the caller's to free. PLAN_NOMEM on failure, `*calendar` untouched. */
enum plan_status plan_calendar_new(const struct plan_calendar_spec *spec, struct plan_calendar **calendar);

/* Frees a calendar; NULL is allowed. */
void plan_calendar_free(struct plan_calendar *calendar);

/* Whether a day of 1900-2199 is a working day. */
bool plan_calendar_is_workday(const struct plan_calendar *calendar, plan_day day);

/* Whether a meeting can be held on a day of 1900-2199 by a body that does not say when it meets. */
bool plan_calendar_is_meeting_day(const struct plan_calendar *calendar, plan_day day);

/* Whether a day lies in a recess. */
bool plan_calendar_in_recess(const struct plan_calendar *calendar, plan_day day);

/* The number of working days in (from, to]; negative when `to` is before `from`. Days beyond 1900-2199 are
 * cut off. */
int32_t plan_calendar_workdays(const struct plan_calendar *calendar, plan_day from, plan_day to);

/*
 * The nth working day after `day` for n > 0, the -nth before it for n < 0, and `day` itself for 0.
 * PLAN_DAY_OPEN_END (or _START) when there is none within 1900-2199.
 */
plan_day plan_calendar_add_workdays(const struct plan_calendar *calendar, plan_day day, int32_t n);

/*
 * The first day on or after `day` (the last on or before it) on which a body meets that meets on `weekdays`,
 * a bit each: no public holiday, not closed and in no recess; a weekend only keeps away those who do not name
 * it. PLAN_DAY_OPEN_END (or _START) when there is none within 1900-2199.
 */
plan_day plan_calendar_next_meeting_day(const struct plan_calendar *calendar, plan_day day,
										unsigned weekdays);
plan_day plan_calendar_previous_meeting_day(const struct plan_calendar *calendar, plan_day day,
											unsigned weekdays);

/* The name, in the country's own language, of the public holiday that a day is; NULL for none. Static
 * storage. */
const char *plan_calendar_holiday(const struct plan_calendar *calendar, plan_day day);

/* One public holiday. */
struct plan_holiday {
	plan_day day;
	const char *name; /* static storage, in the country's language */
};

#define PLAN_HOLIDAYS_MAX 32

/*
 * The public holidays of a country in a year of 1900-2199, by date; returns how many were written to
 * `holidays` (room for PLAN_HOLIDAYS_MAX), 0 for "none" or an unknown country. Source: each country's
 * holidays act, named at its table.
 */
size_t plan_country_holidays(const char *country, int year, struct plan_holiday *holidays);

/* The codes of the countries with built-in holidays, "none" last; terminated by NULL. Static storage. */
const char *const *plan_country_codes(void);

/* Whether a code is one of plan_country_codes(). */
bool plan_country_is_known(const char *code);

#endif
