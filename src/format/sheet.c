#include "format/sheet.h"

#include "base/text.h"
#include "format/json.h"

#include <string.h>

void sheet_begin(struct sheet *sheet, const struct sheet_column *columns, size_t count)
{
	*sheet = (struct sheet){.columns = columns, .column_count = count};
}

static size_t keep(struct sheet *sheet, const char *text)
{
	size_t at = sheet->texts.length;
	buf_text(&sheet->texts, text ? text : "");
	buf_char(&sheet->texts, '\0');
	return at;
}

void sheet_cell(struct sheet *sheet, enum style style, const char *text, const char *value)
{
	struct sheet_cell *cell = VEC_PUSH(&sheet->cells);
	if (!cell) {
		sheet->failed = true;
		return;
	}
	size_t at = keep(sheet, value);
	*cell = (struct sheet_cell){.style = (uint8_t)style, .null = !value, .value = at};
	cell->text = text ? keep(sheet, text) : at;
}

static bool is_broken(const struct sheet *sheet)
{
	return sheet->failed || sheet->texts.failed;
}

/* --- people --------------------------------------------------------------------------------- */

static bool is_empty(const struct sheet *sheet, size_t column)
{
	for (size_t i = column; i < sheet->cells.count; i += sheet->column_count)
		if (sheet->texts.data[sheet->cells.at[i].text])
			return false;
	return true;
}

/* A column of which no row has anything takes no room; without rows there is nothing but the titles. */
static bool is_shown(const struct sheet *sheet, size_t at, bool markdown)
{
	const struct sheet_column *column = &sheet->columns[at];
	return !column->hidden && !(markdown && column->screen_only) &&
		   (!is_empty(sheet, at) || (markdown && !sheet->cells.count));
}

/* The columns that people see, `shown` saying which they are; returns how many. */
static size_t shown_columns(const struct sheet *sheet, bool markdown, struct table_column *columns,
							bool *shown)
{
	size_t count = 0;
	for (size_t i = 0; i < sheet->column_count; i++) {
		shown[i] = !is_broken(sheet) && count < TABLE_COLUMNS_MAX && is_shown(sheet, i, markdown);
		if (shown[i])
			columns[count++] = sheet->columns[i].table;
	}
	return count;
}

/* For people a list is one line, and so is a text of several. */
static void add_cell(struct table *table, const char *text, enum style style, bool list)
{
	struct buf line = {0};
	for (; *text; text++) {
		if (*text != '\n')
			buf_char(&line, *text);
		else if (list)
			buf_text(&line, ", ");
		else if (text[1] != '\n')
			buf_char(&line, ' ');
	}
	table_cell(table, style, "%s", buf_string(&line));
	table->failed |= line.failed;
	buf_free(&line);
}

static void add_rows(const struct sheet *sheet, const bool *shown, struct table *table)
{
	for (size_t i = 0; i < sheet->cells.count; i++) {
		size_t column = i % sheet->column_count;
		const struct sheet_cell *cell = &sheet->cells.at[i];
		if (shown[column])
			add_cell(table, sheet->texts.data + cell->text, cell->style, sheet->columns[column].list);
	}
}

void sheet_screen(const struct sheet *sheet, struct screen *screen, bool titles)
{
	struct table_column columns[TABLE_COLUMNS_MAX];
	bool shown[SHEET_COLUMNS_MAX];
	struct table table;
	screen->out->failed |= is_broken(sheet);
	table_begin(&table, screen, columns, shown_columns(sheet, false, columns, shown));
	if (titles)
		table_titles(&table);
	if (!is_broken(sheet))
		add_rows(sheet, shown, &table);
	table_end(&table);
}

void sheet_markdown(const struct sheet *sheet, struct buf *out)
{
	struct table_column columns[TABLE_COLUMNS_MAX];
	bool shown[SHEET_COLUMNS_MAX];
	struct screen screen = {.out = out};
	struct table table;
	out->failed |= is_broken(sheet);
	table_begin(&table, &screen, columns, shown_columns(sheet, true, columns, shown));
	if (!is_broken(sheet))
		add_rows(sheet, shown, &table);
	table_end_markdown(&table);
}

/* --- programs ------------------------------------------------------------------------------- */

static bool is_number(const char *text)
{
	text += *text == '-';
	return *text && !text[strspn(text, "0123456789")];
}

static void csv_field(struct buf *out, const char *text)
{
	bool formula = strchr("=+-@\t\r", *text) && *text && !is_number(text);
	if (!formula && !text[strcspn(text, "\",\r\n")]) {
		buf_text(out, text);
		return;
	}
	buf_text(out, formula ? "\"'" : "\"");
	for (; *text; text++) {
		if (*text == '"')
			buf_char(out, '"');
		buf_char(out, *text);
	}
	buf_char(out, '"');
}

/* Puts one value of a CSV line, and what stands before it; the parts of a list on one line. */
static void csv_value(struct buf *out, bool *first, const char *text, bool list)
{
	struct buf line = {0};
	if (!*first)
		buf_char(out, ',');
	*first = false;
	for (; list && *text; text++)
		buf_add(&line, *text == '\n' ? "; " : text, *text == '\n' ? 2 : 1);
	csv_field(out, list ? buf_string(&line) : text);
	out->failed |= line.failed;
	buf_free(&line);
}

void sheet_csv(const struct sheet *sheet, struct buf *out)
{
	bool first = true;
	out->failed |= is_broken(sheet);
	if (out->failed || !sheet->column_count)
		return;
	for (size_t i = 0; i < sheet->column_count; i++)
		if (sheet->columns[i].key)
			csv_value(out, &first, sheet->columns[i].key, false);
	buf_text(out, "\r\n");
	first = true;
	for (size_t i = 0; i < sheet->cells.count; i++) {
		size_t column = i % sheet->column_count;
		if (sheet->columns[column].key)
			csv_value(out, &first, sheet->texts.data + sheet->cells.at[i].value, sheet->columns[column].list);
		if (column + 1 == sheet->column_count) {
			buf_text(out, "\r\n");
			first = true;
		}
	}
}

static json_t *json_list(const char *text, bool *failed)
{
	json_t *list = json_array();
	while (*text) {
		size_t length = strcspn(text, "\n");
		struct buf part = {0};
		buf_add(&part, text, length);
		json_push(list, part.failed ? NULL : json_text(buf_string(&part)), failed);
		buf_free(&part);
		text += length + (text[length] == '\n');
	}
	return list;
}

static json_t *json_row(const struct sheet *sheet, const struct sheet_cell *cells, bool *failed)
{
	json_t *row = json_object();
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct sheet_column *column = &sheet->columns[i];
		const char *value = sheet->texts.data + cells[i].value;
		if (!column->key)
			continue;
		json_put(row, column->key,
				 column->list ? json_list(value, failed) : json_text(cells[i].null ? NULL : value), failed);
	}
	return row;
}

void sheet_json(const struct sheet *sheet, struct buf *out)
{
	out->failed |= is_broken(sheet);
	for (size_t i = 0; i + sheet->column_count <= sheet->cells.count && !out->failed;
		 i += sheet->column_count) {
		bool failed = false;
		buf_text(out, i ? ",\n  " : "\n  ");
		json_t *row = json_row(sheet, &sheet->cells.at[i], &failed);
		json_emit(out, row, failed);
	}
}

void sheet_free(struct sheet *sheet)
{
	buf_free(&sheet->texts);
	VEC_FREE(&sheet->cells);
}
