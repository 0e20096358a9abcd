/*
 * What an id may be: 1-64 letters (ASCII, and U+00C0-U+024F without the signs for times and divided by),
 * digits, "-" and "_", of which the first is a letter or digit, in NFC.
 */
#ifndef LOAD_IDS_H
#define LOAD_IDS_H

#include "load/loader.h"

/*
 * The id that a text stands for, in the plan's memory; where it is none that is reported at `span`, and the
 * text is returned as it stands. NULL when memory ran out. `*good` says whether it is an id.
 */
const char *id_make(struct loader *loader, const char *text, size_t length, struct plan_span span,
					bool *good);

/* The entry that a text refers to, in NFC or not; NULL for none. */
const struct plan_entry *id_find(const struct loader *loader, const char *text, size_t length);

#endif
