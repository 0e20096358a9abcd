#include "format/excerpt.h"

#include "base/text.h"
#include "format/escape.h"

#include <string.h>

/* A line of more bytes than this for each column cannot be worth measuring: it is cut. */
#define BYTES_PER_COLUMN 8

/* No excerpt is wider than this, so a longer span need not be followed to its end. */
#define SPAN_MAX 1024

void source_lines_init(struct source_lines *lines, const struct plan_source *source)
{
	*lines = (struct source_lines){.source = source};
}

void source_lines_free(struct source_lines *lines)
{
	VEC_FREE(&lines->starts);
}

/* Adds the start of the next line to the list; false when there is none. */
static bool find_next(struct source_lines *lines)
{
	const struct plan_source *source = lines->source;
	size_t start = 0;
	if (lines->starts.count) {
		size_t last = lines->starts.at[lines->starts.count - 1];
		const char *end = memchr(source->bytes + last, '\n', source->length - last);
		start = end ? (size_t)(end - source->bytes) + 1 : source->length;
	}
	if (start >= source->length) {
		lines->complete = true;
		return false;
	}
	uint32_t *place = VEC_PUSH(&lines->starts);
	if (place)
		*place = (uint32_t)start;
	else
		lines->failed = true;
	return place;
}

struct source_line source_lines_get(struct source_lines *lines, uint32_t line)
{
	const struct plan_source *source = lines->source;
	while (lines->starts.count <= line && !lines->complete)
		if (!find_next(lines))
			break;
	if (!line || line > lines->starts.count)
		return (struct source_line){0};
	size_t start = lines->starts.at[line - 1];
	const char *text = source->bytes + start;
	size_t length = (line < lines->starts.count ? lines->starts.at[line] : source->length) - start;
	if (line == 1 && length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
		text += 3;
		length -= 3;
	}
	if (length && text[length - 1] == '\n')
		length--;
	if (length && text[length - 1] == '\r')
		length--;
	return (struct source_line){text, length};
}

/* The bytes of the character at an offset; a byte that is not UTF-8 stands for itself. */
static size_t step(struct source_line line, size_t at)
{
	uint32_t code_point;
	size_t size = text_decode(line.text + at, line.length - at, &code_point);
	return size ? size : 1;
}

static size_t advance(struct source_line line, size_t at, uint32_t columns)
{
	while (columns-- && at < line.length)
		at += step(line, at);
	return at;
}

/* The end of a span that starts at an offset. */
static size_t span_end(struct source_line text, size_t from, struct plan_span span)
{
	return advance(text, from, span.length < SPAN_MAX ? span.length : SPAN_MAX);
}

static uint32_t first_column(struct plan_span span)
{
	return span.column ? span.column : 1;
}

struct source_range source_line_range(struct source_line text, struct plan_span span)
{
	size_t from = advance(text, 0, first_column(span) - 1);
	return (struct source_range){from, span_end(text, from, span)};
}

struct source_range source_lines_range(struct source_lines *lines, struct source_line text,
									   struct plan_span span)
{
	uint32_t column = first_column(span);
	if (lines->line != span.line || lines->column > column) {
		lines->line = span.line;
		lines->column = 1;
		lines->offset = 0;
	}
	lines->offset = advance(text, lines->offset, column - lines->column);
	lines->column = column;
	return (struct source_range){lines->offset, span_end(text, lines->offset, span)};
}

/* The columns that a character takes once it is escaped. */
static size_t columns_of(struct source_line line, size_t at, size_t size)
{
	uint32_t code_point;
	if (!text_decode(line.text + at, size, &code_point))
		return 4;
	if (code_point == '\t')
		return 4;
	if (escape_is_needed(code_point))
		return 8;
	return text_width(line.text + at, size);
}

static size_t step_back(struct source_line line, size_t at)
{
	size_t from = at - 1;
	while (from && at - from < 4 && (line.text[from] & 0xC0) == 0x80)
		from--;
	return step(line, from) == at - from ? from : at - 1;
}

/* The offset that lies `*columns` before (after) `at`, never parting a mark from its letter; what is left of
 * the columns stays in `*columns`. */
static size_t reach_back(struct source_line line, size_t at, size_t *columns)
{
	while (at) {
		size_t from = step_back(line, at), mark = 0;
		while (from && !columns_of(line, from, at - from) && mark++ < 8)
			from = step_back(line, from);
		size_t wide = 0;
		for (size_t i = from; i < at; i += step(line, i))
			wide += columns_of(line, i, step(line, i));
		if (wide > *columns)
			break;
		*columns -= wide;
		at = from;
	}
	return at;
}

static size_t reach_on(struct source_line line, size_t at, size_t *columns)
{
	while (at < line.length) {
		size_t size = step(line, at), wide = columns_of(line, at, size);
		if (wide > *columns)
			break;
		*columns -= wide;
		at += size;
	}
	return at;
}

/* The part of a line that does not fit: a little before the span, then as much as there is room for. */
static struct source_range choose(struct source_line line, struct source_range range, size_t columns,
								  size_t ellipsis)
{
	size_t room = columns > 2 * ellipsis + 8 ? columns - 2 * ellipsis : 8;
	size_t before = room / 3, rest = room - before;
	struct source_range part;
	part.from = reach_back(line, range.from, &before);
	rest += before;
	part.to = reach_on(line, range.from, &rest);
	if (part.to == line.length)
		part.from = reach_back(line, part.from, &rest);
	return part;
}

static bool fits(struct source_line line, size_t columns)
{
	if (line.length > columns * BYTES_PER_COLUMN)
		return false;
	return reach_on(line, 0, &columns) == line.length;
}

/* Adds a part of the line and returns the columns it takes. */
static size_t add_part(struct buf *out, struct source_line line, size_t from, size_t to)
{
	size_t before = out->length;
	escape_terminal(out, line.text + from, to - from);
	return out->failed ? 0 : text_width(out->data + before, out->length - before);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void excerpt_make(struct excerpt *excerpt, struct source_line line, struct source_range range, size_t columns,
				  const char *ellipsis)
{
	struct source_range part = {0, line.length};
	size_t dots = text_width(ellipsis, strlen(ellipsis));
	if (!fits(line, columns))
		part = choose(line, range, columns, dots);
	struct buf *text = &excerpt->text;
	buf_clear(text);
	buf_add(text, "", 0);
	if (part.from)
		buf_text(text, ellipsis);
	size_t marked = least(range.to, part.to);
	excerpt->mark = (part.from ? dots : 0) + add_part(text, line, part.from, range.from);
	excerpt->mark_columns = add_part(text, line, range.from, marked);
	add_part(text, line, marked, part.to);
	if (!excerpt->mark_columns)
		excerpt->mark_columns = 1;
	if (part.to < line.length)
		buf_text(text, ellipsis);
}
