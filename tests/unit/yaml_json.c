#include "yaml_json.h"

#include <regex.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static bool next(yaml_parser_t *parser, yaml_event_t *event)
{
	return yaml_parser_parse(parser, event);
}

static bool is_like(const char *text, const char *pattern)
{
	regex_t regex;
	if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB))
		abort();
	bool found = regexec(&regex, text, 0, NULL, 0) == 0;
	regfree(&regex);
	return found;
}

/* YAML 1.2.2, section 10.3.2. */
static json_t *scalar(const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return json_stringn(text, event->data.scalar.length);
	if (is_like(text, "^(null|Null|NULL|~|)$"))
		return json_null();
	if (is_like(text, "^(true|True|TRUE)$"))
		return json_true();
	if (is_like(text, "^(false|False|FALSE)$"))
		return json_false();
	if (is_like(text, "^[-+]?[0-9]{1,15}$"))
		return json_integer(strtoll(text, NULL, 10));
	if (is_like(text, "^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?$"))
		return json_real(strtod(text, NULL));
	return json_stringn(text, event->data.scalar.length);
}

static json_t *node(yaml_parser_t *parser, yaml_event_t *event);

static json_t *sequence(yaml_parser_t *parser)
{
	json_t *array = json_array();
	yaml_event_t event;
	while (next(parser, &event)) {
		if (event.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&event);
			return array;
		}
		if (json_array_append_new(array, node(parser, &event)))
			break;
	}
	json_decref(array);
	return NULL;
}

static json_t *mapping(yaml_parser_t *parser)
{
	json_t *object = json_object();
	yaml_event_t key, value;
	while (next(parser, &key)) {
		if (key.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&key);
			return object;
		}
		bool fine = key.type == YAML_SCALAR_EVENT && next(parser, &value);
		if (fine)
			fine = !json_object_set_new(object, (const char *)key.data.scalar.value, node(parser, &value));
		yaml_event_delete(&key);
		if (!fine)
			break;
	}
	json_decref(object);
	return NULL;
}

/* The value that begins with an event, which is released. */
static json_t *node(yaml_parser_t *parser, yaml_event_t *event)
{
	json_t *value = NULL;
	if (event->type == YAML_SCALAR_EVENT && !event->data.scalar.anchor)
		value = scalar(event);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		value = sequence(parser);
	else if (event->type == YAML_MAPPING_START_EVENT)
		value = mapping(parser);
	yaml_event_delete(event);
	return value;
}

json_t *yaml_json(const char *bytes, size_t length)
{
	yaml_parser_t parser;
	yaml_event_t event;
	json_t *value = NULL;
	if (!yaml_parser_initialize(&parser))
		return NULL;
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
	while (next(&parser, &event)) {
		if (event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT) {
			value = node(&parser, &event);
			break;
		}
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return value;
}
