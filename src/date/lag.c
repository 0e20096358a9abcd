#include "date/lag.h"

#include "base/text.h"
#include "date/fault.h"

#include <string.h>

/* A unit as it is written, and how many days it is taken for when a limit is applied. */
static const struct unit {
	const char *name;
	enum plan_unit unit;
	int days;
} units[] = {
	{"d", PLAN_DAYS, 1},
	{"w", PLAN_WEEKS, 7},
	{"m", PLAN_MONTHS, 30},
	{"wd", PLAN_WORKDAYS, 1},
};

/* What people write instead, and what they should: `times` of `unit`. For hints only. */
static const struct foreign_unit {
	const char *name;
	const char *unit;
	int times;
} foreign_units[] = {
	{"D", "d", 1},
	{"W", "w", 1},
	{"M", "m", 1},
	{"WD", "wd", 1},
	{"Wd", "wd", 1},
	{"day", "d", 1},
	{"days", "d", 1},
	{"dag", "d", 1},
	{"dage", "d", 1},
	{"week", "w", 1},
	{"weeks", "w", 1},
	{"uge", "w", 1},
	{"uger", "w", 1},
	{"month", "m", 1},
	{"months", "m", 1},
	{"mo", "m", 1},
	{"måned", "m", 1},
	{"måneder", "m", 1},
	{"mdr", "m", 1},
	{"workday", "wd", 1},
	{"workdays", "wd", 1},
	{"working", "wd", 1},
	{"bd", "wd", 1},
	{"arbejdsdag", "wd", 1},
	{"arbejdsdage", "wd", 1},
	{"hverdage", "wd", 1},
	{"y", "m", 12},
	{"year", "m", 12},
	{"years", "m", 12},
	{"år", "m", 12},
};

struct reader {
	const char *text;
	size_t length, at;
	struct plan_expr_error *error;
};

static void skip_blanks(struct reader *r)
{
	while (r->at < r->length && (r->text[r->at] == ' ' || r->text[r->at] == '\t'))
		r->at++;
}

static bool take(struct reader *r, const char *word)
{
	skip_blanks(r);
	size_t at = r->at;
	for (; *word; word++, at++)
		if (at == r->length || r->text[at] != *word)
			return false;
	r->at = at;
	return true;
}

static bool at_end(struct reader *r)
{
	skip_blanks(r);
	return r->at == r->length;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_unit_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ((unsigned char)c & 0x80);
}

/* Whether some letters are a name. Most names have one, so that asking the C library would take longer. */
static bool is_named(const char *name, const char *letters, size_t length)
{
	size_t i = 0;
	while (i < length && name[i] == letters[i])
		i++;
	return i == length && name[i] == '\0';
}

/* The rest of the text from `from` on is not what belongs there. */
static bool unexpected(struct reader *r, size_t from)
{
	size_t length = r->length - from;
	if (length == 0)
		fault_set(r->error, 0, r->length, _("an amount is missing"));
	else
		fault_set(r->error, from, length, _("\"%s\" is not an amount"), excerpt(r->text + from, length).text);
	return fault_hint(r->error, _("write a number and a unit: 3d, 2w, 1m or 20wd"));
}

static bool read_unit(struct reader *r, size_t start, int32_t number, const struct unit **unit)
{
	skip_blanks(r);
	size_t from = r->at;
	while (r->at < r->length && is_unit_letter(r->text[r->at]))
		r->at++;
	size_t length = r->at - from;
	const char *name = r->text + from;
	if (length == 0 && from + 1 < r->length && strchr(".,", r->text[from]) && is_digit(r->text[from + 1])) {
		fault_set(r->error, start, from + 2 - start, _("\"%s\" is not a whole number"),
				  excerpt(r->text + start, from + 2 - start).text);
		return fault_hint(r->error, _("write the amount in a smaller unit"));
	}
	if (length == 0) {
		fault_set(r->error, start, from - start, _("%d has no unit"), (int)number);
		return fault_hint(r->error,
						  _("write %1$dd for days, %1$dw for weeks, %1$dm for months or %1$dwd for "
							"working days"),
						  (int)number);
	}
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		*unit = &units[i];
		if (is_named(units[i].name, name, length))
			return true;
	}
	fault_set(r->error, from, length, _("\"%s\" is not a unit"), excerpt(name, length).text);
	for (size_t i = 0; i < sizeof foreign_units / sizeof *foreign_units; i++) {
		const struct foreign_unit *f = &foreign_units[i];
		if (is_named(f->name, name, length))
			return fault_hint(r->error, _("write %1$d%2$s"), (int)number * f->times, f->unit);
	}
	return fault_hint(r->error, _("the units are d (days), w (weeks), m (months) and wd (working days)"));
}

/* Reads "[-]N unit"; a sign only where `may_be_signed`. */
static bool read_lag(struct reader *r, bool may_be_signed, struct plan_lag *lag)
{
	skip_blanks(r);
	size_t start = r->at;
	bool negative = may_be_signed && take(r, "-");
	if (negative)
		skip_blanks(r);
	if (r->at == r->length || !is_digit(r->text[r->at]))
		return unexpected(r, start);
	int32_t number = 0;
	for (; r->at < r->length && is_digit(r->text[r->at]); r->at++)
		if (number <= PLAN_LAG_MAX)
			number = number * 10 + (r->text[r->at] - '0');
	size_t end_of_number = r->at;
	const struct unit *unit = NULL;
	if (number <= PLAN_LAG_MAX && !read_unit(r, start, number, &unit))
		return false;
	if (!unit || number > PLAN_LAG_MAX / unit->days) {
		fault_set(r->error, start, end_of_number - start,
				  _("%s is too much: a gap or duration is at most %d days"),
				  excerpt(r->text + start, r->at - start).text, PLAN_LAG_MAX);
		return false;
	}
	*lag =
		(struct plan_lag){.count = negative ? -number : number, .unit = (uint8_t)unit->unit, .given = true};
	return true;
}

/* Whether `a` is more than `b`; false where their units cannot be compared without a calendar. */
static bool is_more(struct plan_lag a, struct plan_lag b)
{
	if (a.unit == b.unit)
		return a.count > b.count;
	if (a.unit > PLAN_WEEKS || b.unit > PLAN_WEEKS)
		return false;
	return a.count * units[a.unit].days > b.count * units[b.unit].days;
}

/* Reads "a", "a..", "a..b" or "..b" to the end of the text. */
static bool read_range(struct reader *r, bool may_be_signed, struct plan_range *range, bool *is_range)
{
	*range = (struct plan_range){0};
	*is_range = false;
	if (!take(r, "..")) {
		if (!read_lag(r, may_be_signed, &range->min))
			return false;
		if (at_end(r))
			return true;
		if (!take(r, ".."))
			return unexpected(r, r->at);
		*is_range = true;
		if (at_end(r))
			return true;
	}
	*is_range = true;
	if (!read_lag(r, may_be_signed, &range->max))
		return false;
	if (!at_end(r))
		return unexpected(r, r->at);
	if (range->min.given && is_more(range->min, range->max)) {
		fault_set(r->error, 0, r->length, _("the lower bound is more than the upper one"));
		return fault_hint(r->error, _("write the smaller amount first"));
	}
	return true;
}

bool lag_parse_gap(const char *text, size_t length, struct plan_range *gap, struct plan_expr_error *error)
{
	struct reader r = {.text = text, .length = length, .error = error};
	bool is_range;
	*gap = (struct plan_range){0};
	if (at_end(&r))
		return true;
	size_t start = r.at;
	bool minus = take(&r, "-");
	if (!minus && !take(&r, "+")) {
		fault_set(error, start, length - start, _("\"%s\" is not a gap"),
				  excerpt(text + start, length - start).text);
		return fault_hint(error, _("write + or - before the amount: x + 2w, x - 3d"));
	}
	if (!read_range(&r, !minus, gap, &is_range))
		return false;
	if (minus && is_range) {
		fault_set(error, start, length - start, _("a range cannot follow a minus"));
		return fault_hint(error, _("give each bound its own sign after a plus: x + -5d..-3d"));
	}
	if (minus)
		gap->min.count = -gap->min.count;
	if (!gap->min.given && gap->max.count < 1) {
		fault_set(error, start, length - start,
				  _("no gap is at most that: without a lower bound it is at least 1d"));
		return fault_hint(error, _("write the lower bound too: 0d..0d, -5d..-3d"));
	}
	return true;
}

/* A bound of a duration is at least 1 of its unit. */
static bool lasts(const struct plan_lag *lag, size_t length, struct plan_expr_error *error)
{
	if (!lag->given || lag->count >= 1)
		return true;
	fault_set(error, 0, length, _("nothing lasts less than a day"));
	return fault_hint(error, _("write at least 1d; the first and the last day both count"));
}

bool lag_parse_duration(const char *text, size_t length, struct plan_range *duration,
						struct plan_expr_error *error)
{
	struct reader r = {.text = text, .length = length, .error = error};
	bool is_range;
	if (!read_range(&r, false, duration, &is_range))
		return false;
	if (!is_range)
		duration->max = duration->min;
	return lasts(&duration->min, length, error) && lasts(&duration->max, length, error);
}

bool lag_parse(const char *text, size_t length, struct plan_lag *lag, struct plan_expr_error *error)
{
	struct reader r = {.text = text, .length = length, .error = error};
	if (!read_lag(&r, false, lag))
		return false;
	if (!at_end(&r))
		return unexpected(&r, r.at);
	return true;
}
