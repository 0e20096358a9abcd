#include "date/fault.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The length of the longest run of whole characters among the first `room` bytes. */
static size_t whole_characters(const char *text, size_t length, size_t room)
{
	size_t at = 0;
	while (at < length) {
		uint32_t code_point;
		size_t size = text_decode(text + at, length - at, &code_point);
		if (!size || at + size > room)
			break;
		at += size;
	}
	return at;
}

struct excerpt excerpt(const char *text, size_t length)
{
	static const char ellipsis[] = "...";
	struct excerpt out;
	size_t fits = whole_characters(text, length, sizeof out.text - sizeof ellipsis);
	memcpy(out.text, text, fits);
	if (fits < length)
		memcpy(out.text + fits, ellipsis, sizeof ellipsis);
	else
		out.text[fits] = '\0';
	return out;
}

static void print(char *out, size_t room, const char *format, va_list args)
{
	vsnprintf(out, room, format, args);
	out[whole_characters(out, strlen(out), room)] = '\0';
}

bool fault_set(struct plan_expr_error *error, size_t offset, size_t length, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	print(error->message, sizeof error->message, format, args);
	va_end(args);
	error->hint[0] = '\0';
	error->offset = offset;
	error->length = length;
	return false;
}

bool fault_hint(struct plan_expr_error *error, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	print(error->hint, sizeof error->hint, format, args);
	va_end(args);
	return false;
}
