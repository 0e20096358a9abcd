#include "json_schema.h"

#include "base/text.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One value that is held against one schema; the values that it lies in are above it. */
struct trial {
	json_t *root, *schema, *value;
	const struct trial *above;
	const char *step; /* of the path: a key, or NULL for `index` */
	size_t index;
	struct schema_fault *fault;
};

static bool allows(const struct trial *trial);

static void add_path(const struct trial *trial, char *path, size_t room)
{
	if (trial->above)
		add_path(trial->above, path, room);
	size_t used = strlen(path);
	if (trial->step)
		snprintf(path + used, room - used, "/%s", trial->step);
	else if (trial->above && trial->above->value != trial->value)
		snprintf(path + used, room - used, "/%zu", trial->index);
}

__attribute__((format(printf, 2, 3))) static bool refuse(const struct trial *trial, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(trial->fault->message, sizeof trial->fault->message, format, args);
	va_end(args);
	trial->fault->path[0] = '\0';
	add_path(trial, trial->fault->path, sizeof trial->fault->path);
	return false;
}

/* The same value against another schema. */
static bool also(const struct trial *trial, json_t *schema)
{
	struct trial other = *trial;
	other.schema = schema;
	return allows(&other);
}

static bool inside(const struct trial *trial, json_t *schema, json_t *value, const char *step, size_t index)
{
	return allows(&(struct trial){trial->root, schema, value, trial, step, index, trial->fault});
}

/* --- patterns --- */

/*
 * Regular expressions of ECMA-262 as far as our schemas go: "^(one|two)$" or "^one$", in which there are
 * characters, classes with ranges and "\u00C0", "+" and "{0,63}". (The C library's know no ranges beyond
 * ASCII in C.UTF-8.) Anything else ends the program.
 */

/* The next code point of a pattern or a text, which is UTF-8 and goes on. */
static uint32_t take(const char **at)
{
	uint32_t code_point;
	unsigned escaped;
	if (**at == '\\') {
		if ((*at)[1] != 'u' || sscanf(*at + 2, "%4x", &escaped) != 1)
			abort();
		*at += 6;
		return escaped;
	}
	size_t size = text_decode(*at, strlen(*at), &code_point);
	if (!size)
		abort();
	*at += size;
	return code_point;
}

/* Whether a class (after its "[") or one character has `c`; `*at` goes behind it. */
static bool has(const char **at, uint32_t c)
{
	bool found = false;
	if (**at != '[')
		return take(at) == c;
	++*at;
	while (**at != ']') {
		uint32_t from = take(at), to = from;
		if (**at == '-' && (*at)[1] != ']') {
			++*at;
			to = take(at);
		}
		found = found || (c >= from && c <= to);
	}
	++*at;
	return found;
}

static void read_quantifier(const char **at, unsigned *least, unsigned *most)
{
	int size = 0;
	*least = *most = 1;
	if (**at == '+') {
		*most = UINT_MAX;
		++*at;
	} else if (**at == '{') {
		if (sscanf(*at, "{%u,%u}%n", least, most, &size) != 2 || !size)
			abort();
		*at += size;
	}
}

/* Whether the pattern up to `end` is all of the text. */
static bool matches_all(const char *pattern, const char *end, const char *text)
{
	if (pattern == end)
		return !*text;
	const char *next = pattern;
	unsigned least, most;
	has(&next, 0);
	read_quantifier(&next, &least, &most);
	for (unsigned count = 0;; count++) {
		const char *item = pattern;
		if (count >= least && matches_all(next, end, text))
			return true;
		if (count == most || !*text || !has(&item, take(&text)))
			return false;
	}
}

static bool matches(const char *pattern, const char *text)
{
	size_t length = strlen(pattern);
	if (length < 2 || pattern[0] != '^' || pattern[length - 1] != '$')
		abort();
	const char *at = pattern + 1, *last = pattern + length - 1;
	if (*at != '(')
		return matches_all(at, last, text);
	if (*--last != ')')
		abort();
	for (const char *end; at++ < last; at = end) {
		end = at + strcspn(at, "|)");
		if (matches_all(at, end, text))
			return true;
	}
	return false;
}

/* --- keywords --- */

static bool is_of_type(json_t *value, const char *type)
{
	return (!strcmp(type, "object") && json_is_object(value)) ||
		   (!strcmp(type, "array") && json_is_array(value)) ||
		   (!strcmp(type, "string") && json_is_string(value)) ||
		   (!strcmp(type, "number") && json_is_number(value)) ||
		   (!strcmp(type, "integer") && json_is_integer(value)) ||
		   (!strcmp(type, "boolean") && json_is_boolean(value)) ||
		   (!strcmp(type, "null") && json_is_null(value));
}

static bool key_type(const struct trial *trial, json_t *types)
{
	if (json_is_string(types) && is_of_type(trial->value, json_string_value(types)))
		return true;
	for (size_t i = 0; i < json_array_size(types); i++)
		if (is_of_type(trial->value, json_string_value(json_array_get(types, i))))
			return true;
	return refuse(trial, "a value of the wrong type");
}

static bool key_enum(const struct trial *trial, json_t *values)
{
	for (size_t i = 0; i < json_array_size(values); i++)
		if (json_equal(trial->value, json_array_get(values, i)))
			return true;
	return refuse(trial, "not one of the values allowed");
}

static bool key_const(const struct trial *trial, json_t *value)
{
	return json_equal(trial->value, value) || refuse(trial, "not the value that it must be");
}

static bool key_pattern(const struct trial *trial, json_t *pattern)
{
	return !json_is_string(trial->value) ||
		   matches(json_string_value(pattern), json_string_value(trial->value)) ||
		   refuse(trial, "not of the form %s", json_string_value(pattern));
}

static bool key_min_length(const struct trial *trial, json_t *least)
{
	return !json_is_string(trial->value) ||
		   (json_int_t)json_string_length(trial->value) >= json_integer_value(least) ||
		   refuse(trial, "too short");
}

static bool key_min_items(const struct trial *trial, json_t *least)
{
	return !json_is_array(trial->value) ||
		   (json_int_t)json_array_size(trial->value) >= json_integer_value(least) || refuse(trial, "too few");
}

static bool key_minimum(const struct trial *trial, json_t *least)
{
	return !json_is_number(trial->value) || json_number_value(trial->value) >= json_number_value(least) ||
		   refuse(trial, "too small");
}

static bool key_maximum(const struct trial *trial, json_t *most)
{
	return !json_is_number(trial->value) || json_number_value(trial->value) <= json_number_value(most) ||
		   refuse(trial, "too large");
}

static bool key_ref(const struct trial *trial, json_t *path)
{
	const char *name = strrchr(json_string_value(path), '/') + 1;
	json_t *schema = json_object_get(json_object_get(trial->root, "$defs"), name);
	if (!schema)
		abort();
	return also(trial, schema);
}

static bool key_all_of(const struct trial *trial, json_t *schemas)
{
	for (size_t i = 0; i < json_array_size(schemas); i++)
		if (!also(trial, json_array_get(schemas, i)))
			return false;
	return true;
}

static bool key_any_of(const struct trial *trial, json_t *schemas)
{
	for (size_t i = 0; i < json_array_size(schemas); i++)
		if (also(trial, json_array_get(schemas, i)))
			return true;
	return false; /* the fault is that of the last */
}

static bool key_not(const struct trial *trial, json_t *schema)
{
	return !also(trial, schema) || refuse(trial, "what must not be together is");
}

static bool key_items(const struct trial *trial, json_t *schema)
{
	for (size_t i = 0; i < json_array_size(trial->value); i++)
		if (!inside(trial, schema, json_array_get(trial->value, i), NULL, i))
			return false;
	return true;
}

static bool key_required(const struct trial *trial, json_t *keys)
{
	for (size_t i = 0; json_is_object(trial->value) && i < json_array_size(keys); i++)
		if (!json_object_get(trial->value, json_string_value(json_array_get(keys, i))))
			return refuse(trial, "%s is missing", json_string_value(json_array_get(keys, i)));
	return true;
}

static bool key_property_names(const struct trial *trial, json_t *schema)
{
	const char *name;
	json_t *value;
	json_object_foreach(trial->value, name, value)
	{
		json_t *text = json_string(name);
		bool fine = inside(trial, schema, text, name, 0);
		json_decref(text);
		if (!fine)
			return false;
	}
	return true;
}

/* `properties`, `patternProperties` and `additionalProperties` together say what each member must be. */
static bool key_properties(const struct trial *trial, json_t *ignored)
{
	json_t *named = json_object_get(trial->schema, "properties");
	json_t *patterns = json_object_get(trial->schema, "patternProperties");
	json_t *others = json_object_get(trial->schema, "additionalProperties");
	const char *name, *pattern;
	json_t *value, *schema;
	(void)ignored;
	json_object_foreach(trial->value, name, value)
	{
		json_t *own = json_object_get(named, name);
		bool known = own != NULL;
		if (own && !inside(trial, own, value, name, 0))
			return false;
		json_object_foreach(patterns, pattern, schema)
		{
			bool applies = matches(pattern, name);
			known = known || applies;
			if (applies && !inside(trial, schema, value, name, 0))
				return false;
		}
		if (!known && json_is_false(others))
			return refuse(trial, "%s is no key here", name);
		if (!known && json_is_object(others) && !inside(trial, others, value, name, 0))
			return false;
	}
	return true;
}

static bool key_annotation(const struct trial *trial, json_t *ignored)
{
	(void)trial, (void)ignored;
	return true;
}

static const struct {
	const char *name;
	bool (*allows)(const struct trial *trial, json_t *argument);
} keywords[] = {
	{"type", key_type},
	{"enum", key_enum},
	{"const", key_const},
	{"pattern", key_pattern},
	{"minLength", key_min_length},
	{"minItems", key_min_items},
	{"minimum", key_minimum},
	{"maximum", key_maximum},
	{"$ref", key_ref},
	{"allOf", key_all_of},
	{"anyOf", key_any_of},
	{"not", key_not},
	{"items", key_items},
	{"required", key_required},
	{"propertyNames", key_property_names},
	{"properties", key_properties},
	{"patternProperties", key_properties},
	{"additionalProperties", key_properties},
	{"$schema", key_annotation},
	{"$defs", key_annotation},
	{"title", key_annotation},
	{"description", key_annotation},
	{"default", key_annotation},
	{"examples", key_annotation},
};

static bool allows(const struct trial *trial)
{
	const char *name;
	json_t *argument;
	json_object_foreach(trial->schema, name, argument)
	{
		size_t i = 0;
		while (i < sizeof keywords / sizeof *keywords && strcmp(keywords[i].name, name) != 0)
			i++;
		if (i == sizeof keywords / sizeof *keywords) {
			fprintf(stderr, "json_schema: unknown keyword %s\n", name);
			abort();
		}
		if (!keywords[i].allows(trial, argument))
			return false;
	}
	return true;
}

bool schema_allows(json_t *schema, json_t *value, struct schema_fault *fault)
{
	return allows(&(struct trial){.root = schema, .schema = schema, .value = value, .fault = fault});
}
