/*
 * Every tests/invalid/CASE.yaml is loaded, and what is found must be what CASE.expect says, to the column.
 * With PLAN_REGEN=1 the expectations are written anew, for a person to read the difference.
 */
#include "load_file.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "tests/invalid"

enum { CASES_MAX = 200 };

static struct dirent **names;
static struct CMUnitTest cases[2 * CASES_MAX];
static char titles[CASES_MAX][64];

static char *read_expected(const char *path)
{
	char *text = calloc(1, 65536);
	FILE *in = fopen(path, "rb");
	assert_non_null(text);
	if (in) {
		size_t n = fread(text, 1, 65535, in);
		assert_true(n < 65535);
		fclose(in);
	}
	return text;
}

static void write_expected(const char *path, const char *text)
{
	FILE *out = fopen(path, "wb");
	assert_non_null(out);
	assert_true(fputs(text, out) >= 0);
	assert_int_equal(fclose(out), 0);
}

static void test_case(void **state)
{
	const char *name = *state;
	char yaml[300], expect[300];
	struct loaded loaded;
	snprintf(yaml, sizeof yaml, FOLDER "/%s.yaml", name);
	snprintf(expect, sizeof expect, FOLDER "/%s.expect", name);
	load_file(&loaded, yaml);
	char *found = load_findings(&loaded), *expected = read_expected(expect);
	if (getenv("PLAN_REGEN"))
		write_expected(expect, found);
	else
		assert_string_equal(found, expected);
	assert_true(loaded.diags.count > 0);
	free(found);
	free(expected);
	load_free(&loaded);
}

/*
 * Whatever the number of findings that are wanted: all are counted, the first ones of the file are kept, and
 * they are the same as without a limit.
 */
static void test_limits(void **state)
{
	const char *name = *state;
	char yaml[300];
	snprintf(yaml, sizeof yaml, FOLDER "/%s.yaml", name);
	struct loaded all;
	load_file(&all, yaml);
	for (size_t limit = 1; limit <= all.diags.count && limit <= 4; limit++) {
		struct plan_diags diags;
		struct plan *plan = NULL;
		assert_int_equal(plan_diags_init(&diags, &all.source), PLAN_OK);
		diags.limit = limit;
		plan_load(&all.source, &diags, &plan);
		for (int severity = PLAN_NOTE; severity <= PLAN_ERROR; severity++)
			if (diags.counted[severity] != all.diags.counted[severity])
				fail_msg("limit %zu: %zu of severity %d, without it %zu", limit, diags.counted[severity],
						 severity, all.diags.counted[severity]);
		assert_int_equal(diags.count, limit);
		for (size_t i = 0; i < limit; i++) {
			assert_string_equal(diags.at[i].message, all.diags.at[i].message);
			assert_int_equal(diags.at[i].span.line, all.diags.at[i].span.line);
			assert_int_equal(diags.at[i].span.column, all.diags.at[i].span.column);
		}
		plan_diags_free(&diags);
		plan_free(plan);
	}
	load_free(&all);
}

static int is_case(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);
	return length > 5 && length < 64 && !strcmp(entry->d_name + length - 5, ".yaml");
}

int main(void)
{
	int count = scandir(FOLDER, &names, is_case, alphasort);
	if (count <= 0 || count > CASES_MAX)
		return 1;
	for (int i = 0; i < count; i++) {
		snprintf(titles[i], sizeof titles[i], "%.*s", (int)strlen(names[i]->d_name) - 5, names[i]->d_name);
		cases[i] = (struct CMUnitTest){.name = titles[i], .test_func = test_case, .initial_state = titles[i]};
		cases[count + i] = cases[i];
		cases[count + i].test_func = test_limits;
		free(names[i]);
	}
	free(names);
	return _cmocka_run_group_tests("invalid", cases, 2 * (size_t)count, NULL, NULL);
}
