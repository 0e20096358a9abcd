/*
 * The tokens of a date expression, read one after the other.
 */
#ifndef DATE_PARSER_H
#define DATE_PARSER_H

#include "date/token.h"

struct parser {
	const struct tokens *tokens;
	size_t at; /* the token that is read next */
	struct plan_expr_error *error;
};

/* The token `ahead` of the next one; TOKEN_END beyond the last. */
static inline const struct token *parser_peek(const struct parser *parser, size_t ahead)
{
	size_t at = parser->at + ahead;
	return &parser->tokens->at[at < parser->tokens->count ? at : parser->tokens->count];
}

/* Reads over the next token when it is of that type, or a word of that class. */
bool parser_take(struct parser *parser, enum token_type type);
bool parser_take_word(struct parser *parser, enum word_class word_class);

/* The text of a token; as long as the token says. */
const char *parser_text(const struct parser *parser, const struct token *token);

#endif
