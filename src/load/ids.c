#include "load/ids.h"

#include "base/text.h"
#include "date/fault.h"
#include "load/limits.h"

#include <string.h>

enum { ID_BYTES = 1024 }; /* on the way to NFC */

static bool is_ascii(const char *text, size_t length)
{
	unsigned char all = 0;
	for (size_t i = 0; i < length; i++)
		all |= (unsigned char)text[i];
	return all < 0x80;
}

/* What most ids are, told without decoding them. */
static bool is_plain_id(const char *text, size_t length)
{
	if (!length || length > LIMIT_ID || text[0] == '-' || text[0] == '_')
		return false;
	for (size_t i = 0; i < length; i++) {
		unsigned c = (unsigned char)text[i];
		if ((c | 0x20) - 'a' >= 26 && c - '0' >= 10 && c != '-' && c != '_')
			return false;
	}
	return true;
}

static bool is_letter_or_digit(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) - 'a' < 26u || c - '0' < 10u;
	return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
}

/* How many bytes of the text can stand in an id. */
static size_t good_length(const char *text, size_t length, size_t *characters)
{
	size_t at = 0;
	for (*characters = 0; at < length; ++*characters) {
		uint32_t c = 0;
		size_t size = text_decode(text + at, length - at, &c);
		bool good = is_letter_or_digit(c) || (at && (c == '-' || c == '_'));
		if (!good)
			break;
		at += size;
	}
	return at;
}

static void refuse(struct loader *loader, const char *text, size_t length, size_t good, struct plan_span span)
{
	struct diag_draft draft;
	struct excerpt shown = excerpt(text, length);
	struct plan_span place = good < length ? span_part(span, text, good, 1) : span;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_ID, place))
		return;
	if (!length) {
		diag_message(&draft, _("an id is empty"));
	} else if (good == length) {
		diag_message(&draft, _("the id \"%s\" has more than 64 characters"), shown.text);
	} else if (good == 0) {
		diag_message(&draft, _("the id \"%s\" does not begin with a letter or a digit"), shown.text);
	} else {
		diag_message(&draft, _("\"%s\" is not an id"), shown.text);
		diag_help(
			&draft,
			text[good] == '.'
				? _("a dot stands only behind an id, in references to its start and end: x.start, x.end")
				: _("an id has letters, digits, \"-\" and \"_\""));
	}
	loader_end(loader, &draft);
}

const char *id_make(struct loader *loader, const char *text, size_t length, struct plan_span span, bool *good)
{
	char composed[ID_BYTES];
	size_t characters, composed_length = 0;
	*good = is_plain_id(text, length);
	if (*good)
		return loader_text(loader, text, length);
	if (!is_ascii(text, length))
		composed_length = text_compose(text, length, composed, sizeof composed);
	const char *id = composed_length ? composed : text;
	size_t id_length = composed_length ? composed_length : length;
	size_t ok = good_length(id, id_length, &characters);
	*good = id_length && ok == id_length && characters <= LIMIT_ID;
	if (!*good) {
		id = text;
		id_length = length;
		refuse(loader, text, length, good_length(text, length, &characters), span);
	}
	return loader_text(loader, id, id_length);
}

const struct plan_entry *id_find(const struct loader *loader, const char *text, size_t length)
{
	char composed[ID_BYTES];
	if (is_ascii(text, length))
		return NULL;
	size_t composed_length = text_compose(text, length, composed, sizeof composed);
	return composed_length ? index_find(loader->plan->index, composed, composed_length) : NULL;
}
