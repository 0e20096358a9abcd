#include "format/json.h"

#include "base/text.h"
#include "format/escape.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* Copies text with every byte that is not UTF-8 replaced; true when there was one. */
static bool repair(struct buf *out, const char *text, size_t length)
{
	bool broken = false;
	for (size_t at = 0, size; at < length; at += size) {
		uint32_t code_point;
		size = text_decode(text + at, length - at, &code_point);
		if (size) {
			buf_add(out, text + at, size);
			continue;
		}
		buf_text(out, REPLACEMENT);
		broken = true;
		size = 1;
	}
	return broken;
}

json_t *json_text(const char *text)
{
	if (!text)
		return json_null();
	json_t *value = json_string(text);
	if (value)
		return value;
	struct buf clean = {0};
	if (repair(&clean, text, strlen(text)) && !clean.failed)
		value = json_string(clean.data);
	buf_free(&clean);
	return value;
}

json_t *json_shown(const char *text)
{
	struct buf shown = {0};
	escape_terminal(&shown, text, strlen(text));
	json_t *value = shown.failed ? NULL : json_text(buf_string(&shown));
	buf_free(&shown);
	return value;
}

void json_put(json_t *object, const char *key, json_t *value, bool *failed)
{
	if (json_object_set_new(object, key, value))
		*failed = true;
}

void json_push(json_t *array, json_t *value, bool *failed)
{
	if (json_array_append_new(array, value))
		*failed = true;
}

/* Adds what jansson wrote. "##" stands in strings alone and may begin a command of a CI system's log
 * (log_command.h), which reads no JSON; jansson never parts the two. */
static int add_bytes(const char *bytes, size_t size, void *data)
{
	struct buf *out = data;
	for (const char *mark; (mark = memmem(bytes, size, "##", 2));) {
		size_t before = (size_t)(mark - bytes);
		buf_add(out, bytes, before);
		buf_text(out, "\\u0023");
		bytes += before + 1;
		size -= before + 1;
	}
	buf_add(out, bytes, size);
	return out->failed ? -1 : 0;
}

static void emit(struct buf *out, json_t *value, bool failed, size_t flags)
{
	if (failed || !value || json_dump_callback(value, add_bytes, out, flags | JSON_ENCODE_ANY))
		out->failed = true;
	json_decref(value);
}

void json_emit(struct buf *out, json_t *value, bool failed)
{
	emit(out, value, failed, 0);
}

void json_emit_pretty(struct buf *out, json_t *value, bool failed)
{
	emit(out, value, failed, JSON_INDENT(2));
	buf_char(out, '\n');
}

void json_emit_text(struct buf *out, const char *text)
{
	json_emit(out, json_text(text), false);
}
