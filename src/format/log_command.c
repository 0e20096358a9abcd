#include "format/log_command.h"

#include "base/text.h"

#include <string.h>

/* Blanks of Unicode, which the runner passes over (System.Char.IsWhiteSpace). */
static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
		   (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
		   c == 0x3000;
}

/* The bytes of a colour at the start of the text ("\033[1;31m"), 0 when there is none. */
static size_t colour(const char *text, size_t length)
{
	size_t size = 2;
	if (length < 3 || text[0] != '\033' || text[1] != '[')
		return 0;
	while (size < length && ((text[size] >= '0' && text[size] <= '9') || text[size] == ';'))
		size++;
	return size < length && text[size] == 'm' ? size + 1 : 0;
}

/* Where the first word of the line at `at` begins. */
static size_t skip_blanks(const char *text, size_t length, size_t at)
{
	while (at < length) {
		uint32_t c;
		size_t size = colour(text + at, length - at);
		if (!size && (size = text_decode(text + at, length - at, &c)) && !is_blank(c))
			return at;
		if (!size)
			return at;
		at += size;
	}
	return at;
}

/* Whether the "#" there is followed by another, letters and "[". */
static bool is_marked(const char *text, size_t length)
{
	size_t size = 2;
	if (length < 3 || text[1] != '#')
		return false;
	while (size < length && ((text[size] | 0x20) >= 'a' && (text[size] | 0x20) <= 'z'))
		size++;
	return size < length && text[size] == '[';
}

/* The first "##name[" from `at` to `end`; `end` when there is none. */
static size_t find_mark(const char *text, size_t at, size_t end)
{
	while (at < end) {
		const char *mark = memchr(text + at, '#', end - at);
		if (!mark || is_marked(mark, (size_t)(text + end - mark)))
			return mark ? (size_t)(mark - text) : end;
		at = (size_t)(mark - text) + 1;
	}
	return end;
}

size_t log_command_find(const char *text, size_t length, bool line_start)
{
	for (size_t line = 0, next; line < length; line = next, line_start = true) {
		const char *end = memchr(text + line, '\n', length - line);
		next = end ? (size_t)(end - text) + 1 : length;
		size_t word = line_start ? skip_blanks(text, next, line) : next;
		if (next - word >= 2 && text[word] == ':' && text[word + 1] == ':')
			return word;
		size_t mark = find_mark(text, line, next);
		if (mark < next)
			return mark;
	}
	return length;
}
