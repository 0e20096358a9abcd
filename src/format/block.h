/*
 * One finding as people read it: the message, the line of the file with a mark below, the reasons, the help.
 */
#ifndef FORMAT_BLOCK_H
#define FORMAT_BLOCK_H

#include "format/excerpt.h"
#include "format/findings.h"

/* Adds a finding of the source that `lines` was made for. Cheapest when findings come in file order. */
void block_write(struct buf *out, struct source_lines *lines, const struct plan_diag *diag,
				 const struct findings_style *style);

/* Adds text that is safe for a terminal already, broken into lines of the style's width. */
void block_wrapped(struct buf *out, const struct findings_style *style, const char *text);

/* The colour of a severity, and its escape sequences where the style has colour. (ECMA-48, SGR) */
const char *block_colour(enum plan_severity severity);
void block_colour_on(struct buf *out, const struct findings_style *style, const char *colour);
void block_colour_off(struct buf *out, const struct findings_style *style);

#endif
