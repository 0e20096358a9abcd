#include "format/screen.h"

#include "base/text.h"
#include "format/plain.h"
#include "format/wrap.h"

#include <stdint.h>
#include <string.h>

/* No meaning hangs on colour alone: a mark or a word stands beside each. */
static const char *const colours[STYLE_COUNT] = {
	[STYLE_PLAIN] = "",          [STYLE_BOLD] = "\033[1m",   [STYLE_DIM] = "\033[2m",
	[STYLE_TITLE] = "\033[1;4m", [STYLE_GOOD] = "\033[32m",  [STYLE_NOW] = "\033[1;36m",
	[STYLE_WARN] = "\033[33m",   [STYLE_BAD] = "\033[1;31m",
};

/* A text as a screen shows it: escaped, and drawn in ASCII where that is asked for. */
struct rendered {
	const char *text; /* of `own`, or the text itself where nothing is to be changed */
	size_t length;
	struct buf own;
};

static struct rendered render(const struct screen *screen, const char *text, size_t length)
{
	struct rendered rendered = {.text = text, .length = length};
	if (!screen->ascii && text_is_plain(text, length))
		return rendered;
	plain_add(&rendered.own, text, length, screen->ascii);
	rendered.text = buf_string(&rendered.own);
	rendered.length = rendered.own.length;
	return rendered;
}

static void forget(struct screen *screen, struct rendered *rendered)
{
	screen->out->failed |= rendered->own.failed;
	buf_free(&rendered->own);
}

static void put_rendered(struct screen *screen, enum style style, const char *text, size_t length)
{
	size_t end = length;
	while (end && text[end - 1] == ' ')
		end--;
	if (end) {
		const char *colour = screen->colour ? colours[style] : "";
		buf_fill(screen->out, ' ', screen->blanks);
		screen->blanks = 0;
		buf_text(screen->out, colour);
		buf_add(screen->out, text, end);
		buf_text(screen->out, *colour ? "\033[0m" : "");
	}
	screen->blanks += length - end;
	screen->column += text_width(text, end) + (length - end);
}

void screen_add(struct screen *screen, enum style style, const char *text, size_t length)
{
	struct rendered rendered = render(screen, text, length);
	put_rendered(screen, style, rendered.text, rendered.length);
	forget(screen, &rendered);
}

void screen_put(struct screen *screen, enum style style, const char *text)
{
	screen_add(screen, style, text, strlen(text));
}

void screen_printf(struct screen *screen, enum style style, const char *format, ...)
{
	struct buf text = {0};
	va_list args;
	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	screen_add(screen, style, buf_string(&text), text.length);
	screen->out->failed |= text.failed;
	buf_free(&text);
}

void screen_fit(struct screen *screen, enum style style, const char *text, size_t columns)
{
	struct rendered rendered = render(screen, text, strlen(text));
	const char *whole = rendered.text;
	if (text_width(whole, rendered.length) > columns) {
		const char *ellipsis = screen->ascii ? "..." : "…";
		size_t dots = screen->ascii ? 3 : 1;
		size_t kept = columns > dots ? text_fit(whole, rendered.length, columns - dots) : 0;
		while (kept && whole[kept - 1] == ' ')
			kept--;
		struct buf cut = {0};
		buf_add(&cut, whole, kept);
		buf_add(&cut, ellipsis, columns < dots ? columns : strlen(ellipsis));
		put_rendered(screen, style, buf_string(&cut), cut.length);
		screen->out->failed |= cut.failed;
		buf_free(&cut);
	} else {
		put_rendered(screen, style, whole, rendered.length);
	}
	forget(screen, &rendered);
}

/* One line of a text that is to be wrapped: it has no newline in it. */
static void wrap_line(struct screen *screen, enum style style, const char *text, size_t length, size_t indent)
{
	struct rendered rendered = render(screen, text, length);
	const char *rest = rendered.text;
	size_t left = rendered.length;
	while (left) {
		size_t room = screen_left(screen);
		size_t fits = wrap_fit(rest, left, room == SIZE_MAX ? 0 : room ? room : 1);
		put_rendered(screen, style, rest, fits);
		fits += strspn(rest + fits, " ");
		rest += fits;
		left -= fits;
		if (left) {
			screen_end(screen);
			screen_to(screen, indent);
		}
	}
	forget(screen, &rendered);
}

void screen_wrap(struct screen *screen, enum style style, const char *text, size_t indent)
{
	for (;;) {
		size_t length = strcspn(text, "\n");
		screen_to(screen, indent);
		wrap_line(screen, style, text, length, indent);
		text += length;
		if (!*text)
			return;
		screen_end(screen);
		text++;
	}
}

void screen_to(struct screen *screen, size_t column)
{
	size_t count = column > screen->column ? column - screen->column : 0;
	screen->blanks += count;
	screen->column += count;
}

void screen_end(struct screen *screen)
{
	buf_char(screen->out, '\n');
	screen->column = screen->blanks = 0;
}

void screen_blank(struct screen *screen)
{
	const struct buf *out = screen->out;
	if (out->length >= 2 && out->data[out->length - 1] == '\n' && out->data[out->length - 2] != '\n')
		screen_end(screen);
}

size_t screen_width(const struct screen *screen, const char *text, size_t length)
{
	struct rendered rendered = render(screen, text, length);
	size_t width = text_width(rendered.text, rendered.length);
	screen->out->failed |= rendered.own.failed;
	buf_free(&rendered.own);
	return width;
}

size_t screen_left(const struct screen *screen)
{
	if (!screen->width)
		return SIZE_MAX;
	return screen->width > screen->column ? screen->width - screen->column : 0;
}
