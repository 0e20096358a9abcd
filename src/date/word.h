/*
 * Finding the words of date expressions as they are written, in either case and in phrases.
 */
#ifndef DATE_WORD_H
#define DATE_WORD_H

#include "date/words.h"

enum { WORD_LENGTH_MAX = 31 };

/*
 * A word of UTF-8 in lower case and NFC, as the table has it; returns its length, 0 when it is longer than
 * WORD_LENGTH_MAX bytes. `folded` has room for one byte more.
 */
size_t word_fold(const char *text, size_t length, char *folded);

/* The row of a folded word of `length` > 0 bytes; NULL for an unknown one. */
const struct word *word_find(const char *folded, size_t length);

/*
 * The longest phrase that begins with the first of `count` folded words, each in WORD_LENGTH_MAX + 1 bytes;
 * `*used` becomes how many of them it takes. NULL when there is none.
 */
const struct word *word_find_phrase(const char (*folded)[WORD_LENGTH_MAX + 1], size_t count, size_t *used);

/* The word that a folded one is most like, for a hint; NULL when none is near enough. */
const char *word_similar(const char *folded);

#endif
