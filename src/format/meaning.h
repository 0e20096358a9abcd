/*
 * `plan date`: what expressions mean, working days, public holidays.
 */
#ifndef FORMAT_MEANING_H
#define FORMAT_MEANING_H

#include "format/screen.h"
#include "query/meaning.h"

/* Puts those that were understood on a screen, a line or more each: the text, its days, and what they are. */
void meanings_screen(struct screen *screen, const struct meaning *meanings, size_t count);

/* Adds all as an array of objects: with their days, or with what is wrong. */
void meanings_json(struct buf *out, const struct meaning *meanings, size_t count);

/* "2018-08-20<TAB>Mon 20 Aug 2018, week 34", a line for each that was found; all as an array of objects. */
void counted_days_text(struct buf *out, const struct counted_day *days, size_t count);
void counted_days_json(struct buf *out, const struct counted_day *days, size_t count);

/* "2018-12-25<TAB>Juledag", a line each; the array of objects. */
void holidays_text(struct buf *out, const struct plan_holiday *holidays, size_t count);
void holidays_json(struct buf *out, const struct plan_holiday *holidays, size_t count);

#endif
