#include "format/table.h"

#include "base/text.h"

#include <string.h>

enum { GUTTER = 2 };

void table_begin(struct table *table, struct screen *screen, const struct table_column *columns, size_t count)
{
	*table = (struct table){.screen = screen, .columns = columns, .column_count = count};
}

static void add(struct table *table, enum style style, bool across, const char *format, va_list args)
{
	struct table_cell *cell = VEC_PUSH(&table->cells);
	if (!cell) {
		table->failed = true;
		return;
	}
	*cell = (struct table_cell){.offset = table->texts.length, .style = (uint8_t)style, .across = across};
	buf_vprintf(&table->texts, format, args);
	cell->length = (uint32_t)(table->texts.length - cell->offset);
	buf_char(&table->texts, '\0');
	if (!table->texts.failed)
		cell->width = (uint32_t)screen_width(table->screen, table->texts.data + cell->offset, cell->length);
}

void table_cell(struct table *table, enum style style, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(table, style, false, format, args);
	va_end(args);
}

void table_heading(struct table *table, enum style style, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(table, style, true, format, args);
	va_end(args);
}

void table_titles(struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		table_cell(table, STYLE_DIM, "%s", table->columns[i].title ? _(table->columns[i].title) : "");
}

static bool is_shown(const struct table *table, size_t column)
{
	return !table->screen->width || table->screen->width >= table->columns[column].from;
}

static void measure(const struct table *table, size_t widths[TABLE_COLUMNS_MAX])
{
	size_t column = 0;
	memset(widths, 0, TABLE_COLUMNS_MAX * sizeof *widths);
	for (size_t i = 0; i < table->cells.count; i++) {
		const struct table_cell *cell = &table->cells.at[i];
		if (cell->across)
			continue;
		if (is_shown(table, column) && cell->width > widths[column])
			widths[column] = cell->width;
		column = (column + 1) % table->column_count;
	}
}

/* Takes what is too much from the flexible columns, the widest first. */
static void shrink(const struct table *table, size_t widths[TABLE_COLUMNS_MAX])
{
	size_t total = table->indent;
	for (size_t i = 0; i < table->column_count; i++)
		total += widths[i] ? widths[i] + GUTTER : 0;
	total -= total > table->indent ? GUTTER : 0;
	while (table->screen->width && total > table->screen->width) {
		size_t widest = TABLE_COLUMNS_MAX;
		for (size_t i = 0; i < table->column_count; i++)
			if (table->columns[i].flexible && widths[i] > table->columns[i].least &&
				(widest == TABLE_COLUMNS_MAX || widths[i] > widths[widest]))
				widest = i;
		if (widest == TABLE_COLUMNS_MAX)
			return;
		widths[widest]--;
		total--;
	}
}

static void put_cell(struct table *table, const struct table_cell *cell, size_t column, size_t width)
{
	struct screen *screen = table->screen;
	size_t start = screen->column;
	if (table->columns[column].right && cell->width < width)
		screen_to(screen, start + width - cell->width);
	const char *text = table->texts.data + cell->offset;
	if (cell->width > width)
		screen_fit(screen, cell->style, text, width);
	else
		screen_put(screen, cell->style, text);
	if (screen->column < start + width)
		screen_to(screen, start + width);
}

static void put_row(struct table *table, const struct table_cell *cells,
					const size_t widths[TABLE_COLUMNS_MAX])
{
	bool first = true;
	if (table->indent)
		screen_to(table->screen, table->indent);
	for (size_t i = 0; i < table->column_count; i++) {
		if (!widths[i])
			continue;
		if (!first)
			screen_to(table->screen, table->screen->column + GUTTER);
		put_cell(table, &cells[i], i, widths[i]);
		first = false;
	}
	screen_end(table->screen);
}

static void put_heading(struct table *table, const struct table_cell *cell)
{
	screen_fit(table->screen, cell->style, table->texts.data + cell->offset, screen_left(table->screen));
	screen_end(table->screen);
}

static void forget(struct table *table)
{
	table->screen->out->failed |= table->failed || table->texts.failed;
	buf_free(&table->texts);
	VEC_FREE(&table->cells);
}

void table_end(struct table *table)
{
	size_t widths[TABLE_COLUMNS_MAX];
	size_t i = 0;
	if (!table->failed && !table->texts.failed) {
		measure(table, widths);
		shrink(table, widths);
		while (i < table->cells.count) {
			const struct table_cell *cell = &table->cells.at[i];
			if (cell->across)
				put_heading(table, cell);
			else
				put_row(table, cell, widths);
			i += cell->across ? 1 : table->column_count;
		}
	}
	forget(table);
}
