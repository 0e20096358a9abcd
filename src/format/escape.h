/*
 * Text of a file, or a file's name, made safe for a terminal.
 */
#ifndef FORMAT_ESCAPE_H
#define FORMAT_ESCAPE_H

#include "base/buf.h"

#include <stdint.h>

/* Whether a terminal must not get a code point as it is. */
bool escape_is_needed(uint32_t code_point);

/*
 * Adds `length` bytes with nothing in them that moves the cursor, hides or reorders text: control and
 * bidirectional characters and byte order marks become "<U+202E>", bytes that are not UTF-8 "<FF>", a tab
 * four blanks. (Unicode Technical Report #36, section 2; CVE-2021-42574.)
 */
void escape_terminal(struct buf *out, const char *text, size_t length);

#endif
