/*
 * Dates in digits: ISO 8601-1 (days, months, years, weeks), and of ISO 8601-2 (EDTF) quarters, semesters,
 * seasons and unspecified digits from the right. Qualifiers are not part of them here.
 */
#ifndef DATE_ISO_H
#define DATE_ISO_H

#include <plan/date.h>

struct iso {
	struct plan_window window;
	int year;  /* the year as written; 0 when digits of it are unspecified */
	int month; /* of a plain "2018-08"; else 0 */
};

/*
 * Reads all of `text` (`length` bytes, letters of either case). Returns true and fills in `*iso`, or false
 * and fills in `*error`, its offsets counted from `text`.
 */
bool iso_read(const char *text, size_t length, struct iso *iso, struct plan_expr_error *error);

/* Whether a year is one of 1900-2199; else fills in `*error` for the bytes that it stands in; false then. */
bool iso_check_year(int year, size_t offset, size_t length, struct plan_expr_error *error);

/* Whether a month has such a day; else fills in `*error`; false then. */
bool iso_check_day(struct plan_civil civil, size_t offset, size_t length, struct plan_expr_error *error);

#endif
