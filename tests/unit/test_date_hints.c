/* Numbers and marks by the hundred: what each is taken for, or what is told to write instead. */
#include <plan/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static bool parse(const char *text, int year, struct plan_expr *expr, struct plan_expr_error *error)
{
	struct plan_expr_context context = {.year = year};
	return plan_expr_parse(text, strlen(text), &context, expr, error);
}

static void check_hint(const char *text, const char *hint)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	if (parse(text, 2019, &expr, &error))
		fail_msg("\"%s\" is accepted", text);
	if (strcmp(error.hint, hint) != 0)
		fail_msg("%s: \"%s\", not \"%s\"", text, error.hint, hint);
}

/* The whole hint for two numbers of which one may be the month, read off what each may be. */
static void hint_of_numbers(int first, int second, char *hint, size_t size)
{
	static const char *const names[] = {"January",   "February", "March",    "April",
										"May",       "June",     "July",     "August",
										"September", "October",  "November", "December"};
	const char *as_first = first >= 1 && first <= 12 && second >= 1 && second <= 31 ? names[first - 1] : NULL;
	const char *as_second =
		second >= 1 && second <= 12 && first >= 1 && first <= 31 ? names[second - 1] : NULL;
	if (as_second && as_first && first != second)
		snprintf(hint, size, "write the month as a word: \"%d %s\" or \"%d %s\"", first, as_second, second,
				 as_first);
	else if (as_second || as_first)
		snprintf(hint, size, "write the month as a word: \"%d %s\"", as_second ? first : second,
				 as_second ? as_second : as_first);
	else
		snprintf(hint, size, "write as in \"13. august 2018\" or 2018-08-13");
}

static void every_pair_of_numbers(void **state)
{
	(void)state;
	char text[32], hint[96];
	for (int first = 0; first <= 40; first++)
		for (int second = 0; second <= 40; second++) {
			snprintf(text, sizeof text, "%d/%d", first, second);
			hint_of_numbers(first, second, hint, sizeof hint);
			check_hint(text, hint);
		}
}

/* What a month and a day of 2019 in two digits each are told, or the day that they are. */
static void check_month_and_day(int month, int day)
{
	struct plan_civil civil = {2019, month, day}, swapped = {2019, day, month};
	char text[32], hint[96];
	struct plan_expr expr;
	struct plan_expr_error error;
	snprintf(text, sizeof text, "2019-%02d-%02d", month, day);
	bool good = parse(text, 0, &expr, &error);
	if (good != plan_civil_is_valid(civil))
		fail_msg("%s: %d", text, good);
	if (good || (month >= 1 && month <= 12))
		return;
	snprintf(hint, sizeof hint, "the month comes before the day: 2019-%02d-%02d", day, month);
	if (!plan_civil_is_valid(swapped))
		snprintf(hint, sizeof hint, "write a month from 01 to 12");
	check_hint(text, hint);
}

/* The same with slashes: the day that is meant, where there is one. */
static void check_slashes(int month, int day)
{
	char text[32], hint[96];
	snprintf(text, sizeof text, "2019/%02d/%02d", month, day);
	snprintf(hint, sizeof hint, "write 2019-%02d-%02d", month, day);
	if (!plan_civil_is_valid((struct plan_civil){2019, month, day}))
		snprintf(hint, sizeof hint, "write as in \"13. august 2018\" or 2018-08-13");
	check_hint(text, hint);
}

static void every_month_and_day(void **state)
{
	(void)state;
	for (int month = 0; month <= 99; month++)
		for (int day = 0; day <= 99; day++) {
			check_month_and_day(month, day);
			check_slashes(month, day);
		}
}

static void encode(char *text, unsigned c)
{
	if (c < 0x800)
		sprintf(text, "%c%c", 0xC0 | c >> 6, 0x80 | (c & 0x3F));
	else if (c < 0x10000)
		sprintf(text, "%c%c%c", 0xE0 | c >> 12, 0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F));
	else
		sprintf(text, "%c%c%c%c", 0xF0 | c >> 18, 0x80 | (c >> 12 & 0x3F), 0x80 | (c >> 6 & 0x3F),
				0x80 | (c & 0x3F));
}

/* Which characters between two days are the dash of a period: nothing next to those that are one. */
static void every_dash(void **state)
{
	(void)state;
	for (unsigned c = 0x2000; c < 0x2300; c++) {
		if (c == 0x202F) /* a blank */
			continue;
		char text[32] = "14.";
		struct plan_expr expr;
		struct plan_expr_error error;
		encode(text + 3, c);
		strcat(text, "19. august");
		bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
		if (parse(text, 2019, &expr, &error) != dash)
			fail_msg("U+%04X is %sa dash", c, dash ? "" : "not ");
		if (!dash && (error.offset != 3 || error.length != 3))
			fail_msg("U+%04X: points at %zu, %zu", c, error.offset, error.length);
	}
}

/* Who reads dates alone need not know of recesses. */
static void without_recesses(void **state)
{
	(void)state;
	check_hint("efter sommerferien", "give the plan's calendar such a recess, or write a date");
	check_hint("sommerferien", "write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13");
}

/* No word is taken for EDTF because of its length. */
static void unknown_words(void **state)
{
	(void)state;
	static const char word[] = "qkqkqkqkqkqk";
	char text[32];
	for (int length = 2; length < (int)sizeof word; length++) {
		snprintf(text, sizeof text, "13. %.*s 2019", length, word);
		check_hint(text, "write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13");
	}
	check_hint("efter 1. maj 2018 2019", "write as in \"13. august 2018\", \"uge 33 2018\" or 2018-08-13");
	check_hint("XXXX", "write one day somewhere in a range as 2018-08-13..2018-08-24");
}

/* What would add up to 2000-02-02, were these marks and letters digits of less than 0 and more than 9. */
static void no_digits(void **state)
{
	(void)state;
	struct plan_expr expr;
	struct plan_expr_error error;
	assert_false(parse("/N/:-/<-/<", 0, &expr, &error));
}

/* Blocks of Unicode that hold letters and what combines with them, and those that hold signs. */
static const struct {
	unsigned first, last;
	bool letters;
} blocks[] = {
	{0x80, 0xBF, false},     {0xC0, 0xD6, true},     {0xD7, 0xD7, false},      {0xD8, 0xF6, true},
	{0xF7, 0xF7, false},     {0xF8, 0x1FFF, true},   {0x2000, 0x2BFF, false},  {0x2C00, 0x2FFF, true},
	{0x3000, 0x303F, false}, {0x3040, 0x3400, true}, {0x1EFF0, 0x1EFFF, true}, {0x1F000, 0x1F010, false},
};

static bool is_blank_or_dash(unsigned c)
{
	return c == 0xA0 || c == 0x202F || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* What is no letter is a mark that does not belong there; a letter is a word. */
static void letters_and_marks(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		for (unsigned c = blocks[i].first; c <= blocks[i].last; c++) {
			char text[32] = "13. ";
			struct plan_expr expr;
			struct plan_expr_error error;
			encode(text + 4, c);
			if (is_blank_or_dash(c))
				continue;
			assert_false(parse(text, 2019, &expr, &error));
			const char *wanted = blocks[i].letters ? "is not a word of dates" : "does not belong here";
			if (!strstr(error.message, wanted))
				fail_msg("U+%04X: %s", c, error.message);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pair_of_numbers),
		cmocka_unit_test(every_month_and_day),
		cmocka_unit_test(every_dash),
		cmocka_unit_test(without_recesses),
		cmocka_unit_test(unknown_words),
		cmocka_unit_test(letters_and_marks),
		cmocka_unit_test(no_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
