/*
 * Reading gaps, durations and single amounts: "2w", "-3d..5d", "20wd".
 *
 * Units are d, w, m and wd, in lower case; blanks are free. Each function reads all of `text` (`length` bytes
 * of UTF-8, not terminated), returns true and fills in its result, or returns false and fills in `*error`,
 * its offsets counted from `text`. Nothing is allocated. No argument may be NULL.
 *
 * Of a link as it stands in a file the caller cuts off the id (and ".start" or ".end") and hands over the
 * rest, sign included:
 *
 *     "hearing + 2w..8w"      lag_parse_gap("+ 2w..8w", ...)
 *     "hearing - 3d"          lag_parse_gap("- 3d", ...)
 *
 * With nothing left there is no gap to read: the range is all zero, neither bound given.
 */
#ifndef DATE_LAG_H
#define DATE_LAG_H

#include <plan/date.h>

/*
 * A gap: "+" with an amount or a range, either bound of which may have its own sign, or "-" with one amount.
 * "a" and "a.." bound it below only, "..b" above only, "a..b" on both sides; the bound that is not written is
 * not `given`. A lower bound beyond the upper one is an error where their units can be compared (days and
 * weeks, or the same unit); so is an upper bound below one day without a lower one.
 */
bool lag_parse_gap(const char *text, size_t length, struct plan_range *gap, struct plan_expr_error *error);

/* A duration: as a gap but without signs, at least 1, and "a" alone bounds it on both sides. */
bool lag_parse_duration(const char *text, size_t length, struct plan_range *duration,
						struct plan_expr_error *error);

/* One amount of 0 or more, as the house rules have it: "4wd". */
bool lag_parse(const char *text, size_t length, struct plan_lag *lag, struct plan_expr_error *error);

#endif
