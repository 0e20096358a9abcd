/*
 * The key tables: what people are told about a key must hold, and every key must be found and read.
 */
#include "base/buf.h"
#include "load/keymap.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Calls a function for every set: of the file, of its mappings, of the kinds of entries. */
static void for_each_set(void (*check)(const struct key_set *set))
{
	check(&keys_plan);
	for (size_t i = 0; i < keys_plan.count; i++)
		if (keys_plan.keys[i].type == KEY_MAPPING)
			check(keys_plan.keys[i].set);
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++)
		check(keys_of_kind((enum plan_kind)kind));
}

static void check_rows(const struct key_set *set)
{
	assert_true(set->count > 0 && set->count <= KEYS_MAX);
	assert_true(set->name[0] && set->help[0] && set->size > 0);
	for (size_t i = 0; i < set->count; i++) {
		const struct key *key = &set->keys[i];
		assert_true(key->name[0] && key->help[0]);
		assert_true(key->help[strlen(key->help) - 1] != '.');
		size_t size = set->size;
		if (set == &keys_step && key->on == KEY_BIT(PHASE))
			size = sizeof(struct plan_phase);
		if (set == &keys_step && key->on == KEY_BIT(DOCUMENT))
			size = sizeof(struct plan_document);
		assert_true(key->details || key->offset < size);
		assert_int_equal(key->type == KEY_WORD, key->word_count > 0);
		assert_int_equal(key->type == KEY_MAPPING || key->type == KEY_SECTION, key->set != NULL);
		if (key->type == KEY_REF || key->type == KEY_REFS || key->type == KEY_LINK)
			assert_true(key->kinds != 0);
		/* what a refusal of the value, or of its absence, quotes; and where the place of a value is kept */
		bool any_text = key->type == KEY_LINE || key->type == KEY_PROSE || key->type == KEY_LINES;
		assert_true(key->example || (any_text && !key->required) || key->type == KEY_SECTION);
		if (key->type == KEY_AMOUNT || key->type == KEY_ID)
			assert_true(key->span_offset > 0);
	}
}

static void test_rows(void **state)
{
	(void)state;
	for_each_set(check_rows);
}

static void test_title_comes_first(void **state)
{
	(void)state;
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		const struct key *key = keys_of_kind((enum plan_kind)kind)->keys;
		bool named = kind == PLAN_KIND_BODY || kind == PLAN_KIND_PARTY;
		assert_string_equal(key->name, named ? "name" : "title");
		assert_true(key->required);
		assert_int_equal(key->offset, offsetof(struct plan_entry, title));
	}
}

static void test_map_finds_every_key(void **state)
{
	(void)state;
	struct key_maps maps = {0};
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		const struct key_set *set = keys_of_kind((enum plan_kind)kind);
		const struct key_map *map = keymap_of_kind(&maps, (enum plan_kind)kind);
		assert_ptr_equal(map, keymap_of_kind(&maps, (enum plan_kind)kind));
		for (size_t i = 0; i < set->count; i++) {
			const char *name = set->keys[i].name;
			int row = keymap_find(map, name, strlen(name));
			if (key_is_on(&set->keys[i], (enum plan_kind)kind))
				assert_int_equal(row, i);
			else
				assert_true(row != (int)i);
			assert_int_equal(keymap_find(map, name, strlen(name) - 1), -1);
		}
		assert_int_equal(keymap_find(map, "", 0), -1);
		assert_int_equal(keymap_find(map, "nothing", 7), -1);
	}
	const struct key_map *of_plan = keymap_of_set(&maps, &keys_plan);
	assert_int_equal(keymap_find(of_plan, "plan", 4), 0);
	assert_ptr_equal(keymap_of_set(&maps, &keys_plan), of_plan);
}

/* Loads a plan with the example of a key in its place; what it refers to is not there. */
static void check_example(const char *before, const struct key *key, const char *value)
{
	struct buf text = {0};
	struct loaded loaded;
	buf_printf(&text, "%s%s: %s\n", before, key->name, value);
	assert_false(text.failed);
	load_bytes(&loaded, text.data, text.length);
	for (size_t i = 0; i < loaded.diags.count; i++) {
		enum plan_rule rule = loaded.diags.at[i].rule;
		bool about_the_rest = rule == PLAN_RULE_UNKNOWN_REFERENCE || rule == PLAN_RULE_MISSING_KEY;
		if (!about_the_rest)
			fail_msg("%s: %s: %s", key->name, value, loaded.diags.at[i].message);
	}
	load_free(&loaded);
	buf_free(&text);
}

static void check_key(const char *before, const struct key *key)
{
	if (key->example)
		check_example(before, key, key->example);
	if (key->fallback)
		check_example(before, key, key->fallback);
	for (size_t i = 0; i < key->word_count; i++)
		check_example(before, key, key->words[i].word);
}

static void test_examples(void **state)
{
	(void)state;
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		const struct key_set *set = keys_of_kind((enum plan_kind)kind);
		struct buf before = {0};
		buf_printf(&before, "year: 2018\n%s%s:\n    e:\n      ",
				   kind == PLAN_KIND_RECESS ? "calendar:\n  " : "", plan_kind_section((enum plan_kind)kind));
		for (size_t i = 0; i < set->count; i++)
			if (key_is_on(&set->keys[i], (enum plan_kind)kind))
				check_key(before.data, &set->keys[i]);
		buf_free(&before);
	}
	for (size_t i = 0; i < keys_plan.count; i++) {
		const struct key *key = &keys_plan.keys[i];
		struct buf before = {0};
		check_key("", key);
		buf_printf(&before, "%s:\n  ", key->name);
		for (size_t j = 0; key->type == KEY_MAPPING && j < key->set->count; j++)
			check_key(before.data, &key->set->keys[j]);
		buf_free(&before);
	}
}

/* What is said to hold when a key is not there does hold: it makes no difference to write it. */
static void test_fallbacks(void **state)
{
	(void)state;
	struct loaded without, with;
	load_good_text(&without, "plan: p\ntitle: t\nmeetings: {m: {title: M}}\nphases: {f: {title: F}}\n"
							 "documents: {d: {title: D}}\nbodies: {b: {name: B}}\n");
	load_good_text(&with, "plan: p\ntitle: t\nmeetings: {m: {title: M, days: 1, status: planned}}\n"
						  "phases: {f: {title: F, kind: phase}}\ndocuments: {d: {title: D, kind: paper}}\n"
						  "bodies: {b: {name: B, kind: committee}}\nrules: {margin: 0d, notice: 4w}\n"
						  "calendar: {holidays: none, weekend: [saturday, sunday]}\n");
	assert_int_equal(without.plan->weekend, with.plan->weekend);
	assert_string_equal(without.plan->holidays, with.plan->holidays);
	assert_int_equal(without.plan->bodies.at[0]->kind, with.plan->bodies.at[0]->kind);
	assert_int_equal(without.plan->rules.notice.count, with.plan->rules.notice.count);
	assert_int_equal(without.plan->rules.notice.unit, with.plan->rules.notice.unit);
	assert_int_equal(without.plan->rules.margin.count, with.plan->rules.margin.count);
	for (size_t i = 0; i < 3; i++) {
		const struct plan_step *one = without.plan->steps.at[i], *other = with.plan->steps.at[i];
		assert_int_equal(one->days, other->days);
		assert_int_equal(one->status, other->status);
		assert_int_equal(one->document_kind, other->document_kind);
		assert_int_equal(one->hearing, other->hearing);
	}
	load_free(&without);
	load_free(&with);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_title_comes_first),
		cmocka_unit_test(test_map_finds_every_key),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_fallbacks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
