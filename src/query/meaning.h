/*
 * What a date expression means, as `plan date` answers it: its days, how many they are, how many of them are
 * working days.
 */
#ifndef QUERY_MEANING_H
#define QUERY_MEANING_H

#include <plan/calendar.h>

struct meaning {
	const char *text; /* as asked, terminated */
	bool understood;
	struct plan_expr_error error; /* when it was not */
	struct plan_expr expr;        /* when it was, as all that follows */
	plan_day earliest, latest;    /* the outer days; open as those of a window are */
	/*
	 * How many days: a window's, of which one is meant; a period's, from its shortest to its longest. 0 when
	 * an end is open.
	 */
	int32_t days_min, days_max;
	int32_t workdays;    /* of all the days from `earliest` to `latest`; -1 without a calendar or an end */
	const char *holiday; /* the public holiday that a known day is; NULL for none */
};

/*
 * The meaning of an expression; `text` is kept. `year` is that of dates without one, 0 for none. `calendar`
 * may be NULL.
 */
struct meaning meaning_of(const char *text, int year, const struct plan_calendar *calendar);

/* A working day that was counted to. */
struct counted_day {
	const char *text; /* the date as asked */
	bool found;
	struct plan_expr_error error; /* when it was not */
	plan_day from;                /* what the date means */
	int32_t workdays;             /* how many on; negative: back */
	plan_day day;                 /* where that leads */
};

/*
 * The working day that lies `workdays` after what an expression means, before it when negative. Not found
 * when it was not understood, is no known day, or leads out of 1900-2199.
 */
struct counted_day count_workdays(const struct meaning *meaning, int32_t workdays,
								  const struct plan_calendar *calendar);

#endif
