#include "format/mdoc.h"

#include "base/text.h"

#include <string.h>

enum { LINE_LENGTH = 80 };

/* Quotes would group words, a backslash starts an escape, and what is not ASCII is named by its number. */
static void add_character(struct buf *out, const char *text, size_t size, uint32_t code_point)
{
	if (code_point == '\\')
		buf_text(out, "\\e");
	else if (code_point == '"')
		buf_text(out, "\\(dq");
	else if (code_point == '-')
		buf_text(out, "\\-");
	else if (code_point >= 0x80)
		buf_printf(out, "\\[u%04X]", (unsigned)code_point);
	else
		buf_add(out, text, size);
}

/* Whether a word would be taken for a macro: two or three letters, or punctuation alone. */
static bool is_callable(const char *word, size_t length)
{
	if (length == 1)
		return strchr(".,:;()[]?!|", *word);
	return (length == 2 || length == 3) && *word >= 'A' && *word <= 'Z' && word[1] >= 'a' && word[1] <= 'z';
}

void mdoc_text(struct buf *out, const char *text)
{
	size_t length = strlen(text);
	bool starts = true;
	for (size_t at = 0, size; at < length; at += size) {
		uint32_t code_point;
		size = text_decode(text + at, length - at, &code_point);
		if (!size) {
			size = 1;
			continue;
		}
		if (starts && (is_callable(text + at, strcspn(text + at, " \n")) || strchr(".'", text[at])))
			buf_text(out, "\\&");
		add_character(out, text + at, size, code_point);
		starts = code_point == ' ' || code_point == '\n';
	}
}

void mdoc_argument(struct buf *out, const char *text)
{
	size_t length = strlen(text);
	mdoc_text(out, text);
	if (length && strchr(".,:;()[]?!|", text[length - 1]))
		buf_text(out, "\\&");
}

/* Adds a sentence, which has no line breaks, on lines of at most LINE_LENGTH bytes, where its words allow
 * that. */
static void add_filled(struct buf *out, const char *text, size_t length)
{
	size_t used = 0;
	while (length) {
		size_t size = strcspn(text, " ");
		struct buf word = {0}, shown = {0};
		size = size < length ? size : length;
		buf_add(&word, text, size);
		mdoc_text(&shown, buf_string(&word));
		bool breaks = used + 1 + shown.length > LINE_LENGTH;
		if (used)
			buf_char(out, breaks ? '\n' : ' ');
		used = used && !breaks ? used + 1 + shown.length : shown.length;
		buf_add(out, buf_string(&shown), shown.length);
		out->failed = out->failed || word.failed || shown.failed;
		buf_free(&word);
		buf_free(&shown);
		size += size < length;
		text += size;
		length -= size;
	}
}

/* The length of the line, or of its first sentence: each stands on a line of its own in a manual. */
static size_t sentence_length(const char *text)
{
	size_t size = strcspn(text, "\n");
	for (size_t i = 1; i + 1 < size; i++)
		if (text[i] == ' ' && strchr(".?!", text[i - 1]) && text[i + 1] >= 'A' && text[i + 1] <= 'Z')
			return i;
	return size;
}

void mdoc_prose(struct buf *out, const char *text)
{
	while (*text) {
		size_t size = sentence_length(text);
		if (size)
			add_filled(out, text, size);
		else
			buf_text(out, ".Pp");
		buf_char(out, '\n');
		text += size + (text[size] != '\0');
	}
}

static char upper(char c)
{
	if (c >= 'a' && c <= 'z')
		return (char)(c - 'a' + 'A');
	return c;
}

void mdoc_sentence(struct buf *out, const char *phrase)
{
	struct buf text = {0};
	buf_char(&text, upper(*phrase));
	buf_text(&text, phrase + 1);
	if (phrase[strlen(phrase) - 1] != '.')
		buf_char(&text, '.');
	mdoc_prose(out, buf_string(&text));
	out->failed = out->failed || text.failed;
	buf_free(&text);
}

void mdoc_section(struct buf *out, const char *title)
{
	buf_printf(out, ".Sh %s\n", title);
}
