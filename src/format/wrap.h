/*
 * Breaking text into the lines of a terminal, by display width.
 */
#ifndef FORMAT_WRAP_H
#define FORMAT_WRAP_H

#include "base/buf.h"

#include <stdbool.h>

/*
 * How many bytes of `text` go on a line of `columns`, broken at a blank: all of it where it fits (always when
 * `columns` is 0), else the longest run of whole words, else the first word although it is too long. A line
 * does not end after a number, nor begin with a year, a dash or a dot, where another break can be had:
 * "31. dec. 2018" stays together.
 */
size_t wrap_fit(const char *text, size_t length, size_t columns);

/* Whether `text` can begin on a line of `columns` (0: it can) of which `used` are taken, as wrap_fit breaks
 * it. */
bool wrap_begins(const char *text, size_t columns, size_t used);

/*
 * Adds `text` as lines of at most `columns` (0: one line). The first starts at column `used`, the rest are
 * indented by `indent` blanks. No line break is added at the end.
 */
void wrap_text(struct buf *out, const char *text, size_t columns, size_t used, size_t indent);

#endif
