/*
 * Rows of values for people and for programs: one table that is written as a screen, as Markdown, as CSV or
 * as JSON.
 *
 * Every cell has a text for people and a value for programs, which are often the same. A column without a
 * title is not shown to people, one without a key not written for programs; a mark has neither.
 */
#ifndef FORMAT_SHEET_H
#define FORMAT_SHEET_H

#include "format/table.h"

enum { SHEET_COLUMNS_MAX = 24 };

struct sheet_column {
	const char *key;           /* "title"; NULL: for people only */
	struct table_column table; /* as people see it; all zero with `hidden`: for programs only */
	bool hidden;
	bool screen_only; /* not in Markdown; for programs only with a name */
	bool list;        /* its value is a list, a line each */
};

struct sheet_cell {
	size_t text, value; /* offsets in `texts` */
	uint8_t style;
	bool null; /* there is no value */
};

struct sheet {
	const struct sheet_column *columns;
	size_t column_count;
	VEC(struct sheet_cell) cells;
	struct buf texts;
	bool failed;
};

/* Starts a sheet of up to SHEET_COLUMNS_MAX columns; they are kept, not copied. */
void sheet_begin(struct sheet *sheet, const struct sheet_column *columns, size_t count);

/* One more cell: the text for people (NULL: the value), the value for programs (NULL: none, and people see
 * nothing where they see the value). Both are copied. */
void sheet_cell(struct sheet *sheet, enum style style, const char *text, const char *value);

/* Puts the sheet on a screen, with the columns' titles where `titles` is true. */
void sheet_screen(const struct sheet *sheet, struct screen *screen, bool titles);

/* Adds the sheet as a Markdown table (GitHub Flavored Markdown, 4.10). */
void sheet_markdown(const struct sheet *sheet, struct buf *out);

/*
 * Adds the sheet as CSV (RFC 4180): a head line of keys, CRLF. What a spreadsheet would take for a formula
 * gets an apostrophe (OWASP, CSV Injection); the parts of a list stand side by side.
 */
void sheet_csv(const struct sheet *sheet, struct buf *out);

/* Adds the rows as JSON objects, each on a line of its own, with commas between them. */
void sheet_json(const struct sheet *sheet, struct buf *out);

/* Frees what the sheet owns. */
void sheet_free(struct sheet *sheet);

#endif
