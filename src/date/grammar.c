#include "date/grammar.h"

#include "base/text.h"
#include "date/fault.h"
#include "date/iso.h"
#include "date/refuse.h"

static struct piece piece_of(const struct token *token)
{
	return (struct piece){token->offset, token->length};
}

/* A number of one or two digits, or an ordinal word. */
static bool is_count(const struct token *token)
{
	return (token->type == TOKEN_NUMBER && token->digits <= 2) || token_is(token, WORD_ORDINAL);
}

static void take_count(struct parser *parser, struct unit *unit)
{
	const struct token *token = parser_peek(parser, 0);
	unit->number = token->type == TOKEN_NUMBER ? token->value : token->word->value;
	unit->number_at = piece_of(token);
	parser->at++;
	if (token_is(parser_peek(parser, 0), WORD_SUFFIX) && !parser_peek(parser, 0)->spaced)
		parser->at++;
	else
		parser_take(parser, TOKEN_DOT);
}

/* A year of four digits, perhaps after a comma or "of"; there need be none. */
static bool read_year(struct parser *parser, struct unit *unit)
{
	size_t before = parser->at;
	if (!parser_take(parser, TOKEN_COMMA))
		parser_take_word(parser, WORD_OF);
	const struct token *token = parser_peek(parser, 0);
	if (token->type == TOKEN_NUMBER && !parser_peek(parser, 1)->word &&
		parser_peek(parser, 1)->type != TOKEN_DOT) {
		fault_set(parser->error, token->offset, token->length, _("\"%s\" is not a year"),
				  excerpt(parser_text(parser, token), token->length).text);
		return fault_hint(parser->error, _("write the year with four digits"));
	}
	if (token->type != TOKEN_YEAR) {
		parser->at = before;
		return true;
	}
	parser->at++;
	unit->year = token->value;
	return iso_check_year(token->value, token->offset, token->length, parser->error);
}

static bool refuse_weekday(struct parser *parser, const struct unit *unit)
{
	fault_set(parser->error, unit->weekday_at.offset, unit->weekday_at.length,
			  _("a weekday stands before a day only"));
	return fault_hint(parser->error, _("leave the weekday out, or write the whole date"));
}

static bool read_iso(struct parser *parser, struct unit *unit)
{
	const struct token *token = parser_peek(parser, 0);
	struct iso iso;
	if (!iso_read(parser_text(parser, token), token->length, &iso, parser->error)) {
		parser->error->offset += token->offset;
		return false;
	}
	parser->at++;
	unit->kind = token->type == TOKEN_YEAR ? UNIT_YEAR : UNIT_FIXED;
	unit->fixed = iso.window;
	unit->year = iso.year;
	unit->month = iso.month;
	if (unit->weekday < 0 || plan_window_is_day(iso.window))
		return true;
	return refuse_weekday(parser, unit);
}

/* Only a day beside "jul" tells which month it is. */
static bool refuse_jul(struct parser *parser, const struct token *token)
{
	if (!word_is_jul(token->word))
		return true;
	fault_set(parser->error, token->offset, token->length, _("\"jul\" can be July or Christmas"));
	return fault_hint(parser->error, _("write \"juli\", \"July\" or \"december\""));
}

static const struct token *take_month(struct parser *parser, struct unit *unit)
{
	const struct token *token = parser_peek(parser, 0);
	unit->month = token->word->value;
	parser->at++;
	parser_take(parser, TOKEN_DOT);
	return token;
}

/* "august", "august 2018", "August 14", "August 14, 2018" */
static bool read_month(struct parser *parser, struct unit *unit)
{
	const struct token *month = take_month(parser, unit);
	if (is_count(parser_peek(parser, 0))) {
		unit->kind = UNIT_DAY;
		take_count(parser, unit);
		return read_year(parser, unit);
	}
	unit->kind = UNIT_MONTH;
	return refuse_jul(parser, month) && read_year(parser, unit);
}

/* "14. august", "2. uge i marts", "3. kvartal", or "14." alone */
static bool read_counted(struct parser *parser, struct unit *unit)
{
	take_count(parser, unit);
	parser_take_word(parser, WORD_OF);
	if (token_is(parser_peek(parser, 0), WORD_MONTH)) {
		unit->kind = UNIT_DAY;
		take_month(parser, unit);
		return read_year(parser, unit);
	}
	if (token_is(parser_peek(parser, 0), WORD_QUARTER) || token_is(parser_peek(parser, 0), WORD_HALF)) {
		unit->kind = token_is(parser_peek(parser, 0), WORD_HALF) ? UNIT_HALF : UNIT_QUARTER;
		parser->at++;
		parser_take(parser, TOKEN_DOT);
		return read_year(parser, unit);
	}
	if (token_is(parser_peek(parser, 0), WORD_WEEK)) {
		unit->kind = UNIT_NTH_WEEK;
		parser->at++;
		if (!parser_take_word(parser, WORD_OF))
			parser_take_word(parser, WORD_ARTICLE);
		if (!token_is(parser_peek(parser, 0), WORD_MONTH))
			return refuse_next(parser);
		return refuse_jul(parser, take_month(parser, unit)) && read_year(parser, unit);
	}
	unit->kind = UNIT_NUMBER;
	return read_year(parser, unit);
}

/* "ultimo januar 2019", "mid-January", "primo 2019", or "primo" alone */
static bool read_part(struct parser *parser, struct unit *unit)
{
	unit->part = parser_peek(parser, 0)->word->value;
	parser->at++;
	const struct token *next = parser_peek(parser, 0), *after = parser_peek(parser, 1);
	if (next->type == TOKEN_DASH && !next->spaced && !after->spaced && token_is(after, WORD_MONTH))
		parser->at++;
	parser_take_word(parser, WORD_ARTICLE);
	next = parser_peek(parser, 0);
	if (next->type == TOKEN_ISO) {
		if (!read_iso(parser, unit))
			return false;
		if (unit->month) {
			unit->kind = UNIT_MONTH_PART;
			return true;
		}
		fault_set(parser->error, next->offset, next->length, _("only months and years have such parts"));
		return fault_hint(parser->error, _("write as in \"ultimo januar 2019\" or \"late 2019\""));
	}
	if (token_is(next, WORD_MONTH)) {
		unit->kind = UNIT_MONTH_PART;
		return refuse_jul(parser, take_month(parser, unit)) && read_year(parser, unit);
	}
	unit->kind = next->type == TOKEN_YEAR ? UNIT_YEAR_PART : UNIT_PART;
	return read_year(parser, unit);
}

/* "uge 33", "week 33, 2018", "Q3 2018", "H1" */
static bool read_numbered(struct parser *parser, struct unit *unit)
{
	const struct token *word = parser_peek(parser, 0);
	unit->kind = token_is(word, WORD_WEEK)      ? UNIT_WEEK
				 : token_is(word, WORD_QUARTER) ? UNIT_QUARTER
												: UNIT_HALF;
	parser->at++;
	const struct token *number = parser_peek(parser, 0);
	if (number->type != TOKEN_NUMBER || number->digits > 2)
		return refuse_next(parser);
	take_count(parser, unit);
	return read_year(parser, unit);
}

static bool read_season(struct parser *parser, struct unit *unit)
{
	const struct token *word = parser_peek(parser, 0);
	unit->kind = UNIT_SEASON;
	unit->part = word->word->value;
	parser->at++;
	if (!read_year(parser, unit))
		return false;
	if (unit->part != SEASON_WINTER)
		return true;
	fault_set(parser->error, word->offset, word->length,
			  _("winter lies in two years, and not everybody means the same one"));
	if (unit->year)
		return fault_hint(parser->error, _("write its months: %1$d-12..%2$d-02"), unit->year, unit->year + 1);
	return fault_hint(parser->error, _("write its months: 2018-12..2019-02"));
}

/* "den", "d." */
static void take_article(struct parser *parser)
{
	if (parser_take_word(parser, WORD_ARTICLE))
		parser_take(parser, TOKEN_DOT);
}

static bool read_weekday(struct parser *parser, struct unit *unit)
{
	const struct token *weekday = parser_peek(parser, 0);
	unit->weekday = (int8_t)weekday->word->value;
	unit->weekday_at = piece_of(weekday);
	parser->at++;
	if (!parser_take(parser, TOKEN_DOT))
		parser_take(parser, TOKEN_COMMA);
	take_article(parser);
	if (parser_peek(parser, 0)->type == TOKEN_ISO)
		return read_iso(parser, unit);
	if (token_is(parser_peek(parser, 0), WORD_MONTH) && is_count(parser_peek(parser, 1)))
		return read_month(parser, unit);
	if (!is_count(parser_peek(parser, 0)))
		return refuse_next(parser);
	if (!read_counted(parser, unit))
		return false;
	if (unit->kind != UNIT_DAY && unit->kind != UNIT_NUMBER)
		return refuse_weekday(parser, unit);
	return true;
}

/* What a unit can begin with, by the class of its first word. */
static bool (*const readers[])(struct parser *, struct unit *) = {
	[WORD_MONTH] = read_month,   [WORD_WEEKDAY] = read_weekday, [WORD_PART] = read_part,
	[WORD_SEASON] = read_season, [WORD_WEEK] = read_numbered,   [WORD_QUARTER] = read_numbered,
	[WORD_HALF] = read_numbered, [WORD_ORDINAL] = read_counted, [WORD_CLOCK] = NULL,
};

static bool read_body(struct parser *parser, struct unit *unit)
{
	const struct token *token = parser_peek(parser, 0);
	if (token->type == TOKEN_YEAR || token->type == TOKEN_ISO)
		return read_iso(parser, unit);
	if (is_count(token))
		return read_counted(parser, unit);
	if (token->type == TOKEN_WORD && token->word && readers[token->word->word_class])
		return readers[token->word->word_class](parser, unit);
	return refuse_next(parser);
}

/* "?", "~" and "%", also in a row. */
static void read_qualifier(struct parser *parser, struct unit *unit)
{
	for (const struct token *token; (token = parser_peek(parser, 0))->type == TOKEN_QUALIFIER; parser->at++) {
		if (token->value != '~')
			unit->qualifier |= PLAN_DATE_UNCERTAIN;
		if (token->value != '?')
			unit->qualifier |= PLAN_DATE_APPROXIMATE;
	}
}

bool grammar_read_unit(struct parser *parser, struct unit *unit)
{
	*unit = (struct unit){.weekday = -1};
	if (parser_take_word(parser, WORD_ABOUT)) {
		unit->qualifier = PLAN_DATE_APPROXIMATE;
		parser_take(parser, TOKEN_DOT);
	}
	take_article(parser);
	size_t start = parser_peek(parser, 0)->offset;
	if (!read_body(parser, unit))
		return false;
	const struct token *last = &parser->tokens->at[parser->at - 1];
	unit->whole = (struct piece){start, last->offset + last->length - start};
	read_qualifier(parser, unit);
	return true;
}
