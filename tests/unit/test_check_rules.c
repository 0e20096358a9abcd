/*
 * Every rule on whole plans: tests/rules/RULE/CASE.yaml, and beside it in CASE.txt exactly what is found in
 * it (nothing where there is no such file). "# today: 2018-09-03" in a plan says what day it is.
 *
 * REGEN=1 in the environment writes the .txt files instead; look at what changed before committing it.
 */
#include "base/diag.h"
#include "check_sample.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define ROOT "tests/rules"

/* The text of a file, the caller's to free; NULL when there is none. */
static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	char *text = NULL;
	size_t size = 0;
	FILE *memory = open_memstream(&text, &size);
	assert_non_null(memory);
	for (int c; (c = fgetc(file)) != EOF;)
		fputc(c, memory);
	fclose(file);
	assert_int_equal(fclose(memory), 0);
	return text;
}

static void write_expected(const char *path, const char *found)
{
	remove(path);
	if (!*found)
		return;
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	fputs(found, file);
	assert_int_equal(fclose(file), 0);
}

/* Checks one plan; false, with what was found printed, when it is not what is expected. */
static bool try_case(const char *rule, const char *name)
{
	char path[512];
	snprintf(path, sizeof path, ROOT "/%s/%s", rule, name);
	char *text = read_file(path);
	assert_non_null(text);
	char *found = sample_findings(path, text, strlen(text));
	strcpy(strrchr(path, '.'), ".txt");
	char *expected = read_file(path);
	bool fine = !strcmp(found, expected ? expected : "");
	if (getenv("REGEN"))
		write_expected(path, found);
	else if (!fine)
		print_error("%s/%s finds:\n%sbut is expected to find:\n%s", rule, name, found,
					expected ? expected : "");
	free(expected);
	free(found);
	free(text);
	return fine || getenv("REGEN");
}

static int is_plan(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);
	return length > 5 && !strcmp(entry->d_name + length - 5, ".yaml");
}

static void test_rule(void **state)
{
	const char *rule = *state;
	char folder[256];
	snprintf(folder, sizeof folder, ROOT "/%s", rule);
	struct dirent **entries;
	int count = scandir(folder, &entries, is_plan, alphasort);
	bool fine = true, clean = false, fires = false;
	for (int i = 0; i < count; i++) {
		clean = clean || !strcmp(entries[i]->d_name, "clean.yaml");
		fires = fires || !strcmp(entries[i]->d_name, "fires.yaml");
		fine = try_case(rule, entries[i]->d_name) && fine;
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	assert_true(clean && fires);
	assert_true(fine);
}

/* However short the list of findings is, all of them are counted. */
static void test_counts(void **state)
{
	const char *rule = *state;
	char path[256];
	snprintf(path, sizeof path, ROOT "/%s/fires.yaml", rule);
	char *text = read_file(path);
	struct sample sample;
	sample_open(&sample, path, text, strlen(text));
	struct plan_check_options options = {.today = sample_today(text)};
	size_t counted[PLAN_ERROR + 1];
	for (size_t limit = 0; limit < 3; limit++) {
		struct plan_diags diags;
		assert_int_equal(plan_diags_init(&diags, &sample.source), PLAN_OK);
		diags.limit = limit;
		assert_int_equal(plan_check(sample.timeline, &options, &diags), PLAN_OK);
		if (!limit)
			memcpy(counted, diags.counted, sizeof counted);
		assert_memory_equal(diags.counted, counted, sizeof counted);
		assert_true(!limit || diags.count <= limit);
		plan_diags_free(&diags);
	}
	/* nor is any spelled out where the list was full before */
	struct plan_diags full;
	assert_int_equal(plan_diags_init(&full, &sample.source), PLAN_OK);
	assert_int_equal(diag_add(&full, PLAN_RULE_UNREADABLE_FILE, (struct plan_span){0}, "before", NULL),
					 PLAN_OK);
	full.limit = 1;
	assert_int_equal(plan_check(sample.timeline, &options, &full), PLAN_OK);
	assert_int_equal(full.count, 1);
	assert_string_equal(full.at[0].message, "before");
	full.counted[PLAN_ERROR]--;
	assert_memory_equal(full.counted, counted, sizeof counted);
	plan_diags_free(&full);
	sample_close(&sample);
	free(text);
}

/* What fires.yaml is expected to find is a finding of the rule itself, and clean.yaml has none. */
static void test_expectations(void **state)
{
	const char *rule = *state;
	char path[256], found[128];
	snprintf(path, sizeof path, ROOT "/%s/fires.txt", rule);
	snprintf(found, sizeof found, "[%s]", rule);
	char *expected = read_file(path);
	assert_non_null(expected);
	assert_non_null(strstr(expected, found));
	free(expected);
	snprintf(path, sizeof path, ROOT "/%s/clean.txt", rule);
	assert_null(read_file(path));
}

/* The rules of the file are loading's: it counts what it finds by itself (test_load_limits.c). No plan shows
 * a file that cannot be read (tests/cli/input). */
int main(void)
{
	struct CMUnitTest tests[3 * PLAN_RULE_COUNT];
	size_t count = 0;
	for (int i = 0; i < PLAN_RULE_COUNT; i++) {
		char *rule = (char *)plan_rule_name((enum plan_rule)i);
		if (i == PLAN_RULE_UNREADABLE_FILE)
			continue;
		tests[count++] = (struct CMUnitTest){rule, test_rule, NULL, NULL, rule};
		tests[count++] = (struct CMUnitTest){rule, test_expectations, NULL, NULL, rule};
		if (i >= PLAN_RULE_DEADLINE_MISSED)
			tests[count++] = (struct CMUnitTest){rule, test_counts, NULL, NULL, rule};
	}
	return _cmocka_run_group_tests("check: rules on plans", tests, count, NULL, NULL);
}
