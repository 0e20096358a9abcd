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
static struct CMUnitTest cases[CASES_MAX];
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
		free(names[i]);
	}
	free(names);
	return _cmocka_run_group_tests("invalid", cases, (size_t)count, NULL, NULL);
}
