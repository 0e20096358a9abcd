#include "format/flow.h"

#include <stdlib.h>
#include <string.h>

static json_t *plain(const char *text, size_t length)
{
	while (length && *text == ' ') {
		text++;
		length--;
	}
	return json_stringn(text, length);
}

static json_t *list(const char *text, size_t length)
{
	bool failed = false;
	json_t *array = json_array();
	for (size_t at = 0; at < length;) {
		size_t size = strcspn(text + at, ",");
		if (at + size > length)
			size = length - at;
		json_push(array, plain(text + at, size), &failed);
		at += size + 1;
	}
	if (!failed)
		return array;
	json_decref(array);
	return NULL;
}

static json_t *mapping(const char *text, size_t length)
{
	bool failed = false;
	json_t *object = json_object();
	for (size_t at = 0; at < length;) {
		at += strspn(text + at, " ");
		size_t key = strcspn(text + at, ":");
		size_t size = strcspn(text + at, ",");
		if (at + size > length)
			size = length - at;
		if (key < size &&
			json_object_setn_new(object, text + at, key, plain(text + at + key + 1, size - key - 1)))
			failed = true;
		at += size + 1;
	}
	if (!failed)
		return object;
	json_decref(object);
	return NULL;
}

json_t *flow_value(const char *text, bool number)
{
	size_t length = strlen(text);
	if (length >= 2 && *text == '[')
		return list(text + 1, length - 2);
	if (length >= 2 && *text == '{')
		return mapping(text + 1, length - 2);
	return number ? json_integer(strtol(text, NULL, 10)) : json_stringn(text, length);
}
