/*
 * `plan init`: a plan to start from.
 */
#ifndef FORMAT_TEMPLATE_H
#define FORMAT_TEMPLATE_H

#include "base/buf.h"

/* Adds a short commented plan for a process in `year`, in the user's language. It passes `plan check` on
 * every day before that year. */
void template_write(struct buf *out, int year);

#endif
