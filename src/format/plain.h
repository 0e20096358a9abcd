/*
 * Texts as a terminal shows them: without what it would obey, and drawn in ASCII where nothing else can be.
 */
#ifndef FORMAT_PLAIN_H
#define FORMAT_PLAIN_H

#include "base/buf.h"

#include <stdbool.h>

/* Adds a text made safe for a terminal (escape.h). With `ascii` marks, dashes and quotation marks beyond
 * ASCII are replaced; letters stay as the plan has them. */
void plain_add(struct buf *out, const char *text, size_t length, bool ascii);

#endif
