/* Screens, tables and sheets by themselves: at any width, with any text. */
#include "format/excerpt.h"
#include "format/flow.h"
#include "format/mdoc.h"
#include "format/sheet.h"
#include "format/wrap.h"
#include "format/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct screen screen_of(struct buf *out, size_t width)
{
	*out = (struct buf){0};
	return (struct screen){.out = out, .width = width};
}

static void expect(struct buf *out, const char *wanted)
{
	assert_false(out->failed);
	assert_string_equal(buf_string(out), wanted);
	buf_free(out);
}

static void a_screen_without_a_width_never_wraps(void **state)
{
	(void)state;
	struct buf out;
	struct screen screen = screen_of(&out, 0);
	assert_true(screen_left(&screen) == SIZE_MAX);
	screen_wrap(&screen, STYLE_PLAIN, "one two three\nfour", 2);
	assert_true(screen_left(&screen) == SIZE_MAX);
	expect(&out, "  one two three\n  four");
}

static void a_full_line_goes_on_below(void **state)
{
	(void)state;
	struct buf out;
	struct screen screen = screen_of(&out, 6);
	screen_put(&screen, STYLE_PLAIN, "longer than the line");
	assert_int_equal(screen_left(&screen), 0);
	screen_wrap(&screen, STYLE_PLAIN, "a bc", 1);
	expect(&out, "longer than the linea\n bc");
}

static void texts_are_cut_to_any_number_of_columns(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t columns;
		const char *drawn, *ascii;
	} rows[] = {
		{"abc", 3, "abc", "abc"},    {"abcd", 3, "ab…", "..."}, {"abcdef", 5, "abcd…", "ab..."},
		{"a   bc", 4, "a…", "a..."}, {"abcd", 1, "…", "."},     {"abcd", 2, "a…", ".."},
		{"abcd", 0, "", ""},         {"   b", 2, "…", ".."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int ascii = 0; ascii < 2; ascii++) {
			struct buf out;
			struct screen screen = screen_of(&out, 80);
			screen.ascii = ascii;
			screen_fit(&screen, STYLE_PLAIN, rows[i].text, rows[i].columns);
			assert_true(screen.column <= rows[i].columns);
			expect(&out, ascii ? rows[i].ascii : rows[i].drawn);
		}
}

static const struct table_column four[] = {
	{.title = "First", .weight = 1, .lines = 3, .drop = 2},
	{.title = "Second", .weight = 1, .drop = 1},
	{.title = "Wide", .from = 50},
	{.right = true},
};

static void fill(struct table *table, struct screen *screen)
{
	table_begin(table, screen, four, 4);
	table_titles(table);
	table_heading(table, STYLE_BOLD, "A heading | across");
	for (int i = 0; i < 2; i++) {
		table_cell(table, STYLE_PLAIN, "%s", i ? "one" : "unbreakablewordof thirty letters");
		table_cell(table, STYLE_PLAIN, "%s", i ? "" : "two");
		table_cell(table, STYLE_PLAIN, "w");
		table_cell(table, STYLE_PLAIN, "%d", i ? 5 : 1234);
	}
}

static void tables_fit_the_screen_they_are_on(void **state)
{
	(void)state;
	static const struct {
		size_t width;
		const char *shown;
	} rows[] = {
		{0, "First                             Second  Wide\n"
			"A heading | across\n"
			"unbreakablewordof thirty letters  two     w     1234\n"
			"one                                       w        5\n"},
		{30, "First             Second\n"
			 "A heading | across\n"
			 "unbreakableword-  two     1234\n"
			 "of thirty\n"
			 "letters\n"
			 "one                          5\n"},
		{16, "Fir-  Sec…\n"
			 "st\n"
			 "A heading | acr…\n"
			 "unb-  two   1234\n"
			 "rea-\n"
			 "kab…\n"
			 "one            5\n"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out;
		struct table table;
		struct screen screen = screen_of(&out, rows[i].width);
		fill(&table, &screen);
		table_end(&table);
		if (rows[i].width)
			for (const char *line = out.data; *line; line = strchr(line, '\n') + 1)
				assert_true(screen_width(&screen, line, strcspn(line, "\n")) <= rows[i].width);
		expect(&out, rows[i].shown);
	}
}

static void markdown_tables_keep_their_shape(void **state)
{
	(void)state;
	struct buf out;
	struct table table;
	struct screen screen = screen_of(&out, 0);
	table_begin(&table, &screen, four, 4);
	table_heading(&table, STYLE_BOLD, "A heading | across");
	for (int i = 0; i < 4; i++)
		table_cell(&table, STYLE_PLAIN, "*%d*", i);
	table_end_markdown(&table);
	expect(&out, "| First | Second | Wide |  |\n"
				 "| --- | --- | --- | ---: |\n"
				 "| A heading \\| across | | | |\n"
				 "| \\*0\\* | \\*1\\* | \\*2\\* | \\*3\\* |\n");
}

static void spreadsheets_get_no_formulas(void **state)
{
	(void)state;
	static const struct {
		const char *value, *field;
	} rows[] = {
		{"5", "5"},         {"-5", "-5"},      {"", ""},          {"-", "\"'-\""},    {"-5+1", "\"'-5+1\""},
		{"=1", "\"'=1\""},  {"+1", "\"'+1\""}, {"@x", "\"'@x\""}, {"a,b", "\"a,b\""}, {"a\"b", "\"a\"\"b\""},
		{"a-b=c", "a-b=c"}, {NULL, ""},
	};
	static const struct sheet_column one = {"value", .table = {.title = "Value"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sheet sheet;
		struct buf out = {0}, wanted = {0};
		sheet_begin(&sheet, &one, 1);
		sheet_cell(&sheet, STYLE_PLAIN, NULL, rows[i].value);
		sheet_csv(&sheet, &out);
		buf_printf(&wanted, "value\r\n%s\r\n", rows[i].field);
		expect(&out, buf_string(&wanted));
		buf_free(&wanted);
		sheet_free(&sheet);
	}
}

static void sheets_may_have_no_columns_and_more_than_people_see(void **state)
{
	(void)state;
	struct sheet_column many[SHEET_COLUMNS_MAX];
	for (size_t i = 0; i < SHEET_COLUMNS_MAX; i++)
		many[i] = (struct sheet_column){"k", .table = {.title = "T"}};
	struct sheet sheet;
	struct buf out;
	struct screen screen = screen_of(&out, 0);
	sheet_begin(&sheet, many, SHEET_COLUMNS_MAX);
	for (int i = 0; i < SHEET_COLUMNS_MAX; i++)
		sheet_cell(&sheet, STYLE_PLAIN, NULL, "x");
	sheet_screen(&sheet, &screen, false);
	expect(&out, "x  x  x  x  x  x  x  x  x  x\n");
	sheet_free(&sheet);
	sheet_begin(&sheet, many, 0);
	sheet_csv(&sheet, &out);
	expect(&out, "");
	sheet_free(&sheet);
}

static void lines_are_wrapped_where_little_is_left(void **state)
{
	(void)state;
	struct buf out = {0};
	wrap_text(&out, "one two", 5, 9, 0);
	expect(&out, "one\ntwo");
	wrap_text(&out, "one two", 4, 0, 6);
	expect(&out, "one\n      two");
	wrap_text(&out, "one two", 0, 9, 6);
	expect(&out, "one two");
}

static void the_last_line_may_lack_its_end(void **state)
{
	(void)state;
	static const char text[] = "\xEF\xBB\xBFone\r\ntwo";
	struct plan_source source = {"p", text, sizeof text - 1};
	struct source_lines lines;
	source_lines_init(&lines, &source);
	struct source_line second = source_lines_get(&lines, 2), first = source_lines_get(&lines, 1);
	assert_int_equal(first.length, 3);
	assert_memory_equal(first.text, "one", 3);
	assert_int_equal(second.length, 3);
	assert_memory_equal(second.text, "two", 3);
	assert_null(source_lines_get(&lines, 3).text);
	assert_null(source_lines_get(&lines, 0).text);
	/* column 0 is the whole line's; a span before the last one on the same line is found, too */
	struct source_range range = source_line_range(first, (struct plan_span){1, 0, 2});
	assert_int_equal(range.from, 0);
	assert_int_equal(range.to, 2);
	assert_int_equal(source_lines_range(&lines, first, (struct plan_span){1, 3, 1}).from, 2);
	assert_int_equal(source_lines_range(&lines, first, (struct plan_span){1, 2, 1}).from, 1);
	source_lines_free(&lines);
}

static void excerpts_are_made_of_any_bytes(void **state)
{
	(void)state;
	/* more marks than one letter has, bytes that are no UTF-8, and a letter of four bytes before the span */
	static const char text[] =
		"aaaaaaaaaaaa e\u0301\u0302\u0303\u0301\u0302\u0303\u0301\u0302\u0303\u0301\u0302"
		"\x80\x80\x80\x80\x80\xF0\x9F\x98\x80=here bbbbbbbbbbbbbbbbbb";
	const char *here = strstr(text, "=here");
	struct source_line line = {text, sizeof text - 1};
	for (size_t columns = 1; columns < 60; columns++) {
		struct excerpt excerpt = {{0}, 0, 0};
		struct source_range range = {(size_t)(here - text), (size_t)(here - text) + 5};
		excerpt_make(&excerpt, line, range, columns, "…");
		assert_false(excerpt.text.failed);
		const char *shown = strstr(buf_string(&excerpt.text), "=");
		assert_non_null(shown);
		assert_true(excerpt.mark_columns >= 1 && excerpt.mark_columns <= 5);
		buf_free(&excerpt.text);
	}
}

static void manuals_hold_any_text(void **state)
{
	(void)state;
	struct buf out = {0};
	mdoc_text(&out, "Ab Abc Abcd aB ABc A, .x 'y \"q\" \\ - \xC3\xB8 \xFF!\n.z");
	expect(&out, "\\&Ab \\&Abc Abcd aB ABc A, \\&.x \\&'y \\(dqq\\(dq \\e \\- \\[u00F8] \\&!\n\\&.z");
	mdoc_sentence(&out, "a phrase");
	mdoc_sentence(&out, "A sentence.");
	mdoc_sentence(&out, "1 thing. Another");
	mdoc_sentence(&out, "{braces}");
	expect(&out, "A phrase.\nA sentence.\n1 thing.\nAnother.\n{braces}.\n");
}

static void xml_holds_no_noncharacters(void **state)
{
	(void)state;
	struct buf out = {0};
	xml_text(&out, "a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\x01<\xFF");
	expect(&out, "a&lt;U+FFFE&gt;&lt;U+FFFF&gt;\xEF\xBF\xBD&lt;U+0001&gt;&lt;\xEF\xBF\xBD");
}

static void examples_of_keys_become_json(void **state)
{
	(void)state;
	static const struct {
		const char *text, *json;
	} rows[] = {
		{"word", "\"word\""},
		{"[a, b]", "[\"a\", \"b\"]"},
		{"[]", "[]"},
		{"{a: b, c:  d}", "{\"a\": \"b\", \"c\": \"d\"}"},
		{"{a: b, c}", "{\"a\": \"b\"}"},
		{"{a:}", "{\"a\": \"\"}"},
		{"[", "\"[\""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *value = flow_value(rows[i].text, false);
		char *text = json_dumps(value, JSON_ENCODE_ANY);
		assert_string_equal(text, rows[i].json);
		free(text);
		json_decref(value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_screen_without_a_width_never_wraps),
		cmocka_unit_test(a_full_line_goes_on_below),
		cmocka_unit_test(texts_are_cut_to_any_number_of_columns),
		cmocka_unit_test(tables_fit_the_screen_they_are_on),
		cmocka_unit_test(markdown_tables_keep_their_shape),
		cmocka_unit_test(spreadsheets_get_no_formulas),
		cmocka_unit_test(sheets_may_have_no_columns_and_more_than_people_see),
		cmocka_unit_test(lines_are_wrapped_where_little_is_left),
		cmocka_unit_test(the_last_line_may_lack_its_end),
		cmocka_unit_test(excerpts_are_made_of_any_bytes),
		cmocka_unit_test(manuals_hold_any_text),
		cmocka_unit_test(xml_holds_no_noncharacters),
		cmocka_unit_test(examples_of_keys_become_json),
	};
	return cmocka_run_group_tests_name("format: screens", tests, NULL, NULL);
}
