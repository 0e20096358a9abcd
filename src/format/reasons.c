#include "format/reasons.h"

#include "base/text.h"
#include "format/escape.h"
#include "format/plain.h"
#include "format/wrap.h"

#include <assert.h>
#include <string.h>

#define INDENT         2
#define BETWEEN        2
#define PLACE_LONG     20  /* a longer place gives way to "line 31" on a terminal */
#define TEXT_NONE      12  /* fewer columns than this show nothing of use */
#define PIPE_MESSAGE   100 /* longer ones do not push the places of the others to the right */
#define PIPE_TEXT      200
#define LINE_MAX_BYTES 1024 /* longer lines are not quoted: many reasons on one must not cost a walk each */
#define PLACE_COLOUR   "34"

/* How the columns of one finding's reasons are laid out. */
struct layout {
	size_t message, place, text; /* columns; text 0: not shown */
	bool wrap;                   /* messages are broken to their columns */
	bool stacked;                /* the place stands below the message */
	bool named;                  /* a place names the file */
};

static size_t most(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* "plan.yaml:31" or "line 31". */
static void add_place(struct buf *out, const char *name, uint32_t line, bool named)
{
	if (named) {
		escape_terminal(out, name, strlen(name));
		if (line)
			buf_printf(out, ":%u", (unsigned)line);
	} else
		buf_printf(out, _("line %u"), (unsigned)line);
}

/* The columns of what was added to the scratch buffer, which is empty again after that. A buffer that is
 * cleared forgets that it failed, so `out` remembers. */
static size_t take_columns(struct buf *scratch, struct buf *out)
{
	size_t columns = text_width(buf_string(scratch), scratch->length);
	out->failed = out->failed || scratch->failed;
	buf_clear(scratch);
	return columns;
}

static size_t place_columns(struct buf *scratch, struct buf *out, const char *name, uint32_t line, bool named)
{
	add_place(scratch, name, line, named);
	return take_columns(scratch, out);
}

static size_t message_columns(struct buf *scratch, struct buf *out, const char *message, bool ascii)
{
	plain_add(scratch, message, strlen(message), ascii);
	return take_columns(scratch, out);
}

static void fit_columns(struct layout *layout, size_t columns)
{
	size_t used = INDENT + BETWEEN + layout->place;
	assert(columns >=
		   used); /* neither a place of PLACE_LONG columns nor "line 4294967295" takes as many as 40 */
	size_t left = columns - used;
	layout->stacked = left < 24;
	layout->wrap = true;
	layout->message = layout->stacked ? columns - INDENT : least(layout->message, left);
	size_t rest = layout->stacked ? left : left - layout->message;
	layout->text = rest > BETWEEN + TEXT_NONE ? rest - BETWEEN : 0;
}

static struct layout lay_out(struct buf *scratch, struct buf *out, const char *name,
							 const struct plan_diag *diag, const struct findings_style *style)
{
	struct layout layout = {.named = true, .text = PIPE_TEXT};
	uint32_t line = 0;
	for (size_t i = 0; i < diag->because_count; i++) {
		line = most(line, diag->because[i].span.line);
		layout.message =
			most(layout.message, message_columns(scratch, out, diag->because[i].message, style->ascii));
	}
	layout.place = place_columns(scratch, out, name, line, true);
	if (!style->columns) {
		layout.message = least(layout.message, PIPE_MESSAGE);
		return layout;
	}
	if (layout.place > PLACE_LONG) {
		layout.named = false;
		layout.place = place_columns(scratch, out, name, line, false);
	}
	fit_columns(&layout, most(style->columns, 40));
	return layout;
}

static size_t columns_between(struct source_line line, size_t from, size_t to)
{
	return text_width(line.text + from, to - from);
}

/* The line without the blanks around it or, where that is too wide, the words of the span alone. */
static struct source_line words_of(struct source_line line, struct source_range *range, size_t columns)
{
	size_t from = 0, to = line.length;
	while (from < range->from && line.text[from] == ' ')
		from++;
	while (to > range->to && line.text[to - 1] == ' ')
		to--;
	if (columns_between(line, from, to) > columns && range->to > range->from) {
		from = range->from;
		to = range->to;
	}
	*range = (struct source_range){range->from - from, range->to - from};
	return (struct source_line){line.text + from, to - from};
}

/* The words at a place; too long ones are cut. */
static void add_words(struct buf *out, struct source_lines *lines, struct plan_span span, size_t columns,
					  const struct findings_style *style)
{
	struct source_line line = source_lines_get(lines, span.line);
	if (!line.text || line.length > LINE_MAX_BYTES)
		return;
	struct source_range range = source_line_range(line, span);
	line = words_of(line, &range, columns);
	struct excerpt excerpt = {0};
	excerpt_make(&excerpt, line, range, columns, style->ascii ? "..." : "\u2026");
	if (excerpt.text.length)
		buf_printf(out, "  %s", buf_string(&excerpt.text));
	if (excerpt.text.failed)
		out->failed = true;
	buf_free(&excerpt.text);
}

/* The place and the words there, from the column where they begin. */
static void add_where(struct buf *out, struct source_lines *lines, const struct plan_because *because,
					  const struct layout *layout, const struct findings_style *style)
{
	struct buf words = {0}, place = {0};
	if (layout->text)
		add_words(&words, lines, because->span, layout->text, style);
	add_place(&place, lines->source->name, because->span.line, layout->named);
	if (style->colour)
		buf_text(out, "\033[" PLACE_COLOUR "m");
	buf_text(out, buf_string(&place));
	if (style->colour)
		buf_text(out, "\033[0m");
	size_t width = text_width(buf_string(&place), place.length);
	if (words.length && width < layout->place)
		buf_fill(out, ' ', layout->place - width);
	buf_text(out, buf_string(&words));
	out->failed |= words.failed || place.failed || lines->failed;
	buf_free(&words);
	buf_free(&place);
}

static void add_reason(struct buf *out, struct source_lines *lines, const struct plan_because *because,
					   const struct layout *layout, const struct findings_style *style)
{
	struct buf message = {0};
	plain_add(&message, because->message, strlen(because->message), style->ascii);
	const char *text = buf_string(&message);
	size_t first = wrap_fit(text, message.length, layout->wrap ? layout->message : 0);
	buf_fill(out, ' ', INDENT);
	buf_add(out, text, first);
	bool placed = layout->named || because->span.line;
	if (placed && !layout->stacked) {
		size_t width = text_width(text, first);
		buf_fill(out, ' ', BETWEEN + (width < layout->message ? layout->message - width : 0));
		add_where(out, lines, because, layout, style);
	}
	text += first + (text[first] == ' ');
	if (*text) {
		buf_text(out, "\n    ");
		wrap_text(out, text, layout->message + INDENT, 4, 4);
	}
	if (placed && layout->stacked) {
		buf_text(out, "\n      ");
		add_where(out, lines, because, layout, style);
	}
	buf_char(out, '\n');
	if (message.failed)
		out->failed = true;
	buf_free(&message);
}

void reasons_write(struct buf *out, struct source_lines *lines, const struct plan_diag *diag,
				   const struct findings_style *style)
{
	if (!diag->because_count)
		return;
	struct buf scratch = {0};
	struct layout layout = lay_out(&scratch, out, lines->source->name, diag, style);
	buf_free(&scratch);
	for (size_t i = 0; i < diag->because_count; i++)
		add_reason(out, lines, &diag->because[i], &layout, style);
}
