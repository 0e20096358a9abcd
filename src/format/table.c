#include "format/table.h"

#include "base/text.h"
#include "format/escape.h"
#include "format/wrap.h"

#include <string.h>

enum { GUTTER = 2, SQUEEZED = 4 };

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

static size_t gutter(const struct table *table, size_t column)
{
	return table->columns[column].tight ? 1 : GUTTER;
}

static size_t total_width(const struct table *table, const size_t widths[TABLE_COLUMNS_MAX])
{
	size_t total = table->indent, between = 0;
	for (size_t i = 0; i < table->column_count; i++) {
		if (!widths[i])
			continue;
		total += between + widths[i];
		between = gutter(table, i);
	}
	return total;
}

/* The column that is the widest for its weight and can still give way, or column_count. */
static size_t widest_column(const struct table *table, const size_t widths[TABLE_COLUMNS_MAX], bool squeeze)
{
	const struct table_column *columns = table->columns;
	size_t widest = table->column_count;
	for (size_t i = 0; i < table->column_count; i++) {
		if (!columns[i].weight || widths[i] <= (squeeze ? SQUEEZED : columns[i].least))
			continue;
		if (widest == table->column_count ||
			widths[i] * columns[widest].weight > widths[widest] * columns[i].weight)
			widest = i;
	}
	return widest;
}

/* Takes what is too much for the screen from the columns that can give way; whether that was enough. */
static bool shrink(const struct table *table, size_t widths[TABLE_COLUMNS_MAX], bool squeeze)
{
	size_t total = total_width(table, widths);
	for (; table->screen->width && total > table->screen->width; total--) {
		size_t widest = widest_column(table, widths, squeeze);
		if (widest == table->column_count)
			return false;
		widths[widest]--;
	}
	return true;
}

/* The column that is to go next where the screen is too narrow for all, or column_count. */
static size_t next_to_drop(const struct table *table, const size_t widths[TABLE_COLUMNS_MAX])
{
	size_t next = table->column_count;
	for (size_t i = 0; i < table->column_count; i++)
		if (widths[i] && table->columns[i].drop &&
			(next == table->column_count || table->columns[i].drop < table->columns[next].drop))
			next = i;
	return next;
}

static void fit_columns(const struct table *table, size_t widths[TABLE_COLUMNS_MAX])
{
	size_t natural[TABLE_COLUMNS_MAX];
	measure(table, natural);
	for (;;) {
		memcpy(widths, natural, sizeof natural);
		size_t drop = next_to_drop(table, natural);
		if (shrink(table, widths, false))
			return;
		if (drop == table->column_count)
			break;
		natural[drop] = 0;
	}
	shrink(table, widths, true);
}

/* Puts what goes on one line of a cell; returns what is left for the next. */
static const char *put_cell(const struct table *table, const struct table_cell *cell, const char *text,
							size_t column, size_t width, bool last_line)
{
	struct screen *screen = table->screen;
	size_t start = screen->column, length = strlen(text), fits = length;
	size_t wide = screen_width(screen, text, length);
	if (wide > width && !last_line)
		fits = wrap_fit(text, length, width);
	if (fits < length)
		wide = screen_width(screen, text, fits);
	if (table->columns[column].right && wide < width)
		screen_to(screen, start + width - wide);
	if (wide <= width) {
		screen_add(screen, cell->style, text, fits);
	} else if (!last_line && width > 1) { /* a word longer than the column */
		fits = text_fit(text, length, width - 1);
		screen_add(screen, cell->style, text, fits);
		screen_put(screen, cell->style, "-");
	} else {
		screen_fit(screen, cell->style, text, width);
		fits = length;
	}
	text += fits;
	return text + strspn(text, " ");
}

/* One line of a row; returns whether any cell has more to say. */
static bool put_line(struct table *table, const struct table_cell *cells, const char *rest[TABLE_COLUMNS_MAX],
					 const size_t widths[TABLE_COLUMNS_MAX], size_t line)
{
	bool more = false;
	size_t start = table->indent;
	for (size_t i = 0; i < table->column_count; i++) {
		if (!widths[i])
			continue;
		if (table->screen->column < start)
			screen_to(table->screen, start);
		size_t lines = table->columns[i].lines ? table->columns[i].lines : 1;
		rest[i] = put_cell(table, &cells[i], rest[i], i, widths[i], line + 1 >= lines);
		more = more || *rest[i];
		start += widths[i] + gutter(table, i);
	}
	screen_end(table->screen);
	return more;
}

static void put_row(struct table *table, const struct table_cell *cells,
					const size_t widths[TABLE_COLUMNS_MAX])
{
	const char *rest[TABLE_COLUMNS_MAX];
	for (size_t i = 0; i < table->column_count; i++)
		rest[i] = table->texts.data + cells[i].offset;
	size_t line = 0;
	while (put_line(table, cells, rest, widths, line))
		line++;
}

static void put_heading(struct table *table, const struct table_cell *cell)
{
	screen_fit(table->screen, cell->style, table->texts.data + cell->offset, screen_left(table->screen));
	screen_end(table->screen);
}

/* A bar would end the cell, and the rest would be markup. */
/* A tilde before a blank strikes nothing out. */
static void add_markdown(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("|\\`*_<>[]&", *text) || (*text == '~' && text[1] != ' '))
			buf_char(out, '\\');
		buf_char(out, *text);
	}
}

static void markdown_head(struct table *table)
{
	struct buf *out = table->screen->out;
	for (size_t i = 0; i < table->column_count; i++)
		buf_printf(out, "| %s ", table->columns[i].title ? _(table->columns[i].title) : "");
	buf_text(out, "|\n");
	for (size_t i = 0; i < table->column_count; i++)
		buf_text(out, table->columns[i].right ? "| ---: " : "| --- ");
	buf_text(out, "|\n");
}

static void markdown_rows(struct table *table)
{
	struct buf *out = table->screen->out;
	size_t column = 0;
	for (size_t i = 0; i < table->cells.count; i++) {
		struct buf safe = {0};
		const struct table_cell *cell = &table->cells.at[i];
		escape_terminal(&safe, table->texts.data + cell->offset, cell->length);
		buf_text(out, "| ");
		add_markdown(out, buf_string(&safe));
		buf_char(out, ' ');
		out->failed |= safe.failed;
		buf_free(&safe);
		column = cell->across ? 0 : (column + 1) % table->column_count;
		for (size_t k = 1; cell->across && k < table->column_count; k++)
			buf_text(out, "| ");
		if (!column)
			buf_text(out, "|\n");
	}
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
		fit_columns(table, widths);
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

void table_end_markdown(struct table *table)
{
	if (!table->failed && !table->texts.failed) {
		markdown_head(table);
		markdown_rows(table);
	}
	forget(table);
}
