#include "date/iso.h"

#include "base/text.h"
#include "date/civil.h"
#include "date/fault.h"
#include "date/print.h"

#include <string.h>

enum { SHAPE_MAX = 12 };

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + (text[1] - '0');
}

static int four_digits(const char *text)
{
	return two_digits(text) * 100 + two_digits(text + 2);
}

bool iso_check_year(int year, size_t offset, size_t length, struct plan_expr_error *error)
{
	if (year >= PLAN_YEAR_MIN && year <= PLAN_YEAR_MAX)
		return true;
	fault_set(error, offset, length, _("the year %d is too far away"), year);
	return fault_hint(error, _("write a year from %1$d to %2$d"), PLAN_YEAR_MIN, PLAN_YEAR_MAX);
}

bool iso_check_day(struct plan_civil civil, size_t offset, size_t length, struct plan_expr_error *error)
{
	if (civil_is_valid(civil.year, civil.month, civil.day))
		return true;
	int last = plan_month_days(civil.year, civil.month);
	/* TRANSLATORS: a month and a year: February 2018 has 28 days */
	fault_set(error, offset, length, _("%1$s %2$d has %3$d days"), month_name(civil.month), civil.year, last);
	return fault_hint(error, _("write a day from 1 to %d"), last);
}

/* What an ISO form is read from. */
struct form {
	const char *text;
	size_t length;
	int year;
	struct iso *iso;
	struct plan_expr_error *error;
};

static bool months(const struct form *form, int first, int last)
{
	form->iso->window = civil_months(form->year, first, last);
	return true;
}

static bool month_exists(const struct form *form, int month)
{
	if (month >= 1 && month <= 12)
		return true;
	fault_set(form->error, 5, 2, _("there is no month %02d"), month);
	struct plan_civil swapped = {form->year, form->length == 10 ? two_digits(form->text + 8) : 0, month};
	if (plan_civil_is_valid(swapped))
		return fault_hint(form->error, _("the month comes before the day: %1$04d-%2$02d-%3$02d"),
						  swapped.year, swapped.month, swapped.day);
	return fault_hint(form->error, _("write a month from 01 to 12"));
}

static bool read_year(const struct form *form)
{
	return months(form, 1, 12);
}

/* EDTF's codes beyond the months: 21-24 seasons, 33-36 quarters, 40 and 41 semesters. */
static bool read_month_or_part(const struct form *form)
{
	int code = two_digits(form->text + 5);
	if (code >= 21 && code <= 23)
		return months(form, (code - 20) * 3, (code - 20) * 3 + 2);
	if (code >= 33 && code <= 36)
		return months(form, (code - 33) * 3 + 1, (code - 33) * 3 + 3);
	if (code == 40 || code == 41)
		return months(form, (code - 40) * 6 + 1, (code - 40) * 6 + 6);
	if (code == 24) {
		fault_set(form->error, 0, form->length,
				  _("winter lies in two years, and not everybody means the same one"));
		return fault_hint(form->error, _("write its months: %1$d-12..%2$d-02"), form->year, form->year + 1);
	}
	if (!month_exists(form, code))
		return false;
	form->iso->month = code;
	return months(form, code, code);
}

static bool read_month(const struct form *form)
{
	int month = two_digits(form->text + 5);
	if (!month_exists(form, month))
		return false;
	return months(form, month, month);
}

static bool read_day(const struct form *form)
{
	struct plan_civil civil = {form->year, two_digits(form->text + 5), two_digits(form->text + 8)};
	if (!month_exists(form, civil.month) || !iso_check_day(civil, 8, 2, form->error))
		return false;
	plan_day day = plan_day_from_civil(civil);
	form->iso->window = (struct plan_window){day, day};
	return true;
}

/* "-W33", "-W7", each perhaps with "-5" */
static bool read_week(const struct form *form)
{
	bool two = form->length > 7 && form->text[7] != '-';
	int week = two ? two_digits(form->text + 6) : form->text[6] - '0';
	int last = plan_year_iso_weeks(form->year);
	if (week < 1 || week > last) {
		fault_set(form->error, 6, two ? 2 : 1, _("%1$d has no week %2$d"), form->year, week);
		return fault_hint(form->error, _("write a week from 1 to %d"), last);
	}
	plan_day monday = plan_iso_week_monday((struct plan_iso_week){form->year, week});
	struct plan_window days = {monday, monday + 6};
	size_t weekday_at = two ? 9 : 8;
	if (form->length > weekday_at) {
		int weekday = form->text[weekday_at] - '0';
		if (weekday < 1 || weekday > 7) {
			fault_set(form->error, weekday_at, 1, _("a week has no day %d"), weekday);
			return fault_hint(form->error, _("write 1 for Monday to 7 for Sunday"));
		}
		days.earliest += weekday - 1;
		days.latest = days.earliest;
	}
	form->iso->window = days; /* 1900 begins and 2199 ends with a whole week, so no week sticks out */
	return true;
}

/* "-Q1" and "-H1" */
static bool read_fraction(const struct form *form)
{
	int number = form->text[6] - '0';
	int count = form->text[5] == 'Q' || form->text[5] == 'q' ? 4 : 2;
	if (number < 1 || number > count) {
		fault_set(form->error, 5, 2, _("a year has no \"%s\""), excerpt(form->text + 5, 2).text);
		return fault_hint(form->error, count == 4 ? _("write Q1 to Q4") : _("write H1 or H2"));
	}
	return months(form, (number - 1) * 12 / count + 1, number * 12 / count);
}

/* "201X" and "20XX" */
static bool read_masked_year(const struct form *form)
{
	int span = form->text[2] == 'X' || form->text[2] == 'x' ? 100 : 10;
	int first =
		span == 100 ? two_digits(form->text) * 100 : (two_digits(form->text) * 10 + form->text[2] - '0') * 10;
	if (!iso_check_year(first, 0, 4, form->error))
		return false;
	form->iso->year = 0;
	form->iso->window = (struct plan_window){civil_day(first, 1, 1), civil_day(first + span - 1, 12, 31)};
	return true;
}

static bool refuse_week_dash(const struct form *form)
{
	fault_set(form->error, 0, form->length, _("a dash is missing before the week"));
	return fault_hint(form->error, _("write %1$.4s-%2$s"), form->text,
					  excerpt(form->text + 4, form->length - 4).text);
}

static bool refuse_one_digit(const struct form *form)
{
	fault_set(form->error, 0, form->length, _("months and days have two digits"));
	return fault_hint(form->error, _("write as in 2018-08-03"));
}

static bool refuse_ordinal(const struct form *form)
{
	fault_set(form->error, 0, form->length, _("a day is not counted from the start of the year here"));
	return fault_hint(form->error, _("write the month and the day: 2018-08-13"));
}

static bool refuse_mask(const struct form *form)
{
	fault_set(form->error, 0, form->length, _("only whole places from the right can be left open with X"));
	return fault_hint(form->error,
					  _("write 201X, 2018-XX or 2018-08-XX, or two days: 2018-08-10..2018-08-19"));
}

/*
 * The shapes that a form can have: d for a digit, X for an unspecified one, letters in upper case. A year of
 * four digits is checked before the reader is asked.
 */
static const struct shape {
	const char *shape;
	bool (*read)(const struct form *form);
} shapes[] = {
	{"dddd", read_year},
	{"dddd-dd", read_month_or_part},
	{"dddd-dd-dd", read_day},
	{"dddd-Wdd", read_week},
	{"dddd-Wd", read_week},
	{"dddd-Wdd-d", read_week},
	{"dddd-Wd-d", read_week},
	{"dddd-Qd", read_fraction},
	{"dddd-Hd", read_fraction},
	{"dddX", read_masked_year},
	{"ddXX", read_masked_year},
	{"dddX-XX", read_masked_year},
	{"ddXX-XX", read_masked_year},
	{"dddX-XX-XX", read_masked_year},
	{"ddXX-XX-XX", read_masked_year},
	{"dddd-XX", read_year},
	{"dddd-XX-XX", read_year},
	{"dddd-dd-XX", read_month},
	{"ddddWdd", refuse_week_dash},
	{"ddddWd", refuse_week_dash},
	{"dddd-d", refuse_one_digit},
	{"dddd-d-d", refuse_one_digit},
	{"dddd-d-dd", refuse_one_digit},
	{"dddd-dd-d", refuse_one_digit},
	{"dddd-ddd", refuse_ordinal},
};

static void shape_of(const char *text, size_t length, char *shape)
{
	for (size_t i = 0; i < length; i++) {
		char c = text[i];
		if (c >= '0' && c <= '9')
			shape[i] = 'd';
		else
			shape[i] =
				(char)(c >= 'a' ? c - 'a' + 'A' : c); /* of the marks that can be here, none is beyond 'a' */
	}
	shape[length] = '\0';
}

static bool refuse_unknown(const char *text, size_t length, struct plan_expr_error *error)
{
	size_t time = 0;
	while (time < length && !strchr("TtZz", text[time]))
		time++;
	if (time < length) {
		fault_set(error, time, length - time,
				  _("dates are whole days: there is no time of day or time zone"));
		return fault_hint(error, _("leave out \"%s\""), excerpt(text + time, length - time).text);
	}
	if (memchr(text, 'X', length) || memchr(text, 'x', length))
		return refuse_mask(&(struct form){.text = text, .length = length, .error = error});
	fault_set(error, 0, length, _("\"%s\" is not a date"), excerpt(text, length).text);
	return fault_hint(error, _("write as in 2018-08-13, 2018-08, 2018-W33 or 2018-Q3"));
}

bool iso_read(const char *text, size_t length, struct iso *iso, struct plan_expr_error *error)
{
	if (length >= SHAPE_MAX)
		return refuse_unknown(text, length, error);
	char shape[SHAPE_MAX];
	shape_of(text, length, shape);
	struct form form = {.text = text, .length = length, .iso = iso, .error = error};
	*iso = (struct iso){.year = 0};
	if (strncmp(shape, "dddd", 4) == 0) {
		form.year = iso->year = four_digits(text);
		if (!iso_check_year(form.year, 0, 4, error))
			return false;
	}
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (strcmp(shapes[i].shape, shape) == 0)
			return shapes[i].read(&form);
	return refuse_unknown(text, length, error);
}
