/*
 * Whether the plan makes its deadline, in a sentence.
 */
#ifndef FORMAT_VERDICT_H
#define FORMAT_VERDICT_H

#include "base/buf.h"
#include "format/screen.h"
#include "query/ruling.h"

/* Adds the verdict: one sentence without full stop. */
void verdict_sentence(struct buf *out, const struct ruling *ruling);

/* Adds the deadline with the days left and the slack; nothing when there is none, or it is over. */
void verdict_figures(struct buf *out, const struct ruling *ruling);

/* Whether the approval has slack to tell of: none is left to count on in a plan that contradicts itself, or
 * once its day is past. */
bool verdict_has_slack(const struct ruling *ruling);

/* Puts the verdict on lines of its own. */
void verdict_line(struct screen *screen, const struct outlook *outlook);

/* The verdict in one or two words, and the style of both. */
const char *verdict_word(const struct ruling *ruling);
enum style verdict_style(const struct ruling *ruling);

#endif
