#include "date/token.h"

#include "base/text.h"
#include "date/fault.h"

#include <string.h>

struct cutter {
	struct tokens *tokens;
	size_t at;
	bool spaced;
	char folded[TOKENS_MAX][WORD_LENGTH_MAX + 1]; /* of the words; empty for other tokens */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_unspecified(char c)
{
	return c == 'X' || c == 'x';
}

/* A letter, or a mark that combines with one. */
static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return is_ascii_letter((char)c);
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
		   !(c >= 0x3000 && c <= 0x303F) && c < 0x1F000;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The character at an index of the text, 0 beyond its end. */
static char peek(const struct tokens *tokens, size_t at)
{
	if (at >= tokens->length)
		return '\0';
	return tokens->text[at];
}

/* The end of a run of ASCII letters and digits. */
static size_t alphanumeric_end(const struct tokens *tokens, size_t at)
{
	while (is_digit(peek(tokens, at)) || is_ascii_letter(peek(tokens, at)))
		at++;
	return at;
}

/* The end of a time of day with its zone: it is refused as a whole. */
static size_t time_end(const struct tokens *tokens, size_t at)
{
	static const char marks[] = ":.+-";
	for (; at < tokens->length; at++) {
		char c = tokens->text[at];
		if (!is_digit(c) && !is_ascii_letter(c) && !memchr(marks, c, sizeof marks - 1))
			break;
	}
	return at;
}

/* Whether a dash at `at` continues an ISO form: "-08", "-XX", "-W33", "-Q1", but not the dash of "2018-2019".
 */
static bool continues_iso(const struct tokens *tokens, size_t at)
{
	if (peek(tokens, at) != '-')
		return false;
	char first = peek(tokens, at + 1), second = peek(tokens, at + 2);
	if (strchr("WwQqHh", first) && first)
		return is_digit(second);
	if (!is_digit(first) && !is_unspecified(first))
		return false;
	size_t digits = 0;
	while (is_digit(peek(tokens, at + 1 + digits)))
		digits++;
	return digits != 4;
}

/*
 * Whether the year that follows the tokens so far belongs to a date in words, so that a dash after it is the
 * dash of a period.
 */
static bool follows_words(const struct tokens *tokens)
{
	if (tokens->count == 0)
		return false;
	const struct token *last = &tokens->at[tokens->count - 1];
	if ((last->type == TOKEN_DOT || last->type == TOKEN_COMMA) && tokens->count > 1)
		last--;
	if (last->type == TOKEN_NUMBER)
		return true;
	static const uint8_t classes[] = {WORD_MONTH, WORD_SEASON, WORD_QUARTER, WORD_HALF, WORD_SUFFIX};
	for (size_t i = 0; i < sizeof classes; i++)
		if (token_is(last, (enum word_class)classes[i]))
			return true;
	return false;
}

static struct token *push(struct cutter *c, enum token_type type, size_t length)
{
	struct tokens *tokens = c->tokens;
	c->folded[tokens->count][0] = '\0';
	struct token *token = &tokens->at[tokens->count++];
	*token = (struct token){.offset = c->at, .length = length, .type = (uint8_t)type, .spaced = c->spaced};
	c->at += length;
	c->spaced = false;
	return token;
}

/* A number, a year or an ISO form. */
static void cut_number(struct cutter *c)
{
	const struct tokens *tokens = c->tokens;
	size_t digits = 0, masked = 0;
	while (is_digit(peek(tokens, c->at + digits)))
		digits++;
	while (digits < 4 && is_unspecified(peek(tokens, c->at + digits + masked)))
		masked++;
	size_t end = alphanumeric_end(tokens, c->at);
	bool four = digits == 4 || (masked && end - c->at == 4);
	if (four && !follows_words(tokens)) {
		while (continues_iso(tokens, end))
			end = alphanumeric_end(tokens, end + 1);
		if (memchr(tokens->text + c->at, 'T', end - c->at))
			end = time_end(tokens, end);
		if (end - c->at > 4) {
			push(c, TOKEN_ISO, end - c->at);
			return;
		}
	}
	if (masked && four) {
		push(c, TOKEN_ISO, 4);
		return;
	}
	int value = 0;
	for (size_t i = 0; i < digits && i < 9; i++)
		value = value * 10 + (tokens->text[c->at + i] - '0');
	struct token *token = push(c, digits == 4 ? TOKEN_YEAR : TOKEN_NUMBER, digits);
	token->value = value;
	token->digits = (uint8_t)(digits < UINT8_MAX ? digits : UINT8_MAX);
}

static void cut_word(struct cutter *c)
{
	const struct tokens *tokens = c->tokens;
	size_t end = c->at;
	uint32_t point;
	while (end < tokens->length) {
		size_t size = text_decode(tokens->text + end, tokens->length - end, &point);
		if (!size || !is_letter(point))
			break;
		end += size;
	}
	char *folded = c->folded[tokens->count];
	size_t start = c->at;
	struct token *token = push(c, TOKEN_WORD, end - start);
	size_t length = word_fold(tokens->text + start, end - start, folded);
	if (length)
		token->word = word_find(folded, length);
}

static void cut_mark(struct cutter *c, uint32_t point, size_t size)
{
	enum token_type type = TOKEN_OTHER;
	if (is_dash(point))
		type = TOKEN_DASH;
	else if (point == '.')
		type = peek(c->tokens, c->at + 1) == '.' ? TOKEN_DOTS : TOKEN_DOT;
	else if (point == '/')
		type = TOKEN_SLASH;
	else if (point == ',')
		type = TOKEN_COMMA;
	else if (point == '?' || point == '~' || point == '%')
		type = TOKEN_QUALIFIER;
	push(c, type, type == TOKEN_DOTS ? 2 : size)->value = (int)point;
}

/* Makes one token of the words of a phrase. */
static void join_phrases(struct cutter *c)
{
	struct tokens *tokens = c->tokens;
	size_t out = 0;
	for (size_t i = 0; i < tokens->count;) {
		size_t used = 0;
		const struct word *phrase = NULL;
		if (tokens->at[i].type == TOKEN_WORD)
			phrase = word_find_phrase((const char(*)[WORD_LENGTH_MAX + 1]) & c->folded[i], tokens->count - i,
									  &used);
		tokens->at[out] = tokens->at[i];
		if (phrase) {
			const struct token *last = &tokens->at[i + used - 1];
			tokens->at[out].length = last->offset + last->length - tokens->at[out].offset;
			tokens->at[out].word = phrase;
		}
		i += phrase ? used : 1;
		out++;
	}
	tokens->count = out;
}

bool tokens_read(struct tokens *tokens, const char *text, size_t length, struct plan_expr_error *error)
{
	struct cutter c; /* `folded` is filled in as tokens come */
	c.tokens = tokens;
	c.at = 0;
	c.spaced = false;
	tokens->text = text;
	tokens->length = length;
	tokens->count = 0;
	while (c.at < length) {
		uint32_t point;
		size_t size = text_decode(text + c.at, length - c.at, &point);
		if (!size)
			return fault_set(error, c.at, 1, _("the text is not UTF-8"));
		if (is_blank(point)) {
			c.at += size;
			c.spaced = true;
			continue;
		}
		if (tokens->count == TOKENS_MAX)
			return fault_set(error, 0, length, _("this is too long to be a date"));
		if (point < 0x80 && is_digit((char)point))
			cut_number(&c);
		else if (is_letter(point))
			cut_word(&c);
		else
			cut_mark(&c, point, size);
	}
	join_phrases(&c);
	tokens->at[tokens->count] = (struct token){.offset = length, .type = TOKEN_END, .spaced = true};
	return true;
}
