/* The JSON Schema on plans: what `plan check` can read it allows; unknown keys and wrong types it refuses. */
#include "base/buf.h"
#include "check/explain.h"
#include "format/schema.h"
#include "json_schema.h"
#include "load_everything.h"
#include "load_file.h"
#include "yaml_json.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static json_t *schema;

static int read_schema(void **state)
{
	(void)state;
	struct buf out = {0};
	schema_write(&out);
	schema = json_loads(buf_string(&out), JSON_REJECT_DUPLICATES, NULL);
	buf_free(&out);
	return schema ? 0 : -1;
}

static int free_schema(void **state)
{
	(void)state;
	json_decref(schema);
	return 0;
}

/* Whether the schema allows a text; with `wanted`, a wrong answer is told. */
static bool allowed(const char *name, const char *bytes, size_t length, bool wanted)
{
	struct schema_fault fault = {"", "not YAML"};
	json_t *value = yaml_json(bytes, length);
	bool fine = value && schema_allows(schema, value, &fault);
	if (wanted && !fine)
		print_error("%s: %s %s\n", name, fault.path, fault.message);
	json_decref(value);
	return fine;
}

/* --- files --- */

struct tally {
	size_t valid, invalid, wrong;
};

static bool has_rule(const struct plan_diags *diags, enum plan_rule rule)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->at[i].rule == rule)
			return true;
	return false;
}

static void try_file(const char *path, struct tally *tally)
{
	struct loaded loaded;
	load_file(&loaded, path);
	const struct plan_diags *diags = &loaded.diags;
	const char *bytes = loaded.source.bytes;
	if (loaded.plan) {
		tally->valid++;
		tally->wrong += !allowed(path, bytes, loaded.source.length, true);
	} else if (has_rule(diags, PLAN_RULE_UNKNOWN_KEY) || has_rule(diags, PLAN_RULE_WRONG_TYPE) ||
			   has_rule(diags, PLAN_RULE_MISSING_KEY)) {
		tally->invalid++;
		if (allowed(path, bytes, loaded.source.length, false)) {
			print_error("%s is allowed\n", path);
			tally->wrong++;
		}
	}
	load_free(&loaded);
}

static int is_wanted(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);
	return entry->d_name[0] != '.' &&
		   (entry->d_type == DT_DIR || (length > 5 && !strcmp(entry->d_name + length - 5, ".yaml")));
}

static void try_folder(const char *folder, struct tally *tally)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_wanted, alphasort);
	assert_true(count >= 0);
	for (int i = 0; i < count; i++) {
		char path[512];
		snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
		if (entries[i]->d_type == DT_DIR)
			try_folder(path, tally);
		else
			try_file(path, tally);
		free(entries[i]);
	}
	free(entries);
}

static void plans_of_this_project(void **state)
{
	(void)state;
	struct tally tally = {0};
	try_folder("data/plans", &tally);
	assert_int_equal(tally.valid, 3);
	try_folder("tests", &tally);
	print_message("%zu valid plans, %zu with unknown keys, missing keys or wrong types\n", tally.valid,
				  tally.invalid);
	assert_true(tally.valid > 90 && tally.invalid > 5);
	assert_int_equal(tally.wrong, 0);
}

static void examples_of_explain(void **state)
{
	(void)state;
	for (int i = PLAN_RULE_DEADLINE_MISSED; i < PLAN_RULE_COUNT; i++) {
		const struct explanation *explanation = rule_explanation((enum plan_rule)i);
		const char *const plans[] = {explanation->example, explanation->mended};
		for (size_t k = 0; k < 2; k++) {
			struct buf text = {0};
			buf_text(&text, EXPLAIN_HEAD);
			buf_text(&text, plans[k]);
			assert_true(allowed(plan_rule_name((enum plan_rule)i), text.data, text.length, true));
			buf_free(&text);
		}
	}
}

/* --- a plan with every key, and what can be wrong with each --- */

/* Puts `wrong` in the place of every value below `value`, one at a time; each must make the plan refused. */
static size_t replace_each(json_t *plan, json_t *value, json_t *wrong)
{
	struct schema_fault fault;
	size_t count = 0, i;
	const char *key;
	json_t *member;
	void *next;
	json_object_foreach_safe(value, next, key, member)
	{
		json_incref(member);
		json_object_set(value, key, wrong);
		if (schema_allows(schema, plan, &fault))
			fail_msg("another type is allowed for %s", key);
		json_object_set(value, key, member);
		count += 1 + replace_each(plan, member, wrong);
		json_decref(member);
	}
	json_array_foreach(value, i, member)
	{
		json_incref(member);
		json_array_set(value, i, wrong);
		assert_false(schema_allows(schema, plan, &fault));
		json_array_set(value, i, member);
		json_decref(member);
		count++;
	}
	return count;
}

/* Adds a key to every mapping that there is, one at a time. */
static size_t add_each(json_t *plan, json_t *value, json_t *wrong)
{
	struct schema_fault fault;
	size_t count = 0;
	const char *key;
	json_t *member;
	if (!json_is_object(value))
		return 0;
	json_object_set(value, "nonsense", wrong);
	if (schema_allows(schema, plan, &fault))
		fail_msg("an unknown key is allowed");
	json_object_del(value, "nonsense");
	json_object_foreach(value, key, member) count += add_each(plan, member, wrong);
	return count + 1;
}

static void every_key_has_its_type(void **state)
{
	(void)state;
	struct schema_fault fault;
	json_t *plan = yaml_json(load_everything, strlen(load_everything));
	assert_non_null(plan);
	if (!schema_allows(schema, plan, &fault))
		fail_msg("%s: %s", fault.path, fault.message);
	json_t *mapping = json_pack("{s:{}}", "nonsense"), *list = json_pack("[[{}]]"),
		   *text = json_string("a text");
	size_t replaced = replace_each(plan, plan, mapping);
	assert_int_equal(replace_each(plan, plan, list), replaced);
	assert_true(replaced > 200);
	assert_true(add_each(plan, plan, text) > 40);
	assert_true(schema_allows(schema, plan, &fault));
	json_decref(mapping);
	json_decref(list);
	json_decref(text);
	json_decref(plan);
}

static void values_that_are_allowed(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool fine;
	} rows[] = {
		{"rules: {severity: {PLAN204: off, plan101: error, overdue: note, Policy-Gap: off}}", true},
		{"rules: {severity: {PLAN999: off}}", false},
		{"rules: {severity: {PLAN001: off}}", false},
		{"rules: {severity: {yaml-syntax: off}}", false},
		{"rules: {severity: {PLAN204: loud}}", false},
		{"rules: {severity: {overdue: loud}}", false},
		{"meetings: {m: {title: M, allow: {PLAN204: why, closed-day: 5}}}", true},
		{"meetings: {m: {title: M, allow: {PLAN204: [why]}}}", false},
		{"meetings: {m: {title: M, allow: {PLAN1044: why}}}", false},
		{"meetings: {m: {title: M, allow: [overdue]}}", false},
		{"calendar: {weekend: [Sunday, FREDAG, LØRDAG, søndag]}", true},
		{"calendar: {weekend: sundae}", false},
		{"calendar: {weekend: 7}", false},
		{"year: 2018", true},
		{"year: 1899", false},
		{"year: '2018'", true},
		{"year: '20x8'", false},
		{"meetings: {m: {title: M, body: 12, days: 2}}", true},
		{"meetings: {m: {title: M, days: 0}}", false},
		{"meetings: {-m: {title: M}}", false},
		{"meetings: {å-3_x: {title: M}}", true},
		{"phases: {p: {title: P, date: 2018, start: 2018}}", false},
		{"meetings:", true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[512];
		int length = snprintf(text, sizeof text, EXPLAIN_HEAD "%s\n", rows[i].text);
		if (allowed(rows[i].text, text, (size_t)length, rows[i].fine) != rows[i].fine)
			fail_msg("%s", rows[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plans_of_this_project),
		cmocka_unit_test(examples_of_explain),
		cmocka_unit_test(every_key_has_its_type),
		cmocka_unit_test(values_that_are_allowed),
	};
	return cmocka_run_group_tests(tests, read_schema, free_schema);
}
