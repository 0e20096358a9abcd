/* Each report, read by code that its writer does not know, has the form that its readers ask for, and its
 * texts. */
#include "base/buf.h"
#include "base/diag.h"
#include "format/escape.h"
#include "format_sample.h"
#include "json_schema.h"
#include "report_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const formats[] = {"json", "sarif", "github", "gitlab", "junit"};
enum { FORMATS = sizeof formats / sizeof *formats };

/* A sample's report, of the form that its schema gives. */
static json_t *report_of(const struct sample *sample, const char *format)
{
	char path[128];
	json_error_t reason;
	const char *error = NULL;
	struct schema_fault fault;
	snprintf(path, sizeof path, "tests/formats/%s.schema.json", format);
	json_t *schema = json_load_file(path, JSON_REJECT_DUPLICATES, &reason);
	if (!schema)
		fail_msg("%s:%d: %s", path, reason.line, reason.text);
	char *text = sample_write(sample, format, NULL);
	json_t *report = report_json(format, text, &error);
	if (!report)
		fail_msg("%s: %s\n%s", format, error, text);
	if (!schema_allows(schema, report, &fault))
		fail_msg("%s: %s %s\n%s", format, fault.path, fault.message, text);
	json_decref(schema);
	free(text);
	return report;
}

/* How many texts of a value hold another. */
static size_t count_text(json_t *value, const char *wanted)
{
	size_t count = json_is_string(value) && strstr(json_string_value(value), wanted), i;
	const char *key;
	json_t *member;
	json_object_foreach(value, key, member) count += count_text(member, wanted);
	json_array_foreach(value, i, member) count += count_text(member, wanted);
	return count;
}

static void every_sample_has_the_form(void **state)
{
	(void)state;
	static void (*const samples[])(struct sample *) = {sample_conflict, sample_hostile};
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < FORMATS; k++) {
			struct sample sample;
			samples[i](&sample);
			json_decref(report_of(&sample, formats[k]));
			sample_free(&sample);
		}
	for (size_t k = 0; k < FORMATS; k++) {
		struct sample sample;
		sample_init(&sample, "plan.yaml", "plan: x\n", "x");
		json_decref(report_of(&sample, formats[k]));
		sample_free(&sample);
	}
}

/* One text in the file's name, the step, the message, the reason, the help. */
static void sample_of(struct sample *sample, const char *text)
{
	struct diag_draft draft;
	sample_init(sample, text, "x\n", text);
	diag_begin(&draft, &sample->diags, PLAN_RULE_OVERDUE, PLAN_ERROR, (struct plan_span){1, 1, 1});
	diag_step(&draft, text);
	diag_message(&draft, "%s", text);
	diag_because(&draft, (struct plan_span){1, 1, 1}, "%s", text);
	diag_help(&draft, "%s", text);
	assert_int_equal(diag_end(&draft), PLAN_OK);
}

/*
 * Whoever reads a report gets the texts as a terminal would show them, or as they are; SARIF's messages
 * escape brackets.
 */
static void texts_arrive(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"say \"yes\" or 'no'",
		"one, two; three: four::five",
		"100 % of %25 and %0A and %s",
		"<b>&amp;</b> <!-- ]]> --> <![CDATA[x]]>",
		"a\nb\r\nc",
		"a\tb\001c\033[31md\177e",
		"::error file=x,line=1::y",
		"##[error]x ##vso[y]z",
		"`x` *x* _x_ | x |",
		"\\u0041 \\n \\\\ /",
		"æøå 日本 \360\237\230\200 e\314\201",
		"\342\200\256 \342\201\246 \357\273\277 \342\200\250",
		"=1+1 @x -y +z",
		",",
		"%",
		":",
		"\"",
		"'",
		"&",
		"<",
		">",
		"#",
		" x ",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t k = 0; k < FORMATS; k++) {
			struct sample sample;
			struct buf shown = {0};
			sample_of(&sample, texts[i]);
			escape_terminal(&shown, texts[i], strlen(texts[i]));
			json_t *report = report_of(&sample, formats[k]);
			bool raw = !strcmp(formats[k], "json"), cased = !strcmp(formats[k], "junit");
			const char *wanted = raw ? texts[i] : buf_string(&shown);
			if (cased && strpbrk(texts[i], "\n\r\t"))
				wanted = "";
			if (!strcmp(formats[k], "github") && strstr(texts[i], "##"))
				wanted = "<U+0023>#[error]x <U+0023>#vso[y]z"; /* its texts go to a log as they are */
			if (count_text(report, wanted) < (cased ? 3 : 1))
				fail_msg("%s has not the text %s", formats[k], texts[i]);
			json_decref(report);
			buf_free(&shown);
			sample_free(&sample);
		}
}

/* The reader of XML refuses what is none: else the tests above would say nothing. */
static void the_reader_of_xml_is_strict(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool fine;
	} rows[] = {
		{"<a/>", true},
		{"<a b=\"&#60;&#x3c;\" c='\"'>x &amp; y<d></d></a>\n", true},
		{"<a>", false},
		{"<a></b>", false},
		{"<a b=c/>", false},
		{"<a b=\"<\"/>", false},
		{"<a b=\"1\" b=\"2\"/>", false},
		{"<a>&</a>", false},
		{"<a>&nbsp;</a>", false},
		{"<a>]]></a>", false},
		{"<a>\001</a>", false},
		{"<a>&#1;</a>", false},
		{"<a>\377</a>", false},
		{"<a/><b/>", false},
		{"x", false},
		{"", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[256];
		const char *error;
		snprintf(text, sizeof text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s", rows[i].text);
		json_t *value = xml_json(text, &error);
		if ((value != NULL) != rows[i].fine)
			fail_msg("%s: %s", rows[i].text, error ? error : "allowed");
		json_decref(value);
	}
	const char *error;
	assert_null(xml_json("<a/>", &error));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sample_has_the_form),
		cmocka_unit_test(texts_arrive),
		cmocka_unit_test(the_reader_of_xml_is_strict),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
