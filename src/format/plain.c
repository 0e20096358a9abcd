#include "format/plain.h"

#include "format/escape.h"

#include <string.h>

/* What the program itself writes beyond ASCII, and what stands for it where only ASCII is drawn. */
static const struct {
	const char *drawn, *ascii;
} plain_forms[] = {
	{"–", "-"}, {"—", "--"}, {"…", "..."}, {"·", "-"},  {"→", "->"}, {"←", "<-"}, {"•", "*"},  {"✓", "x"},
	{"▶", ">"}, {"‹", "<"},  {"›", ">"},   {"»", "\""}, {"«", "\""}, {"“", "\""}, {"”", "\""}, {"‘", "'"},
	{"’", "'"}, {"●", "*"},  {"○", "o"},   {"◌", "."},  {"✗", "-"},  {"▲", "!"},  {"█", "#"},  {"░", "."},
	{"▓", "+"}, {"▒", "="},  {"─", "-"},   {"━", "="},  {"┃", "!"},  {"╱", "/"},  {"┬", "+"},  {"▼", "v"},
	{"▪", "'"}, {"│", "|"},  {"├", "|"},   {"└", "`"},
};

static const char *plain_form(const char *text, size_t length, size_t *size)
{
	for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms; i++) {
		*size = strlen(plain_forms[i].drawn);
		if (*size <= length && !memcmp(text, plain_forms[i].drawn, *size))
			return plain_forms[i].ascii;
	}
	return NULL;
}

void plain_add(struct buf *out, const char *text, size_t length, bool ascii)
{
	size_t from = 0;
	for (size_t i = 0; ascii && i < length; i++) {
		size_t size;
		const char *form = (unsigned char)text[i] < 0x80 ? NULL : plain_form(text + i, length - i, &size);
		if (!form)
			continue;
		escape_terminal(out, text + from, i - from);
		buf_text(out, form);
		from = i + size;
		i = from - 1;
	}
	escape_terminal(out, text + from, length - from);
}
