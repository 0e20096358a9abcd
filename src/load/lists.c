#include "load/lists.h"

#include "base/similar.h"
#include "base/text.h"
#include "date/fault.h"

#include <string.h>

static void *at(void *base, size_t offset)
{
	return (char *)base + offset;
}

static bool take_item(struct loader *loader, const struct key *key, list_item_reader *item)
{
	if (!reader_at(&loader->reader, YAML_SCALAR_EVENT)) {
		struct diag_draft draft;
		bool alias = reader_at(&loader->reader, YAML_ALIAS_EVENT);
		if (!alias && loader_draft(loader, &draft, PLAN_RULE_WRONG_TYPE, reader_span(&loader->reader))) {
			diag_message(&draft, _("an item of \"%s\" must be one text, not a list or a mapping"), key->name);
			if (key->example)
				diag_help(&draft, _("write it like this: %s: %s"), key->name, key->example);
			loader_end(loader, &draft);
		}
		return reader_skip(&loader->reader);
	}
	if (reader_length(&loader->reader) == 0) {
		findings_add(&loader->findings, PLAN_RULE_BAD_VALUE, reader_span(&loader->reader),
					 _("an item of \"%s\" is empty"), key->name);
		return true;
	}
	return item(loader, key);
}

bool list_read(struct loader *loader, const struct key *key, list_item_reader *item)
{
	struct reader *reader = &loader->reader;
	if (reader_at_nothing(reader))
		return true;
	if (reader_at(reader, YAML_SCALAR_EVENT))
		return take_item(loader, key, item);
	if (!reader_at(reader, YAML_SEQUENCE_START_EVENT))
		return value_refuse_type(loader, key);
	while (reader_next(reader)) {
		if (reader_at(reader, YAML_SEQUENCE_END_EVENT))
			return true;
		if (!take_item(loader, key, item))
			return false;
	}
	return false;
}

static bool take_text(struct loader *loader, const struct key *key)
{
	struct plan_span span = reader_span(&loader->reader);
	const char *text = value_text(loader, false);
	(void)key;
	if (!text)
		return !loader->no_memory;
	struct plan_text *place = VEC_PUSH(&loader->text_list);
	if (!place)
		return loader_fail(loader);
	*place = (struct plan_text){.text = text, .span = span};
	return true;
}

static bool read_texts(struct loader *loader, const struct key *key, struct plan_texts *texts)
{
	loader->text_list.count = 0;
	if (!list_read(loader, key, take_text))
		return false;
	texts->count = loader->text_list.count;
	texts->at =
		texts->count ? loader_copy(loader, loader->text_list.at, texts->count * sizeof *texts->at) : NULL;
	return !loader->no_memory;
}

bool list_lines(struct loader *loader, const struct key *key, void *base)
{
	return read_texts(loader, key, at(base, key->offset));
}

bool list_days(struct loader *loader, const struct key *key, void *base)
{
	(void)base; /* days may lack a year, which may stand further down */
	return read_texts(loader, key, &loader->closed);
}

int list_weekday(const char *text)
{
	char folded[32];
	if (!text_fold(text, strlen(text), folded, sizeof folded))
		return -1;
	for (size_t i = 0; i < keys_weekday_count; i++)
		if (!strcmp(keys_weekdays[i].word, folded))
			return keys_weekdays[i].value;
	return -1;
}

unsigned list_weekday_bits(struct loader *loader, struct plan_texts texts)
{
	unsigned bits = 0;
	for (size_t i = 0; i < texts.count; i++) {
		int weekday = list_weekday(texts.at[i].text);
		if (weekday >= 0)
			bits |= 1u << weekday;
		else
			value_find_word(loader, keys_weekdays, keys_weekday_count, texts.at[i].text, texts.at[i].span);
	}
	return bits;
}

bool list_weekdays(struct loader *loader, const struct key *key, void *base)
{
	enum { WHOLE_WEEK = 0x7F };
	struct plan_texts texts;
	struct plan_span span = reader_span(&loader->reader);
	if (!read_texts(loader, key, &texts))
		return false;
	unsigned bits = list_weekday_bits(loader, texts);
	if (bits == WHOLE_WEEK)
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, span, _("a week without a working day"), NULL);
	*(unsigned *)at(base, key->offset) = bits;
	return true;
}

bool list_meets(struct loader *loader, const struct key *key, void *base)
{
	struct draft_meets meets = {.body = base};
	meets.body->meets_span = reader_span(&loader->reader);
	size_t errors = loader->findings.kept.counted[PLAN_ERROR];
	if (!read_texts(loader, key, &meets.days))
		return false;
	if (!meets.days.count) {
		if (errors == loader->findings.kept.counted[PLAN_ERROR])
			loader_refuse(loader, PLAN_RULE_BAD_VALUE, meets.body->meets_span, _("a body that never meets"),
						  _("remove the key, or list weekdays or dates"));
		return true;
	}
	struct draft_meets *place = VEC_PUSH(&loader->meets);
	if (!place)
		return loader_fail(loader);
	*place = meets;
	return true;
}

/* The rule that a key of `allow` or `severity`, the current event, names; PLAN_RULE_COUNT, reported, for
 * none. */
static enum plan_rule take_rule(struct loader *loader, bool *file_rule)
{
	struct reader *reader = &loader->reader;
	const char *text = reader_at(reader, YAML_SCALAR_EVENT) ? reader_text(reader) : "";
	enum plan_rule rule = plan_rule_find(text);
	*file_rule = rule <= PLAN_RULE_UNREADABLE_FILE;
	struct diag_draft draft;
	if (rule != PLAN_RULE_COUNT || !loader_draft(loader, &draft, PLAN_RULE_BAD_VALUE, reader_span(reader)))
		return rule;
	struct similar similar;
	similar_begin(&similar, text, strlen(text));
	for (int i = 0; i < PLAN_RULE_COUNT; i++)
		similar_offer(&similar, plan_rule_name((enum plan_rule)i), (size_t)i);
	diag_message(&draft, _("there is no rule \"%s\""), excerpt(text, strlen(text)).text);
	if (similar.best)
		diag_help(&draft, _("did you mean \"%s\"?"), similar.best);
	else
		diag_help(&draft, _("\"plan explain\" lists all rules"));
	loader_end(loader, &draft);
	return rule;
}

/* Reports a rule that stands twice in one mapping; `first` is where it stands first. */
static bool refuse_twice(struct loader *loader, enum plan_rule rule, struct plan_span *first)
{
	struct diag_draft draft;
	struct plan_span span = reader_span(&loader->reader);
	if (!first->line) {
		*first = span;
		return false;
	}
	if (loader_draft(loader, &draft, PLAN_RULE_DUPLICATE_KEY, span)) {
		diag_message(&draft, _("\"%s\" stands twice"), plan_rule_name(rule));
		diag_because(&draft, *first, _("it stands here first"));
		loader_end(loader, &draft);
	}
	return true;
}

/* Takes what is said of one rule; the current event begins it. */
typedef bool rule_reader(struct loader *loader, const struct key *key, void *base, enum plan_rule rule,
						 struct plan_span span);

static bool read_rules(struct loader *loader, const struct key *key, void *base, rule_reader *take)
{
	struct reader *reader = &loader->reader;
	struct plan_span seen[PLAN_RULE_COUNT] = {0};
	if (reader_at_nothing(reader))
		return true;
	if (!reader_at(reader, YAML_MAPPING_START_EVENT))
		return value_refuse_type(loader, key);
	while (reader_next(reader)) {
		if (reader_at(reader, YAML_MAPPING_END_EVENT))
			return true;
		bool file_rule;
		struct plan_span span = reader_span(reader);
		enum plan_rule rule = take_rule(loader, &file_rule);
		bool good = rule != PLAN_RULE_COUNT && !refuse_twice(loader, rule, &seen[rule]);
		if (good && file_rule)
			loader_refuse(loader, PLAN_RULE_BAD_VALUE, span, _("the rules of the file itself always hold"),
						  NULL);
		if (!reader_skip(reader) || !reader_next(reader))
			return false;
		if (good && !file_rule ? !take(loader, key, base, rule, span) : !reader_skip(reader))
			return false;
	}
	return false;
}

static bool refuse_rule_value(struct loader *loader, const char *message)
{
	if (!reader_at(&loader->reader, YAML_ALIAS_EVENT))
		loader_refuse(loader, PLAN_RULE_WRONG_TYPE, reader_span(&loader->reader), message, NULL);
	return reader_skip(&loader->reader);
}

static bool take_allow(struct loader *loader, const struct key *key, void *base, enum plan_rule rule,
					   struct plan_span span)
{
	(void)key, (void)base;
	if (!reader_at(&loader->reader, YAML_SCALAR_EVENT))
		return refuse_rule_value(loader, _("the reason for an exemption must be one text"));
	size_t errors = loader->findings.kept.counted[PLAN_ERROR];
	const char *reason = value_text(loader, false);
	if (!reason && !loader->no_memory && errors == loader->findings.kept.counted[PLAN_ERROR])
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, reader_span(&loader->reader),
					  _("an exemption without a reason"), _("say why the step is exempt"));
	struct plan_allow *place = reason ? VEC_PUSH(&loader->allow_list) : NULL;
	if (reason && !place)
		return loader_fail(loader);
	if (place)
		*place = (struct plan_allow){.rule = rule, .reason = reason, .span = span};
	return !loader->no_memory;
}

bool list_allow(struct loader *loader, const struct key *key, void *base)
{
	struct plan_step_details *details = base;
	loader->allow_list.count = 0;
	if (!read_rules(loader, key, base, take_allow))
		return false;
	details->allow_count = loader->allow_list.count;
	if (details->allow_count)
		details->allow =
			loader_copy(loader, loader->allow_list.at, details->allow_count * sizeof *details->allow);
	return !loader->no_memory;
}

static bool take_severity(struct loader *loader, const struct key *key, void *base, enum plan_rule rule,
						  struct plan_span span)
{
	(void)span;
	if (!reader_at(&loader->reader, YAML_SCALAR_EVENT))
		return refuse_rule_value(loader, _("a severity is one of: off, note, warning, error"));
	int row = value_find_word(loader, keys_severities, keys_severity_count, reader_text(&loader->reader),
							  reader_span(&loader->reader));
	if (row >= 0)
		((uint8_t *)at(base, key->offset))[rule] = keys_severities[row].value;
	return true;
}

bool list_severities(struct loader *loader, const struct key *key, void *base)
{
	return read_rules(loader, key, base, take_severity);
}
