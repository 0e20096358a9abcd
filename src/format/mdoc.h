/*
 * Text and macros of mdoc, the language of manual pages (mandoc, mdoc(7)).
 */
#ifndef FORMAT_MDOC_H
#define FORMAT_MDOC_H

#include "base/buf.h"

/* Adds a text as arguments of a macro, or within a line of text: nothing in it is markup. */
void mdoc_text(struct buf *out, const char *text);

/* The same at the end of a macro's line, where a last full stop or bracket would be taken for punctuation. */
void mdoc_argument(struct buf *out, const char *text);

/* Adds a text as lines of their own, each sentence on its own, of 80 bytes at most; an empty line in it
 * starts a paragraph. */
void mdoc_prose(struct buf *out, const char *text);

/* Adds ".Sh TITLE". */
void mdoc_section(struct buf *out, const char *title);

/* Adds a phrase, which is not empty, as a sentence with a capital letter and a full stop, on lines of its
 * own. */
void mdoc_sentence(struct buf *out, const char *phrase);

#endif
