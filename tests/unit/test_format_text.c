/* The formats that people read: text and short. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "format/escape.h"
#include "format/excerpt.h"
#include "format/wrap.h"
#include "format_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static void text_shows_line_mark_reasons_and_help(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	char *text = sample_write(&sample, "text", NULL);
	assert_string_equal(
		text,
		"plan.yaml: note[body-without-meeting]: no body meets\n"
		"\n"
		"plan.yaml:9:3: warning[order-uncertain]: biu-2 may come before the hearing ends\n"
		"    9 |   biu-2:\n"
		"      |   ^^^^^\n"
		"\n"
		"plan.yaml:13:15: error[deadline-missed]: BR cannot approve by Mon 31 Dec 2018: the earliest day is "
		"Thu 10 Jan 2019\n"
		"   13 |     deadline: 2018-12\n"
		"      |               ^^^^^^^\n"
		"  because the hearing ends Mon 19 Nov 2018 at the earliest  plan.yaml:7   date: 24. september-19. "
		"november\n"
		"  and biu-2 is at least 2 weeks later                       plan.yaml:10  after: hearing + 2w\n"
		"  and BR next meets Thu 10 Jan 2019                         plan.yaml:4   br: {name: "
		"Borgerrepræsentationen, meets: [2019-01-10]}\n"
		"  help: end the hearing by Mon 12 Nov 2018\n"
		"\n"
		"plan.yaml: 1 error, 1 warning, 1 note. deadline missed\n");
	free(text);
	sample_free(&sample);
}

static void short_is_one_line_each(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	char *text = sample_write(&sample, "short", NULL);
	assert_string_equal(text, "plan.yaml: note: no body meets [body-without-meeting]\n"
							  "plan.yaml:9:3: warning: biu-2 may come before the hearing ends "
							  "[order-uncertain]\n"
							  "plan.yaml:13:15: error: BR cannot approve by Mon 31 Dec 2018: the earliest "
							  "day is Thu 10 Jan 2019 [deadline-missed]\n");
	free(text);
	sample_free(&sample);
}

/* Reasons may lie at no place (the calendar), at none that is long (a flow list without a span), on lines
 * with blanks around. */
static void reasons_need_no_place(void **state)
{
	(void)state;
	static const char bytes[] =
		"meetings:\n"
		"  a: {after: x, title: Words without end that go on beyond the columns that there are}   \n";
	struct sample sample;
	sample_init(&sample, "seventeen-1234.yml", bytes, "x");
	struct diag_draft draft;
	diag_begin(&draft, &sample.diags, PLAN_RULE_TIMELINE_CONFLICT, PLAN_ERROR, sample_span(&sample, 2, "a:"));
	diag_message(&draft, "it does not hold");
	diag_because(&draft, sample_span(&sample, 2, "after: x"), "it comes after x");
	diag_because(&draft, (struct plan_span){2, 3, 0}, "there is a beginning");
	diag_because(&draft, (struct plan_span){0}, "the next day that is no day off is Wed 2 Jan 2019");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	static const struct {
		const char *format;
		size_t columns;
		const char *reasons, *name; /* NULL: the short one */
	} rows[] = {
		{"text", 0, "  the next day that is no day off is Wed 2 Jan 2019  seventeen-1234.yml\n\n", NULL},
		{"text", 40,
		 "  it comes after x\n"
		 "      seventeen-1234.yml:2  after: x\n"
		 "  there is a beginning\n"
		 "      seventeen-1234.yml:2  a: {after: x…\n"
		 "  the next day that is no day off is\n"
		 "    Wed 2 Jan 2019\n"
		 "      seventeen-1234.yml\n\n",
		 NULL},
		{"text", 80, "  there is a beginning                               seventeen-1234.yml:2\n", NULL},
		{"text", 80, "  the next day that is no day off is Wed 2 Jan 2019\n\n", "eighteen-123456.yml"},
		{"github", 0,
		 "%0Athere is a beginning (line 2)%0Athe next day that is no day off is Wed 2 Jan 2019\n", NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		sample.source.name = rows[i].name ? rows[i].name : "seventeen-1234.yml";
		char *text =
			sample_write(&sample, rows[i].format, &(struct findings_style){.columns = rows[i].columns});
		if (!strstr(text, rows[i].reasons))
			fail_msg("%s, %zu columns:\n%s", rows[i].format, rows[i].columns, text);
		free(text);
	}
	sample_free(&sample);
}

static void a_clean_plan_is_one_line(void **state)
{
	(void)state;
	struct sample sample;
	sample_init(&sample, "plan.yaml", "plan: x\n", "x");
	sample.file.verdict = PLAN_ON_TRACK;
	char *text = sample_write(&sample, "text", NULL);
	assert_string_equal(text, "plan.yaml: no findings. on track\n");
	free(text);
	sample.file.standing = "BR approves Thu 13 Dec 2018, 18 days before the deadline";
	text = sample_write(&sample, "text", NULL);
	assert_string_equal(text,
						"plan.yaml: no findings. BR approves Thu 13 Dec 2018, 18 days before the deadline\n");
	free(text);
	text = sample_write(&sample, "short", &(struct findings_style){.columns = 80});
	assert_string_equal(text, "");
	free(text);
	sample_free(&sample);
}

static void several_files_are_summed_up(void **state)
{
	(void)state;
	struct sample one, two;
	sample_conflict(&one);
	sample_init(&two, "b.yaml", "plan: x\n", "x");
	struct findings_file files[] = {two.file, two.file, one.file};
	struct findings findings = {files, 3, PLAN_OFF};
	struct buf out = {0};
	assert_int_equal(findings_write_text(&out, &findings, &(struct findings_style){0}), PLAN_OK);
	assert_int_equal(findings_worst(&findings), PLAN_ERROR);
	assert_non_null(
		strstr(out.data, "b.yaml: no findings. no deadline\nb.yaml: no findings. no deadline\n\n"));
	assert_non_null(strstr(out.data, "\n\n3 files: 1 error, 1 warning, 1 note\n"));
	buf_free(&out);
	sample_free(&one);
	sample_free(&two);
}

static void findings_beyond_the_limit_are_counted(void **state)
{
	(void)state;
	struct sample sample;
	sample_init(&sample, "a.yaml", "x\n", NULL);
	sample.diags.limit = 1;
	for (int i = 0; i < 4; i++)
		assert_int_equal(
			diag_add(&sample.diags, PLAN_RULE_BAD_ID, (struct plan_span){1, 1, 1}, "no id", NULL), PLAN_OK);
	char *text = sample_write(&sample, "text", NULL);
	assert_string_equal(text, "a.yaml:1:1: error[bad-id]: no id\n    1 | x\n      | ^\n\n"
							  "3 more findings are not shown.\n\n"
							  "a.yaml: 4 errors; the timeline is checked once the file can be read\n");
	free(text);
	sample_free(&sample);
}

/* Lines wider than the terminal are only those with one word that is. */
static void text_keeps_to_the_columns(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	for (size_t columns = 60; columns <= 200; columns++) {
		char *text = sample_write(&sample, "text", &(struct findings_style){.columns = columns});
		for (char *line = text, *end; *line; line = end + 1) {
			end = strchr(line, '\n');
			assert_non_null(end);
			assert_true(text_width(line, (size_t)(end - line)) <= columns);
			assert_true(end == line || end[-1] != ' ');
		}
		free(text);
	}
	sample_free(&sample);
}

static void colour_adds_only_colour(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	char *plain = sample_write(&sample, "text", &(struct findings_style){.columns = 90});
	char *coloured = sample_write(&sample, "text", &(struct findings_style){.columns = 90, .colour = true});
	assert_non_null(strstr(coloured, "\033[1;31merror[deadline-missed]\033[0m"));
	struct buf stripped = {0};
	for (const char *c = coloured; *c; c++) {
		if (*c == '\033')
			c = strchr(c, 'm');
		else
			buf_char(&stripped, *c);
	}
	assert_string_equal(stripped.data, plain);
	buf_free(&stripped);
	free(plain);
	free(coloured);
	sample_free(&sample);
}

/* What may reach a terminal: printable code points and line breaks. */
static void assert_harmless(const char *text)
{
	size_t length = strlen(text), size;
	for (size_t at = 0; at < length; at += size) {
		uint32_t code_point;
		size = text_decode(text + at, length - at, &code_point);
		assert_true(size > 0);
		assert_true(code_point == '\n' || !escape_is_needed(code_point));
	}
}

static void nothing_of_a_file_steers_the_terminal(void **state)
{
	(void)state;
	struct sample sample;
	sample_hostile(&sample);
	static const char *const formats[] = {"text", "short", "github"};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		char *text = sample_write(&sample, formats[i], NULL);
		assert_harmless(text);
		assert_non_null(strstr(text, "<U+001B>[31m"));
		assert_non_null(strstr(text, "<U+202E>"));
		assert_non_null(strstr(text, "<FF>"));
		free(text);
	}
	sample_free(&sample);
}

static const struct {
	const char *name, *line;
	unsigned column, length;
	size_t columns;
	const char *text;
	size_t mark, marked;
} excerpts[] = {
	{"whole", "after: biu-1", 8, 5, 40, "after: biu-1", 7, 5},
	{"no length", "after:", 7, 0, 40, "after:", 6, 1},
	{"beyond the end", "after:", 60, 9, 40, "after:", 6, 1},
	{"tab", "a:\tb", 4, 1, 40, "a:    b", 6, 1},
	{"letters", "høring: æøå", 9, 3, 40, "høring: æøå", 8, 3},
	{"marks", "ho\u0308ring: x", 10, 1, 40, "ho\u0308ring: x", 8, 1},
	{"wide", "日本: 日本", 5, 2, 40, "日本: 日本", 6, 4},
	{"control", "a\033b", 2, 1, 40, "a<U+001B>b", 1, 8},
	{"no utf-8", "a\377b", 3, 1, 40, "a<FF>b", 5, 1},
	{"cut after", "0123456789012345678901234567890123456789", 2, 3, 20, "012345678901234567~", 1, 3},
};

static void excerpts_put_the_mark_below_its_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof excerpts / sizeof *excerpts; i++) {
		struct source_line line = {excerpts[i].line, strlen(excerpts[i].line)};
		struct plan_span span = {1, (uint16_t)excerpts[i].column, (uint16_t)excerpts[i].length};
		struct excerpt excerpt = {0};
		excerpt_make(&excerpt, line, source_line_range(line, span), excerpts[i].columns, "~");
		assert_string_equal(excerpt.text.data, excerpts[i].text);
		assert_int_equal(excerpt.mark, excerpts[i].mark);
		assert_int_equal(excerpt.mark_columns, excerpts[i].marked);
		buf_free(&excerpt.text);
	}
}

/* Whatever the column, the word is shown, the mark is below it, and the width is kept. */
static void long_lines_are_cut_around_the_span(void **state)
{
	(void)state;
	char bytes[601] = "";
	for (int i = 0; i < 200; i++)
		memcpy(bytes + 3 * i, i % 7 == 3 ? "ax " : i % 7 == 5 ? "æ " : "日", 3);
	struct source_line line = {bytes, 600};
	size_t points = text_code_points(bytes, 600);
	for (unsigned column = 1; column + 4 <= points; column++) {
		struct source_range range = source_line_range(line, (struct plan_span){1, (uint16_t)column, 4});
		struct excerpt excerpt = {0};
		excerpt_make(&excerpt, line, range, 40, "...");
		assert_true(text_width(excerpt.text.data, excerpt.text.length) <= 40);
		size_t before = text_fit(excerpt.text.data, excerpt.text.length, excerpt.mark);
		assert_memory_equal(excerpt.text.data + before, bytes + range.from, range.to - range.from);
		assert_int_equal(excerpt.mark_columns, text_width(bytes + range.from, range.to - range.from));
		buf_free(&excerpt.text);
	}
}

static void lines_are_found_with_any_line_break(void **state)
{
	(void)state;
	static const char bytes[] = "\xEF\xBB\xBF"
								"one\r\n\ntwo\nlast";
	struct plan_source source = {"a", bytes, sizeof bytes - 1};
	static const char *const wanted[] = {"one", "", "two", "last"};
	struct source_lines lines;
	source_lines_init(&lines, &source);
	for (unsigned i = 4; i; i--) {
		struct source_line line = source_lines_get(&lines, i);
		assert_int_equal(line.length, strlen(wanted[i - 1]));
		assert_memory_equal(line.text, wanted[i - 1], line.length);
	}
	assert_null(source_lines_get(&lines, 5).text);
	assert_null(source_lines_get(&lines, 0).text);
	source_lines_free(&lines);
}

static void a_byte_order_mark_alone_is_an_empty_line(void **state)
{
	(void)state;
	struct plan_source source = {"a", "\xEF\xBB\xBF", 3};
	struct source_lines lines;
	source_lines_init(&lines, &source);
	assert_non_null(source_lines_get(&lines, 1).text);
	assert_int_equal(source_lines_get(&lines, 1).length, 0);
	source_lines_free(&lines);
}

/* Many findings on one long line must not walk, or print, all of it for each. */
static void many_findings_on_one_line_are_cheap(void **state)
{
	(void)state;
	enum { LENGTH = 65000, COUNT = 20000 };
	char *bytes = malloc(LENGTH + 1);
	assert_non_null(bytes);
	memset(bytes, 'x', LENGTH);
	bytes[LENGTH] = '\0';
	struct sample sample;
	sample_init(&sample, "a.yaml", bytes, "x");
	for (unsigned i = 0; i < COUNT; i++) {
		struct plan_span span = {1, (uint16_t)(1 + 3 * i), 60000};
		assert_int_equal(diag_add(&sample.diags, PLAN_RULE_OVERDUE, span, "late", NULL), PLAN_OK);
	}
	clock_t start = clock();
	char *text = sample_write(&sample, "text", NULL);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	assert_true(strlen(text) < (size_t)COUNT * 1000);
	assert_true(seconds < 5); /* 20,000 walks of the line take minutes */
	free(text);
	sample_free(&sample);
	free(bytes);
}

static void wrapping_breaks_at_blanks(void **state)
{
	(void)state;
	static const struct {
		const char *text, *wanted;
		size_t columns, used, indent;
	} rows[] = {
		{"one two three", "one two three", 0, 0, 2},
		{"one two three", "one two\n  three", 9, 0, 2},
		{"one two three", "one\n  two\n  three", 9, 4, 2},
		{"overlongword and", "overlongword\n  and", 5, 0, 2},
		{"a", "a", 1, 0, 0},
		{"", "", 9, 0, 2},
		{"blå bær", "blå bær", 7, 0, 2},
		{"exact fit", "exact\nfit", 8, 0, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = {0};
		wrap_text(&out, rows[i].text, rows[i].columns, rows[i].used, rows[i].indent);
		assert_string_equal(buf_string(&out), rows[i].wanted);
		buf_free(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_shows_line_mark_reasons_and_help),
		cmocka_unit_test(short_is_one_line_each),
		cmocka_unit_test(reasons_need_no_place),
		cmocka_unit_test(a_clean_plan_is_one_line),
		cmocka_unit_test(several_files_are_summed_up),
		cmocka_unit_test(findings_beyond_the_limit_are_counted),
		cmocka_unit_test(text_keeps_to_the_columns),
		cmocka_unit_test(colour_adds_only_colour),
		cmocka_unit_test(nothing_of_a_file_steers_the_terminal),
		cmocka_unit_test(excerpts_put_the_mark_below_its_words),
		cmocka_unit_test(long_lines_are_cut_around_the_span),
		cmocka_unit_test(lines_are_found_with_any_line_break),
		cmocka_unit_test(a_byte_order_mark_alone_is_an_empty_line),
		cmocka_unit_test(many_findings_on_one_line_are_cheap),
		cmocka_unit_test(wrapping_breaks_at_blanks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
