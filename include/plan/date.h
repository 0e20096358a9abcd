/*
 * Days, and what people write for them.
 *
 * A day is a number: the days since 1970-01-01 in the proleptic Gregorian calendar. Whatever a person writes
 * for a date becomes a window (one day somewhere in it) or a period (a window for its start, one for its
 * end). All ranges of days are inclusive at both ends.
 */
#ifndef PLAN_DATE_H
#define PLAN_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t plan_day;

#define PLAN_YEAR_MIN 1900
#define PLAN_YEAR_MAX 2199
#define PLAN_DAY_MIN  ((plan_day)-25567) /* 1900-01-01 */
#define PLAN_DAY_MAX  ((plan_day)84005)  /* 2199-12-31 */

/* The ends of a window that is open: no first day, no last day. They compare as expected and are never added
 * to. */
#define PLAN_DAY_OPEN_START INT32_MIN
#define PLAN_DAY_OPEN_END   INT32_MAX

/* One day somewhere from `earliest` to `latest`. */
struct plan_window {
	plan_day earliest, latest;
};

/* A date of the proleptic Gregorian calendar; month and day count from 1. */
struct plan_civil {
	int year, month, day;
};

/* A week of ISO 8601: Monday first, week 1 holds the year's first Thursday. `year` is the week's year. */
struct plan_iso_week {
	int year, week;
};

/* Weekdays count from Monday, as in ISO 8601 but from 0. */
enum plan_weekday {
	PLAN_MONDAY,
	PLAN_TUESDAY,
	PLAN_WEDNESDAY,
	PLAN_THURSDAY,
	PLAN_FRIDAY,
	PLAN_SATURDAY,
	PLAN_SUNDAY
};

/* Whether the three numbers are a day of the years 1900-2199. Nothing is clamped: 30 February is not. */
bool plan_civil_is_valid(struct plan_civil civil);

/* The day of a valid civil date (undefined for an invalid one; ask plan_civil_is_valid first). */
plan_day plan_day_from_civil(struct plan_civil civil);

/* The civil date of a day; exact for every day of 1900-2199 and far beyond. */
struct plan_civil plan_day_to_civil(plan_day day);

/* The weekday of any day. */
enum plan_weekday plan_day_weekday(plan_day day);

/* The ISO week that a day lies in. */
struct plan_iso_week plan_day_iso_week(plan_day day);

/* The number of ISO weeks of a year: 52 or 53. */
int plan_year_iso_weeks(int year);

/* The Monday of an ISO week; the week must exist. */
plan_day plan_iso_week_monday(struct plan_iso_week week);

/* The number of days of a month (1-12) of a year. */
int plan_month_days(int year, int month);

/*
 * The same day of the month `months` later (earlier when negative), clamped to that month's last day:
 * 31 January + 1 month is the last of February. A result outside 1900-2199 is PLAN_DAY_OPEN_START or _END.
 */
plan_day plan_day_add_months(plan_day day, int months);

/* Easter Sunday of a year 1900-2199 (Gregorian computus; Meeus, Astronomical Algorithms, ch. 8). */
plan_day plan_easter(int year);

enum plan_date_kind {
	PLAN_DATE_WINDOW, /* one day: `start` and `end` are the same window */
	PLAN_DATE_PERIOD  /* a start somewhere in `start`, an end somewhere in `end` */
};

/* How sure the writer was, kept for display; the windows do not change with it (EDTF, ISO 8601-2). */
enum plan_date_qualifier {
	PLAN_DATE_EXACT = 0,
	PLAN_DATE_UNCERTAIN = 1,  /* ? */
	PLAN_DATE_APPROXIMATE = 2 /* ~, ca., about; % is both */
};

/* What a date expression means. An open end of a period (..) is a window that is open at both of its own
 * ends. */
struct plan_expr {
	struct plan_window start, end;
	uint8_t kind;      /* enum plan_date_kind */
	uint8_t qualifier; /* enum plan_date_qualifier, or-ed */
	bool rolled;       /* a period that was rolled into the next year: worth a note */
};

/* What an expression's meaning depends on beside its text. */
struct plan_expr_context {
	int year; /* the year of dates written without one; 0 for none */
	/* What to do where a year is missing, in the user's language; NULL: to give the plan one. */
	const char *year_hint;
	/*
	 * Finds a recess by id or title, whatever the case; fills in its days and returns true, or returns false.
	 * NULL when there are none. `name` is UTF-8 in NFC with its case folded (text_fold of base/text.h), not
	 * terminated. plan_expr_parse sees to the Danish definite ending: it asks for the name as written, then
	 * without and then with one ("sommerferien", "sommerferie"), and only where a recess may stand.
	 */
	bool (*find_recess)(const void *data, const char *name, size_t length, struct plan_window *days);
	const void *data;
};

/* Why an expression could not be read. */
struct plan_expr_error {
	size_t offset, length; /* the bytes of the text that are wrong; the whole text where no part is */
	char message[200];     /* what is wrong, in the user's language, UTF-8, terminated */
	char hint[200];        /* what to write instead; empty when there is nothing to suggest */
};

/*
 * Reads a date expression of UTF-8 text (`length` bytes, not terminated). Returns true and fills in `*expr`,
 * or false and fills in `*error`. The clock is never asked. No argument may be NULL; nothing is allocated.
 */
bool plan_expr_parse(const char *text, size_t length, const struct plan_expr_context *context,
					 struct plan_expr *expr, struct plan_expr_error *error);

/* What gaps and durations count in. */
enum plan_unit { PLAN_DAYS, PLAN_WEEKS, PLAN_MONTHS, PLAN_WORKDAYS };

/* No lag is more than so many days: 200 years, with months taken as 30 days. */
#define PLAN_LAG_MAX 73000

/* A number of days, weeks, months or working days. */
struct plan_lag {
	int32_t count;
	uint8_t unit; /* enum plan_unit */
	bool given;   /* false: this bound was not written */
};

/*
 * How far apart two things are (a gap), or how long one takes (a duration, in days counted inclusively).
 * A minimum that was not written is one day.
 */
struct plan_range {
	struct plan_lag min, max;
};

/* Whether a window is one known day. */
static inline bool plan_window_is_day(struct plan_window w)
{
	return w.earliest == w.latest;
}

#endif
