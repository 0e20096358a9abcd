#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_free(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){0};
}

void buf_clear(struct buf *buf)
{
	buf->length = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

/* Room for `more` bytes and a terminator. */
static bool grow(struct buf *buf, size_t more)
{
	if (buf->failed)
		return false;
	if (more < buf->room - buf->length)
		return true;
	size_t room = buf->room ? buf->room : 128;
	while (room - buf->length <= more && room <= SIZE_MAX / 4)
		room *= 2;
	char *data = room - buf->length > more ? realloc(buf->data, room) : NULL;
	if (!data) {
		buf->failed = true;
		return false;
	}
	buf->data = data;
	buf->room = room;
	return true;
}

void buf_add(struct buf *buf, const char *bytes, size_t length)
{
	if (!grow(buf, length))
		return;
	if (length)
		memcpy(buf->data + buf->length, bytes, length);
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_fill(struct buf *buf, char c, size_t count)
{
	if (!grow(buf, count))
		return;
	memset(buf->data + buf->length, c, count);
	buf->length += count;
	buf->data[buf->length] = '\0';
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	size_t left = buf->room - buf->length;
	va_copy(again, args);
	int length = vsnprintf(left ? buf->data + buf->length : NULL, left, format, args);
	if (length < 0)
		buf->failed = true;
	else if ((size_t)length >= left && grow(buf, (size_t)length))
		vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
	if (!buf->failed)
		buf->length += (size_t)length;
	else if (left) /* no half of it */
		buf->data[buf->length] = '\0';
	va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

const char *buf_string(const struct buf *buf)
{
	return buf->data ? buf->data : "";
}
