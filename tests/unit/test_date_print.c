/* Days, windows and periods as people read them. */
#include "date/fault.h"
#include "date/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define OPEN_START PLAN_DAY_OPEN_START
#define OPEN_END   PLAN_DAY_OPEN_END

static plan_day on(int year, int month, int day)
{
	return plan_day_from_civil((struct plan_civil){year, month, day});
}

static const char *window(plan_day first, plan_day last)
{
	static struct window_text text;
	text = window_text((struct plan_window){first, last});
	return text.text;
}

static void days_are_spelt(void **state)
{
	(void)state;
	assert_string_equal(day_text(on(2018, 8, 13)).text, "Mon 13 Aug 2018");
	assert_string_equal(day_text(on(1900, 1, 1)).text, "Mon 1 Jan 1900");
	assert_string_equal(day_text(on(2199, 12, 31)).text, "Tue 31 Dec 2199");
	assert_string_equal(day_text_short(on(2018, 8, 13)).text, "Mon 13 Aug");
	assert_string_equal(day_text_long(on(2018, 8, 13)).text, "13 August 2018");
	assert_string_equal(day_text_iso(on(2018, 8, 3)).text, "2018-08-03");
	assert_string_equal(week_text(on(2018, 8, 13)).text, "week 33");
	assert_string_equal(week_text(on(2018, 12, 31)).text, "week 1");
}

static void open_ends_are_spelt(void **state)
{
	(void)state;
	static const plan_day open[] = {OPEN_START, OPEN_END};
	for (int i = 0; i < 2; i++) {
		assert_string_equal(day_text(open[i]).text, "open");
		assert_string_equal(day_text_short(open[i]).text, "open");
		assert_string_equal(day_text_long(open[i]).text, "open");
		assert_string_equal(week_text(open[i]).text, "open");
		assert_string_equal(day_text_iso(open[i]).text, "");
	}
	assert_string_equal(window(OPEN_START, OPEN_END), "any day");
	assert_string_equal(window(on(2019, 1, 21), OPEN_END), "from Mon 21 Jan 2019");
	assert_string_equal(window(OPEN_START, on(2019, 1, 31)), "until Thu 31 Jan 2019");
}

static void windows_are_spelt(void **state)
{
	(void)state;
	assert_string_equal(window(on(2018, 8, 13), on(2018, 8, 13)), "Mon 13 Aug 2018");
	assert_string_equal(window(on(2019, 1, 21), on(2019, 1, 31)), "21–31 Jan 2019");
	assert_string_equal(window(on(2018, 8, 14), on(2018, 9, 19)), "14 Aug – 19 Sep 2018");
	assert_string_equal(window(on(2018, 12, 15), on(2019, 1, 10)), "15 Dec 2018 – 10 Jan 2019");
	assert_string_equal(window(on(2018, 8, 13), on(2019, 8, 13)), "13 Aug 2018 – 13 Aug 2019");
}

static const char *period(struct plan_window start, struct plan_window end)
{
	static struct window_text text;
	struct plan_expr expr = {.start = start, .end = end, .kind = PLAN_DATE_PERIOD};
	text = expr_text(&expr);
	return text.text;
}

static void periods_are_spelt(void **state)
{
	(void)state;
	struct plan_window day = {on(2018, 8, 14), on(2018, 8, 14)}, later = {on(2018, 9, 19), on(2018, 9, 19)};
	struct plan_window week = {on(2018, 9, 17), on(2018, 9, 23)}, open = {OPEN_START, OPEN_END};
	assert_string_equal(period(day, later), "14 Aug – 19 Sep 2018");
	assert_string_equal(period(day, open), "from Tue 14 Aug 2018");
	assert_string_equal(period(open, later), "until Wed 19 Sep 2018");
	assert_string_equal(period(day, week), "from Tue 14 Aug 2018 to 17–23 Sep 2018");
	assert_string_equal(period(week, open), "from 17–23 Sep 2018");
	assert_string_equal(period(open, week), "until 17–23 Sep 2018");
	struct plan_expr expr = {.start = week, .end = week, .kind = PLAN_DATE_WINDOW};
	assert_string_equal(expr_text(&expr).text, "17–23 Sep 2018");
}

static void names_are_whole_or_short(void **state)
{
	(void)state;
	assert_string_equal(weekday_name(PLAN_MONDAY), "Monday");
	assert_string_equal(weekday_name(PLAN_SUNDAY), "Sunday");
	assert_string_equal(weekday_name_short(PLAN_WEDNESDAY), "Wed");
	assert_string_equal(month_name(1), "January");
	assert_string_equal(month_name(12), "December");
	assert_string_equal(month_name_short(9), "Sep");
}

static void excerpts_are_cut_between_characters(void **state)
{
	(void)state;
	char text[200];
	for (size_t i = 0; i + 2 <= sizeof text; i += 2)
		memcpy(text + i, "ø", 2);
	assert_string_equal(excerpt("kort", 4).text, "kort");
	assert_string_equal(excerpt("", 0).text, "");
	assert_string_equal(excerpt("ab\xFF"
								"cd",
								5)
							.text,
						"ab...");
	for (size_t length = 56; length <= 70; length += 2) {
		struct excerpt cut = excerpt(text, length);
		assert_true(strlen(cut.text) < sizeof cut.text);
		assert_memory_equal(cut.text, text, 56);
		assert_int_equal(strstr(cut.text, "...") != NULL, length > 60);
	}
	struct plan_expr_error error;
	assert_false(fault_set(&error, 3, 4, "%.198s%s", text, "øø"));
	assert_int_equal(strlen(error.message), 198);
	assert_string_equal(error.hint, "");
	assert_int_equal(error.offset, 3);
	assert_int_equal(error.length, 4);
	assert_false(fault_hint(&error, "x%.200s", text));
	assert_int_equal(strlen(error.hint), 199);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_spelt),           cmocka_unit_test(open_ends_are_spelt),
		cmocka_unit_test(windows_are_spelt),        cmocka_unit_test(periods_are_spelt),
		cmocka_unit_test(names_are_whole_or_short), cmocka_unit_test(excerpts_are_cut_between_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
