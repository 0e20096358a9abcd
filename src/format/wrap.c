#include "format/wrap.h"

#include "base/text.h"

#include <string.h>

size_t wrap_fit(const char *text, size_t length, size_t columns)
{
	if (!columns)
		return length;
	size_t fits = text_fit(text, length, columns);
	if (fits == length)
		return length;
	size_t end = fits;
	while (end && text[end] != ' ')
		end--;
	while (end && text[end - 1] == ' ')
		end--;
	if (end)
		return end;
	const char *blank = memchr(text + fits, ' ', length - fits);
	return blank ? (size_t)(blank - text) : length;
}

static size_t skip_blanks(const char *text, size_t length)
{
	size_t i = 0;
	while (i < length && text[i] == ' ')
		i++;
	return i;
}

void wrap_text(struct buf *out, const char *text, size_t columns, size_t used, size_t indent)
{
	size_t length = strlen(text);
	size_t room = !columns ? 0 : columns > used ? columns - used : 1;
	for (;;) {
		size_t size = wrap_fit(text, length, room);
		buf_add(out, text, size);
		size += skip_blanks(text + size, length - size);
		text += size;
		length -= size;
		if (!length)
			return;
		buf_char(out, '\n');
		buf_fill(out, ' ', indent);
		room = columns > indent ? columns - indent : 1;
	}
}
