#include "format/block.h"

#include "base/text.h"
#include "format/escape.h"
#include "format/plain.h"
#include "format/reasons.h"
#include "format/wrap.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* A longer line is cut even into a pipe: many findings on one line must not print it as many times. */
#define PIPE_COLUMNS 400
#define GUTTER       "1;34"
#define BOLD         "1"
#define HELP         "1;36"

enum { INDENT = 2 }; /* of what goes on from the line above */

const char *block_colour(enum plan_severity severity)
{
	static const char *const colours[] = {"0", "1;36", "1;33", "1;31"};
	return colours[severity];
}

void block_colour_on(struct buf *out, const struct findings_style *style, const char *colour)
{
	if (style->colour)
		buf_printf(out, "\033[%sm", colour);
}

void block_colour_off(struct buf *out, const struct findings_style *style)
{
	if (style->colour)
		buf_text(out, "\033[0m");
}

void block_wrapped(struct buf *out, const struct findings_style *style, const char *text)
{
	wrap_text(out, text, style->columns, 0, INDENT);
}

static void painted(struct buf *out, const struct findings_style *style, const char *colour, const char *text)
{
	block_colour_on(out, style, colour);
	buf_text(out, text);
	block_colour_off(out, style);
}

/* "plan.yaml:58:13: error[deadline-missed]: message" */
static void add_headline(struct buf *out, const char *name, const struct plan_diag *diag,
						 const struct findings_style *style)
{
	struct buf place = {0}, word = {0}, message = {0};
	escape_terminal(&place, name, strlen(name));
	if (diag->span.line)
		buf_printf(&place, ":%u:%u", (unsigned)diag->span.line, (unsigned)diag->span.column);
	buf_text(&place, ": ");
	buf_printf(&word, "%s[%s]", severity_label(diag->severity), plan_rule_name(diag->rule));
	plain_add(&message, diag->message, strlen(diag->message), style->ascii);
	out->failed |= place.failed || word.failed || message.failed;
	painted(out, style, BOLD, buf_string(&place));
	painted(out, style, block_colour(diag->severity), buf_string(&word));
	size_t used =
		text_width(buf_string(&place), place.length) + text_width(buf_string(&word), word.length) + 2;
	bool begins = wrap_begins(buf_string(&message), style->columns, used);
	buf_text(out, begins ? ": " : ":\n  ");
	block_colour_on(out, style, BOLD);
	wrap_text(out, buf_string(&message), style->columns, begins ? used : INDENT, INDENT);
	block_colour_off(out, style);
	buf_char(out, '\n');
	buf_free(&place);
	buf_free(&word);
	buf_free(&message);
}

static size_t excerpt_columns(const struct findings_style *style, size_t gutter)
{
	size_t columns = style->columns ? style->columns : PIPE_COLUMNS;
	assert(columns > gutter);
	return columns - gutter;
}

/* The line of the file, and the mark below it. */
static void add_excerpt(struct buf *out, struct source_lines *lines, const struct plan_diag *diag,
						const struct findings_style *style)
{
	struct source_line line = source_lines_get(lines, diag->span.line);
	if (lines->failed)
		out->failed = true;
	if (!line.text)
		return;
	char number[16];
	int digits = snprintf(number, sizeof number, "%5u", (unsigned)diag->span.line);
	struct excerpt excerpt = {0};
	struct source_range range = source_lines_range(lines, line, diag->span);
	excerpt_make(&excerpt, line, range, excerpt_columns(style, (size_t)digits + 3),
				 style->ascii ? "..." : "\u2026");
	if (excerpt.text.failed)
		out->failed = true;
	block_colour_on(out, style, GUTTER);
	buf_printf(out, "%s |", number);
	block_colour_off(out, style);
	buf_printf(out, " %s\n", buf_string(&excerpt.text));
	block_colour_on(out, style, GUTTER);
	buf_printf(out, "%*s |", digits, "");
	block_colour_off(out, style);
	buf_fill(out, ' ', 1 + excerpt.mark);
	block_colour_on(out, style, block_colour(diag->severity));
	buf_fill(out, '^', excerpt.mark_columns);
	block_colour_off(out, style);
	buf_char(out, '\n');
	buf_free(&excerpt.text);
}

static void add_help(struct buf *out, const char *help, const struct findings_style *style)
{
	struct buf text = {0};
	plain_add(&text, help, strlen(help), style->ascii);
	const char *label = _("help:");
	buf_text(out, "  ");
	painted(out, style, HELP, label);
	buf_char(out, ' ');
	wrap_text(out, buf_string(&text), style->columns, 3 + text_width(label, strlen(label)), 4);
	buf_char(out, '\n');
	if (text.failed)
		out->failed = true;
	buf_free(&text);
}

void block_write(struct buf *out, struct source_lines *lines, const struct plan_diag *diag,
				 const struct findings_style *style)
{
	add_headline(out, lines->source->name, diag, style);
	add_excerpt(out, lines, diag, style);
	reasons_write(out, lines, diag, style);
	if (diag->help)
		add_help(out, diag->help, style);
}
