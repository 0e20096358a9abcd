/*
 * Public holidays by rule. A country is one table of rules in countries.c; adding one is adding a table
 * there.
 */
#ifndef DATE_HOLIDAY_H
#define DATE_HOLIDAY_H

#include <plan/calendar.h>

enum holiday_kind {
	HOLIDAY_FIXED,       /* day of month */
	HOLIDAY_ON_OR_AFTER, /* the first such weekday on or after a day of a month */
	HOLIDAY_EASTER       /* so many days after Easter Sunday: `day`, negative before it */
};

/* One holiday, or one stretch of years in which it had the same rule. */
struct holiday_rule {
	const char *name; /* in the country's language */
	uint8_t kind;     /* enum holiday_kind */
	int8_t month, day;
	uint8_t weekday;               /* enum plan_weekday, HOLIDAY_ON_OR_AFTER only */
	int8_t if_saturday, if_sunday; /* so many days later when it falls on one; negative: earlier */
	bool substitute;               /* a day in lieu: only where one of the two above applies */
	uint8_t every;                 /* only in years that this divides; 0: in all */
	int16_t from, to;              /* first and last year; 0: without bound */
};

struct country {
	const char *code; /* ISO 3166-1 alpha-2, or "none" */
	const struct holiday_rule *rules;
	size_t count;
};

/* All countries, ended by one without a code. */
extern const struct country countries[];

/* The country of a code; NULL for an unknown one or NULL. */
const struct country *country_find(const char *code);

/* What the days of all rules of a year are counted from. */
struct year_anchor {
	int year;
	plan_day new_year, easter;
	bool leap;
};

/* The anchor of a year of 1900-2199. */
struct year_anchor year_anchor(int year);

/* The day of a rule in a year of 1900-2199; false when it has none that year. Two rules can meet on one day.
 */
bool holiday_rule_day(const struct holiday_rule *rule, const struct year_anchor *anchor, plan_day *day);

#endif
