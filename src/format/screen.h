/*
 * A screen of text, line by line: columns, colours, and ASCII where nothing else can be drawn.
 *
 * Everything that is put on a screen is made safe for a terminal (escape.h), measured by display width, and
 * cut between characters only. Blanks at the end of a line are never written. A screen is a view on a buffer:
 * whoever owns the buffer checks it for failure.
 */
#ifndef FORMAT_SCREEN_H
#define FORMAT_SCREEN_H

#include "base/buf.h"

enum style {
	STYLE_PLAIN,
	STYLE_BOLD,
	STYLE_DIM,
	STYLE_TITLE,
	STYLE_GOOD, /* done, on track */
	STYLE_NOW,  /* under way */
	STYLE_WARN, /* at risk, soon */
	STYLE_BAD,  /* overdue, missed */
	STYLE_COUNT
};

struct screen {
	struct buf *out;
	size_t width; /* columns to lay out for; 0: lines are neither wrapped nor cut */
	bool colour, ascii;
	size_t column; /* where the next text goes; grows as it is put */
	size_t blanks; /* put but not yet written */
};

/* Puts a text (terminated; with a length; made as by printf) in a style. */
void screen_put(struct screen *screen, enum style style, const char *text);
void screen_add(struct screen *screen, enum style style, const char *text, size_t length);
void screen_printf(struct screen *screen, enum style style, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts as much of a text as `columns` hold, with an ellipsis where it was cut. */
void screen_fit(struct screen *screen, enum style style, const char *text, size_t columns);

/* Puts a text over as many lines as it needs, each from column `indent` on; the last line stays open.
 * Newlines in it end a line. */
void screen_wrap(struct screen *screen, enum style style, const char *text, size_t indent);

/* Puts blanks up to a column; nothing where the line is already as long. */
void screen_to(struct screen *screen, size_t column);

/* Ends the line. */
void screen_end(struct screen *screen);

/* An empty line, between lines: not at the top, nor after another one. The line before must have ended. */
void screen_blank(struct screen *screen);

/* How many columns a text takes on this screen. */
size_t screen_width(const struct screen *screen, const char *text, size_t length);

/* How many columns are left on the line; SIZE_MAX on a screen without a width. */
size_t screen_left(const struct screen *screen);

#endif
