/*
 * Reading the units of a date expression from its tokens: the rule `unit` of the grammar, and what its errors
 * say. How units make windows and periods is expr.c's.
 */
#ifndef DATE_PARSER_H
#define DATE_PARSER_H

#include "date/token.h"
#include "date/unit.h"

struct parser {
	const struct tokens *tokens;
	size_t at; /* the token that is read next */
	struct plan_expr_error *error;
};

/* The token `ahead` of the next one; TOKEN_END beyond the last. */
const struct token *parser_peek(const struct parser *parser, size_t ahead);

/* Reads over the next token when it is of that type, or a word of that class. */
bool parser_take(struct parser *parser, enum token_type type);
bool parser_take_word(struct parser *parser, enum word_class word_class);

/*
 * Reads one unit, with "ca." before it and a qualifier after it. Where it has no month yet ("14." of "14.-19.
 * august") it is a UNIT_NUMBER, where it is only "primo" a UNIT_PART. False with the error filled in when the
 * next tokens are no unit.
 */
bool parser_read_unit(struct parser *parser, struct unit *unit);

/* Fills in the error for the next token, which does not belong where it stands; returns false. */
bool parser_unexpected(struct parser *parser);

/* Fills in the error when the text has a form that many write and none should: 13/8, 10:30, [a,b]; true then.
 */
bool parser_refuse_forms(struct parser *parser);

#endif
