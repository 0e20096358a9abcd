#include "date/refuse.h"

#include "base/text.h"
#include "date/fault.h"
#include "date/print.h"

#include <string.h>
#include <strings.h>

/* What is wrong with a word that stands where none of its kind belongs. */
static bool unexpected_word(struct parser *parser, const struct token *token)
{
	struct plan_expr_error *error = parser->error;
	struct excerpt text = excerpt(parser_text(parser, token), token->length);
	if (token_is(token, WORD_TIME)) {
		fault_set(error, token->offset, token->length,
				  _("dates are whole days: there is no time of day or time zone"));
		return fault_hint(error, _("leave out \"%s\" and what belongs to it"), text.text);
	}
	if (token_is(token, WORD_CLOCK)) {
		fault_set(error, token->offset, token->length, _("\"%s\" means another day every day"), text.text);
		return fault_hint(error, _("write the date itself: \"13. august 2018\" or 2018-08-13"));
	}
	if (token->word) {
		fault_set(error, token->offset, token->length, _("\"%s\" does not belong here"), text.text);
		return fault_hint(error, _("write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13"));
	}
	fault_set(error, token->offset, token->length, _("\"%s\" is not a word of dates"), text.text);
	char folded[WORD_LENGTH_MAX + 1];
	word_fold(parser_text(parser, token), token->length, folded);
	const char *similar = word_similar(folded);
	if (similar)
		return fault_hint(error, _("did you mean \"%s\"?"), similar);
	return fault_hint(error, _("write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13"));
}

static bool unexpected_qualifier(struct parser *parser, const struct token *token)
{
	fault_set(parser->error, token->offset, token->length, _("\"%.1s\" does not belong here"),
			  parser_text(parser, token));
	return fault_hint(parser->error, _("write it at the end, for the whole date: 2018-08%.1s"),
					  parser_text(parser, token));
}

/* Eight digits in a row are mostly a date without its dashes. */
static bool unexpected_number(struct parser *parser, const struct token *token)
{
	const char *text = parser_text(parser, token);
	fault_set(parser->error, token->offset, token->length, _("\"%s\" is not a date"),
			  excerpt(text, token->length).text);
	if (token->length == 8)
		return fault_hint(parser->error, _("write %1$.4s-%2$.2s-%3$.2s"), text, text + 4, text + 6);
	return fault_hint(parser->error, _("write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13"));
}

bool refuse_next(struct parser *parser)
{
	const struct token *token = parser_peek(parser, 0);
	if (token->type == TOKEN_WORD)
		return unexpected_word(parser, token);
	if (token->type == TOKEN_NUMBER && token->digits > 2)
		return unexpected_number(parser, token);
	if (token->type == TOKEN_QUALIFIER)
		return unexpected_qualifier(parser, token);
	if (token->type == TOKEN_END) {
		size_t length = parser->tokens->length;
		fault_set(parser->error, 0, length,
				  parser->at == 0 ? _("a date is missing") : _("the date is not complete"));
	} else {
		fault_set(parser->error, token->offset, token->length, _("\"%s\" does not belong here"),
				  excerpt(parser_text(parser, token), token->length).text);
	}
	return fault_hint(parser->error, _("write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13"));
}

/* The hint for a day and a month in digits, one of which may be either. */
static void hint_day_month(struct plan_expr_error *error, int first, int second)
{
	bool day_first = second >= 1 && second <= 12 && first >= 1 && first <= 31;
	bool month_first = first >= 1 && first <= 12 && second >= 1 && second <= 31 && first != second;
	if (day_first && month_first)
		/* TRANSLATORS: two days with the name of the month: "13 August" or "8 December" */
		fault_hint(error, _("write the month as a word: \"%1$d %2$s\" or \"%3$d %4$s\""), first,
				   month_name(second), second, month_name(first));
	else if (day_first || month_first)
		/* TRANSLATORS: a day with the name of the month: "13 August" */
		fault_hint(error, _("write the month as a word: \"%1$d %2$s\""), day_first ? first : second,
				   month_name(day_first ? second : first));
	else
		fault_hint(error, _("write as in \"13. august 2018\" or 2018-08-13"));
}

static bool is_digits(const struct token *token)
{
	return token->type == TOKEN_NUMBER || token->type == TOKEN_YEAR;
}

/* The type of the mark that stands between all numbers of "13/8", "13.8.", "13-8-2018" from token `at` on. */
static bool is_numeric_date(const struct parser *parser, size_t at, size_t *end)
{
	const struct token *first = parser_peek(parser, at), *mark = parser_peek(parser, at + 1);
	const struct token *second = parser_peek(parser, at + 2), *third = parser_peek(parser, at + 4);
	if (!is_digits(first) || !is_digits(second))
		return false;
	bool three = parser_peek(parser, at + 3)->type == mark->type && is_digits(third);
	*end = at + (three ? 5 : 3);
	/* "2018/2019" and "uge 33/34" are periods; "14-19 August" needs its third number to be a date. */
	bool counted = at > 0 && (token_is(parser_peek(parser, at - 1), WORD_WEEK) ||
							  token_is(parser_peek(parser, at - 1), WORD_QUARTER) ||
							  token_is(parser_peek(parser, at - 1), WORD_HALF));
	bool years = first->type == TOKEN_YEAR && second->type == TOKEN_YEAR;
	if (mark->type == TOKEN_DOT)
		return true;
	if (mark->type == TOKEN_SLASH)
		return !counted && !years && !parser_peek(parser, *end)->word;
	return mark->type == TOKEN_DASH && three && first->type == TOKEN_NUMBER && !counted;
}

static bool refuse_numeric_date(struct parser *parser, size_t at, size_t end)
{
	const struct token *first = parser_peek(parser, at), *last = parser_peek(parser, end - 1);
	const struct token *second = parser_peek(parser, at + 2);
	fault_set(parser->error, first->offset, last->offset + last->length - first->offset,
			  _("\"%s\" can be read in more than one way"),
			  excerpt(parser_text(parser, first), last->offset + last->length - first->offset).text);
	struct plan_civil civil = {first->value, second->value, last->value};
	if (end - at == 5 && plan_civil_is_valid(civil))
		fault_hint(parser->error, _("write %1$04d-%2$02d-%3$02d"), civil.year, civil.month, civil.day);
	else
		hint_day_month(parser->error, first->value, second->value);
	return true;
}

static bool refuse_time(struct parser *parser, const struct token *from, const struct token *to)
{
	fault_set(parser->error, from->offset, to->offset + to->length - from->offset,
			  _("dates are whole days: there is no time of day or time zone"));
	fault_hint(parser->error, _("leave out \"%s\""),
			   excerpt(parser_text(parser, from), to->offset + to->length - from->offset).text);
	return true;
}

static bool refuse_edtf(struct parser *parser, const struct token *token)
{
	fault_set(parser->error, token->offset, parser->tokens->length - token->offset,
			  _("EDTF's sets, exponents and unknown years are not read here"));
	fault_hint(parser->error, _("write one day somewhere in a range as 2018-08-13..2018-08-24"));
	return true;
}

/* "XXXX-08-13", "Y17E7": a year that EDTF can write and that says nothing here. */
static bool is_edtf_year(const struct parser *parser, const struct token *token, const struct token *next)
{
	if (token->type != TOKEN_WORD || token->word)
		return false;
	const char *text = parser_text(parser, token);
	if (token->length == 4 && strncasecmp(text, "XXXX", 4) == 0)
		return true;
	return token->length == 1 && !next->spaced && is_digits(next) && strchr("YyEeSs", text[0]);
}

bool refuse_forms(struct parser *parser)
{
	for (size_t i = 0; i < parser->tokens->count; i++) {
		const struct token *token = parser_peek(parser, i), *next = parser_peek(parser, i + 1);
		size_t end;
		if (token->type == TOKEN_OTHER && token->length == 1 && strchr("[]{}", token->value))
			return refuse_edtf(parser, token);
		if (is_edtf_year(parser, token, next))
			return refuse_edtf(parser, token);
		if (is_digits(token) && next->type == TOKEN_OTHER && next->value == ':' &&
			is_digits(parser_peek(parser, i + 2)))
			return refuse_time(parser, token, parser_peek(parser, i + 2));
		if (is_numeric_date(parser, i, &end))
			return refuse_numeric_date(parser, i, end);
	}
	return false;
}
