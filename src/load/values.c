#include "load/values.h"

#include "base/similar.h"
#include "base/text.h"
#include "date/fault.h"
#include "date/lag.h"
#include "load/ids.h"

#include <string.h>

static void *at(void *base, size_t offset)
{
	return (char *)base + offset;
}

static void keep_span(const struct key *key, void *base, struct plan_span span)
{
	*(struct plan_span *)at(base, key->span_offset) = span;
}

static const char *type_message(const struct key *key, bool list)
{
	switch (key->type) {
	case KEY_LINES:
	case KEY_WEEKDAYS:
	case KEY_DAYS:
	case KEY_MEETS:
	case KEY_REFS:
	case KEY_LINKS: return _("\"%s\" must be a list of texts, not a mapping");
	case KEY_ALLOW:
	case KEY_SEVERITIES:
	case KEY_MAPPING:
		return list ? _("\"%s\" must be a mapping, not a list") : _("\"%s\" must be a mapping, not a text");
	case KEY_SECTION:
		return list ? _("\"%s\" must be a mapping from ids to entries, not a list")
					: _("\"%s\" must be a mapping from ids to entries, not a text");
	default:
		return list ? _("\"%s\" must be one text, not a list") : _("\"%s\" must be one text, not a mapping");
	}
}

bool value_refuse_type(struct loader *loader, const struct key *key)
{
	struct diag_draft draft;
	bool list = reader_at(&loader->reader, YAML_SEQUENCE_START_EVENT);
	if (reader_at(&loader->reader, YAML_ALIAS_EVENT)) /* refused by the reader */
		return true;
	if (loader_draft(loader, &draft, PLAN_RULE_WRONG_TYPE, reader_span(&loader->reader))) {
		diag_message(&draft, type_message(key, list), key->name);
		if (key->example)
			diag_help(&draft, _("write it like this: %s: %s"), key->name, key->example);
		else if (key->type == KEY_SECTION)
			diag_help(&draft, _("write it like this: %s: {an-id: {title: …}}"), key->name);
		loader_end(loader, &draft);
	}
	return reader_skip(&loader->reader);
}

void value_refuse_nothing(struct loader *loader, const struct key *key)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_VALUE, reader_span(&loader->reader)))
		return;
	diag_message(&draft, _("\"%s\" has no value"), key->name);
	diag_help(&draft, _("write it like this: %s: %s"), key->name, key->example);
	loader_end(loader, &draft);
}

/* Reports the first character that may not stand in a text; returns whether there is one. */
static bool refuse_hidden(struct loader *loader, const char *text, size_t length, bool prose)
{
	uint32_t c = 0;
	for (size_t i = 0, size; i < length && (size = text_decode(text + i, length - i, &c)); i += size) {
		struct diag_draft draft;
		if (c == '\t' || !text_is_hidden(c) || (c == '\n' && prose))
			continue;
		if (!loader_draft(loader, &draft, c == '\n' ? PLAN_RULE_BAD_VALUE : PLAN_RULE_HIDDEN_CHARACTER,
						  reader_span(&loader->reader)))
			return true;
		if (c == '\n')
			diag_message(&draft, _("a text of one line belongs here, and this has several"));
		else
			diag_message(&draft, _("a hidden character (U+%04X) in a text"), (unsigned)c);
		loader_end(loader, &draft);
		return true;
	}
	return false;
}

bool value_refuse_hidden(struct loader *loader)
{
	return refuse_hidden(loader, reader_text(&loader->reader), reader_length(&loader->reader), false);
}

const char *value_text(struct loader *loader, bool prose)
{
	const yaml_event_t *event = &loader->reader.event;
	const char *text = reader_text(&loader->reader);
	size_t length = reader_length(&loader->reader);
	/* The screen saw every raw character: only escapes and line breaks can bring one that may not stand here.
	 */
	bool simple = event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
				  event->start_mark.line == event->end_mark.line;
	if (!simple) {
		while (length && text[length - 1] == '\n')
			length--;
		if (refuse_hidden(loader, text, length, prose))
			return NULL;
	}
	if (!length || (text[0] == ' ' && strspn(text, " \t\n") >= length))
		return NULL;
	return loader_text(loader, text, length);
}

const char *value_plain_text(struct loader *loader, const struct key *key)
{
	if (!reader_at(&loader->reader, YAML_SCALAR_EVENT)) {
		value_refuse_type(loader, key);
		return NULL;
	}
	const yaml_event_t *event = &loader->reader.event;
	const char *text = reader_text(&loader->reader);
	size_t length = reader_length(&loader->reader);
	if (length == 0) {
		value_refuse_nothing(loader, key);
		return NULL;
	}
	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE && refuse_hidden(loader, text, length, false))
		return NULL;
	return text;
}

bool value_go_on(const struct loader *loader)
{
	return !loader->reader.failed && !loader->no_memory;
}

static bool read_text(struct loader *loader, const struct key *key, void *base, bool prose)
{
	if (!reader_at(&loader->reader, YAML_SCALAR_EVENT))
		return value_refuse_type(loader, key);
	size_t before = loader->findings.kept.counted[PLAN_ERROR];
	const char *text = value_text(loader, prose);
	*(const char **)at(base, key->offset) = text;
	if (!text && key->required && before == loader->findings.kept.counted[PLAN_ERROR])
		value_refuse_nothing(loader, key);
	return value_go_on(loader);
}

bool value_line(struct loader *loader, const struct key *key, void *base)
{
	return read_text(loader, key, base, false);
}

bool value_prose(struct loader *loader, const struct key *key, void *base)
{
	return read_text(loader, key, base, true);
}

static bool parse_number(const char *text, int32_t least, int32_t most, int32_t *number)
{
	int32_t value = 0;
	for (const char *c = text; *c; c++) {
		if (*c < '0' || *c > '9' || c - text >= 9)
			return false;
		value = value * 10 + (*c - '0');
	}
	*number = value;
	return value >= least && value <= most;
}

bool value_number(struct loader *loader, const struct key *key, void *base)
{
	int32_t number;
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	if (!parse_number(text, key->least, key->most, &number)) {
		findings_add(&loader->findings, PLAN_RULE_BAD_VALUE, reader_span(&loader->reader),
					 _("\"%s\" is a whole number from %d to %d"), key->name, (int)key->least, (int)key->most);
		return value_go_on(loader);
	}
	void *target = at(base, key->offset);
	switch (key->size) {
	case sizeof(uint8_t): *(uint8_t *)target = (uint8_t)number; break;
	case sizeof(uint16_t): *(uint16_t *)target = (uint16_t)number; break;
	default: *(int *)target = number; break;
	}
	return true;
}

int value_find_word(struct loader *loader, const struct key_word *words, size_t count, const char *text,
					struct plan_span span)
{
	struct similar similar;
	for (size_t i = 0; i < count; i++)
		if (!strcmp(words[i].word, text))
			return (int)i;
	struct diag_draft draft;
	size_t length = strlen(text);
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_VALUE, span))
		return -1;
	similar_begin(&similar, text, length);
	struct buf allowed = {0};
	for (size_t i = 0; i < count; i++) {
		similar_offer(&similar, words[i].word, i);
		buf_printf(&allowed, "%s%s", i ? ", " : "", words[i].word);
	}
	diag_message(&draft, _("\"%s\" is none of: %s"), excerpt(text, length).text, buf_string(&allowed));
	if (similar.best)
		diag_help(&draft, _("did you mean \"%s\"?"), similar.best);
	loader->findings.failed |= allowed.failed;
	buf_free(&allowed);
	loader_end(loader, &draft);
	return -1;
}

bool value_word(struct loader *loader, const struct key *key, void *base)
{
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	int row = value_find_word(loader, key->words, key->word_count, text, reader_span(&loader->reader));
	if (row >= 0)
		*(uint8_t *)at(base, key->offset) = key->words[row].value;
	return value_go_on(loader);
}

bool value_country(struct loader *loader, const struct key *key, void *base)
{
	struct key_word words[64];
	size_t count = 0;
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	for (const char *const *code = plan_country_codes(); *code && count < 64; code++)
		words[count++] = (struct key_word){.word = *code};
	int row = value_find_word(loader, words, count, text, reader_span(&loader->reader));
	if (row >= 0)
		*(const char **)at(base, key->offset) = words[row].word;
	return value_go_on(loader);
}

/* Reports a gap, a duration or an amount that cannot be read. */
static void refuse_lag(struct loader *loader, const char *text, const struct plan_expr_error *error)
{
	struct diag_draft draft;
	struct plan_span span = span_part(reader_span(&loader->reader), text, error->offset, error->length);
	enum plan_rule rule = text[0] == '-' ? PLAN_RULE_BAD_VALUE : PLAN_RULE_BAD_GAP;
	if (!loader_draft(loader, &draft, rule, span))
		return;
	diag_message(&draft, "%s", error->message);
	if (error->hint[0])
		diag_help(&draft, "%s", error->hint);
	loader_end(loader, &draft);
}

bool value_duration(struct loader *loader, const struct key *key, void *base)
{
	struct plan_expr_error error;
	struct plan_range range;
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	if (!lag_parse_duration(text, reader_length(&loader->reader), &range, &error)) {
		refuse_lag(loader, text, &error);
		return value_go_on(loader);
	}
	struct plan_duration *duration = loader_alloc(loader, sizeof *duration);
	if (!duration)
		return false;
	duration->text = loader_text(loader, text, reader_length(&loader->reader));
	duration->span = reader_span(&loader->reader);
	duration->range = range;
	*(const struct plan_duration **)at(base, key->offset) = duration;
	return value_go_on(loader);
}

bool value_amount(struct loader *loader, const struct key *key, void *base)
{
	struct plan_expr_error error;
	struct plan_lag lag;
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	if (!lag_parse(text, reader_length(&loader->reader), &lag, &error)) {
		refuse_lag(loader, text, &error);
		return value_go_on(loader);
	}
	*(struct plan_lag *)at(base, key->offset) = lag;
	keep_span(key, base, reader_span(&loader->reader));
	return true;
}

bool value_id(struct loader *loader, const struct key *key, void *base)
{
	bool good;
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	struct plan_span span = reader_span(&loader->reader);
	*(const char **)at(base, key->offset) =
		id_make(loader, text, reader_length(&loader->reader), span, &good);
	keep_span(key, base, span);
	return value_go_on(loader);
}
