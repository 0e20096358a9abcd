/* What date expressions mean: periods, other spellings, and what holds for every day of the years. */
#include "date/print.h"
#include "exprs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void periods_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
		{"2018-08-14/2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 - 2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 – 2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 til 2018-09-19", "2018-08-14/2018-09-19"},
		{"2019/2022", "2019-01-01..2019-12-31/2022-01-01..2022-12-31"},
		{"2019-2022", "2019-01-01..2019-12-31/2022-01-01..2022-12-31"},
		{"2018-08/2018-10", "2018-08-01..2018-08-31/2018-10-01..2018-10-31"},
		{"2018-08-14?/2018-09-19~", "2018-08-14/2018-09-19?~"},
		{"2018-08-14/..", "2018-08-14/.."},
		{"../2018-08-14", "../2018-08-14"},
		{"14. august/..", "2018-08-14/.."},
		{"14. august - ..", "2018-08-14/.."},
		{"14. august-19. september", "2018-08-14/2018-09-19"},
		{"14. august - 19. september", "2018-08-14/2018-09-19"},
		{"14. august – 19. september", "2018-08-14/2018-09-19"},
		{"14. august—19. september", "2018-08-14/2018-09-19"},
		{"14. august/19. september", "2018-08-14/2018-09-19"},
		{"14. august-19. september 2019", "2019-08-14/2019-09-19"},
		{"14. august 2019-19. september", "2019-08-14/2019-09-19"},
		{"14. august 2019-19. september 2019", "2019-08-14/2019-09-19"},
		{"14. august 2019-2019-09-19", "2019-08-14/2019-09-19"},
		{"2019-08-14/19. september", "2019-08-14/2019-09-19"},
		{"14 August to 19 September 2018", "2018-08-14/2018-09-19"},
		{"14 August until 19 September 2018", "2018-08-14/2018-09-19"},
		{"from 14 August to 19 September 2018", "2018-08-14/2018-09-19"},
		{"from 14 August until 19 September", "2018-08-14/2018-09-19"},
		{"14. august til 19. september", "2018-08-14/2018-09-19"},
		{"14. august til og med 19. september", "2018-08-14/2018-09-19"},
		{"fra 14. august til 19. september 2018", "2018-08-14/2018-09-19"},
		{"fra den 14. august til den 19. september", "2018-08-14/2018-09-19"},
		{"14.–19. august", "2018-08-14/2018-08-19"},
		{"14.-19. august 2019", "2019-08-14/2019-08-19"},
		{"14. - 19. august", "2018-08-14/2018-08-19"},
		{"14-19 August", "2018-08-14/2018-08-19"},
		{"14/19 August", "2018-08-14/2018-08-19"},
		{"August 14-19, 2019", "2019-08-14/2019-08-19"},
		{"mandag den 13.-fredag den 17. august 2018", "2018-08-13/2018-08-17"},
		{"Mon 13 Aug 2018 - Fri 17 Aug 2018", "2018-08-13/2018-08-17"},
		{"uge 33-38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 33–38 2018", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 33/34", "2018-08-13..2018-08-19/2018-08-20..2018-08-26"},
		{"uge 33-uge 38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 50 2018-uge 2 2019", "2018-12-10..2018-12-16/2019-01-07..2019-01-13"},
		{"2018-W33/2018-W38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"august-september", "2018-08-01..2018-08-31/2018-09-01..2018-09-30"},
		{"aug.-sep. 2019", "2019-08-01..2019-08-31/2019-09-01..2019-09-30"},
		{"1.-3. kvartal 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1-Q3 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1-3 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1 2018-Q2 2019", "2018-01-01..2018-03-31/2019-04-01..2019-06-30"},
		{"1. kvartal 2018-2. kvartal 2019", "2018-01-01..2018-03-31/2019-04-01..2019-06-30"},
		{"2.-3. uge i marts", "2018-03-12..2018-03-18/2018-03-19..2018-03-25"},
		{"primo-medio marts", "2018-03-01..2018-03-10/2018-03-11..2018-03-20"},
		{"primo-ultimo 2019", "2019-01-01..2019-04-30/2019-09-01..2019-12-31"},
		{"ultimo januar-1. marts 2019", "2019-01-21..2019-01-31/2019-03-01"},
		{"ca. 14. august-19. september", "2018-08-14/2018-09-19~"},
		{"forår-efterår 2019", "2019-03-01..2019-05-31/2019-09-01..2019-11-30"},
		{"2018-08/2018-08-05", "2018-08-01..2018-08-31/2018-08-05"},
		/* Into the next year: only noted where nobody wrote a year. */
		{"15. december 2018-10. januar", "2018-12-15/2019-01-10"},
		{"15. december-10. januar", "2018-12-15/2019-01-10 rolled"},
		{"15. december-29. januar", "2018-12-15/2019-01-29 rolled"},
		{"december-januar", "2018-12-01..2018-12-31/2019-01-01..2019-01-31 rolled"},
		{"uge 50-2", "2018-12-10..2018-12-16/2019-01-07..2019-01-13 rolled"},
		{"ultimo december-primo januar", "2018-12-21..2018-12-31/2019-01-01..2019-01-10 rolled"},
		{"2018-12-15/10. januar", "2018-12-15/2019-01-10"},
	};
	check_exprs(rows, COUNT(rows), 2018);
	check_expr("15. december-29. februar", 2019, "2019-12-15/2020-02-29 rolled");
	check_expr("uge 53-uge 1", 2020, "2020-12-28..2021-01-03/2021-01-04..2021-01-10 rolled");
}

/* A letter and a combining ring or mark is the same letter; so is a no-break space a space. */
static void other_spellings_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
		{"fora\xCC\x8Aret 2018", "2018-03-01..2018-05-31"},
		{"2. halva\xCC\x8Ar 2018", "2018-07-01..2018-12-31"},
		{"EFTERA\xCC\x8AR 2018", "2018-09-01..2018-11-30"},
		{"efter pa\xCC\x8Aske", "2018-04-03.."},
		{"13.\xC2\xA0"
		 "august\xC2\xA0"
		 "2018",
		 "2018-08-13"},
		{"13.\xE2\x80\xAF"
		 "august 2018",
		 "2018-08-13"},
		{"14.\xE2\x80\x91"
		 "19. august 2018",
		 "2018-08-14/2018-08-19"},
		{"14.\xE2\x88\x92"
		 "19. august 2018",
		 "2018-08-14/2018-08-19"},
	};
	check_exprs(rows, COUNT(rows), 0);
}

static void every_day_is_read_back(void **state)
{
	(void)state;
	struct plan_expr expr;
	struct plan_expr_error error;
	struct plan_expr_context context = {0};
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++) {
		struct day_text text = day_text_iso(day);
		assert_true(plan_expr_parse(text.text, strlen(text.text), &context, &expr, &error));
		assert_int_equal(expr.kind, PLAN_DATE_WINDOW);
		assert_int_equal(expr.start.earliest, day);
		assert_int_equal(expr.end.latest, day);
		assert_true(plan_window_is_day(expr.start));
	}
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day += 11) {
		struct plan_iso_week week = plan_day_iso_week(day);
		char texts[4][80];
		snprintf(texts[0], sizeof texts[0], "%s", day_text(day).text);
		snprintf(texts[1], sizeof texts[1], "%s", day_text_long(day).text);
		snprintf(texts[2], sizeof texts[2], "%04d-W%02d-%d", week.year, week.week,
				 (int)plan_day_weekday(day) + 1);
		snprintf(texts[3], sizeof texts[3], " %s", day_text_iso(day).text); /* not the short way */
		for (int i = 0; i < 4; i++) {
			if (week.year > PLAN_YEAR_MAX && i == 2)
				continue;
			if (!plan_expr_parse(texts[i], strlen(texts[i]), &context, &expr, &error))
				fail_msg("%s: %s", texts[i], error.message);
			assert_int_equal(expr.start.earliest, day);
			assert_int_equal(expr.start.latest, day);
		}
	}
}

/* What digits mean is computed here in another way: by asking each day of the years for its month and week.
 */
static void months_and_weeks_hold_their_days(void **state)
{
	(void)state;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX - 3; day += 3) {
		struct plan_civil civil = plan_day_to_civil(day);
		struct plan_iso_week week = plan_day_iso_week(day);
		char text[32];
		struct plan_expr expr;
		struct plan_expr_error error;
		struct plan_expr_context context = {0};
		int length = snprintf(text, sizeof text, "%04d-%02d", civil.year, civil.month);
		assert_true(plan_expr_parse(text, (size_t)length, &context, &expr, &error));
		assert_int_equal(expr.start.earliest, day - civil.day + 1);
		assert_int_equal(plan_day_to_civil(expr.start.latest).month, civil.month);
		assert_int_equal(plan_day_to_civil(expr.start.latest + 1).day, 1);
		length = snprintf(text, sizeof text, "uge %d %d", week.week, week.year);
		assert_true(plan_expr_parse(text, (size_t)length, &context, &expr, &error));
		assert_int_equal(expr.start.earliest, day - (int)plan_day_weekday(day));
		assert_int_equal(expr.start.latest, expr.start.earliest + 6);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(other_spellings_are_read),
		cmocka_unit_test(every_day_is_read_back),
		cmocka_unit_test(months_and_weeks_hold_their_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
