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
	char text[16], hint[96];
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
	char text[16], hint[96];
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
	char text[16], hint[96];
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

/* Which characters between two days are the dash of a period: nothing next to those that are one. */
static void every_dash(void **state)
{
	(void)state;
	for (unsigned c = 0x2000; c < 0x2300; c++) {
		if (c == 0x202F) /* a blank */
			continue;
		char text[32];
		struct plan_expr expr;
		struct plan_expr_error error;
		snprintf(text, sizeof text, "14.%c%c%c19. august", 0xE0 | c >> 12, 0x80 | (c >> 6 & 0x3F),
				 0x80 | (c & 0x3F));
		bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
		if (parse(text, 2019, &expr, &error) != dash)
			fail_msg("U+%04X is %sa dash", c, dash ? "" : "not ");
		if (!dash && (error.offset != 3 || error.length != 3))
			fail_msg("U+%04X: points at %zu, %zu", c, error.offset, error.length);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pair_of_numbers),
		cmocka_unit_test(every_month_and_day),
		cmocka_unit_test(every_dash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
