/* The formats that programs read: json, sarif, github, gitlab, junit. */
#include "alloc_fault.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "check/explain.h"
#include "format/escape.h"
#include "format/fingerprint.h"
#include "format_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

/* The findings in a JSON format, read back by jansson with everything it is strict about. */
static json_t *written(const struct sample *sample, const char *format)
{
	char *text = sample_write(sample, format, NULL);
	json_error_t error;
	json_t *value = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	if (!value)
		print_message("%s: %s\n%s", format, error.text, text);
	assert_non_null(value);
	free(text);
	return value;
}

static const char *string_at(json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	assert_non_null(text);
	return text;
}

static json_int_t number_at(json_t *object, const char *key)
{
	assert_true(json_is_integer(json_object_get(object, key)));
	return json_integer_value(json_object_get(object, key));
}

static void json_has_every_part(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	json_t *root = written(&sample, "json");
	assert_string_equal(string_at(root, "format_version"), "1.0");
	json_t *summary = json_object_get(root, "summary");
	assert_int_equal(number_at(summary, "files"), 1);
	assert_int_equal(number_at(summary, "errors"), 1);
	assert_int_equal(number_at(summary, "warnings"), 1);
	assert_int_equal(number_at(summary, "notes"), 1);
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	assert_string_equal(string_at(plan, "file"), "plan.yaml");
	assert_string_equal(string_at(plan, "plan"), "prøve");
	assert_string_equal(string_at(plan, "verdict"), "missed");
	json_t *findings = json_object_get(root, "findings");
	assert_int_equal(json_array_size(findings), 3);
	assert_true(json_is_null(json_object_get(json_array_get(findings, 0), "line")));
	assert_true(json_is_null(json_object_get(json_array_get(findings, 0), "step")));
	json_t *finding = json_array_get(findings, 2);
	assert_string_equal(string_at(finding, "rule"), "deadline-missed");
	assert_string_equal(string_at(finding, "severity"), "error");
	assert_string_equal(string_at(finding, "step"), "br-godkendelse");
	assert_string_equal(string_at(finding, "help"), "end the hearing by Mon 12 Nov 2018");
	assert_int_equal(number_at(finding, "line"), 13);
	assert_int_equal(number_at(finding, "column"), 15);
	assert_int_equal(number_at(finding, "end_line"), 13);
	assert_int_equal(number_at(finding, "end_column"), 22);
	json_t *because = json_array_get(json_object_get(finding, "because"), 1);
	assert_int_equal(number_at(because, "line"), 10);
	assert_int_equal(number_at(because, "column"), 12);
	assert_string_equal(string_at(because, "message"), "and biu-2 is at least 2 weeks later");
	json_decref(root);
	sample_free(&sample);
}

/* A program gets the very texts, whatever is in them; bytes that are not UTF-8 become U+FFFD. */
static void json_keeps_texts_exactly(void **state)
{
	(void)state;
	struct sample sample;
	sample_hostile(&sample);
	json_t *root = written(&sample, "json");
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	assert_true(json_is_null(json_object_get(plan, "plan")));
	assert_true(json_is_null(json_object_get(plan, "verdict")));
	assert_string_equal(string_at(plan, "file"), sample.source.name);
	json_t *findings = json_object_get(root, "findings");
	assert_string_equal(string_at(json_array_get(findings, 0), "message"), sample.diags.at[0].message);
	assert_string_equal(string_at(json_array_get(findings, 0), "help"), sample.diags.at[0].help);
	assert_string_equal(string_at(json_array_get(findings, 1), "message"),
						"\xEF\xBF\xBD no UTF-8 \xEF\xBF\xBD\xEF\xBF\xBD at all");
	json_decref(root);
	sample_free(&sample);
}

static void no_findings_are_empty_lists(void **state)
{
	(void)state;
	struct sample sample;
	sample_init(&sample, "plan.yaml", "plan: x\n", "x");
	json_t *root = written(&sample, "json");
	assert_int_equal(json_array_size(json_object_get(root, "findings")), 0);
	json_decref(root);
	root = written(&sample, "gitlab");
	assert_true(json_is_array(root));
	assert_int_equal(json_array_size(root), 0);
	json_decref(root);
	root = written(&sample, "sarif");
	json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	assert_true(json_is_array(json_object_get(run, "results")));
	json_decref(root);
	char *text = sample_write(&sample, "junit", NULL);
	assert_non_null(strstr(text, "tests=\"1\" failures=\"0\""));
	assert_non_null(strstr(text, "<testcase classname=\"plan.yaml\" name=\"plan check\"/>"));
	free(text);
	text = sample_write(&sample, "github", NULL);
	assert_string_equal(text, "1 file: no findings\n");
	free(text);
	sample_free(&sample);
}

static void assert_rules(json_t *rules)
{
	assert_int_equal(json_array_size(rules), PLAN_RULE_COUNT);
	for (size_t i = 0; i < PLAN_RULE_COUNT; i++) {
		json_t *rule = json_array_get(rules, i);
		assert_string_equal(string_at(rule, "id"), plan_rule_name((enum plan_rule)i));
		assert_true(strlen(string_at(json_object_get(rule, "shortDescription"), "text")) > 10);
		assert_true(strlen(string_at(json_object_get(rule, "fullDescription"), "text")) > 10);
		const struct explanation *explanation = rule_explanation((enum plan_rule)i);
		const char *markdown = string_at(json_object_get(rule, "help"), "markdown");
		assert_non_null(strstr(string_at(json_object_get(rule, "help"), "text"), explanation->mending));
		assert_true(!explanation->example || strstr(markdown, explanation->example));
		assert_string_equal(string_at(json_object_get(rule, "defaultConfiguration"), "level"),
							plan_severity_name(plan_rule_severity((enum plan_rule)i)));
	}
}

static json_t *physical(json_t *location)
{
	return json_object_get(location, "physicalLocation");
}

/* What GitHub code scanning requires, and where it points. */
static void sarif_is_what_code_scanning_asks_for(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	json_t *root = written(&sample, "sarif");
	assert_string_equal(string_at(root, "version"), "2.1.0");
	assert_non_null(strstr(string_at(root, "$schema"), "sarif-2.1.0.json"));
	json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	assert_string_equal(string_at(run, "columnKind"), "unicodeCodePoints");
	json_t *driver = json_object_get(json_object_get(run, "tool"), "driver");
	assert_string_equal(string_at(driver, "name"), "plan");
	assert_rules(json_object_get(driver, "rules"));
	json_t *results = json_object_get(run, "results");
	assert_int_equal(json_array_size(results), 3);
	for (size_t i = 0; i < 3; i++) {
		json_t *result = json_array_get(results, i);
		assert_int_equal(number_at(result, "ruleIndex"), sample.diags.at[i].rule);
		assert_string_equal(string_at(result, "ruleId"), plan_rule_name(sample.diags.at[i].rule));
		json_t *place = physical(json_array_get(json_object_get(result, "locations"), 0));
		assert_string_equal(string_at(json_object_get(place, "artifactLocation"), "uri"), "plan.yaml");
		assert_true(number_at(json_object_get(place, "region"), "startLine") >= 1);
		assert_true(strlen(string_at(json_object_get(result, "partialFingerprints"),
									 "primaryLocationLineHash")) > 16);
	}
	json_t *result = json_array_get(results, 2);
	assert_string_equal(string_at(result, "level"), "error");
	assert_non_null(strstr(string_at(json_object_get(result, "message"), "text"), "([line 10](2))"));
	json_t *region =
		json_object_get(physical(json_array_get(json_object_get(result, "locations"), 0)), "region");
	assert_int_equal(number_at(region, "startColumn"), 15);
	assert_int_equal(number_at(region, "endColumn"), 22);
	json_t *related = json_object_get(result, "relatedLocations");
	assert_int_equal(json_array_size(related), 3);
	assert_int_equal(number_at(json_array_get(related, 1), "id"), 2);
	assert_int_equal(number_at(json_object_get(physical(json_array_get(related, 1)), "region"), "startLine"),
					 10);
	json_decref(root);
	sample_free(&sample);
}

static void sarif_encodes_paths_and_brackets(void **state)
{
	(void)state;
	static const struct {
		const char *path, *uri;
	} rows[] = {
		{"a b/æ%.yaml", "a%20b/%C3%A6%25.yaml"},
		{"x:y?#[z].yaml", "x%3Ay%3F%23%5Bz%5D.yaml"},
		{"/abs/plan.yaml", "file:///abs/plan.yaml"},
		{"../up/plan.yaml", "../up/plan.yaml"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sample sample;
		sample_init(&sample, "as-named.yaml", "x\n", NULL);
		sample.file.path = rows[i].path;
		assert_int_equal(
			diag_add(&sample.diags, PLAN_RULE_BAD_ID, (struct plan_span){1, 1, 1}, "see [x](1) \\ y", NULL),
			PLAN_OK);
		json_t *root = written(&sample, "sarif");
		json_t *run = json_array_get(json_object_get(root, "runs"), 0);
		json_t *result = json_array_get(json_object_get(run, "results"), 0);
		json_t *place = physical(json_array_get(json_object_get(result, "locations"), 0));
		assert_string_equal(string_at(json_object_get(place, "artifactLocation"), "uri"), rows[i].uri);
		assert_string_equal(string_at(json_object_get(result, "message"), "text"), "see \\[x\\](1) \\\\ y");
		json_decref(root);
		sample_free(&sample);
	}
}

static void findings_left_out_are_told(void **state)
{
	(void)state;
	struct sample sample;
	sample_init(&sample, "a.yaml", "x\n", NULL);
	sample.diags.limit = 2;
	for (int i = 0; i < 5; i++)
		assert_int_equal(
			diag_add(&sample.diags, PLAN_RULE_BAD_ID, (struct plan_span){1, 1, 1}, "no id", NULL), PLAN_OK);
	json_t *root = written(&sample, "json");
	assert_int_equal(number_at(json_object_get(root, "summary"), "errors"), 5);
	assert_int_equal(number_at(json_object_get(root, "summary"), "omitted"), 3);
	assert_int_equal(json_array_size(json_object_get(root, "findings")), 2);
	json_decref(root);
	root = written(&sample, "sarif");
	json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
	json_t *notification = json_array_get(json_object_get(invocation, "toolExecutionNotifications"), 0);
	assert_string_equal(string_at(json_object_get(notification, "message"), "text"),
						"a.yaml: 3 more findings are not shown.");
	json_decref(root);
	sample_free(&sample);
}

static void gitlab_has_what_the_report_needs(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	json_t *root = written(&sample, "gitlab");
	static const char *const severities[] = {"info", "minor", "major"};
	static const int lines[] = {1, 9, 13};
	for (size_t i = 0; i < 3; i++) {
		json_t *finding = json_array_get(root, i);
		assert_string_equal(string_at(finding, "description"), sample.diags.at[i].message);
		assert_string_equal(string_at(finding, "check_name"), plan_rule_name(sample.diags.at[i].rule));
		assert_string_equal(string_at(finding, "severity"), severities[i]);
		json_t *location = json_object_get(finding, "location");
		assert_string_equal(string_at(location, "path"), "plan.yaml");
		assert_int_equal(number_at(json_object_get(location, "lines"), "begin"), lines[i]);
	}
	json_decref(root);
	sample_free(&sample);
}

/* The same finding on another line, with other dates, is the same; two findings never are. */
static void fingerprints_are_stable_and_unique(void **state)
{
	(void)state;
	struct sample one, two;
	sample_init(&one, "a.yaml", "x\n", NULL);
	sample_init(&two, "a.yaml", "x\n", NULL);
	struct plan_span here = {1, 1, 1}, there = {9, 4, 2};
	diag_add(&two.diags, PLAN_RULE_BAD_ID, there, "another", NULL);
	for (int i = 0; i < 3; i++) {
		diag_add(&one.diags, PLAN_RULE_BAD_DATE, here, "the day 31 is none", NULL);
		diag_add(&two.diags, PLAN_RULE_BAD_DATE, there, "the day 32 is none", NULL);
	}
	struct diag_draft draft;
	diag_begin(&draft, &one.diags, PLAN_RULE_OVERDUE, PLAN_WARNING, here);
	diag_step(&draft, "biu-1");
	diag_message(&draft, "late since Monday");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	diag_begin(&draft, &two.diags, PLAN_RULE_OVERDUE, PLAN_WARNING, there);
	diag_step(&draft, "biu-1");
	diag_message(&draft, "late since Tuesday");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	struct fingerprint *first = fingerprints_new(&one.findings), *second = fingerprints_new(&two.findings);
	assert_non_null(first);
	assert_non_null(second);
	for (size_t i = 0; i < one.diags.count; i++) {
		assert_string_equal(fingerprint_text(&first[i]).text, fingerprint_text(&second[i + 1]).text);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(fingerprint_text(&first[i]).text, fingerprint_text(&first[k]).text);
	}
	free(first);
	free(second);
	sample_free(&one);
	sample_free(&two);
}

/* Every line is one command or the summary; nothing in it ends it, or a property, early. */
static void github_commands_cannot_be_broken(void **state)
{
	(void)state;
	struct sample sample;
	sample_hostile(&sample);
	char *text = sample_write(&sample, "github", NULL);
	size_t lines = 0;
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"), lines++) {
		if (lines == sample.diags.count) {
			assert_string_equal(line, "1 file: 2 errors");
			continue;
		}
		assert_memory_equal(line, "::error file=", 13);
		char *end = strstr(line + 2, "::");
		assert_non_null(end);
		*end = '\0';
		size_t commas = 0;
		for (char *c = line + 2; *c; c++) {
			assert_true(*c != ':' && *c != '\r');
			commas += *c == ',';
		}
		assert_int_equal(commas, 4);
		for (char *c = strchr(end + 2, '%'); c; c = strchr(c + 1, '%'))
			assert_true(!strncmp(c, "%25", 3) || !strncmp(c, "%0A", 3));
	}
	assert_int_equal(lines, 3);
	free(text);
	sample_free(&sample);
}

static void github_shows_the_worst_first(void **state)
{
	(void)state;
	struct sample sample;
	sample_conflict(&sample);
	char *text = sample_write(&sample, "github", NULL);
	const char *error =
		strstr(text, "::error file=plan.yaml,line=13,col=15,endColumn=22,title=deadline-missed::BR");
	const char *warning = strstr(text, "\n::warning file=plan.yaml,line=9,");
	const char *notice =
		strstr(text, "\n::notice file=plan.yaml,title=body-without-meeting::no body meets\n");
	assert_ptr_equal(error, text);
	assert_true(error < warning && warning < notice);
	assert_non_null(strstr(text, "%0Ahelp: end the hearing by Mon 12 Nov 2018\n"));
	free(text);
	sample_free(&sample);
}

/* Reads one tag at `<`: pushes or pops its name; returns what follows it. */
static const char *read_tag(const char *at, const char *open[8], size_t *depth)
{
	const char *end = at + 1;
	for (bool quoted = false; quoted || *end != '>'; end++) {
		assert_true(*end && *end != '<' && (unsigned char)*end >= ' ');
		quoted ^= *end == '"';
	}
	size_t name = strcspn(at + 1, " >/");
	if (at[1] == '/') {
		assert_true(*depth > 0);
		name = strcspn(at + 2, ">");
		assert_memory_equal(open[--*depth], at + 2, name);
	} else if (at[1] != '?' && end[-1] != '/') {
		assert_true(*depth < 8 && name > 0);
		open[(*depth)++] = at + 1;
	}
	return end + 1;
}

/* Well-formed as far as the writer could get it wrong: tags nest, no bare markup, only characters of XML. */
static void assert_xml(const char *text)
{
	const char *open[8];
	size_t depth = 0;
	for (const char *at = text; *at;) {
		uint32_t code_point;
		size_t size = text_decode(at, strlen(at), &code_point);
		assert_true(size > 0);
		assert_true(*at == '\n' || !escape_is_needed(code_point));
		assert_true(code_point != 0xFFFE && code_point != 0xFFFF && *at != '>');
		if (*at == '&')
			assert_true(strcspn(at, ";") < 8);
		at = *at == '<' ? read_tag(at, open, &depth) : at + size;
	}
	assert_int_equal(depth, 0);
}

static void junit_is_xml_whatever_the_texts(void **state)
{
	(void)state;
	struct sample sample;
	sample_hostile(&sample);
	char *text = sample_write(&sample, "junit", NULL);
	assert_xml(text);
	assert_non_null(strstr(text, "&lt;b&gt;&amp;amp;&lt;/b&gt; ]]&gt; 100%25 50%"));
	assert_non_null(strstr(text, "&#13;&#10;&#58;:stop-commands&#58;:t&#9;&lt;U+001B&gt;[31m&lt;U+202E&gt;"));
	free(text);
	sample_free(&sample);
}

static void junit_fails_what_the_check_fails(void **state)
{
	(void)state;
	static const struct {
		enum plan_severity fail_on;
		const char *counts;
	} rows[] = {
		{PLAN_OFF, "tests=\"3\" failures=\"1\""},
		{PLAN_ERROR, "tests=\"3\" failures=\"1\""},
		{PLAN_WARNING, "tests=\"3\" failures=\"2\""},
		{PLAN_NOTE, "tests=\"3\" failures=\"3\""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sample sample;
		sample_conflict(&sample);
		sample.findings.fail_on = rows[i].fail_on;
		char *text = sample_write(&sample, "junit", NULL);
		assert_xml(text);
		assert_non_null(strstr(text, rows[i].counts));
		size_t failures = 0;
		for (const char *at = text; (at = strstr(at, "<failure ")); at++)
			failures++;
		assert_int_equal(failures, rows[i].counts[strlen(rows[i].counts) - 2] - '0');
		assert_non_null(strstr(text, "name=\"deadline-missed: br-godkendelse\""));
		free(text);
		sample_free(&sample);
	}
}

/* Every allocation fails in turn: the status tells, and without a failure all is there. */
static void out_of_memory_is_a_status(void **state)
{
	(void)state;
	static const struct findings_style styles[] = {{0}, {.columns = 60, .colour = true, .ascii = true}};
	struct sample samples[2];
	sample_conflict(&samples[0]);
	sample_hostile(&samples[1]);
	for (const struct findings_format *format = findings_formats; format->name; format++)
		for (size_t i = 0; i < 4; i++) {
			const struct sample *sample = &samples[i / 2];
			char *whole = sample_write(sample, format->name, &styles[i % 2]);
			for (long n = 1;; n += 1 + n / 50) {
				struct buf out = {0};
				alloc_fault_at(n);
				enum plan_status status = format->write(&out, &sample->findings, &styles[i % 2]);
				bool failed = alloc_fault_stop();
				assert_int_equal(status, failed ? PLAN_NOMEM : PLAN_OK);
				if (!failed)
					assert_string_equal(out.data, whole);
				buf_free(&out);
				if (!failed)
					break;
			}
			free(whole);
		}
	sample_free(&samples[0]);
	sample_free(&samples[1]);
}

static void formats_are_found_by_name(void **state)
{
	(void)state;
	for (const struct findings_format *format = findings_formats; format->name; format++) {
		assert_ptr_equal(findings_format_find(format->name), format);
		assert_true(strlen(format->summary) > 10);
	}
	assert_null(findings_format_find("auto"));
	assert_null(findings_format_find(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_has_every_part),
		cmocka_unit_test(json_keeps_texts_exactly),
		cmocka_unit_test(no_findings_are_empty_lists),
		cmocka_unit_test(sarif_is_what_code_scanning_asks_for),
		cmocka_unit_test(sarif_encodes_paths_and_brackets),
		cmocka_unit_test(findings_left_out_are_told),
		cmocka_unit_test(gitlab_has_what_the_report_needs),
		cmocka_unit_test(fingerprints_are_stable_and_unique),
		cmocka_unit_test(github_commands_cannot_be_broken),
		cmocka_unit_test(github_shows_the_worst_first),
		cmocka_unit_test(junit_is_xml_whatever_the_texts),
		cmocka_unit_test(junit_fails_what_the_check_fails),
		cmocka_unit_test(out_of_memory_is_a_status),
		cmocka_unit_test(formats_are_found_by_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
