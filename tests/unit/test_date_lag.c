/* Gaps, durations and single amounts: what is read, what is refused and where the message points. */
#include "date/lag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A text and how its meaning prints: "min..max", a bound that was not written left out. */
struct row {
	const char *text, *meaning;
};

/* A text that is refused, the part that is wrong, and a piece of the message and of the hint. */
struct refusal {
	const char *text, *part, *message, *hint;
};

static const char *print_lag(char *out, size_t room, struct plan_lag lag)
{
	static const char *const units[] = {"d", "w", "m", "wd"};
	snprintf(out, room, "%d%s", (int)lag.count, units[lag.unit]);
	return lag.given ? out : "";
}

static const char *print_range(struct plan_range range)
{
	static char out[64];
	char min[24], max[24];
	snprintf(out, sizeof out, "%s..%s", print_lag(min, sizeof min, range.min),
			 print_lag(max, sizeof max, range.max));
	return out;
}

typedef bool range_parser(const char *, size_t, struct plan_range *, struct plan_expr_error *);

/* The text in memory of exactly its size, so that reading beyond it is caught by the sanitizers. */
static bool parse(range_parser *parser, const char *text, struct plan_range *range,
				  struct plan_expr_error *error)
{
	size_t length = strlen(text);
	char *exact = malloc(length ? length : 1);
	memcpy(exact, text, length);
	bool ok = parser(exact, length, range, error);
	free(exact);
	return ok;
}

static void check_rows(range_parser *parser, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct plan_range range;
		struct plan_expr_error error;
		if (!parse(parser, rows[i].text, &range, &error))
			fail_msg("%s: %s", rows[i].text, error.message);
		if (strcmp(print_range(range), rows[i].meaning) != 0)
			fail_msg("%s: read as %s", rows[i].text, print_range(range));
	}
}

static void check_refusal(const struct refusal *row, bool ok, const struct plan_expr_error *error)
{
	if (ok)
		fail_msg("\"%s\" is accepted", row->text);
	if (!strstr(error->message, row->message) || !strstr(error->hint, row->hint))
		fail_msg("%s: %s (%s)", row->text, error->message, error->hint);
	if (error->length != strlen(row->part) ||
		strncmp(row->text + error->offset, row->part, error->length) != 0)
		fail_msg("%s: points at \"%.*s\"", row->text, (int)error->length, row->text + error->offset);
}

static void check_refusals(range_parser *parser, const struct refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct plan_range range;
		struct plan_expr_error error;
		check_refusal(&rows[i], parse(parser, rows[i].text, &range, &error), &error);
	}
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void gaps_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", ".."},
		{"  ", ".."},
		{"+ 2w", "2w.."},
		{"+2w", "2w.."},
		{"  +  2  w  ", "2w.."},
		{"\t+ 2w", "2w.."},
		{"+ 2w..8w", "2w..8w"},
		{"+ 2 w .. 8 w", "2w..8w"},
		{"+ 2w..", "2w.."},
		{"+ ..60d", "..60d"},
		{"+ ..1d", "..1d"},
		{"+ ..1w", "..1w"},
		{"+ ..1m", "..1m"},
		{"+ ..1wd", "..1wd"},
		{"+ 0d", "0d.."},
		{"+ 0d..0d", "0d..0d"},
		{"+ 0wd", "0wd.."},
		{"- 3d", "-3d.."},
		{"-3d", "-3d.."},
		{"- 0d", "0d.."},
		{"+ -3d", "-3d.."},
		{"+ - 3d", "-3d.."},
		{"+ -3d..5d", "-3d..5d"},
		{"+ -5d..-3d", "-5d..-3d"},
		{"+ 4wd", "4wd.."},
		{"+ 1m", "1m.."},
		{"+ 2w..1m", "2w..1m"},
		{"+ 2m..5w", "2m..5w"}, /* no calendar at hand to tell */
		{"+ 20wd..8w", "20wd..8w"},
		{"+ 7d..1w", "7d..1w"},
		{"+ 1w..7d", "1w..7d"},
		{"+ 73000d", "73000d.."},
		{"+ 73000wd", "73000wd.."},
		{"+ 10428w", "10428w.."},
		{"+ 2433m", "2433m.."},
		{"+ 0000002w", "2w.."},
	};
	check_rows(lag_parse_gap, rows, COUNT(rows));
}

static void gaps_are_refused(void **state)
{
	(void)state;
	static const struct refusal rows[] = {
		{"2w", "2w", "not a gap", "+ or -"},
		{"  uger", "uger", "not a gap", "+ or -"},
		{"+", "+", "missing", "3d"},
		{"+  ", "+  ", "missing", "3d"},
		{"+ 2", "2", "2 has no unit", "2d for days, 2w"},
		{"+ 2..8w", "2", "2 has no unit", "2d"},
		{"+ 2W", "W", "\"W\" is not a unit", "write 2w"},
		{"+ 2 uger", "uger", "not a unit", "write 2w"},
		{"+ 2 years", "years", "not a unit", "write 24m"},
		{"+ 3 måneder", "måneder", "not a unit", "write 3m"},
		{"+ 4 hverdage", "hverdage", "not a unit", "write 4wd"},
		{"+ 2q", "q", "not a unit", "the units are d (days)"},
		{"+ 2ww", "ww", "not a unit", "the units are"},
		{"+ 1.5w", "1.5", "not a whole number", "smaller unit"},
		{"+ 2{", "2", "no unit", ""},
		{"+ 2[", "2", "no unit", ""},
		{"+ 2:5w", "2", "no unit", "2d"},
		{"+ 1,5w", "1,5", "not a whole number", "smaller unit"},
		{"+ 2w 8w", "8w", "not an amount", "2w"},
		{"+ 2w..8w..9w", "..9w", "not an amount", ""},
		{"+ 2w...8w", ".8w", "not an amount", ""},
		{"+ x", "x", "not an amount", ""},
		{"+ w", "w", "not an amount", ""},
		{"+ +2w", "+2w", "not an amount", ""},
		{"- -2w", "-2w", "not an amount", ""},
		{"+ --2w", "--2w", "not an amount", ""},
		{"+ 8w..2w", "+ 8w..2w", "lower bound is more", "smaller amount first"},
		{"+ 8d..1w", "+ 8d..1w", "lower bound is more", ""},
		{"+ 2w..10d", "+ 2w..10d", "lower bound is more", ""},
		{"+ 3d..-3d", "+ 3d..-3d", "lower bound is more", ""},
		{"+ 2m..1m", "+ 2m..1m", "lower bound is more", ""},
		{"+ ..0d", "+ ..0d", "at least 1d", "0d..0d"},
		{"+ ..-3d", "+ ..-3d", "at least 1d", "0d..0d"},
		{"+ ..0wd", "+ ..0wd", "at least 1d", ""},
		{"- 3d..5d", "- 3d..5d", "cannot follow a minus", "x + -5d..-3d"},
		{"- 3d..", "- 3d..", "cannot follow a minus", ""},
		{"+ 73001d", "73001", "73000", ""},
		{"+ 73001wd", "73001", "73000", ""},
		{"+ 10429w", "10429", "73000", ""},
		{"+ 2434m", "2434", "73000", ""},
		{"+ 4294967297d", "4294967297", "73000", ""}, /* 2^32 + 1 */
		{"+ 99999999999999999999d", "99999999999999999999", "73000", ""},
		{"+ -99999999999999999999d", "-99999999999999999999", "73000", ""},
	};
	check_refusals(lag_parse_gap, rows, COUNT(rows));
}

static void durations_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"5w", "5w..5w"},         {" 5 w ", "5w..5w"},
		{"20wd", "20wd..20wd"},   {"1m", "1m..1m"},
		{"4w..8w", "4w..8w"},     {"4w..", "4w.."},
		{"..8w", "..8w"},         {"1d", "1d..1d"},
		{"10wd..1m", "10wd..1m"}, {"73000d", "73000d..73000d"},
	};
	check_rows(lag_parse_duration, rows, COUNT(rows));
}

static void durations_are_refused(void **state)
{
	(void)state;
	static const struct refusal rows[] = {
		{"", "", "missing", "2w"},
		{"..", "..", "missing", "2w"},
		{"0d", "0d", "less than a day", "1d"},
		{"0d..4w", "0d..4w", "less than a day", "1d"},
		{"..0w", "..0w", "less than a day", "1d"},
		{"-2w", "-2w", "not an amount", ""},
		{"+ 2w", "+ 2w", "not an amount", ""},
		{"4w..-8w", "-8w", "not an amount", ""},
		{"4w 8w", "8w", "not an amount", ""},
		{"5", "5", "no unit", "5wd"},
		{"8w..4w", "8w..4w", "lower bound is more", ""},
	};
	check_refusals(lag_parse_duration, rows, COUNT(rows));
}

static void single_amounts_are_read(void **state)
{
	(void)state;
	struct plan_lag lag;
	struct plan_expr_error error;
	assert_true(lag_parse(" 4wd ", 5, &lag, &error));
	assert_int_equal(lag.count, 4);
	assert_int_equal(lag.unit, PLAN_WORKDAYS);
	assert_true(lag.given);
	assert_true(lag_parse("0d", 2, &lag, &error));
	assert_int_equal(lag.count, 0);
	static const struct refusal rows[] = {
		{"4w..8w", "..8w", "not an amount", ""},
		{"-4w", "-4w", "not an amount", ""},
		{"2 uger", "uger", "not a unit", "write 2w"},
		{"4", "4", "no unit", "4wd"},
		{"", "", "missing", ""},
		{"a very long text that goes on and on and on and on and on and on and on",
		 "a very long text that goes on and on and on and on and on and on and on", "and on an...\"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check_refusal(&rows[i], lag_parse(rows[i].text, strlen(rows[i].text), &lag, &error), &error);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gaps_are_read),           cmocka_unit_test(gaps_are_refused),
		cmocka_unit_test(durations_are_read),      cmocka_unit_test(durations_are_refused),
		cmocka_unit_test(single_amounts_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
