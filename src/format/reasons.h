/*
 * The reasons of a finding as a table: what, where in the file, and the words that stand there.
 */
#ifndef FORMAT_REASONS_H
#define FORMAT_REASONS_H

#include "format/excerpt.h"
#include "format/findings.h"

/* Adds a line for each related place of the finding; nothing when it has none. */
void reasons_write(struct buf *out, struct source_lines *lines, const struct plan_diag *diag,
				   const struct findings_style *style);

#endif
