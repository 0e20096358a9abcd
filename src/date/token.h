/*
 * A date expression cut into tokens: numbers, years, ISO forms, words and the marks between them.
 *
 * What a dash means depends on what stands before it: in "15. december 2018-10. januar" the year ends at the
 * dash, in "2018-10" it does not. So a year after the words of a date is a year alone.
 */
#ifndef DATE_TOKEN_H
#define DATE_TOKEN_H

#include "date/word.h"

#include <plan/date.h>

enum token_type {
	TOKEN_END, /* beyond the last; of no length, at the end of the text */
	TOKEN_NUMBER,
	TOKEN_YEAR,      /* four digits */
	TOKEN_ISO,       /* four digits or X and more, with dashes: see iso.h */
	TOKEN_WORD,      /* also a phrase */
	TOKEN_DOT,       /* . */
	TOKEN_DOTS,      /* .. */
	TOKEN_DASH,      /* - and its longer kin */
	TOKEN_SLASH,     /* / */
	TOKEN_COMMA,     /* , */
	TOKEN_QUALIFIER, /* ? ~ % */
	TOKEN_OTHER      /* any other character */
};

struct token {
	size_t offset, length;   /* in the text */
	const struct word *word; /* TOKEN_WORD; NULL for an unknown one */
	int value;               /* TOKEN_NUMBER, TOKEN_YEAR; of a TOKEN_OTHER the code point */
	uint8_t type;            /* enum token_type */
	uint8_t digits;          /* TOKEN_NUMBER: how many */
	bool spaced;             /* a blank stands before it */
};

enum { TOKENS_MAX = 32 };

/* What a text is cut into; `count` tokens and one TOKEN_END. */
struct tokens {
	const char *text;
	size_t length;
	size_t count;
	struct token at[TOKENS_MAX + 1];
};

/* Cuts a text; false with `*error` filled in when it is not UTF-8 or has more tokens than a date has. */
bool tokens_read(struct tokens *tokens, const char *text, size_t length, struct plan_expr_error *error);

/* Whether a token is a known word of a class. */
static inline bool token_is(const struct token *token, enum word_class word_class)
{
	return token->type == TOKEN_WORD && token->word && token->word->word_class == word_class;
}

#endif
