/*
 * Rows of cells, aligned by display width.
 *
 *     struct table table;
 *     table_begin(&table, screen, columns, 3);
 *     table_heading(&table, STYLE_BOLD, "Week 33");     // a line across, may be left out
 *     table_cell(&table, STYLE_PLAIN, "%s", ...);       // three a row
 *     table_end(&table);                                // puts it on the screen
 */
#ifndef FORMAT_TABLE_H
#define FORMAT_TABLE_H

#include "base/vec.h"
#include "format/screen.h"

#include <stdint.h>

enum { TABLE_COLUMNS_MAX = 10 };

struct table_column {
	const char *title; /* translated by table_titles; NULL for none */
	bool right;        /* aligned to the right */
	uint8_t weight;    /* 0: as wide as it must be; else its share where the screen is too narrow for all */
	uint8_t lines;     /* how many lines a cell that does not fit may take before it is cut; 0 is 1 */
	uint8_t drop;      /* not 0: may be left out where the screen is too narrow for all, 1 first */
	uint16_t from;     /* shown only on screens at least so wide */
	uint16_t least;    /* a column with a weight is at least so wide */
	bool tight;        /* one blank after it, not two: for marks */
};

struct table_cell {
	size_t offset; /* of its text, in `texts` */
	uint32_t length, width;
	uint8_t style;
	bool across; /* a heading: a line of its own */
};

struct table {
	struct screen *screen;
	const struct table_column *columns;
	size_t column_count;
	size_t indent;
	VEC(struct table_cell) cells;
	struct buf texts;
	bool failed;
};

/* Starts a table of up to TABLE_COLUMNS_MAX columns; the columns are kept, not copied. */
void table_begin(struct table *table, struct screen *screen, const struct table_column *columns,
				 size_t count);

/* One more cell, made as by printf: a text without line breaks. */
void table_cell(struct table *table, enum style style, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A row of the columns' titles, if any has one. */
void table_titles(struct table *table);

/* A line across all columns; only between rows. An empty text is an empty line. */
void table_heading(struct table *table, enum style style, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts the table on the screen and frees it. */
void table_end(struct table *table);

/* Adds the table to the screen's buffer as a Markdown table (GitHub Flavored Markdown, 4.10), the columns'
 * titles as its head, and frees it. Headings become rows with the text in the first column. */
void table_end_markdown(struct table *table);

#endif
