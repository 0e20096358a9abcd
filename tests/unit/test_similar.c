/* Did-you-mean. */
#include "base/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SIXTY "------------------------------------------------------------"

static void distance_counts_edits(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		size_t limit, distance;
	} rows[] = {
		{"", "", 5, 0},
		{"hearing", "hearing", 5, 0},
		{"hearing", "Hearing", 5, 0},
		{"hearng", "hearing", 5, 1},
		{"haering", "hearing", 5, 1},
		{"hearing", "heering", 5, 1},
		{"hearings", "hearing", 5, 1},
		{"ab", "ba", 5, 1},
		{"", "abc", 5, 3},
		{"kitten", "sitting", 5, 3},
		{"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 2},
		{"abcdef", "ghijkl", 3, 3},
		{"phase", "a-very-long-word", 4, 4},
		{SIXTY "1234", SIXTY "12", 9, 2},
		{SIXTY "12345", SIXTY "12", 9, 9}, /* longer than any id */
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t got =
			similar_distance(rows[i].a, strlen(rows[i].a), rows[i].b, strlen(rows[i].b), rows[i].limit);
		size_t back =
			similar_distance(rows[i].b, strlen(rows[i].b), rows[i].a, strlen(rows[i].a), rows[i].limit);
		if (got != rows[i].distance || back != got)
			fail_msg("'%s' to '%s': %zu, back %zu, wanted %zu", rows[i].a, rows[i].b, got, back,
					 rows[i].distance);
	}
}

static void words_that_are_near_are_suggested(void **state)
{
	(void)state;
	static const char *const words[] = {"status", "next", "check", "show", "list", "schedule", "a", NULL};
	static const struct {
		const char *word, *wanted;
	} rows[] = {
		{"sttaus", "status"},   {"stauts", "status"}, {"chek", "check"}, {"sow", "show"}, {"lst", "list"},
		{"shedul", "schedule"}, {"xyz", NULL},        {"b", NULL},       {"", NULL},      {"zzzzzz", NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = similar_word(rows[i].word, words);
		if (!got != !rows[i].wanted || (got && strcmp(got, rows[i].wanted)))
			fail_msg("'%s': '%s', wanted '%s'", rows[i].word, got ? got : "-",
					 rows[i].wanted ? rows[i].wanted : "-");
	}
}

static void the_first_of_the_nearest_is_kept(void **state)
{
	(void)state;
	struct similar similar;
	similar_begin(&similar, "gruppe-3", 8);
	similar_offer(&similar, "emne", 0);
	assert_null(similar.best);
	similar_offer(&similar, "gruppe-1", 1);
	similar_offer(&similar, "gruppe-2", 2);
	assert_string_equal(similar.best, "gruppe-1");
	assert_int_equal(similar.best_at, 1);
}

static void words_too_long_are_like_nothing(void **state)
{
	(void)state;
	char word[SIMILAR_MAX + 2];
	memset(word, 'a', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	const char *const words[] = {word, NULL};
	assert_null(similar_word(word, words));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distance_counts_edits),
		cmocka_unit_test(words_that_are_near_are_suggested),
		cmocka_unit_test(the_first_of_the_nearest_is_kept),
		cmocka_unit_test(words_too_long_are_like_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
