/*
 * Texts for people: translation, UTF-8, display width.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXT_DOMAIN "plan"

/* The text in the user's language. The language is the process's, set by whoever has a main (gettext). */
#define _(text) text_translated(text)
/* Marks a text of a static table for translation; whoever prints it passes it to _(). */
#define N_(text) text
/* One form for `n` == 1, another for the rest, as the language has it. */
#define P_(one, many, n) text_counted(one, many, (unsigned long)(n))
/* Marks both forms of a counted text in a static table, `{one, many}`; whoever prints it passes them to P_().
 * With two N_ instead a translation would have no plural. */
#define NP_(one, many)                                                                                       \
	{                                                                                                        \
		one, many                                                                                            \
	}

/*
 * Whether texts are translated; they are unless a main that speaks English says otherwise before it starts
 * threads. In the locale "C" gettext translates nothing, but takes a thousand steps to say so, and a screen
 * has hundreds of texts.
 */
void text_translate(bool on);

/* What _() and P_() become: as dgettext and dngettext. */
const char *text_translated(const char *text) __attribute__((format_arg(1)));
const char *text_counted(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));

/* As text_decode, of bytes that do not begin with ASCII. */
size_t text_decode_long(const char *text, size_t length, uint32_t *code_point);

/*
 * Decodes the code point at `text` (`length` > 0 bytes); returns its length in bytes, 0 when the bytes are
 * not UTF-8 (overlong forms, surrogates and what lies beyond U+10FFFF are not).
 */
static inline size_t text_decode(const char *text, size_t length, uint32_t *code_point)
{
	*code_point = (unsigned char)text[0];
	return *code_point < 0x80 ? 1 : text_decode_long(text, length, code_point);
}

/* The number of code points of valid UTF-8. */
size_t text_code_points(const char *text, size_t length);

/* The number of terminal columns that valid UTF-8 takes: combining marks none, wide characters and emoji two.
 */
size_t text_width(const char *text, size_t length);

/*
 * Whether the text is such as most texts are: printable ASCII, letters and signs of U+00A0-U+02BF, dashes,
 * quotation marks, arrows and what the screens draw with. Each takes one column, and none is to be escaped.
 */
bool text_is_plain(const char *text, size_t length);

/*
 * How many bytes of `text` fit into `columns`, never cutting between a character and its marks (grapheme
 * clusters, Unicode UAX #29).
 */
size_t text_fit(const char *text, size_t length, size_t columns);

/*
 * Writes the text in normalization form C (Unicode UAX #15) to `composed`, terminated. Returns its bytes; 0
 * when the text is empty, not UTF-8, or needs more than `room` - 1 bytes or 1,024 code points on the way.
 * text_fold does so with all letters in one case, so that texts can be compared whatever their case.
 */
size_t text_compose(const char *text, size_t length, char *composed, size_t room);
size_t text_fold(const char *text, size_t length, char *folded, size_t room);

/* Whether a code point is a control character (C0, C1) or a bidirectional override or isolate, or U+2028,
 * U+2029. */
bool text_is_hidden(uint32_t code_point);

#endif
