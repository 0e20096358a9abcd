/* What lays screens out, by display width: wrapping, cutting, tables, the axis of a chart. */
#include "format/axis.h"
#include "format/moment.h"
#include "format/table.h"
#include "format/wrap.h"

#include "base/text.h"

#include <plan/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define FAMILY "👨‍👩‍👧‍👦" /* seven code points, 25 bytes, one picture of two columns */
#define RING_A "A\xCC\x8A"                 /* A and a combining ring, one column */

static void assert_screen(struct buf *out, const char *expected)
{
	if (strcmp(buf_string(out), expected) != 0)
		fail_msg("expected:\n%s\nbut it is:\n%s", expected, buf_string(out));
	buf_clear(out);
}

/* --- wrapping ------------------------------------------------------------------------------- */

static void test_wrap_breaks(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t columns;
		const char *first; /* what stands on the first line */
	} rows[] = {
		{"one two three", 0, "one two three"},
		{"one two three", 13, "one two three"},
		{"one two three", 12, "one two"},
		{"one two three", 7, "one two"},
		{"one two three", 6, "one"},
		{"overlong word", 4, "overlong"},
		{"fristen man. 31. dec. 2018", 16, "fristen man."}, /* no break after 31. */
		{"fristen man. 31. dec. 2018", 21, "fristen man."}, /* nor before 2018 */
		{"the deadline of Mon 31 Dec 2018", 22, "the deadline of"},
		{"from 1 to 21.–31. jan.", 17, "from 1 to"},
		{"»2. behandling« (x)", 6, "»2."}, /* there is no better one */
		{"siger »2. behandling«", 12, "siger"},
		{"a, b · ~ 1.–30. sep.", 8, "a, b ·"}, /* not before the dot, nor after ~ */
		{"14. aug. – 4. dec.", 11, "14. aug. –"},
		{RING_A " " RING_A " " RING_A, 3, RING_A " " RING_A},
		{"one · two", 4, "one"},
		{"one ·", 4, "one"},
		{"one ·two", 4, "one"}, /* the dot belongs to the word */
		{"one two ·two", 7, "one two"},
		{"one  ", 3, "one"},
		{"日本 日本", 5, "日本"},
		{FAMILY " " FAMILY, 4, FAMILY},
		{FAMILY " " FAMILY, 5, FAMILY " " FAMILY},
		{"", 10, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t fits = wrap_fit(rows[i].text, strlen(rows[i].text), rows[i].columns);
		if (fits != strlen(rows[i].first))
			fail_msg("row %zu: \"%.*s\", not \"%s\"", i, (int)fits, rows[i].text, rows[i].first);
	}
}

static void test_wrap_begins(void **state)
{
	(void)state;
	assert_true(wrap_begins("word", 10, 6));
	assert_false(wrap_begins("word", 10, 7));
	assert_true(wrap_begins("word", 0, 1000));
	assert_false(wrap_begins("word", 10, 20));
	assert_true(wrap_begins("two words", 10, 6));
	assert_false(wrap_begins("2. behandling", 10, 6)); /* the number would stand alone */
}

static void test_wrap_text(void **state)
{
	(void)state;
	struct buf out = {0};
	wrap_text(&out, "Godkendelse i BR ligger tor. 13. dec. 2018 og ikke senere", 24, 4, 2);
	assert_screen(&out, "Godkendelse i BR\n  ligger tor.\n  13. dec. 2018 og ikke\n  senere");
	wrap_text(&out, "ærø øå", 3, 0, 0);
	assert_screen(&out, "ærø\nøå");
	buf_free(&out);
}

/* --- cutting -------------------------------------------------------------------------------- */

static void test_screen_fit(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t columns;
		const char *shown, *ascii;
	} rows[] = {
		{"Høring", 6, "Høring", "Høring"},
		{"Høringsfase", 6, "Hørin…", "Hør..."},
		{"ab cdef", 4, "ab…", "a..."}, /* no blank before the ellipsis */
		{RING_A RING_A RING_A, 2, RING_A "…", ".."},
		{"x" FAMILY "yz", 4, "x" FAMILY "…", "x..."},
		{"x" FAMILY "yz", 3, "x…", "..."}, /* never half a picture */
		{"日本語", 4, "日…", "..."},
		{"日本語", 5, "日本…", "日..."},
		{"a – b · c", 20, "a – b · c", "a - b - c"},
		{"abc", 0, "", ""},
		{"abc", 1, "…", "."},
	};
	struct buf out = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int ascii = 0; ascii < 2; ascii++) {
			struct screen screen = {.out = &out, .ascii = ascii};
			const char *expected = ascii ? rows[i].ascii : rows[i].shown;
			screen_fit(&screen, STYLE_PLAIN, rows[i].text, rows[i].columns);
			if (strcmp(buf_string(&out), expected) != 0)
				fail_msg("row %zu: \"%s\", not \"%s\"", i, buf_string(&out), expected);
			assert_true(screen.column <= (rows[i].columns ? rows[i].columns : 1));
			buf_clear(&out);
		}
	buf_free(&out);
}

static void test_screen_escapes(void **state)
{
	(void)state;
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 80, .colour = true};
	screen_put(&screen, STYLE_BAD, "a\033[2Jb");
	screen_to(&screen, 20);
	screen_end(&screen);
	assert_null(strstr(buf_string(&out), "\033[2J"));
	assert_non_null(strstr(buf_string(&out), "<U+001B>[2J"));
	assert_null(strstr(buf_string(&out), " \n")); /* blanks at the end are not written */
	buf_free(&out);
}

/* --- tables --------------------------------------------------------------------------------- */

static const struct table_column columns[] = {
	{.tight = true}, {.weight = 3, .lines = 3, .least = 10},
	{.right = true}, {.weight = 1, .lines = 2, .least = 6, .drop = 1},
	{.from = 100},
};

static void fill(struct table *table, struct screen *screen)
{
	static const char *const rows[][5] = {
		{"✓", "1. behandling af politikken", "man. 13. aug.", "BIU", "id-1"},
		{"→", RING_A "ben høring ved borgerne " FAMILY, "3 dage", "fagudvalg, ØU", "id-2"},
		{"○", "日本語 og integrationshandleplanen", "", "", "id-3"},
	};
	table_begin(table, screen, columns, COUNT(columns));
	table_heading(table, STYLE_PLAIN, "%s", "Politikken");
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < COUNT(columns); k++)
			table_cell(table, STYLE_PLAIN, "%s", rows[i][k]);
}

/* Fails where a line is wider than the screen, or not UTF-8. */
static void assert_width(const char *text, size_t width)
{
	while (*text) {
		size_t length = strcspn(text, "\n"), wide = text_width(text, length);
		if (wide > width)
			fail_msg("%zu columns on a screen of %zu: %.*s", wide, width, (int)length, text);
		for (size_t i = 0, size; i < length; i += size) {
			uint32_t point;
			size = text_decode(text + i, length - i, &point);
			assert_int_not_equal(size, 0);
		}
		text += length + (text[length] == '\n');
	}
}

static void test_table_widths(void **state)
{
	(void)state;
	struct buf out = {0};
	for (unsigned width = 30; width <= 200; width++)
		for (int ascii = 0; ascii < 2; ascii++) {
			struct screen screen = {.out = &out, .width = width, .ascii = ascii};
			struct table table;
			fill(&table, &screen);
			table_end(&table);
			assert_width(buf_string(&out), width);
			assert_true((width >= 100) == (strstr(buf_string(&out), "id-1") != NULL));
			assert_non_null(strstr(buf_string(&out), "13. aug.")); /* never dropped, never cut */
			buf_clear(&out);
		}
	buf_free(&out);
}

static void test_table_layout(void **state)
{
	(void)state;
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 46};
	struct table table;
	fill(&table, &screen);
	table_end(&table);
	assert_screen(&out, "Politikken\n"
						"✓ 1. behandling af      man. 13. aug.  BIU\n"
						"  politikken\n"
						"→ " RING_A "ben høring ved              3 dage  fagudv-\n"
						"  borgerne " FAMILY "                          alg, ØU\n"
						"○ 日本語 og\n"
						"  integrationshandlep-\n"
						"  lanen\n");
	screen.width = 40;
	fill(&table, &screen);
	table_end(&table);
	assert_screen(&out, "Politikken\n"
						"✓ 1. behandling    man. 13. aug.  BIU\n"
						"  af politikken\n"
						"→ " RING_A "ben høring ved         3 dage  fagud-\n"
						"  borgerne " FAMILY "                     valg,…\n"
						"○ 日本語 og\n"
						"  integrationsha-\n"
						"  ndleplanen\n");
	buf_free(&out);
}

static void test_table_drops(void **state)
{
	(void)state;
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 32};
	struct table table;
	fill(&table, &screen);
	table_end(&table);
	assert_screen(&out, "Politikken\n" /* without the column that may go */
						"✓ 1. behandling    man. 13. aug.\n"
						"  af politikken\n"
						"→ " RING_A "ben høring ved         3 dage\n"
						"  borgerne " FAMILY "\n"
						"○ 日本語 og\n"
						"  integrationsha-\n"
						"  ndleplanen\n");
	buf_free(&out);
}

/* Which column goes does not depend on where it stands. */
static void test_table_drops_in_turn(void **state)
{
	(void)state;
	static const struct table_column turns[] = {
		{.tight = true}, {.tight = true, .drop = 2}, {.tight = true, .drop = 1}, {.tight = true, .drop = 3}};
	static const struct {
		unsigned width;
		const char *shown;
	} rows[] = {{30, "aaaa bbbb cccc dddd\n"}, {15, "aaaa bbbb dddd\n"}, {12, "aaaa dddd\n"}, {6, "aaaa\n"}};
	struct buf out = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct screen screen = {.out = &out, .width = rows[i].width};
		struct table table;
		table_begin(&table, &screen, turns, COUNT(turns));
		for (const char *const *cell = (const char *const[]){"aaaa", "bbbb", "cccc", "dddd", NULL}; *cell;
			 cell++)
			table_cell(&table, STYLE_PLAIN, "%s", *cell);
		table_end(&table);
		assert_screen(&out, rows[i].shown);
	}
	buf_free(&out);
}

/* A column of one has no room for a letter and the hyphen of a broken word. */
static void test_table_of_single_columns(void **state)
{
	(void)state;
	static const struct table_column narrow[] = {{.tight = true, .weight = 1, .lines = 2, .least = 1},
												 {.tight = true, .weight = 1, .lines = 2, .least = 1}};
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 3};
	struct table table;
	table_begin(&table, &screen, narrow, COUNT(narrow));
	table_cell(&table, STYLE_PLAIN, "%s", "word");
	table_cell(&table, STYLE_PLAIN, "%s", "word");
	table_end(&table);
	assert_screen(&out, "… …\n");
	buf_free(&out);
}

static void test_table_markdown(void **state)
{
	(void)state;
	static const struct table_column titled[] = {{.title = "A"}, {.title = "B", .right = true}};
	struct buf out = {0};
	struct screen screen = {.out = &out};
	struct table table;
	table_begin(&table, &screen, titled, COUNT(titled));
	table_heading(&table, STYLE_PLAIN, "%s", "over | it");
	table_cell(&table, STYLE_PLAIN, "%s", "a|b\\c*d_e`f<g>h[i]");
	table_cell(&table, STYLE_PLAIN, "%s", "two lines");
	table_end_markdown(&table);
	assert_screen(&out, "| A | B |\n| --- | ---: |\n| over \\| it | |\n"
						"| a\\|b\\\\c\\*d\\_e\\`f\\<g\\>h\\[i\\] | two lines |\n");
	buf_free(&out);
}

/* --- the axis ------------------------------------------------------------------------------- */

static plan_day day(int year, int month, int of_month)
{
	return plan_day_from_civil((struct plan_civil){year, month, of_month});
}

static void test_axis_columns(void **state)
{
	(void)state;
	for (size_t width = 1; width <= 200; width++)
		for (plan_day length = 1; length <= 400; length += 13) {
			struct axis axis = {.from = 17000, .to = 17000 + length - 1, .columns = width};
			assert_int_equal(axis_column(&axis, axis.from), 0);
			assert_int_equal(axis_last_column(&axis, axis.to), width - 1);
			for (size_t column = 0; column < width; column++) {
				struct plan_window days = axis_days(&axis, column);
				assert_true(days.earliest <= days.latest);
				assert_true(axis_column(&axis, days.earliest) <= column);
				assert_true(axis_last_column(&axis, days.latest) >= column);
			}
			for (plan_day at = axis.from; at < axis.to; at++) {
				assert_true(axis_column(&axis, at) <= axis_last_column(&axis, at));
				assert_true(axis_column(&axis, at + 1) >= axis_column(&axis, at));
				assert_true(axis_column(&axis, at + 1) <= axis_last_column(&axis, at) + 1);
			}
		}
}

/* Whole weeks, three columns each: every number stands over the Monday of its ISO week, over year ends of 52
 * and of 53 weeks. */
static void test_axis_weeks(void **state)
{
	(void)state;
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 80};
	struct axis axis = {day(2018, 12, 10), day(2019, 1, 20), 18, true};
	axis_heading(&screen, &axis, 6, "week");
	assert_screen(&out, "      Dec 2018 Jan 2019\n week 50 51 52 1  2  3\n");
	axis = (struct axis){day(2020, 12, 14), day(2021, 1, 24), 18, true};
	axis_heading(&screen, &axis, 6, "week");
	assert_screen(&out, "      Dec    Jan 2021\n week 51 52 53 1  2  3\n");
	axis = (struct axis){day(2026, 12, 21), day(2027, 1, 17), 12, true};
	axis_heading(&screen, &axis, 6, "week");
	assert_screen(&out, "      Dec Jan 2027\n week 52 53 1  2\n");
	axis_heading(&screen, &axis, 4, "week"); /* no room before the first number */
	assert_screen(&out, "    Dec Jan 2027\nweek   53 1  2\n");
	buf_free(&out);
}

static void test_axis_months(void **state)
{
	(void)state;
	struct buf out = {0};
	struct screen screen = {.out = &out, .width = 80};
	/* where no other has room, the first takes the place of the second */
	struct axis axis = {day(2018, 3, 1), day(2018, 12, 31), 48, false};
	axis_heading(&screen, &axis, 0, "week");
	assert_screen(&out, "Mar 2018 May  Jun  Jul  Aug Sep  Oct  Nov  Dec\n");
	axis = (struct axis){day(2018, 1, 1), day(2018, 12, 31), 60, false};
	axis_heading(&screen, &axis, 0, "week");
	assert_screen(&out, "2018 Feb Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec\n");
	axis.columns = 20;
	axis_heading(&screen, &axis, 0, "week");
	assert_screen(&out, "Jan 2018 Jul  Oct\n");
	axis = (struct axis){day(2018, 2, 1), day(2018, 8, 31), 28, false};
	axis_heading(&screen, &axis, 0, "week");
	assert_screen(&out, "   Mar     May     Jul 2018\n"); /* February has no room */
	assert_true(axis_begins_month(&axis, 0));
	assert_false(axis_begins_month(&axis, 1));
	for (size_t i = 0, months = 0; i <= axis.columns; i++) {
		if (i == axis.columns)
			assert_int_equal(months, 7);
		else
			months += axis_begins_month(&axis, i);
	}
	buf_free(&out);
}

static void test_moment_without_year(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Mon 31 Dec 2018", "Mon 31 Dec"},
		{"31 Dec 2018 – 4 Jan 2019", "31 Dec 2018 – 4 Jan 2019"},
		{"30 Nov 2018 – 31 Dec 2018", "30 Nov – 31 Dec"},
		{"30 Nov 2018, or by 31 Dec 2018", "30 Nov 2018, or by 31 Dec"},
		{"2018", "2018"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(moment_without_year(rows[i][0], day(2018, 9, 3)).text, rows[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrap_breaks),         cmocka_unit_test(test_wrap_begins),
		cmocka_unit_test(test_wrap_text),           cmocka_unit_test(test_screen_fit),
		cmocka_unit_test(test_screen_escapes),      cmocka_unit_test(test_table_widths),
		cmocka_unit_test(test_table_layout),        cmocka_unit_test(test_table_drops),
		cmocka_unit_test(test_table_drops_in_turn), cmocka_unit_test(test_table_of_single_columns),
		cmocka_unit_test(test_moment_without_year), cmocka_unit_test(test_table_markdown),
		cmocka_unit_test(test_axis_columns),        cmocka_unit_test(test_axis_weeks),
		cmocka_unit_test(test_axis_months),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
