/*
 * Whether the plan makes its deadline, in a sentence.
 */
#ifndef FORMAT_VERDICT_H
#define FORMAT_VERDICT_H

#include "base/buf.h"
#include "format/screen.h"
#include "query/outlook.h"

/* Adds the verdict on the approval's deadline as of the outlook's day: one sentence without full stop. */
void verdict_sentence(struct buf *out, const struct outlook *outlook);

/* Adds the deadline with the days left and the slack; nothing when the approval has no deadline. */
void verdict_figures(struct buf *out, const struct outlook *outlook);

/* The verdict in one or two words, and the style of both. */
const char *verdict_word(const struct outlook *outlook);
enum style verdict_style(const struct outlook *outlook);

#endif
