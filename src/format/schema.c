#include "format/schema.h"

#include "base/text.h"
#include "format/flow.h"
#include "format/json.h"
#include "load/keys.h"

#include <string.h>

#define LETTERS    "A-Za-z0-9\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F"
#define ID_PATTERN "^[" LETTERS "][" LETTERS "_-]{0,63}$"

/* A schema that is being made; `failed` once memory ran out. */
struct writer {
	bool failed;
};

static void put(struct writer *writer, json_t *object, const char *key, json_t *value)
{
	json_put(object, key, value, &writer->failed);
}

static json_t *strings(struct writer *writer, const char *const *words)
{
	json_t *array = json_array();
	for (; *words; words++)
		json_push(array, json_string(*words), &writer->failed);
	return array;
}

/* {"type": [...]}. Plain scalars are the text that stands there, but an editor sees `2018` as a number. */
static json_t *typed(struct writer *writer, const char *const *types)
{
	json_t *object = json_object();
	put(writer, object, "type", types[1] ? strings(writer, types) : json_string(types[0]));
	return object;
}

static json_t *text_schema(struct writer *writer)
{
	static const char *const types[] = {"string", "number", "boolean", NULL};
	return typed(writer, types);
}

static json_t *date_schema(struct writer *writer)
{
	static const char *const types[] = {"string", "number", NULL};
	return typed(writer, types);
}

static json_t *string_schema(struct writer *writer)
{
	static const char *const types[] = {"string", NULL};
	return typed(writer, types);
}

static json_t *id_schema(struct writer *writer)
{
	json_t *object = date_schema(writer);
	put(writer, object, "pattern", json_string(ID_PATTERN));
	return object;
}

static json_t *number_schema(struct writer *writer, const struct key *key)
{
	static const char *const types[] = {"integer", "string", NULL};
	json_t *object = typed(writer, types);
	put(writer, object, "minimum", json_integer(key->least));
	put(writer, object, "maximum", json_integer(key->most));
	put(writer, object, "pattern", json_string("^[0-9]+$"));
	return object;
}

static json_t *word_schema(struct writer *writer, const struct key_word *words, size_t count)
{
	json_t *object = json_object(), *array = json_array();
	for (size_t i = 0; i < count; i++)
		json_push(array, json_string(words[i].word), &writer->failed);
	put(writer, object, "enum", array);
	return object;
}

static json_t *severity_schema(struct writer *writer)
{
	return word_schema(writer, keys_severities, keys_severity_count);
}

static json_t *country_schema(struct writer *writer)
{
	json_t *object = json_object();
	put(writer, object, "enum", strings(writer, plan_country_codes()));
	return object;
}

static json_t *any_of(struct writer *writer, json_t *one, json_t *other)
{
	json_t *object = json_object(), *array = json_array();
	json_push(array, one, &writer->failed);
	json_push(array, other, &writer->failed);
	put(writer, object, "anyOf", array);
	return object;
}

/* A list, the one item that stands for a list of it, or nothing. */
static json_t *list_schema(struct writer *writer, json_t *item, bool nothing)
{
	static const char *const types[] = {"array", "null", NULL}, *const only[] = {"array", NULL};
	json_t *list = typed(writer, nothing ? types : only);
	put(writer, list, "items", json_incref(item));
	return any_of(writer, item, list);
}

static json_t *reference(struct writer *writer, const char *name)
{
	struct buf path = {0};
	buf_printf(&path, "#/$defs/%s", name);
	json_t *object = json_object();
	put(writer, object, "$ref", path.failed ? NULL : json_string(path.data));
	buf_free(&path);
	return object;
}

/* The capital of a small letter; of those beyond ASCII our words have only æ, ø and å. */
static uint32_t capital(uint32_t c)
{
	bool small = (c >= 'a' && c <= 'z') || c >= 0xE0;
	return small ? c - 0x20 : c;
}

/* Adds "^(" or "|" and a word in any case, as a regular expression of ECMA-262. */
static void add_any_case(struct buf *pattern, const char *word)
{
	uint32_t c;
	buf_text(pattern, pattern->length ? "|" : "^(");
	for (; *word; word += text_decode(word, strlen(word), &c)) {
		text_decode(word, strlen(word), &c);
		c += c >= 'A' && c <= 'Z' ? 0x20 : 0;
		if (capital(c) == c)
			buf_char(pattern, (char)c);
		else if (c < 0x80)
			buf_printf(pattern, "[%c%c]", (char)capital(c), (char)c);
		else
			buf_printf(pattern, "[\\u%04X\\u%04X]", (unsigned)capital(c), (unsigned)c);
	}
}

/* Words that may be in any case: an editor offers them as they are. */
static json_t *any_case_schema(struct writer *writer, const struct key_word *words, size_t count)
{
	json_t *object = string_schema(writer);
	struct buf pattern = {0};
	for (size_t i = 0; i < count; i++)
		add_any_case(&pattern, words[i].word);
	buf_text(&pattern, ")$");
	put(writer, object, "pattern", pattern.failed ? NULL : json_text(pattern.data));
	buf_free(&pattern);
	return any_of(writer, word_schema(writer, words, count), object);
}

/* A mapping, or nothing, from keys to values. */
static json_t *map_schema(struct writer *writer, json_t *keys, json_t *values)
{
	static const char *const types[] = {"object", "null", NULL};
	json_t *object = typed(writer, types);
	put(writer, object, "propertyNames", keys);
	put(writer, object, "additionalProperties", values);
	return object;
}

/* The rules that a plan may say something about are all but those of the file, which come first. */
enum { FIRST_RULE = PLAN_RULE_UNREADABLE_FILE + 1 };

/* A mapping, or nothing, from rules to values: by name, each with what the rule finds, or by
 * name or code in any case. */
static json_t *rules_schema(struct writer *writer, json_t *(*value)(struct writer *writer))
{
	static const char *const types[] = {"object", "null", NULL};
	json_t *object = typed(writer, types), *names = json_object(), *others = json_object();
	struct buf anyhow = {0};
	for (int rule = FIRST_RULE; rule < PLAN_RULE_COUNT; rule++) {
		json_t *told = value(writer);
		put(writer, told, "description", json_text(plan_rule_summary((enum plan_rule)rule)));
		put(writer, names, plan_rule_name((enum plan_rule)rule), told);
		add_any_case(&anyhow, plan_rule_name((enum plan_rule)rule));
		add_any_case(&anyhow, plan_rule_code((enum plan_rule)rule));
	}
	buf_text(&anyhow, ")$");
	put(writer, others, anyhow.failed ? "" : anyhow.data, value(writer));
	writer->failed = writer->failed || anyhow.failed;
	buf_free(&anyhow);
	put(writer, object, "properties", names);
	put(writer, object, "patternProperties", others);
	put(writer, object, "additionalProperties", json_false());
	return object;
}

/* The name of the definition of a kind's entries: "focus_area". */
static const char *definition_name(const struct key_set *set, enum plan_kind kind)
{
	return set == keys_of_kind(PLAN_KIND_PHASE) ? plan_kind_name(kind) : set->name;
}

static json_t *section_schema(struct writer *writer, const struct key *key)
{
	enum plan_kind kind = PLAN_KIND_PHASE;
	while (key->kinds != 1u << kind)
		kind++;
	json_t *names = json_object();
	put(writer, names, "pattern", json_string(ID_PATTERN));
	return map_schema(writer, names, reference(writer, definition_name(key->set, kind)));
}

static json_t *value_schema(struct writer *writer, const struct key *key)
{
	switch ((enum key_type)key->type) {
	case KEY_ID:
	case KEY_REF:
	case KEY_LINK: return id_schema(writer);
	case KEY_LINE:
	case KEY_PROSE: return text_schema(writer);
	case KEY_LINES: return list_schema(writer, text_schema(writer), true);
	case KEY_NUMBER: return number_schema(writer, key);
	case KEY_WORD: return word_schema(writer, key->words, key->word_count);
	case KEY_COUNTRY: return country_schema(writer);
	case KEY_WEEKDAYS:
		return list_schema(writer, any_case_schema(writer, keys_weekdays, keys_weekday_count), true);
	case KEY_DATE: return date_schema(writer);
	case KEY_DAYS: return list_schema(writer, date_schema(writer), true);
	case KEY_MEETS: return list_schema(writer, date_schema(writer), false);
	case KEY_DURATION:
	case KEY_AMOUNT: return string_schema(writer);
	case KEY_REFS: return list_schema(writer, id_schema(writer), true);
	case KEY_LINKS: return list_schema(writer, date_schema(writer), true);
	case KEY_ALLOW: return reference(writer, "allow");
	case KEY_SEVERITIES: return rules_schema(writer, severity_schema);
	case KEY_MAPPING: return reference(writer, key->set->name);
	case KEY_SECTION: break;
	}
	return section_schema(writer, key);
}

/* A value with what an editor shows of it. */
static json_t *property(struct writer *writer, const struct key *key)
{
	json_t *object = value_schema(writer, key);
	bool number = key->type == KEY_NUMBER;
	put(writer, object, "description", json_text(_(key->help)));
	if (key->fallback)
		put(writer, object, "default", flow_value(key->fallback, number));
	if (key->example) {
		json_t *examples = json_array();
		json_push(examples, flow_value(key->example, number), &writer->failed);
		put(writer, object, "examples", examples);
	}
	return object;
}

/* Whether the pair of a key and the one that it may not stand beside was told by the other already. */
static bool is_told(const struct key_set *set, const struct key *key)
{
	for (const struct key *other = set->keys; other < key; other++)
		if (!strcmp(other->name, key->not_with) && other->not_with)
			return true;
	return false;
}

/* {"not": {"required": [a, b]}} */
static json_t *exclusion(struct writer *writer, const struct key *key)
{
	const char *const pair[] = {key->name, key->not_with, NULL};
	json_t *object = json_object(), *both = json_object();
	put(writer, both, "required", strings(writer, pair));
	put(writer, object, "not", both);
	return object;
}

static void put_unless_empty(struct writer *writer, json_t *object, const char *name, json_t *array)
{
	if (!array || json_array_size(array))
		put(writer, object, name, array);
	else
		json_decref(array);
}

/* Puts what a mapping with the keys of a set may hold; `kind` PLAN_KIND_COUNT for sets that are no entries.
 */
static void put_keys(struct writer *writer, json_t *object, const struct key_set *set, enum plan_kind kind)
{
	json_t *properties = json_object(), *required = json_array(), *exclusions = json_array();
	for (size_t i = 0; i < set->count; i++) {
		const struct key *key = &set->keys[i];
		if (kind < PLAN_KIND_COUNT && !key_is_on(key, kind))
			continue;
		put(writer, properties, key->name, property(writer, key));
		if (key->required)
			json_push(required, json_string(key->name), &writer->failed);
		if (key->not_with && !is_told(set, key))
			json_push(exclusions, exclusion(writer, key), &writer->failed);
	}
	put(writer, object, "properties", properties);
	put_unless_empty(writer, object, "required", required);
	put(writer, object, "additionalProperties", json_false());
	put_unless_empty(writer, object, "allOf", exclusions);
}

static json_t *definition(struct writer *writer, const struct key_set *set, enum plan_kind kind)
{
	static const char *const entry[] = {"object", NULL}, *const mapping[] = {"object", "null", NULL};
	json_t *object = typed(writer, kind < PLAN_KIND_COUNT ? entry : mapping);
	put(writer, object, "description", json_text(_(set->help)));
	put_keys(writer, object, set, kind);
	return object;
}

static json_t *definitions(struct writer *writer)
{
	json_t *object = json_object();
	put(writer, object, "allow", rules_schema(writer, text_schema));
	for (size_t i = 0; i < keys_plan.count; i++)
		if (keys_plan.keys[i].type == KEY_MAPPING) {
			const struct key_set *set = keys_plan.keys[i].set;
			put(writer, object, set->name, definition(writer, set, PLAN_KIND_COUNT));
		}
	for (int i = 0; i < PLAN_KIND_COUNT; i++) {
		enum plan_kind kind = (enum plan_kind)i;
		const struct key_set *set = keys_of_kind(kind);
		put(writer, object, definition_name(set, kind), definition(writer, set, kind));
	}
	return object;
}

void schema_write(struct buf *out)
{
	struct writer writer = {0};
	json_t *root = json_object();
	put(&writer, root, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
	put(&writer, root, "title", json_text(_("plan of a political process")));
	put(&writer, root, "description", json_text(_(keys_plan.help)));
	put(&writer, root, "type", json_string("object"));
	put_keys(&writer, root, &keys_plan, PLAN_KIND_COUNT);
	put(&writer, root, "$defs", definitions(&writer));
	json_emit_pretty(out, root, writer.failed);
}
