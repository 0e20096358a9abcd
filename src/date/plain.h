/*
 * The dates that most dates of large plans are, each read in one look: "2018-08-13", "2018-08", two of these
 * with a slash between them, "13. august 2018", "uge 33 2018", "ultimo august 2018". The grammar reads them,
 * too, and they mean the same there; a test compares both.
 */
#ifndef DATE_PLAIN_H
#define DATE_PLAIN_H

#include <plan/date.h>

/*
 * Reads all of `text` as plan_expr_parse does; `year` is that of the context. False for whatever is not
 * plain, be it valid or not: then nothing is filled in but perhaps `*error`, which the grammar has to fill
 * in.
 */
bool plain_read(const char *text, size_t length, int year, struct plan_expr *expr,
				struct plan_expr_error *error);

#endif
