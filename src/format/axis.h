/*
 * A stretch of days laid out over the columns of a screen.
 */
#ifndef FORMAT_AXIS_H
#define FORMAT_AXIS_H

#include "format/screen.h"

#include <plan/date.h>

struct axis {
	plan_day from, to; /* both ends inclusive, from <= to */
	size_t columns;    /* at least 1 */
	bool weeks;        /* whether weeks are numbered where there is room */
};

/* The column that a day of the axis begins in, and the one that it ends in. */
size_t axis_column(const struct axis *axis, plan_day day);
size_t axis_last_column(const struct axis *axis, plan_day day);

/* The days that a column shows a part of. */
struct plan_window axis_days(const struct axis *axis, size_t column);

/*
 * Puts the names of months and the numbers of ISO weeks, a line each, the axis beginning at column `left` of
 * the screen; `word` stands before the numbers of the weeks.
 */
void axis_heading(struct screen *screen, const struct axis *axis, size_t left, const char *word);

/* Whether a month begins in a column. */
bool axis_begins_month(const struct axis *axis, size_t column);

#endif
