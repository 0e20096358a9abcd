#include "date/parser.h"

bool parser_take(struct parser *parser, enum token_type type)
{
	if (parser_peek(parser, 0)->type != type)
		return false;
	parser->at++;
	return true;
}

bool parser_take_word(struct parser *parser, enum word_class word_class)
{
	if (!token_is(parser_peek(parser, 0), word_class))
		return false;
	parser->at++;
	return true;
}

const char *parser_text(const struct parser *parser, const struct token *token)
{
	return parser->tokens->text + token->offset;
}
