/*
 * What a file may not be: every limit at and above it, hidden characters raw and escaped.
 */
#include "base/buf.h"
#include "base/text.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "plan: p\ntitle: t\n"

/* Loads what was written; true when it makes a plan, else the first finding must be of a rule, on a line. */
static bool loads(struct buf *text, enum plan_rule rule, unsigned line)
{
	struct loaded loaded;
	assert_false(text->failed);
	load_bytes(&loaded, text->data, text->length);
	bool good = loaded.plan != NULL;
	if (!good) {
		assert_true(loaded.diags.count > 0);
		assert_int_equal(loaded.diags.at[0].rule, rule);
		assert_int_equal(loaded.diags.at[0].span.line, line);
	}
	load_free(&loaded);
	buf_free(text);
	return good;
}

static struct buf begin(const char *text)
{
	struct buf buf = {0};
	buf_text(&buf, text);
	return buf;
}

static bool line_of(size_t length)
{
	struct buf text = begin(HEAD "#");
	buf_fill(&text, 'x', length - 1);
	buf_text(&text, "\nnotes: n\n");
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 3);
}

static bool last_line_of(size_t length)
{
	struct buf text = begin(HEAD "#");
	buf_fill(&text, 'x', length - 1);
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 3);
}

static void test_line(void **state)
{
	(void)state;
	assert_true(line_of(60000));
	assert_true(line_of(65534));
	assert_true(line_of(65535));
	assert_false(line_of(65536));
	assert_true(last_line_of(65535));
	assert_false(last_line_of(65536));
	assert_false(line_of(1000000));
}

static bool blanks_of(char blank, size_t length)
{
	struct buf text = begin(HEAD "notes: a #");
	buf_fill(&text, blank, length);
	buf_text(&text, "b\n");
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 3);
}

static void test_blanks(void **state)
{
	(void)state;
	assert_true(blanks_of(' ', 4095));
	assert_true(blanks_of(' ', 4096));
	assert_false(blanks_of(' ', 4097));
	assert_true(blanks_of('\t', 4095));
	assert_true(blanks_of('\t', 4096));
	assert_false(blanks_of('\t', 4097));
}

static bool blank_lines_of(const char *line, size_t count)
{
	struct buf text = begin(HEAD);
	for (size_t i = 0; i < count; i++)
		buf_text(&text, line);
	buf_text(&text, "notes: n\n");
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 1003);
}

static void test_blank_lines(void **state)
{
	(void)state;
	static const char *const lines[] = {"\n", "\r\n", " \n", " \t \n"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_true(blank_lines_of(lines[i], 999));
		assert_true(blank_lines_of(lines[i], 1000));
		assert_false(blank_lines_of(lines[i], 1001));
	}
}

static bool scalar_of(const char *open, const char *fill, size_t count, const char *close)
{
	struct buf text = begin(HEAD "notes: ");
	buf_text(&text, open);
	for (size_t i = 0; i < count; i++)
		buf_text(&text, fill);
	buf_text(&text, close);
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 3);
}

static void test_scalar(void **state)
{
	(void)state;
	assert_true(scalar_of("", "x", 16383, "\n"));
	assert_true(scalar_of("", "x", 16384, "\n"));
	assert_false(scalar_of("", "x", 16385, "\n"));
	assert_true(scalar_of("\"x", "ø", 8191, "\"\n"));
	assert_true(scalar_of("\"", "ø", 8192, "\"\n"));
	assert_false(scalar_of("\"", "ø", 8193, "\"\n"));
	assert_true(scalar_of("\"", "\\u00f8", 8192, "\"\n"));
	assert_false(scalar_of("\"x", "\\u00f8", 8192, "\"\n"));
	assert_true(scalar_of("|\n", " xxxxxxx\n", 2048, ""));
	assert_false(scalar_of("|\n", " xxxxxxx\n", 2049, ""));
}

static bool id_of(const char *letter, size_t count)
{
	struct buf text = begin(HEAD "parties:\n  ");
	for (size_t i = 0; i < count; i++)
		buf_text(&text, letter);
	buf_text(&text, ": {name: P}\n");
	return loads(&text, PLAN_RULE_BAD_ID, 4);
}

static void test_id(void **state)
{
	(void)state;
	assert_true(id_of("a", 1));
	assert_true(id_of("a", 63));
	assert_true(id_of("a", 64));
	assert_false(id_of("a", 65));
	assert_true(id_of("ø", 64));
	assert_false(id_of("ø", 65));
	assert_true(id_of("a\xCC\x8A", 64)); /* 64 characters in NFC */
	assert_false(id_of("a\xCC\x8A", 65));
}

/* Every code point of an id by itself, and behind a letter. */
static void test_id_characters(void **state)
{
	(void)state;
	for (unsigned c = 0x21; c < 0x260; c++) {
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
					  (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
		if (c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0))
			continue;
		struct buf alone = begin(HEAD "parties:\n  \""), behind = begin(HEAD "parties:\n  \"a");
		char utf8[3] = {(char)(c < 0x80 ? c : 0xC0 | c >> 6), (char)(c < 0x80 ? 0 : 0x80 | (c & 0x3F)), 0};
		buf_printf(&alone, "%s\": {name: P}\n", utf8);
		buf_printf(&behind, "%s\": {name: P}\n", utf8);
		assert_int_equal(loads(&alone, PLAN_RULE_BAD_ID, 4), letter);
		assert_int_equal(loads(&behind, PLAN_RULE_BAD_ID, 4), letter || c == '-' || c == '_');
	}
}

static bool depth_of(size_t depth, const char *open, const char *close)
{
	struct buf text = begin(HEAD "remark: ");
	for (size_t i = 0; i < depth; i++)
		buf_text(&text, open);
	for (size_t i = 0; i < depth; i++)
		buf_text(&text, close);
	buf_char(&text, '\n');
	struct loaded loaded;
	load_bytes(&loaded, text.data, text.length);
	bool good = !load_has(&loaded, PLAN_RULE_LIMIT_EXCEEDED, 3, 0);
	assert_true(load_has(&loaded, PLAN_RULE_UNKNOWN_KEY, 3, 1));
	load_free(&loaded);
	buf_free(&text);
	return good;
}

static void test_depth(void **state)
{
	(void)state;
	assert_true(depth_of(62, "[", "]"));
	assert_true(depth_of(63, "[", "]")); /* the file's own mapping is the 64th */
	assert_false(depth_of(64, "[", "]"));
	assert_true(depth_of(62, "{a: ", "}"));
	assert_true(depth_of(63, "{a: ", "}"));
	assert_false(depth_of(64, "{a: ", "}"));
	assert_false(depth_of(300, "[", "]"));
}

/* Lists and mappings by indentation: no bracket shows how deep they are. */
static bool indented_depth_of(size_t depth, const char *opening)
{
	struct buf text = begin("plan: p\ntitle: t\nremark:\n");
	for (size_t i = 1; i <= depth; i++) {
		buf_fill(&text, ' ', i);
		buf_text(&text, opening);
	}
	buf_fill(&text, ' ', depth + 1);
	buf_text(&text, "- x\n");
	struct loaded loaded;
	load_bytes(&loaded, text.data, text.length);
	bool good = true;
	for (size_t i = 0; i < loaded.diags.count; i++) {
		assert_int_not_equal(loaded.diags.at[i].rule, PLAN_RULE_YAML_SYNTAX);
		good &= loaded.diags.at[i].rule != PLAN_RULE_LIMIT_EXCEEDED;
	}
	load_free(&loaded);
	buf_free(&text);
	return good;
}

static void test_indented_depth(void **state)
{
	(void)state;
	assert_true(indented_depth_of(61, "-\n")); /* and the file's mapping, and the last list */
	assert_true(indented_depth_of(62, "-\n"));
	assert_false(indented_depth_of(63, "-\n"));
	assert_true(indented_depth_of(61, "a:\n"));
	assert_true(indented_depth_of(62, "a:\n"));
	assert_false(indented_depth_of(63, "a:\n"));
}

static bool nodes_of(size_t nodes)
{
	struct buf text = begin(HEAD "year: 2018\nx: [");
	for (size_t i = 0; i < nodes - 9; i++) /* the mapping, four keys, three values and the list */
		buf_text(&text, i % 1000 == 999 ? "a,\n" : "a,");
	buf_text(&text, "]\n");
	struct loaded loaded;
	load_bytes(&loaded, text.data, text.length);
	bool good = loaded.diags.counted[PLAN_ERROR] == 1; /* the key that plans do not have */
	assert_int_equal(load_has(&loaded, PLAN_RULE_LIMIT_EXCEEDED, 0, 0), 0);
	load_free(&loaded);
	buf_free(&text);
	return good;
}

static void test_nodes(void **state)
{
	(void)state;
	assert_true(nodes_of(3999999));
	assert_true(nodes_of(4000000));
	assert_false(nodes_of(4000001));
}

static bool size_of(size_t size)
{
	struct buf text = begin(HEAD);
	while (text.length < size) {
		size_t line = size - text.length < 1000 ? size - text.length : 1000;
		buf_char(&text, line > 1 ? '#' : '\n');
		buf_fill(&text, 'x', line > 2 ? line - 2 : 0);
		buf_text(&text, line > 1 ? "\n" : "");
	}
	assert_int_equal(text.length, size);
	return loads(&text, PLAN_RULE_LIMIT_EXCEEDED, 0);
}

static void test_size(void **state)
{
	(void)state;
	assert_true(size_of(PLAN_SOURCE_MAX - 1));
	assert_true(size_of(PLAN_SOURCE_MAX));
	assert_false(size_of(PLAN_SOURCE_MAX + 1));
}

static size_t put_utf8(char *to, unsigned c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	to[0] = (char)(0xE0 | c >> 12);
	to[1] = (char)(0x80 | (c >> 6 & 0x3F));
	to[2] = (char)(0x80 | (c & 0x3F));
	return 3;
}

static bool is_hidden(unsigned c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) ||
		   (c >= 0x2066 && c <= 0x2069);
}

/* A raw character in a comment, a key, a text: refused wherever it stands, at its column. */
static void test_raw_characters(void **state)
{
	(void)state;
	static const char *const befores[] = {
		"# ø",
		"notes: ø",
		"notes: \"ø",
		"# long enough for blocks of sixty-four bytes, and then some more of them: ø",
	};
	for (unsigned c = 1; c < 0x2100; c = c == 0x2FF ? 0x2000 : c + 1) {
		for (size_t i = 0; i < sizeof befores / sizeof *befores; i++) {
			struct buf text = begin(HEAD);
			char utf8[4] = {0};
			struct loaded loaded;
			put_utf8(utf8, c);
			buf_text(&text, befores[i]);
			buf_text(&text, utf8);
			buf_text(&text, i == 2 ? "\"\n" : "x\n");
			load_bytes(&loaded, text.data, text.length);
			bool expected = is_hidden(c);
			assert_int_equal(load_has(&loaded, PLAN_RULE_HIDDEN_CHARACTER, 3, 0), expected);
			if (expected)
				assert_true(load_has(&loaded, PLAN_RULE_HIDDEN_CHARACTER, 3,
									 (unsigned)text_code_points(befores[i], strlen(befores[i])) + 1));
			load_free(&loaded);
			buf_free(&text);
		}
	}
}

/* The same characters as escapes, in texts of one line and of several. */
static void test_escaped_characters(void **state)
{
	(void)state;
	for (unsigned c = 0; c < 0x2100; c = c == 0x2FF ? 0x2000 : c + 1) {
		struct loaded loaded;
		char text[100];
		snprintf(text, sizeof text, HEAD "notes: \"x\\u%04Xx\"\ncase: \"x\\u%04Xx\"\n", c, c);
		load_text(&loaded, text);
		assert_int_equal(load_has(&loaded, PLAN_RULE_HIDDEN_CHARACTER, 3, 8), is_hidden(c));
		assert_int_equal(load_has(&loaded, PLAN_RULE_HIDDEN_CHARACTER, 4, 7), is_hidden(c));
		assert_int_equal(load_has(&loaded, PLAN_RULE_BAD_VALUE, 4, 7), c == '\n');
		load_free(&loaded);
	}
}

/* Bytes that are not UTF-8, in short and long texts; and those that nearly are not. */
static void test_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		bool good;
	} rows[] = {
		{"\xC3\xB8", true},
		{"\xC3", false},
		{"\xB8", false},
		{"\xC0\x80", false},
		{"\xC1\xBF", false},
		{"\xE0\x9F\xBF", false},
		{"\xE0\xA0\x80", true},
		{"\xED\xA0\x80", false},
		{"\xED\x9F\xBF", true},
		{"\xEE\x80\x80", true},
		{"\xEF\xBF\xBD", true},
		{"\xEF\xBF\xBE", false},
		{"\xEF\xBF\xBF", false},
		{"\xEF\xBB\xBF", false},
		{"\xF0\x8F\xBF\xBF", false},
		{"\xF0\x90\x80\x80", true},
		{"\xF4\x8F\xBF\xBD", true},
		{"\xF4\x90\x80\x80", false},
		{"\xF8\x88\x80\x80", false},
		{"\xC3\xC3\xB8", false},
		{"\xC2\xB8\xB8", false},
		{"\xE2\x80\x93", true},
		{"\xC2\xA0", true},
		{"\xE2\x80\x8D", true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t before = 0; before < 200; before += 7) {
			struct buf text = begin(HEAD "# ");
			buf_fill(&text, 'x', before);
			buf_text(&text, rows[i].bytes);
			buf_fill(&text, 'y', before % 70);
			assert_int_equal(loads(&text, PLAN_RULE_YAML_SYNTAX, 3), rows[i].good);
		}
	}
}

/* A file that ends in the middle of a character, or of a line break. */
static void test_ends(void **state)
{
	(void)state;
	struct buf cut = begin(HEAD "# \xE2\x80");
	assert_false(loads(&cut, PLAN_RULE_YAML_SYNTAX, 3));
	struct buf carriage = begin(HEAD "notes: n\r");
	assert_false(loads(&carriage, PLAN_RULE_HIDDEN_CHARACTER, 3));
	struct buf none = begin(HEAD "notes: n");
	assert_true(loads(&none, PLAN_RULE_YAML_SYNTAX, 3));
	struct buf mark = begin("\xEF\xBB\xBF");
	assert_false(loads(&mark, PLAN_RULE_MISSING_KEY, 1));
}

/* A step may be tied to very many others: some half a million fit into 1 MiB. */
static void test_many_links(void **state)
{
	(void)state;
	enum { LINKS = 500000 };
	struct buf text = begin(HEAD "meetings:\n  b: {title: B}\n  a: {title: A, after: [");
	struct loaded loaded;
	for (size_t i = 0; i < LINKS; i++)
		buf_text(&text, i % 500 ? "b," : "\nb,");
	buf_text(&text, "]}\n");
	load_bytes(&loaded, text.data, text.length);
	assert_non_null(loaded.plan);
	const struct plan_step *step = loaded.plan->meetings.at[1];
	assert_int_equal(step->link_count, LINKS);
	for (size_t i = 0; i < LINKS; i += 1000)
		assert_ptr_equal(step->links[i].to.entry, &loaded.plan->meetings.at[0]->entry);
	load_free(&loaded);
	buf_free(&text);
}

/* A reference that is too long to be brought into NFC leads to nothing. */
static void test_long_reference(void **state)
{
	(void)state;
	for (int letters = 64; letters <= 4096; letters *= 8) {
		struct buf text = begin(HEAD "meetings: {m: {title: M, after: ");
		for (int i = 0; i < letters; i++)
			buf_text(&text, "e\u0301");
		buf_text(&text, "}}\n");
		assert_false(loads(&text, PLAN_RULE_UNKNOWN_REFERENCE, 3));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_blank_lines),
		cmocka_unit_test(test_scalar),
		cmocka_unit_test(test_id),
		cmocka_unit_test(test_id_characters),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_indented_depth),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_raw_characters),
		cmocka_unit_test(test_escaped_characters),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_many_links),
		cmocka_unit_test(test_long_reference),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
