/* The JSON Schema and the values of the examples that go into it. */
#include "alloc_fault.h"
#include "base/buf.h"
#include "format/flow.h"
#include "format/schema.h"
#include "load/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static json_t *schema_read(void)
{
	struct buf out = {0};
	schema_write(&out);
	assert_false(out.failed);
	json_error_t error;
	json_t *root = json_loads(out.data, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		print_message("line %d: %s\n", error.line, error.text);
	assert_non_null(root);
	buf_free(&out);
	return root;
}

/* Whether an array of strings holds one. */
static bool has_word(json_t *array, const char *word)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		if (!strcmp(json_string_value(json_array_get(array, i)), word))
			return true;
	return false;
}

/* The mapping has exactly the keys of the set, the required ones required, each told and exemplified. */
static void assert_keys(json_t *mapping, const struct key_set *set, enum plan_kind kind)
{
	json_t *properties = json_object_get(mapping, "properties");
	json_t *required = json_object_get(mapping, "required");
	size_t count = 0, required_count = 0;
	assert_true(json_is_false(json_object_get(mapping, "additionalProperties")));
	for (size_t i = 0; i < set->count; i++) {
		const struct key *key = &set->keys[i];
		if (kind < PLAN_KIND_COUNT && !key_is_on(key, kind))
			continue;
		json_t *property = json_object_get(properties, key->name);
		assert_non_null(property);
		assert_string_equal(json_string_value(json_object_get(property, "description")), key->help);
		assert_int_equal(key->fallback != NULL, json_object_get(property, "default") != NULL);
		assert_int_equal(key->example != NULL, json_object_get(property, "examples") != NULL);
		assert_int_equal(key->required, has_word(required, key->name));
		required_count += key->required;
		count++;
	}
	assert_int_equal(json_object_size(properties), count);
	assert_int_equal(json_array_size(required), required_count);
}

static void the_schema_has_every_key(void **state)
{
	(void)state;
	json_t *root = schema_read();
	json_t *definitions = json_object_get(root, "$defs");
	assert_keys(root, &keys_plan, PLAN_KIND_COUNT);
	for (size_t i = 0; i < keys_plan.count; i++)
		if (keys_plan.keys[i].type == KEY_MAPPING)
			assert_keys(json_object_get(definitions, keys_plan.keys[i].name), keys_plan.keys[i].set,
						PLAN_KIND_COUNT);
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		const struct key_set *set = keys_of_kind((enum plan_kind)kind);
		const char *name = set == &keys_step ? plan_kind_name((enum plan_kind)kind) : set->name;
		json_t *definition = json_object_get(definitions, name);
		assert_non_null(definition);
		assert_keys(definition, set, (enum plan_kind)kind);
	}
	json_decref(root);
}

/* Every "$ref" in the schema leads to a definition. */
static size_t count_references(json_t *value, json_t *definitions)
{
	size_t count = 0, i;
	const char *name;
	json_t *member;
	json_object_foreach(value, name, member)
	{
		if (!strcmp(name, "$ref")) {
			assert_memory_equal(json_string_value(member), "#/$defs/", 8);
			assert_non_null(json_object_get(definitions, json_string_value(member) + 8));
			count++;
		} else
			count += count_references(member, definitions);
	}
	json_array_foreach(value, i, member) count += count_references(member, definitions);
	return count;
}

static void references_lead_somewhere(void **state)
{
	(void)state;
	json_t *root = schema_read();
	assert_int_equal(count_references(root, json_object_get(root, "$defs")),
					 PLAN_KIND_COUNT +
						 6); /* the sections, calendar, rules, replaces, `allow` of three kinds */
	json_decref(root);
}

static json_t *property(json_t *root, const char *definition, const char *key)
{
	json_t *mapping = definition ? json_object_get(json_object_get(root, "$defs"), definition) : root;
	return json_object_get(json_object_get(mapping, "properties"), key);
}

static void values_have_their_kind(void **state)
{
	(void)state;
	json_t *root = schema_read();
	json_t *status = json_object_get(property(root, "meeting", "status"), "enum");
	assert_int_equal(json_array_size(status), 4);
	assert_true(has_word(status, "cancelled"));
	assert_true(has_word(json_object_get(property(root, "calendar", "holidays"), "enum"), "DK"));
	json_t *days = property(root, "meeting", "days");
	assert_int_equal(json_integer_value(json_object_get(days, "minimum")), 1);
	assert_int_equal(json_integer_value(json_object_get(days, "default")), 1);
	json_t *id = property(root, NULL, "approval");
	assert_non_null(strstr(json_string_value(json_object_get(id, "pattern")), "{0,63}$"));
	json_t *after = json_object_get(property(root, "phase", "after"), "anyOf");
	assert_int_equal(json_array_size(after), 2);
	json_t *severity = property(root, "rules", "severity");
	json_t *rule = json_object_get(json_object_get(severity, "properties"), "deadline-missed");
	assert_true(has_word(json_object_get(rule, "enum"), "off"));
	assert_string_equal(json_string_value(json_object_get(rule, "description")),
						plan_rule_summary(PLAN_RULE_DEADLINE_MISSED));
	assert_null(property(root, "document", "days"));
	assert_null(property(root, "phase", "due"));
	json_decref(root);
}

static void examples_become_json(void **state)
{
	(void)state;
	static const struct {
		const char *text, *json;
		bool number;
	} rows[] = {
		{"2018-12", "\"2018-12\"", false},
		{"12", "12", true},
		{"[a, b c]", "[\"a\",\"b c\"]", false},
		{"[a]", "[\"a\"]", false},
		{"[]", "[]", false},
		{"{a: b, c: d: e}", "{\"a\":\"b\",\"c\":\"d: e\"}", false},
		{"{}", "{}", false},
		{"", "\"\"", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *value = flow_value(rows[i].text, rows[i].number);
		char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
		assert_string_equal(text, rows[i].json);
		free(text);
		json_decref(value);
	}
}

static void out_of_memory_fails_the_buffer(void **state)
{
	(void)state;
	for (long n = 1;; n += 1 + n / 20) {
		struct buf out = {0};
		alloc_fault_at(n);
		schema_write(&out);
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
		cmocka_unit_test(the_schema_has_every_key),       cmocka_unit_test(references_lead_somewhere),
		cmocka_unit_test(values_have_their_kind),         cmocka_unit_test(examples_become_json),
		cmocka_unit_test(out_of_memory_fails_the_buffer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
