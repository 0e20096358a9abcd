/* Which dates are plain and read in one look. That they mean the same then is for test_date_random.c. */
#include "date/plain.h"
#include "exprs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_plain(const char *text, int year)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	return plain_read(text, strlen(text), year, &expr, &error);
}

static void check_plain(const struct expr_row *rows, size_t count, int year)
{
	for (size_t i = 0; i < count; i++)
		if (!is_plain(rows[i].text, year))
			fail_msg("%s is not plain", rows[i].text);
	check_exprs(rows, count, year);
}

static void dates_with_a_year(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
		{"2018-08-13", "2018-08-13"},
		{"2009-09-09", "2009-09-09"},
		{"1900-01-01", "1900-01-01"},
		{"2199-12-31", "2199-12-31"},
		{"2018-08", "2018-08-01..2018-08-31"},
		{"2020-02", "2020-02-01..2020-02-29"},
		{"2018-08-13/2018-09-19", "2018-08-13/2018-09-19"},
		{"2018-08-13/2018-08-13", "2018-08-13/2018-08-13"},
		{"2018-08/2018-10", "2018-08-01..2018-08-31/2018-10-01..2018-10-31"},
		{"2018-08/2018-08-01", "2018-08-01..2018-08-31/2018-08-01"},
		{"2018-08-13/2018-12", "2018-08-13/2018-12-01..2018-12-31"},
		{"13. august 2018", "2018-08-13"},
		{"13 August 2018", "2018-08-13"},
		{"10. marts 2018", "2018-03-10"},
		{"9. MAY 2018", "2018-05-09"},
		{"1. januar 1900", "1900-01-01"},
		{"31. december 2199", "2199-12-31"},
		{"uge 33 2018", "2018-08-13..2018-08-19"},
		{"week 1 2018", "2018-01-01..2018-01-07"},
		{"ultimo november 2018", "2018-11-21..2018-11-30"},
		{"mid July 2018", "2018-07-11..2018-07-20"},
	};
	check_plain(rows, COUNT(rows), 0);
}

static void dates_in_a_plan_of_one_year(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
		{"13. august", "2018-08-13"},
		{"13 August", "2018-08-13"},
		{"uge 33", "2018-08-13..2018-08-19"},
		{"uge 3", "2018-01-15..2018-01-21"},
		{"primo marts", "2018-03-01..2018-03-10"},
		{"1. marts 2019", "2019-03-01"},
	};
	check_plain(rows, COUNT(rows), 2018);
	for (size_t i = 0; i + 1 < COUNT(rows); i++)
		assert_false(is_plain(rows[i].text, 0));
}

/* Valid or not: the grammar reads them. */
static void other_texts_are_not_plain(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",          "2018",       "2018-13",       "2018-02-29",       "2018-08-13/",     "2018-08-13/..",
		"2018-W33",  "1899-12-31", "2018-08-13?",   "2018-08-13-",      "2018-08/2018-07", "august 2018",
		"13.",       "32. maj",    "august 13",     "13. august 2018?", "13. jul",         "ultimo jul 2018",
		"uge 53",    "uge 37.",    "13.  maj 2018", "13. maj 18",       "13. maj 02018",   " 13. maj",
		"013. maj",  "søndag",     "13. maj 1899",  "1. maj 2200",      "maj maj 2018",    "13. 13. 2018",
		"13.august", "@. maj",     "[. maj",        "/ maj 2018",       "13. maj-2018",    "13, maj 2018",
	};
	for (size_t i = 0; i < COUNT(texts); i++)
		if (is_plain(texts[i], 2018))
			fail_msg("\"%s\" is plain", texts[i]);
}

/* What stands behind the text is not part of it. */
static void texts_end_where_they_say(void **state)
{
	(void)state;
	struct plan_expr expr;
	struct plan_expr_error error;
	assert_true(plain_read("uge 33", 5, 2018, &expr, &error));
	assert_string_equal(print_window(expr.start), "2018-01-15..2018-01-21");
	assert_true(plain_read("primo majs", 9, 2018, &expr, &error));
	assert_false(plain_read("uge 3", 4, 2018, &expr, &error));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_with_a_year),
		cmocka_unit_test(dates_in_a_plan_of_one_year),
		cmocka_unit_test(other_texts_are_not_plain),
		cmocka_unit_test(texts_end_where_they_say),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
