/*
 * Which findings of a file are kept, how many are counted, and which column they have at the most.
 */
#include "base/buf.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "plan: p\ntitle: t\n"

static struct buf begin(const char *text)
{
	struct buf buf = {0};
	buf_text(&buf, text);
	return buf;
}

/* Where a list of findings is full before a file is read, the file's are counted. */
static void test_full_list(void **state)
{
	(void)state;
	static const char text[] = HEAD "x: 1\ny: 2\n";
	struct plan_source source = {.name = "test", .bytes = text, .length = sizeof text - 1};
	struct plan_diags diags;
	struct plan *plan = NULL;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	diags.limit = 1;
	for (size_t times = 1; times <= 3; times++) {
		assert_int_equal(plan_load(&source, &diags, &plan), PLAN_OK);
		assert_null(plan);
		assert_int_equal(diags.count, 1);
		assert_int_equal(diags.counted[PLAN_ERROR], 2 * times);
		assert_int_equal(diags.at[0].span.line, 3);
	}
	plan_diags_free(&diags);
}

/* What is wrong far along a line, or at the very end of one, is told of at the last column that there is. */
static void test_last_column(void **state)
{
	(void)state;
	struct loaded loaded;
	struct buf hidden = begin(HEAD "#"), tag = begin(HEAD "notes: !<");
	buf_fill(&hidden, 'x', 70000);
	buf_text(&hidden, "\x01\n");
	load_bytes(&loaded, hidden.data, hidden.length);
	assert_true(load_has(&loaded, PLAN_RULE_LIMIT_EXCEEDED, 3, 1));
	assert_true(load_has(&loaded, PLAN_RULE_HIDDEN_CHARACTER, 3, 65535));
	load_free(&loaded);
	buf_free(&hidden);
	buf_fill(&tag, 'x', 65535 - strlen("notes: !<"));
	buf_text(&tag, "\n");
	load_bytes(&loaded, tag.data, tag.length);
	assert_int_equal(loaded.diags.count, 1);
	assert_true(load_has(&loaded, PLAN_RULE_YAML_SYNTAX, 3, 65535));
	load_free(&loaded);
	buf_free(&tag);
}

/* One more error than is kept: those first in the file are, and all are counted. */
static void test_number_of_findings(void **state)
{
	(void)state;
	for (unsigned extra = 0; extra < 300; extra += 99) {
		struct buf text = begin("approval: nothing\n");
		struct loaded loaded;
		for (unsigned i = 0; i < 100 + extra; i++)
			buf_printf(&text, "x%u: y\n", i);
		buf_text(&text, HEAD);
		load_bytes(&loaded, text.data, text.length);
		assert_int_equal(loaded.diags.counted[PLAN_ERROR], 101 + extra);
		assert_int_equal(loaded.diags.count, 100);
		/* found in the second pass, and yet the first of the file */
		assert_int_equal(loaded.diags.at[0].rule, PLAN_RULE_UNKNOWN_REFERENCE);
		for (unsigned i = 1; i < 100; i++)
			assert_int_equal(loaded.diags.at[i].span.line, i + 1);
		load_free(&loaded);
		buf_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number_of_findings),
		cmocka_unit_test(test_full_list),
		cmocka_unit_test(test_last_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
