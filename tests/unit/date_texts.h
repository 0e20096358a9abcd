/*
 * Random texts of dates, gaps and durations: of every form that is read, every other one damaged.
 */
#ifndef DATE_TEXTS_H
#define DATE_TEXTS_H

#include "random_plan.h"

/* Replaces what `text` holds by a date expression. */
void date_text(struct buf *text, struct random *random);

/* Replaces what `text` holds by a gap or a duration. */
void lag_text(struct buf *text, struct random *random);

#endif
