/*
 * Breaking text into the lines of a terminal, by display width.
 */
#ifndef FORMAT_WRAP_H
#define FORMAT_WRAP_H

#include "base/buf.h"

/*
 * How many bytes of `text` go on a line of `columns`, broken at a blank: all of it where it fits (always when
 * `columns` is 0), else the longest run of whole words, else the first word although it is too long.
 */
size_t wrap_fit(const char *text, size_t length, size_t columns);

/*
 * Adds `text` as lines of at most `columns` (0: one line). The first starts at column `used`, the rest are
 * indented by `indent` blanks. No line break is added at the end.
 */
void wrap_text(struct buf *out, const char *text, size_t columns, size_t used, size_t indent);

#endif
