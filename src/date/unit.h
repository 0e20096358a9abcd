/*
 * A stretch of time as a date expression names it: a day, a month, a part of a month, a week ... perhaps
 * still without its year. It is read from tokens first and resolved to days when its year is known.
 */
#ifndef DATE_UNIT_H
#define DATE_UNIT_H

#include <plan/date.h>

enum unit_kind {
	UNIT_FIXED,      /* written in digits: `fixed` */
	UNIT_YEAR,       /* four digits and nothing else */
	UNIT_DAY,        /* `number` of `month` */
	UNIT_MONTH,      /* `month` */
	UNIT_MONTH_PART, /* `part` of `month` */
	UNIT_YEAR_PART,  /* `part` of the year */
	UNIT_NTH_WEEK,   /* the week of the `number`th Monday of `month` */
	UNIT_WEEK,       /* ISO week `number` */
	UNIT_QUARTER,    /* `number` */
	UNIT_HALF,       /* `number` */
	UNIT_SEASON,     /* `part`: enum word_season */
	UNIT_NUMBER,     /* a bare `number`: what it counts stands in the other half of the period */
	UNIT_PART,       /* a bare `part`: likewise */
	UNIT_OPEN        /* no bound */
};

/* Bytes of the text. */
struct piece {
	size_t offset, length;
};

struct unit {
	uint8_t kind;      /* enum unit_kind */
	uint8_t part;      /* enum word_part, enum word_season */
	uint8_t qualifier; /* enum plan_date_qualifier */
	int8_t weekday;    /* enum plan_weekday; -1 for none written */
	int year;          /* 0 for none written */
	int month, number;
	struct plan_window fixed;
	struct piece whole, number_at, weekday_at;
};

/* Whether the unit needs a year and has none. */
bool unit_lacks_year(const struct unit *unit);

/* Whether some year has the unit, whose own is not known: none has a 32nd of August or a week 60. False with
 * `*error` filled in. */
bool unit_exists(const struct unit *unit, struct plan_expr_error *error);

/*
 * Gives a bare number or part, one half of a period, what it counts: from the other half. False when that
 * half does not say it either.
 */
bool unit_complete(struct unit *unit, const struct unit *other);

/*
 * The days of a unit that has its year. False with `*error` filled in when there are none: 30 February, week
 * 53 of a year of 52, a weekday that is not the day's.
 */
bool unit_resolve(const struct unit *unit, struct plan_window *window, struct plan_expr_error *error);

/*
 * Whether `second` lies earlier in the year than `first` begins, both taken in the same year; what neither
 * exists in that year counts by its place, as 29 February.
 */
bool unit_is_earlier(const struct unit *second, const struct unit *first, int year);

#endif
