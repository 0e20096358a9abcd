#include "load/mapping.h"

#include "base/buf.h"
#include "base/similar.h"
#include "base/text.h"
#include "date/fault.h"
#include "load/dates.h"
#include "load/links.h"
#include "load/lists.h"
#include "load/refs.h"

#include <string.h>

static value_reader *const readers[] = {
	[KEY_ID] = value_id,
	[KEY_LINE] = value_line,
	[KEY_PROSE] = value_prose,
	[KEY_LINES] = list_lines,
	[KEY_NUMBER] = value_number,
	[KEY_WORD] = value_word,
	[KEY_COUNTRY] = value_country,
	[KEY_WEEKDAYS] = list_weekdays,
	[KEY_DATE] = dates_read,
	[KEY_DAYS] = list_days,
	[KEY_MEETS] = list_meets,
	[KEY_DURATION] = value_duration,
	[KEY_AMOUNT] = value_amount,
	[KEY_REF] = refs_read_one,
	[KEY_REFS] = refs_read,
	[KEY_LINK] = links_read_one,
	[KEY_LINKS] = links_read,
	[KEY_ALLOW] = list_allow,
	[KEY_SEVERITIES] = list_severities,
	[KEY_MAPPING] = mapping_value,
	[KEY_SECTION] = section_value,
};

/* The keys of one mapping that were read so far. */
struct seen {
	uint64_t rows;
	size_t count;
	struct plan_span spans[KEYS_MAX]; /* where they stand, in the order of reading, with the row of each */
	uint8_t order[KEYS_MAX];
};

static struct plan_span seen_span(const struct seen *seen, int row)
{
	struct plan_span span = {0};
	for (size_t at = 0; at < seen->count; at++)
		if (seen->order[at] == row)
			span = seen->spans[at];
	return span;
}

/* A key that the other kinds of steps have is a likely slip: `due` on a meeting. */
static bool suggest_kind(const struct key_map *map, const char *name, struct diag_draft *draft)
{
	static const struct {
		unsigned kinds;
		const char *help;
	} helps[] = {
		{KEY_BIT(PHASE), N_("it is a key of phases")},
		{KEY_BIT(MEETING), N_("it is a key of meetings")},
		{KEY_BIT(DOCUMENT), N_("it is a key of documents")},
		{KEY_BIT(PHASE) | KEY_BIT(MEETING), N_("it is a key of phases and meetings")},
	};
	unsigned on = 0;
	for (size_t row = 0; row < map->set->count; row++)
		if (!strcmp(map->set->keys[row].name, name))
			on |= map->set->keys[row].on;
	for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
		if (helps[i].kinds != on)
			continue;
		diag_help(draft, "%s", _(helps[i].help));
		return true;
	}
	return false;
}

/* What bodies and parties are called is their name; everything else has a title. */
static bool suggest_title(const struct key_map *map, const char *name, struct diag_draft *draft)
{
	bool title = !strcmp(name, "title");
	const char *other = title ? "name" : "title";
	if ((!title && strcmp(name, "name") != 0) || keymap_find(map, other, strlen(other)) < 0)
		return false;
	diag_help(draft, _("did you mean \"%s\"?"), other);
	return true;
}

/* Nothing is like it: the keys that there are. */
static void list_keys(const struct key_map *map, struct diag_draft *draft)
{
	struct buf keys = {0};
	for (size_t row = 0; row < map->set->count; row++)
		if (map->lengths[row])
			buf_printf(&keys, "%s%s", keys.length ? ", " : "", map->set->keys[row].name);
	draft->failed |= keys.failed;
	diag_help(draft, _("the keys here are: %s"), buf_string(&keys));
	buf_free(&keys);
}

static void refuse_unknown(struct loader *loader, const struct key_map *map)
{
	struct diag_draft draft;
	struct similar similar;
	const char *name = reader_text(&loader->reader);
	size_t length = reader_length(&loader->reader);
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_KEY, reader_span(&loader->reader)))
		return;
	similar_begin(&similar, name, length);
	for (size_t row = 0; row < map->set->count; row++)
		if (map->lengths[row])
			similar_offer(&similar, map->set->keys[row].name, row);
	diag_message(&draft, _("unknown key \"%s\""), excerpt(name, length).text);
	if (suggest_kind(map, name, &draft) || suggest_title(map, name, &draft))
		;
	else if (similar.best)
		diag_help(&draft, _("did you mean \"%s\"?"), similar.best);
	else
		list_keys(map, &draft);
	loader_end(loader, &draft);
}

/* The row of the key that the current event is; -1, reported, when it is none. */
static int find_row(struct loader *loader, const struct key_map *map)
{
	struct reader *reader = &loader->reader;
	if (!reader_at(reader, YAML_SCALAR_EVENT)) {
		if (!reader_at(reader, YAML_ALIAS_EVENT))
			loader_refuse(loader, PLAN_RULE_WRONG_TYPE, reader_span(reader), _("a key must be one text"),
						  NULL);
		return -1;
	}
	int row = keymap_find(map, reader_text(reader), reader_length(reader));
	if (row >= 0)
		return row;
	if (!strcmp(reader_text(reader), "<<"))
		loader_refuse(loader, PLAN_RULE_UNSUPPORTED_YAML, reader_span(reader),
					  _("a plan has no merge keys (<<)"), _("write the keys out where they are needed"));
	else if (!value_refuse_hidden(loader))
		refuse_unknown(loader, map);
	return -1;
}

static void refuse_seen(struct loader *loader, const struct key_map *map, int row, const struct seen *seen)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_DUPLICATE_KEY, reader_span(&loader->reader)))
		return;
	diag_message(&draft, _("\"%s\" stands twice"), map->set->keys[row].name);
	diag_because(&draft, seen_span(seen, row), _("it stands here first"));
	diag_help(&draft, _("keep one of them"));
	loader_end(loader, &draft);
}

static void refuse_clash(struct loader *loader, const struct key_map *map, int row, const struct seen *seen)
{
	struct diag_draft draft;
	int other = 0;
	while (!((map->clashes[row] & seen->rows) >> other & 1))
		other++;
	if (!loader_draft(loader, &draft, PLAN_RULE_DUPLICATE_KEY, reader_span(&loader->reader)))
		return;
	diag_message(&draft, _("\"%s\" cannot stand beside \"%s\""), map->set->keys[row].name,
				 map->set->keys[other].name);
	diag_because(&draft, seen_span(seen, other), _("\"%s\" stands here"), map->set->keys[other].name);
	diag_help(&draft, _("keep one of them"));
	loader_end(loader, &draft);
}

/* Notes that a key was read; false, reported, when it may not stand here. */
static bool note_row(struct loader *loader, const struct key_map *map, int row, struct seen *seen)
{
	uint64_t bit = UINT64_C(1) << row;
	if (seen->rows & bit) {
		refuse_seen(loader, map, row, seen);
		return false;
	}
	if (map->clashes[row] & seen->rows) {
		refuse_clash(loader, map, row, seen);
		return false;
	}
	seen->rows |= bit;
	seen->order[seen->count] = (uint8_t)row;
	seen->spans[seen->count++] = reader_span(&loader->reader);
	return true;
}

static void refuse_missing(struct loader *loader, const struct key *key, struct plan_span owner,
						   const char *name)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_MISSING_KEY, owner))
		return;
	if (name)
		diag_message(&draft, _("\"%s\" has no \"%s\""), excerpt(name, strlen(name)).text, key->name);
	else
		diag_message(&draft, _("the file has no \"%s\""), key->name);
	diag_help(&draft, _("write it like this: %s: %s"), key->name, key->example);
	loader_end(loader, &draft);
}

/* Where the value of a key goes: few steps have details. */
static void *target(struct loader *loader, const struct key *key, void *base)
{
	if (!key->details)
		return base;
	struct plan_step *step = base;
	if (!step->details)
		step->details = loader_alloc(loader, sizeof *step->details);
	return step->details;
}

static bool read_value(struct loader *loader, const struct key *key, void *base)
{
	void *place = target(loader, key, base);
	return place && readers[key->type](loader, key, place);
}

bool mapping_read(struct loader *loader, const struct key_map *map, void *base, struct plan_span owner,
				  const char *name)
{
	struct reader *reader = &loader->reader;
	struct seen seen;
	seen.rows = 0;
	seen.count = 0;
	for (;;) {
		if (!reader_next(reader))
			return false;
		if (reader_at(reader, YAML_MAPPING_END_EVENT))
			break;
		int row = find_row(loader, map);
		if (row >= 0 && !note_row(loader, map, row, &seen))
			row = -1;
		if ((row < 0 && !reader_skip(reader)) || !reader_next(reader))
			return false;
		if (row >= 0 ? !read_value(loader, &map->set->keys[row], base) : !reader_skip(reader))
			return false;
	}
	uint64_t missing = map->required & ~seen.rows;
	for (int row = 0; missing; row++, missing >>= 1)
		if (missing & 1)
			refuse_missing(loader, &map->set->keys[row], owner, name);
	return true;
}

bool mapping_value(struct loader *loader, const struct key *key, void *base)
{
	struct plan_span span = reader_span(&loader->reader);
	void *place = base;
	if (key->offset) {
		place = loader_alloc(loader, key->set->size);
		if (!place)
			return false;
		*(void **)((char *)base + key->offset) = place;
		*(struct plan_span *)((char *)place + key->span_offset) = span;
	}
	if (reader_at_nothing(&loader->reader))
		return true;
	if (!reader_at(&loader->reader, YAML_MAPPING_START_EVENT))
		return value_refuse_type(loader, key);
	return mapping_read(loader, keymap_of_set(&loader->maps, key->set), place, span, key->name);
}
