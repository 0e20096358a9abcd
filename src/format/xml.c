#include "format/xml.h"

#include "base/text.h"
#include "format/escape.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

static const char *reference(uint32_t c)
{
	switch (c) {
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '&': return "&amp;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	default: return NULL;
	}
}

/* Adds a code point that XML cannot hold, or that would hide or reorder text where a report is shown. */
static bool add_hidden(struct buf *out, uint32_t c)
{
	if (!escape_is_needed(c) && c != 0xFFFE && c != 0xFFFF)
		return false;
	buf_printf(out, "&lt;U+%04X&gt;", (unsigned)c);
	return true;
}

/* Whether the character would begin a command of a CI system's log (log_command.h), which reads no XML. */
static bool is_doubled(const char *text)
{
	return (*text == ':' || *text == '#') && text[1] == *text;
}

void xml_text(struct buf *out, const char *text)
{
	size_t length = strlen(text);
	for (size_t at = 0, size; at < length; at += size) {
		uint32_t code_point;
		size = text_decode(text + at, length - at, &code_point);
		const char *instead = size ? reference(code_point) : REPLACEMENT;
		if (!size)
			size = 1;
		if (instead)
			buf_text(out, instead);
		else if (is_doubled(text + at))
			buf_printf(out, "&#%d;", text[at]);
		else if (!add_hidden(out, code_point))
			buf_add(out, text + at, size);
	}
}
