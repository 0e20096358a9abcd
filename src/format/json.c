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

/* How long a run at the start of `bytes` is that may stand as it is; `*code_point` is what comes after it. */
static size_t plain_run(const char *bytes, size_t size, uint32_t *code_point)
{
	for (size_t at = 0, length; at < size; at += length) {
		length = text_decode(bytes + at, size - at, code_point);
		if (!length)
			return size;
		bool second_hash = *code_point == '#' && at && bytes[at - 1] == '#';
		if (second_hash || (*code_point != '\n' && escape_is_needed(*code_point)))
			return at;
	}
	return size;
}

/*
 * Adds what jansson wrote, which is UTF-8, with escapes for what it leaves and a terminal or a CI system's
 * log must not see: what hides or reorders text, and "##", which may begin a command (log_command.h). Both
 * stand in strings alone; jansson never parts "##" or a code point.
 */
static int add_bytes(const char *bytes, size_t size, void *data)
{
	struct buf *out = data;
	while (size) {
		uint32_t code_point;
		size_t run = plain_run(bytes, size, &code_point);
		buf_add(out, bytes, run);
		bytes += run;
		size -= run;
		if (size) {
			size_t length = text_decode(bytes, size, &code_point);
			buf_printf(out, "\\u%04X", (unsigned)code_point);
			bytes += length;
			size -= length;
		}
	}
	return out->failed ? -1 : 0;
}

static void emit(struct buf *out, json_t *value, bool failed, size_t flags)
{
	if (failed || json_dump_callback(value, add_bytes, out, flags | JSON_ENCODE_ANY))
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
