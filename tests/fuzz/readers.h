/*
 * Reads what the program wrote as others would, by code that shares nothing with its writers, and dies
 * (HOLDS) when it is not what its format is.
 */
#ifndef TESTS_FUZZ_READERS_H
#define TESTS_FUZZ_READERS_H

#include "base/buf.h"

#include <stdbool.h>

/* UTF-8 lines for a terminal: no control character but, where `coloured`, the sequences of colours, which are
 * reset at the end. */
void read_screen(const struct buf *out, bool coloured);

/* One JSON value (RFC 8259), no name twice in an object, and nothing behind it. */
void read_json(const struct buf *out);

/* A SARIF log: as JSON, with places that exist and rules that its tool has. */
void read_sarif(const struct buf *out);

/* A well-formed XML document. */
void read_xml(const struct buf *out);

/* Lines for a log of GitHub Actions: each is a whole command, or none. */
void read_github(const struct buf *out);

/* CSV (RFC 4180): each record has as many fields as the first, and no field is a formula to a spreadsheet. */
void read_csv(const struct buf *out);

/* One table of GitHub Flavored Markdown: each row has as many cells as the head, and no cell has markup. */
void read_markdown(const struct buf *out);

#endif
