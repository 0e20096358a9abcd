/* What a CI system's log would take for a command, and the formats that must never hold one. */
#include "base/buf.h"
#include "base/diag.h"
#include "format/json.h"
#include "format/log_command.h"
#include "format_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void commands_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int at;      /* -1: there is none */
		bool inside; /* the text does not start a line */
	} rows[] = {
		{"::error::x", 0, false},
		{"::error::x", -1, true},
		{"a ::error::x", -1, false},
		{"a\n::stop-commands::t", 2, false},
		{"a\n::stop-commands::t", 2, true},
		{" \t::x", 2, false},
		{"\302\240\343\200\200::x", 5, false}, /* no-break and ideographic space */
		{"\033[1;31m::x", 7, false},
		{"\302\205::x", 2, false},      /* next line */
		{"\341\232\200::x", 3, false},  /* ogham space */
		{"\342\200\200::x", 3, false},  /* en quad, the first of the wide ones */
		{"\342\200\212::x", 3, false},  /* hair space, their last */
		{"\342\200\213::x", -1, false}, /* no space, in spite of its name */
		{"\342\200\250::x", 3, false},  /* line separator */
		{"\342\200\251::x", 3, false},  /* paragraph separator */
		{"\342\200\257::x", 3, false},  /* narrow no-break space */
		{"\342\201\237::x", 3, false},  /* mathematical space */
		{"\b::x", -1, false},
		{"\033(B::x", -1, false},
		{"\033[ m::x", -1, false},
		{"\033[K::x", -1, false},
		{"\033[1", -1, false},
		{"\033", -1, false},
		{"\n\n  \n::x", 5, false},
		{":x:", -1, false},
		{":", -1, false},
		{"a\n:", -1, false},
		{"::", 0, false},
		{"a ##[group]b", 2, false},
		{"a ##vso[task.x]b", 2, true},
		{"##teamcity[x", 0, true},
		{"# ##  [x] ## a[b]", -1, false},
		{"###[x", 1, false},
		{"##", -1, false},
		{"##a", -1, false},
		{"##a\n[", -1, false},
		{"a\n##[x]\n::y", 2, false},
		{"\377::x", -1, false},
		{"  ", -1, false},
		{"", -1, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t length = strlen(rows[i].text);
		size_t wanted = rows[i].at < 0 ? length : (size_t)rows[i].at;
		size_t found = log_command_find(rows[i].text, length, !rows[i].inside);
		if (found != wanted)
			print_error("row %zu, \"%s\": found at %zu\n", i, rows[i].text, found);
		assert_int_equal(found, wanted);
	}
}

/* However the text goes on, what lies beyond `length` is not looked at. */
static void nothing_beyond_the_end_counts(void **state)
{
	(void)state;
	assert_int_equal(log_command_find("::x", 1, true), 1);
	assert_int_equal(log_command_find("##[x", 2, true), 2);
	assert_int_equal(log_command_find("\033[1m::", 3, true), 3);
}

static const char nasty[] = "::stop-commands::t ##[error]x ###vso[y]z ##teamcity[a] ::";

/* Reports that are programs' alone hold no command either: somebody may print them to a log. */
static void reports_of_programs_hold_none(void **state)
{
	(void)state;
	static const char *const formats[] = {"json", "sarif", "gitlab", "junit"};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		struct sample sample;
		sample_init(&sample, nasty, "x\n", nasty);
		assert_int_equal(
			diag_add(&sample.diags, PLAN_RULE_OVERDUE, (struct plan_span){1, 1, 1}, nasty, nasty), PLAN_OK);
		char *text = sample_write(&sample, formats[i], NULL);
		assert_int_equal(log_command_find(text, strlen(text), true), strlen(text));
		free(text);
		sample_free(&sample);
	}
}

static void json_means_the_same(void **state)
{
	(void)state;
	struct buf out = {0};
	json_emit(&out, json_text(nasty), false);
	json_t *value = json_loads(buf_string(&out), JSON_DECODE_ANY, NULL);
	assert_string_equal(json_string_value(value), nasty);
	json_decref(value);
	buf_free(&out);
}

/* A terminal that somebody prints JSON to is not led astray either; what is read back is what was put in. */
static void json_hides_nothing(void **state)
{
	(void)state;
	static const char hidden[] = "a\342\200\256b\342\201\251\302\205\177\342\200\250\357\273\277\b\033[1m "
								 "\303\246\360\237\231\202 ###";
	struct buf out = {0};
	json_emit(&out, json_text(hidden), false);
	const char *text = buf_string(&out);
	assert_string_equal(text, "\"a\\u202Eb\\u2069\\u0085\\u007F\\u2028\\uFEFF\\b\\u001B[1m "
							  "\303\246\360\237\231\202 #\\u0023#\"");
	json_t *value = json_loads(text, JSON_DECODE_ANY, NULL);
	assert_string_equal(json_string_value(value), hidden);
	json_decref(value);
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands_are_found),
		cmocka_unit_test(nothing_beyond_the_end_counts),
		cmocka_unit_test(reports_of_programs_hold_none),
		cmocka_unit_test(json_means_the_same),
		cmocka_unit_test(json_hides_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
