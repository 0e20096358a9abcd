/*
 * The reader's events beside libyaml's own: what the reader does to spare libyaml work changes none of them.
 */
#include "load/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Every token that libyaml knows and a plan may have, ends of input in the middle of each, and what is wrong.
 */
static const char *const texts[] = {
	"",
	"a",
	"a: b\n",
	"---\na: 1\n...\n",
	"%YAML 1.1\n---\na: [b, 'c', \"d\"]\n...\n",
	"title: Økonomi – høring 🙂\r\nnotes: |\r\n  én\r\n  to\r\n\r\nend: >-\r\n  tre\r\n  fire\r\n",
	"a: \"\\u00e6\\x41\\n\\\n  b\"\nb: 'it''s\n\n  two'\nc: plain\n  and more\n\n  yet\n",
	"- a\n- - b\n  - c\n-\n  ? d\n  : e\n- {f: g, ? h : i, j}\n# the end",
	"a: |2+\n   x\n\n\nb: >\n\n  y\n # comment\n",
	"a: 'unclosed\nb: c\n",
	"a: [b, c\nd: e\n",
	"a: {b: c\n",
	"a: b: c\n",
	"a\nb: c\n",
	"a: \"\\q\"\n",
	"a: |\n\tx\n",
	"a: %b\n",
	"a: @b\n",
	"a: b\n c: d\n",
	"--- a\n--- b\n",
};

static void compare_marks(yaml_mark_t a, yaml_mark_t b)
{
	assert_int_equal(a.index, b.index);
	assert_int_equal(a.line, b.line);
	assert_int_equal(a.column, b.column);
}

static void compare_events(const yaml_event_t *a, const yaml_event_t *b)
{
	assert_int_equal(a->type, b->type);
	compare_marks(a->start_mark, b->start_mark);
	compare_marks(a->end_mark, b->end_mark);
	if (a->type != YAML_SCALAR_EVENT)
		return;
	assert_int_equal(a->data.scalar.length, b->data.scalar.length);
	assert_memory_equal(a->data.scalar.value, b->data.scalar.value, a->data.scalar.length + 1);
	assert_int_equal(a->data.scalar.style, b->data.scalar.style);
}

static void compare_faults(const yaml_parser_t *a, const yaml_parser_t *b)
{
	assert_int_equal(a->error, b->error);
	assert_string_equal(a->problem, b->problem);
	compare_marks(a->problem_mark, b->problem_mark);
	assert_int_equal(!a->context, !b->context);
	if (!a->context)
		return;
	assert_string_equal(a->context, b->context);
	compare_marks(a->context_mark, b->context_mark);
}

/* Takes all events of both; returns how many there were. */
static size_t compare(struct reader *reader, yaml_parser_t *parser)
{
	yaml_event_t event;
	size_t count = 0;
	for (bool last = false; !last; count++) {
		bool good = yaml_parser_parse(parser, &event);
		assert_int_equal(reader_next(reader), good);
		if (!good) {
			compare_faults(&reader->parser, parser);
			break;
		}
		last = event.type == YAML_STREAM_END_EVENT;
		compare_events(&reader->event, &event);
		yaml_event_delete(&event);
	}
	return count;
}

static size_t read_both(const char *bytes, size_t length)
{
	struct plan_source source = {.name = "test", .bytes = bytes, .length = length};
	struct plan_diags diags;
	struct findings findings;
	struct reader reader;
	yaml_parser_t parser;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	findings_begin(&findings, &diags);
	assert_true(reader_begin(&reader, bytes, length, &findings));
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
	size_t count = compare(&reader, &parser);
	yaml_parser_delete(&parser);
	reader_end(&reader);
	assert_int_equal(findings_hand_over(&findings, &diags), PLAN_OK);
	plan_diags_free(&diags);
	return count;
}

/* Each text, and all that it begins with: in memory of just its size, for who watches it. */
static void reads_as_libyaml_does(void **state)
{
	size_t count = 0;
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t length = strlen(texts[i]) + 1; length--;) {
			if ((texts[i][length] & 0xC0) == 0x80) /* the screen lets no half of a character pass */
				continue;
			char *copy = strndup(texts[i], length);
			assert_non_null(copy);
			count += read_both(copy, length);
			free(copy);
		}
	assert_true(count > 3000);
}

/* Many times as long as libyaml's own buffer, each part a little different. */
static void reads_long_files_as_libyaml_does(void **state)
{
	enum { PARTS = 4000 };
	struct buf text = {0};
	(void)state;
	for (unsigned i = 0; i < PARTS; i++)
		buf_printf(&text, "id-%u: {title: \"Høring %u\", after: [a-%u, b + %uw], notes: '%.*s'}\n", i, i * i,
				   i, i % 9, (int)(i % 50), "the quick brown fox jumps over the lazy dog, twice in a row");
	assert_false(text.failed);
	assert_true(read_both(text.data, text.length) > PARTS * 10);
	buf_free(&text);
}

/* After a failure there is nothing more, however often one asks. */
static void nothing_comes_after_a_failure(void **state)
{
	(void)state;
	static const char text[] = "a: [b, \n";
	struct plan_source source = {.name = "test", .bytes = text, .length = sizeof text - 1};
	struct plan_diags diags;
	struct findings findings;
	struct reader reader;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	findings_begin(&findings, &diags);
	assert_true(reader_begin(&reader, text, sizeof text - 1, &findings));
	while (reader_next(&reader))
		assert_false(reader.failed);
	for (int again = 0; again < 3; again++)
		assert_false(reader_next(&reader));
	assert_true(reader.failed);
	reader_end(&reader);
	assert_int_equal(findings_hand_over(&findings, &diags), PLAN_OK);
	assert_int_equal(diags.count, 1);
	plan_diags_free(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_as_libyaml_does),
		cmocka_unit_test(reads_long_files_as_libyaml_does),
		cmocka_unit_test(nothing_comes_after_a_failure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
