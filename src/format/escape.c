#include "format/escape.h"

#include "base/text.h"

#define BYTE_ORDER_MARK 0xFEFF

bool escape_is_needed(uint32_t code_point)
{
	return text_is_hidden(code_point) || code_point == BYTE_ORDER_MARK;
}

/* How many bytes from the start are printable ASCII. */
static size_t plain(const char *text, size_t length)
{
	size_t i = 0;
	while (i < length && text[i] >= ' ' && text[i] <= '~')
		i++;
	return i;
}

/* Adds the code point at the start of the text; returns its bytes. */
static size_t one(struct buf *out, const char *text, size_t length)
{
	uint32_t code_point;
	size_t size = text_decode(text, length, &code_point);
	if (!size) {
		buf_printf(out, "<%02X>", (unsigned char)*text);
		return 1;
	}
	if (code_point == '\t')
		buf_fill(out, ' ', 4);
	else if (escape_is_needed(code_point))
		buf_printf(out, "<U+%04X>", (unsigned)code_point);
	else
		buf_add(out, text, size);
	return size;
}

void escape_terminal(struct buf *out, const char *text, size_t length)
{
	while (length) {
		size_t size = plain(text, length);
		if (size)
			buf_add(out, text, size);
		else
			size = one(out, text, length);
		text += size;
		length -= size;
	}
}
