/* The manual pages, and what the completions are made from. */
#include "alloc_fault.h"
#include "base/buf.h"
#include "base/text.h"
#include "format/manual.h"
#include "format/mdoc.h"
#include "load/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void text_is_never_markup(void **state)
{
	(void)state;
	static const struct {
		const char *text, *mdoc;
	} rows[] = {
		{"plain words", "plain words"},
		{".Sh NAME", "\\&.Sh NAME"},
		{"'quoted'", "\\&'quoted'"},
		{"a Nm b", "a \\&Nm b"},
		{"one . two", "one \\&. two"},
		{"--flag", "\\-\\-flag"},
		{"back\\slash", "back\\eslash"},
		{"say \"hi\"", "say \\(dqhi\\(dq"},
		{"høring", "h\\[u00F8]ring"},
		{"…", "\\[u2026]"},
		{"bad\377byte", "badbyte"},
		{"", ""},
		{"A| b", "A| b"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = {0};
		mdoc_text(&out, rows[i].text);
		assert_string_equal(buf_string(&out), rows[i].mdoc);
		buf_free(&out);
	}
}

/* A mark at the end of an argument is no punctuation of the sentence. */
static void arguments_keep_their_marks(void **state)
{
	(void)state;
	static const char *const rows[][2] = {{"FILE", "FILE"}, {"FILE...", "FILE...\\&"}, {"", ""}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = {0};
		mdoc_argument(&out, rows[i][0]);
		assert_string_equal(buf_string(&out), rows[i][1]);
		buf_free(&out);
	}
}

static void phrases_become_sentences(void **state)
{
	(void)state;
	static const struct {
		const char *phrase, *mdoc;
	} rows[] = {
		{"show help", "Show help.\n"},
		{"one, two ...", "One, two \\&...\n"},
		{"First. Next", "First.\nNext.\n"},
		{"økonomi", "\\[u00F8]konomi.\n"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = {0};
		mdoc_sentence(&out, rows[i].phrase);
		assert_string_equal(buf_string(&out), rows[i].mdoc);
		buf_free(&out);
	}
}

static void empty_lines_start_paragraphs(void **state)
{
	(void)state;
	struct buf out = {0};
	mdoc_prose(&out, "one. More\n\n.two\nthree");
	assert_string_equal(out.data, "one.\nMore\n.Pp\n\\&.two\nthree\n");
	buf_free(&out);
}

/* No line is longer than mandoc likes, none begins with a blank or a macro, and every word is there. */
static void long_sentences_are_filled(void **state)
{
	(void)state;
	struct buf text = {0}, out = {0};
	for (int i = 0; i < 60; i++)
		buf_printf(&text, "%sw%d.x  .Nm", i ? " " : "", i);
	mdoc_prose(&out, text.data);
	size_t words = 0;
	for (char *line = strtok(out.data, "\n"); line; line = strtok(NULL, "\n")) {
		assert_true(strlen(line) <= 80);
		assert_true(*line != '.' && *line != ' ');
		for (char *word = line; (word = strstr(word, "\\&.Nm")); word++)
			words++;
	}
	assert_int_equal(words, 60);
	buf_clear(&out);
	mdoc_prose(
		&out,
		"a_word_that_is_longer_than_any_line_may_be_in_a_manual_page_and_is_never_broken_all_the_same more");
	assert_string_equal(out.data, "a_word_that_is_longer_than_any_line_may_be_in_a_manual_page_and_is_never_"
								  "broken_all_the_same\nmore\n");
	buf_free(&out);
	buf_free(&text);
}

static const char *const words[] = {"one", "two", "three", NULL};
static const struct usage_option shared[] = {
	{"file", 'f', "FILE", "read this", NULL, USAGE_FILE},
	{"quiet", 0, NULL, "say \\ less", NULL, USAGE_NOTHING},
};
static const struct usage_option own[] = {
	{"mode", 'm', "MODE", "it's the [mode]: now", words, USAGE_NOTHING},
	{"body", 0, "ID[,ID]", "of this body", NULL, USAGE_BODY},
	{"file", 'f', "FILE", "read this", NULL, USAGE_FILE},
};
static const struct usage_example examples[] = {{"go --mode one", "first this"}, {"go", "then that"}};
static const struct usage_command commands[] = {
	{.name = "go",
	 .summary = "what's done",
	 .operands = "[ID...]",
	 .description = "Does it.\n\nTwice.",
	 .value = USAGE_ID,
	 .options = own,
	 .option_count = 3,
	 .own_count = 2,
	 .examples = examples,
	 .example_count = 2},
	{.name = "shell",
	 .summary = "words",
	 .operands = "WORD",
	 .words = words,
	 .options = own + 1,
	 .option_count = 2,
	 .own_count = 2},
};
static const struct usage usage = {commands, 2, shared, 2};

static void the_manual_has_every_option_example_and_rule(void **state)
{
	(void)state;
	struct buf out = {0};
	manual_program(&out, &usage);
	assert_non_null(strstr(out.data, ".Ss plan go [ID...]\\&\n"));
	assert_non_null(strstr(out.data, ".It Fl m Ar mode , Fl \\-mode Ar mode\nIt's the"));
	assert_non_null(strstr(out.data, ".It Fl \\-body Ar id[,id]\n"));
	assert_non_null(strstr(out.data, "One of\n.Cm one ,\n.Cm two\nor\n.Cm three .\n"));
	assert_non_null(strstr(out.data, "First this.\n.Pp\n.Dl plan go \\-\\-mode one\n.Pp\nThen that.\n"));
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		assert_non_null(strstr(out.data, plan_rule_code((enum plan_rule)rule)));
	buf_free(&out);
}

static void the_manual_of_the_file_has_every_key(void **state)
{
	(void)state;
	struct buf out = {0};
	manual_file(&out);
	const struct key_set *sets[PLAN_KIND_COUNT + 1] = {&keys_plan};
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++)
		sets[kind + 1] = keys_of_kind((enum plan_kind)kind);
	for (size_t i = 0; i <= PLAN_KIND_COUNT; i++)
		for (size_t k = 0; k < sets[i]->count; k++) {
			struct buf item = {0};
			buf_printf(&item, ".It Cm %s No : ", sets[i]->keys[k].name);
			assert_non_null(strstr(out.data, item.data));
			buf_free(&item);
		}
	buf_free(&out);
}

static void count_valued(void *data, const struct usage_option *option)
{
	assert_non_null(option->argument);
	++*(size_t *)data;
}

static void options_with_values_are_met_once(void **state)
{
	(void)state;
	size_t count = 0;
	usage_each_valued(&usage, count_valued, &count);
	assert_int_equal(count, 3); /* file, mode, body; the second command's are the same ones */
}

static void scripts_quote_their_texts(void **state)
{
	(void)state;
	struct buf out = {0};
	completion_zsh(&out, &usage);
	assert_non_null(
		strstr(out.data, "'*'{-m+,--mode=}'[it'\\''s the \\[mode\\]\\: now]:MODE:(one two three)'"));
	assert_non_null(strstr(out.data, "'*--body=[of this body]:ID\\[,ID\\]: _plan_ask bodies'"));
	assert_non_null(strstr(out.data, "'go:what'\\''s done'"));
	buf_clear(&out);
	completion_fish(&out, &usage);
	assert_non_null(strstr(out.data,
						   "complete -c plan -n '__plan_is \"go\"' -l mode -s m -x -a 'one two three' "
						   "-d 'it\\'s the [mode]: now'\n"));
	assert_non_null(strstr(out.data, "complete -c plan -n '__plan_is \"shell\"' -a 'one two three'\n"));
	assert_non_null(strstr(out.data, " -l quiet -d 'say \\\\ less'\n"));
	assert_non_null(strstr(out.data, "set -g __plan_valued -f --file -m --mode --body\n"));
	buf_clear(&out);
	completion_bash(&out, &usage);
	assert_non_null(strstr(out.data, "\tgo:--mode | go:-m) _plan_words one two three ;;\n"));
	assert_non_null(strstr(out.data, "\tgo) _plan_ask ids ;;\n"));
	assert_non_null(strstr(out.data, "\tgo) _plan_words --mode -m --body --file -f ;;\n"));
	buf_free(&out);
}

/* Every allocation fails in turn, for each of the five documents. */
static void out_of_memory_fails_the_buffer(void **state)
{
	(void)state;
	for (size_t i = 0; i < 5; i++)
		for (long n = 1;; n += 1 + n / 20) {
			struct buf out = {0};
			alloc_fault_at(n);
			if (i == 4)
				manual_file(&out);
			else
				(i == 0   ? manual_program
				 : i == 1 ? completion_bash
				 : i == 2 ? completion_zsh
						  : completion_fish)(&out, &usage);
			bool failed = alloc_fault_stop();
			assert_int_equal(out.failed, failed);
			buf_free(&out);
			if (!failed)
				break;
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_never_markup),
		cmocka_unit_test(arguments_keep_their_marks),
		cmocka_unit_test(phrases_become_sentences),
		cmocka_unit_test(empty_lines_start_paragraphs),
		cmocka_unit_test(long_sentences_are_filled),
		cmocka_unit_test(the_manual_has_every_option_example_and_rule),
		cmocka_unit_test(the_manual_of_the_file_has_every_key),
		cmocka_unit_test(options_with_values_are_met_once),
		cmocka_unit_test(scripts_quote_their_texts),
		cmocka_unit_test(out_of_memory_fails_the_buffer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
