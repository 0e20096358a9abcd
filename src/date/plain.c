#include "date/plain.h"

#include "date/civil.h"
#include "date/unit.h"
#include "date/word.h"

/* --- in digits --- */

/* The number that two characters are; far below any where one is no digit. */
static int pair(const char *text)
{
	enum { NO_NUMBER = -10000 };
	unsigned tens = (unsigned char)(text[0] - '0'), ones = (unsigned char)(text[1] - '0');
	return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : NO_NUMBER;
}

/* Reads "2018-08-13" or "2018-08" and moves `*at` behind it; false for what is no such day or month. */
static bool read_day_or_month(const char **at, const char *stop, struct plan_window *window)
{
	enum { MONTH = sizeof "2018-08" - 1, DAY = sizeof "2018-08-13" - 1 };
	const char *text = *at;
	if (stop - text < MONTH || text[4] != '-')
		return false;
	int year = pair(text) * 100 + pair(text + 2), month = pair(text + 5);
	bool has_day = stop - text >= DAY && text[7] == '-';
	int day = has_day ? pair(text + 8) : 1;
	if (!civil_is_valid(year, month, day))
		return false;
	window->earliest = civil_day(year, month, day);
	window->latest = window->earliest + (has_day ? 0 : civil_month_days(year, month) - 1);
	*at += has_day ? DAY : MONTH;
	return true;
}

static bool read_digits(const char *at, const char *stop, struct plan_expr *expr)
{
	struct plan_window start, end;
	if (!read_day_or_month(&at, stop, &start))
		return false;
	bool period = at < stop;
	end = start;
	if (period && (*at++ != '/' || !read_day_or_month(&at, stop, &end)))
		return false;
	if (at < stop || start.earliest > end.latest)
		return false;
	*expr =
		(struct plan_expr){.start = start, .end = end, .kind = period ? PLAN_DATE_PERIOD : PLAN_DATE_WINDOW};
	return true;
}

/* --- in words --- */

/* What a plain date in words is made of: words of ASCII, by their class, and numbers of one or two digits. */
enum { NUMBER = WORD_CLOCK + 1, NUMBER_DOT /* "13." */, CLASSES };

/* What two of them in a row are (enum unit_kind), each with a year behind it or in a plan of one year; 0: no
 * plain date. */
static const uint8_t forms[CLASSES][CLASSES] = {
	[NUMBER_DOT][WORD_MONTH] = UNIT_DAY,
	[NUMBER][WORD_MONTH] = UNIT_DAY,
	[WORD_WEEK][NUMBER] = UNIT_WEEK,
	[WORD_PART][WORD_MONTH] = UNIT_MONTH_PART,
};

/* A text that is being read, and what of each class was in it so far. */
struct reader {
	const char *at, *stop;
	uint8_t values[CLASSES];
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static unsigned read_number(struct reader *r)
{
	unsigned number = (unsigned)(*r->at++ - '0');
	if (r->at < r->stop && is_digit(*r->at))
		number = number * 10 + (unsigned)(*r->at++ - '0');
	r->values[NUMBER] = (uint8_t)number;
	if (r->at == r->stop || *r->at != '.')
		return NUMBER;
	r->at++;
	return NUMBER_DOT;
}

static unsigned read_word(struct reader *r)
{
	char folded[WORD_LENGTH_MAX + 1];
	size_t length = 0, room = (size_t)(r->stop - r->at);
	for (; length < room && length < WORD_LENGTH_MAX && is_letter(r->at[length]); length++)
		folded[length] = (char)(r->at[length] | 0x20);
	folded[length] = '\0';
	r->at += length;
	const struct word *word = length ? word_find(folded, length) : NULL;
	if (!word || word_is_jul(word))
		return WORD_UNKNOWN;
	r->values[word->word_class] = word->value;
	return word->word_class;
}

/* Reads a number or a word, and the blank between it and what follows; the class. */
static unsigned read_part(struct reader *r)
{
	if (r->at == r->stop)
		return WORD_UNKNOWN;
	unsigned part = is_digit(*r->at) ? read_number(r) : read_word(r);
	if (r->at < r->stop && *r->at++ != ' ')
		return WORD_UNKNOWN;
	return part;
}

static bool read_words(const char *text, const char *stop, int year, struct plan_expr *expr,
					   struct plan_expr_error *error)
{
	struct reader r = {.at = text, .stop = stop};
	unsigned first = read_part(&r), second = first ? read_part(&r) : WORD_UNKNOWN;
	uint8_t kind = forms[first][second];
	if (stop - r.at == 4)
		year = pair(r.at) * 100 + pair(r.at + 2);
	else if (r.at < stop)
		return false;
	if (!kind || year < PLAN_YEAR_MIN || year > PLAN_YEAR_MAX)
		return false;
	struct unit unit = {.kind = kind, .weekday = -1, .year = year};
	unit.month = r.values[WORD_MONTH];
	unit.part = r.values[WORD_PART];
	unit.number = r.values[NUMBER];
	struct plan_window window;
	if (!unit_resolve(&unit, &window, error))
		return false;
	*expr = (struct plan_expr){.start = window, .end = window, .kind = PLAN_DATE_WINDOW};
	return true;
}

bool plain_read(const char *text, size_t length, int year, struct plan_expr *expr,
				struct plan_expr_error *error)
{
	const char *stop = text + length;
	return read_digits(text, stop, expr) || read_words(text, stop, year, expr, error);
}
