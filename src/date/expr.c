#include "base/text.h"
#include "date/fault.h"
#include "date/grammar.h"
#include "date/iso.h"
#include "date/plain.h"
#include "date/refuse.h"
#include "date/word.h"

#include <plan/date.h>

#include <string.h>

/* One reading of one expression. */
struct reading {
	struct parser parser;
	const struct plan_expr_context *context;
	struct plan_expr *expr;
	struct plan_expr_error *error;
};

static void refuse_missing_year(const struct reading *r, const struct unit *unit)
{
	const char *hint = r->context->year_hint;
	fault_set(r->error, unit->whole.offset, unit->whole.length, "%s",
			  hint ? _("which year? None is written")
				   : _("which year? None is written and the plan gives none"));
	fault_hint(r->error, "%s",
			   hint ? hint : _("add the year with four digits, or give the plan a \"year:\""));
}

static bool resolve_alone(struct reading *r, struct unit *unit, struct plan_window *window)
{
	if (unit->kind == UNIT_NUMBER || unit->kind == UNIT_PART) {
		fault_set(r->error, unit->whole.offset, unit->whole.length, _("the month is missing"));
		return fault_hint(r->error, _("write as in \"13. august 2018\" or \"ultimo januar 2019\""));
	}
	if (unit_lacks_year(unit))
		unit->year = r->context->year;
	if (!unit_lacks_year(unit))
		return unit_resolve(unit, window, r->error);
	if (unit_exists(unit, r->error))
		refuse_missing_year(r, unit);
	return false;
}

/* --- recesses --- */

static bool find_recess(const struct reading *r, const char *name, size_t length, struct plan_window *days)
{
	return r->context->find_recess(r->context->data, name, length, days);
}

/*
 * Asks for a recess by its name and, when there is none, with the Danish definite ending taken off or put on:
 * "sommerferien", "sommerferie".
 */
static bool find_recess_inflected(const struct reading *r, char *name, size_t length,
								  struct plan_window *days)
{
	static const char *const endings[] = {"n", "t", "en", "et", "ne", "ene", "rne", "erne"};
	if (find_recess(r, name, length, days))
		return true;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t size = strlen(endings[i]);
		if (length > size && memcmp(name + length - size, endings[i], size) == 0 &&
			find_recess(r, name, length - size, days))
			return true;
	}
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t size = strlen(endings[i]);
		memcpy(name + length, endings[i], size);
		if (find_recess(r, name, length + size, days))
			return true;
	}
	return false;
}

/* Whether the rest of the text, a word to begin with, names a recess of the plan. */
static bool read_recess(struct reading *r, struct plan_window *days)
{
	enum { NAME_MAX_BYTES = 512, ENDING_MAX = 4 };
	char name[NAME_MAX_BYTES + ENDING_MAX + 1];
	const struct token *first = parser_peek(&r->parser, 0);
	const struct tokens *tokens = r->parser.tokens;
	if (first->type != TOKEN_WORD || !r->context->find_recess)
		return false;
	const struct token *last = &tokens->at[tokens->count - 1];
	size_t length = last->offset + last->length - first->offset;
	length = text_fold(tokens->text + first->offset, length, name, NAME_MAX_BYTES);
	if (!length || !find_recess_inflected(r, name, length, days))
		return false;
	r->parser.at = tokens->count;
	return true;
}

/* --- windows --- */

static bool finish_window(struct reading *r, struct plan_window window, uint8_t qualifier)
{
	if (r->parser.at < r->parser.tokens->count)
		return refuse_next(&r->parser);
	*r->expr =
		(struct plan_expr){.start = window, .end = window, .kind = PLAN_DATE_WINDOW, .qualifier = qualifier};
	return true;
}

/* What a bound makes of the days it is a bound by. */
static bool apply_bound(enum word_bound bound, struct plan_window days, struct plan_window *window)
{
	*window = (struct plan_window){PLAN_DAY_OPEN_START, PLAN_DAY_OPEN_END};
	switch (bound) {
	case BOUND_BY:
	case BOUND_UNTIL: window->latest = days.latest; return true;
	case BOUND_FROM: window->earliest = days.earliest; return true;
	case BOUND_BEFORE: window->latest = days.earliest - 1; return days.earliest > PLAN_DAY_MIN;
	case BOUND_LAST: *window = (struct plan_window){days.latest, days.latest}; return true;
	case BOUND_AFTER: break;
	}
	window->earliest = days.latest + 1;
	return days.latest < PLAN_DAY_MAX;
}

static bool finish_bound(struct reading *r, const struct token *word, struct plan_window days,
						 uint8_t qualifier)
{
	struct plan_window window;
	if (apply_bound((enum word_bound)word->word->value, days, &window))
		return finish_window(r, window, qualifier);
	fault_set(r->error, 0, r->parser.tokens->length, _("no day of the years %1$d to %2$d is meant by this"),
			  PLAN_YEAR_MIN, PLAN_YEAR_MAX);
	return fault_hint(r->error, _("write a year from %1$d to %2$d"), PLAN_YEAR_MIN, PLAN_YEAR_MAX);
}

/* --- two units: periods and ranges --- */

/* The marks and words between two units; `*is_range` for "..", one day somewhere between them. */
static bool take_separator(struct reading *r, bool *is_range)
{
	const struct token *token = parser_peek(&r->parser, 0);
	bool until = token_is(token, WORD_BOUND) && token->word->value == BOUND_UNTIL;
	*is_range = token->type == TOKEN_DOTS;
	if (!*is_range && !until && token->type != TOKEN_DASH && token->type != TOKEN_SLASH &&
		!token_is(token, WORD_TO))
		return false;
	r->parser.at++;
	return true;
}

static bool refuse_reversed(struct reading *r, const struct unit *a, const struct unit *b)
{
	fault_set(r->error, a->whole.offset, b->whole.offset + b->whole.length - a->whole.offset,
			  _("it ends before it begins"));
	return fault_hint(r->error, _("write the earlier date first, and the year of each where they differ"));
}

/* Gives each half its year: the other half's, or the plan's. */
static bool share_years(struct reading *r, struct unit *a, struct unit *b, bool *rolled)
{
	bool a_lacks = unit_lacks_year(a), b_lacks = unit_lacks_year(b);
	*rolled = false;
	if (!a_lacks && !b_lacks)
		return true;
	int year = a_lacks && b_lacks ? 0 : a_lacks ? b->year : a->year;
	bool shared = year != 0;
	if (!shared)
		year = r->context->year;
	if (!year) {
		if (unit_exists(a, r->error) && unit_exists(b, r->error))
			refuse_missing_year(r, a_lacks ? a : b);
		return false;
	}
	if (a_lacks)
		a->year = year;
	if (b_lacks)
		b->year = year;
	if (!b_lacks || a->kind == UNIT_OPEN || !unit_is_earlier(b, a, year))
		return true;
	b->year = year + 1;
	*rolled = !shared;
	return iso_check_year(b->year, b->whole.offset, b->whole.length, r->error);
}

/* "uge 33/2018": the year belongs to the week, and nothing says that a period was meant. */
static bool refuse_bare_year(struct reading *r, const struct unit *a, const struct unit *b)
{
	fault_set(r->error, a->whole.offset, b->whole.offset + b->whole.length - a->whole.offset,
			  _("a date without a year and a year do not make a period"));
	return fault_hint(r->error, _("write the year without a mark before it: \"uge 33 2018\""));
}

static bool finish_pair(struct reading *r, struct unit *a, struct unit *b, bool is_range)
{
	struct plan_window start, end;
	bool rolled;
	if ((a->kind == UNIT_YEAR && unit_lacks_year(b)) || (b->kind == UNIT_YEAR && unit_lacks_year(a)))
		return refuse_bare_year(r, a, b);
	if (!unit_complete(a, b) || !unit_complete(b, a)) {
		fault_set(r->error, a->whole.offset, b->whole.offset + b->whole.length - a->whole.offset,
				  _("the month is missing"));
		return fault_hint(r->error, _("write as in \"14.-19. august 2018\" or 2018-08-14/2018-08-19"));
	}
	if (!share_years(r, a, b, &rolled) || !unit_resolve(a, &start, r->error) ||
		!unit_resolve(b, &end, r->error))
		return false;
	if (start.earliest > end.latest)
		return refuse_reversed(r, a, b);
	if (r->parser.at < r->parser.tokens->count)
		return refuse_next(&r->parser);
	*r->expr = (struct plan_expr){.start = start, .end = end, .kind = PLAN_DATE_PERIOD, .rolled = rolled};
	r->expr->qualifier = a->qualifier | b->qualifier;
	if (is_range) {
		r->expr->kind = PLAN_DATE_WINDOW;
		r->expr->start.latest = end.latest;
		r->expr->end.earliest = start.earliest;
	}
	return true;
}

/* One end of a period, which may be open. */
static bool read_end(struct reading *r, struct unit *unit)
{
	const struct token *token = parser_peek(&r->parser, 0);
	if (!parser_take(&r->parser, TOKEN_DOTS))
		return grammar_read_unit(&r->parser, unit);
	*unit = (struct unit){.kind = UNIT_OPEN, .weekday = -1, .whole = {token->offset, token->length}};
	return true;
}

static bool refuse_half_range(struct reading *r)
{
	fault_set(r->error, 0, r->parser.tokens->length, _("\"..\" stands between two dates"));
	return fault_hint(r->error,
					  _("write \"from 2018-08-13\", \"by 2018-08-13\", or a period: 2018-08-13/.."));
}

/* A unit, or two with something between them. */
static bool read_units(struct reading *r)
{
	struct unit a, b;
	struct plan_window window;
	bool is_range;
	if (!read_end(r, &a))
		return false;
	if (r->parser.at == r->parser.tokens->count && a.kind != UNIT_OPEN) {
		if (!resolve_alone(r, &a, &window))
			return false;
		return finish_window(r, window, a.qualifier);
	}
	if (!take_separator(r, &is_range))
		return a.kind == UNIT_OPEN ? refuse_half_range(r) : refuse_next(&r->parser);
	if (is_range && (a.kind == UNIT_OPEN || r->parser.at == r->parser.tokens->count))
		return refuse_half_range(r);
	if (!read_end(r, &b))
		return false;
	if (b.kind == UNIT_OPEN && (a.kind == UNIT_OPEN || is_range))
		return refuse_half_range(r);
	return finish_pair(r, &a, &b, is_range);
}

static bool refuse_bounded_pair(struct reading *r, const struct token *word)
{
	const char *text = r->parser.tokens->text + word->offset;
	fault_set(r->error, word->offset, word->length, _("\"%s\" takes one date, not two"),
			  excerpt(text, word->length).text);
	return fault_hint(r->error, _("leave the word out for a period, or write one date after it"));
}

/* "efter sommerferien" in a plan that has no such recess. */
static bool refuse_recess(struct reading *r, const struct token *name)
{
	const char *text = r->parser.tokens->text + name->offset;
	size_t length = r->parser.tokens->length - name->offset;
	fault_set(r->error, name->offset, length, _("the calendar has no recess \"%s\""),
			  excerpt(text, length).text);
	return fault_hint(r->error, _("give the plan's calendar such a recess, or write a date"));
}

/* A word that is no date's and not even like one. */
static bool is_foreign(const struct tokens *tokens, const struct token *token)
{
	char folded[WORD_LENGTH_MAX + 1];
	if (token->type != TOKEN_WORD || token->word)
		return false;
	word_fold(tokens->text + token->offset, token->length, folded);
	return !word_similar(folded);
}

/* "senest X"; "fra X" may turn out to be "fra X til Y". */
static bool read_bound(struct reading *r)
{
	const struct token *word = parser_peek(&r->parser, 0);
	struct plan_window days = {PLAN_DAY_OPEN_START, PLAN_DAY_OPEN_END};
	struct unit unit;
	r->parser.at++;
	if (read_recess(r, &days))
		return finish_bound(r, word, days, 0);
	size_t start = r->parser.at;
	const struct token *first = parser_peek(&r->parser, 0);
	if (!grammar_read_unit(&r->parser, &unit))
		return is_foreign(r->parser.tokens, first) ? refuse_recess(r, first) : false;
	bool is_range;
	if (take_separator(r, &is_range)) {
		if (word->word->value != BOUND_FROM)
			return refuse_bounded_pair(r, word);
		r->parser.at = start;
		return read_units(r);
	}
	return resolve_alone(r, &unit, &days) && finish_bound(r, word, days, unit.qualifier);
}

/* A recess alone is no date, but the writer can be told what to do with it. Returns false. */
static bool refuse_bare_recess(struct reading *r)
{
	struct plan_window days;
	r->parser.at = 0;
	const struct token *first = parser_peek(&r->parser, 0);
	if (!is_foreign(r->parser.tokens, first) || !read_recess(r, &days))
		return false;
	struct excerpt name =
		excerpt(r->parser.tokens->text + first->offset, r->parser.tokens->length - first->offset);
	fault_set(r->error, 0, r->parser.tokens->length, _("\"%s\" is a recess, not a date"), name.text);
	return fault_hint(r->error, _("write \"efter %1$s\" or \"before %1$s\""), name.text);
}

bool plan_expr_parse(const char *text, size_t length, const struct plan_expr_context *context,
					 struct plan_expr *expr, struct plan_expr_error *error)
{
	if (plain_read(text, length, context->year, expr, error))
		return true;
	struct tokens tokens;
	struct reading r = {.context = context, .expr = expr, .error = error};
	r.parser = (struct parser){.tokens = &tokens, .error = error};
	if (!tokens_read(&tokens, text, length, error) || refuse_forms(&r.parser))
		return false;
	if (token_is(parser_peek(&r.parser, 0), WORD_BOUND))
		return read_bound(&r);
	if (read_units(&r))
		return true;
	return refuse_bare_recess(&r);
}
