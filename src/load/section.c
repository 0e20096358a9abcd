#include "base/text.h"
#include "load/ids.h"
#include "load/mapping.h"

#include <string.h>

static void refuse_taken(struct loader *loader, const struct plan_entry *entry,
						 const struct plan_entry *other)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_DUPLICATE_KEY, entry->span))
		return;
	if (entry->kind == other->kind)
		diag_message(&draft, _("the id \"%s\" stands twice"), entry->id);
	else
		diag_message(&draft, _("the id \"%s\" stands twice: all ids of a plan share one space"), entry->id);
	diag_because(&draft, other->span, _("it stands here first, under \"%s\""),
				 plan_kind_section(other->kind));
	diag_help(&draft, _("give one of them another id"));
	loader_end(loader, &draft);
}

/* Makes an id findable; an entry that cannot be found is kept too, so that all that is wrong with it is said.
 */
static bool add_entry(struct loader *loader, struct plan_entry *entry, bool good)
{
	const struct plan_entry *other = NULL;
	if (good && index_add(loader->plan->index, entry, &other) != PLAN_OK)
		return loader_fail(loader);
	if (good && !other)
		return true;
	if (other)
		refuse_taken(loader, entry, other);
	struct plan_entry **place = VEC_PUSH(&loader->strays);
	if (!place)
		return loader_fail(loader);
	*place = entry;
	return true;
}

/* A new entry whose id the current event is. NULL when memory ran out. */
static struct plan_entry *make_entry(struct loader *loader, enum plan_kind kind)
{
	bool good, step = kind <= PLAN_KIND_DOCUMENT;
	size_t size = keys_of_kind(kind)->size;
	struct plan_entry *entry = step ? loader_slab(loader, &loader->steps, size) : loader_alloc(loader, size);
	if (!entry)
		return NULL;
	entry->kind = (uint8_t)kind;
	entry->span = reader_span(&loader->reader);
	entry->index = (uint32_t)loader->counts[kind]++;
	entry->title = "";
	entry->id =
		id_make(loader, reader_text(&loader->reader), reader_length(&loader->reader), entry->span, &good);
	if (!entry->id || !add_entry(loader, entry, good))
		return NULL;
	if (kind == PLAN_KIND_RECESS) {
		struct plan_recess **place = VEC_PUSH(&loader->recesses);
		if (!place) {
			loader_fail(loader);
			return NULL;
		}
		*place = (struct plan_recess *)entry;
	}
	return entry;
}

/* The links of a step were gathered while its keys were read. */
static bool keep_links(struct loader *loader, struct plan_step *step)
{
	size_t count = loader->link_list.count;
	if (!count)
		return true;
	step->links = count == 1 ? loader_slab(loader, &loader->links, sizeof *step->links)
							 : loader_alloc(loader, count * sizeof *step->links);
	if (!step->links)
		return false;
	step->link_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct draft_link *draft = &loader->link_list.at[i];
		step->links[i].text = draft->text;
		step->links[i].to.span = draft->span;
		step->links[i].relation = (uint8_t)draft->relation;
	}
	return true;
}

static bool read_entry(struct loader *loader, struct plan_entry *entry)
{
	const struct key_map *map = keymap_of_kind(&loader->maps, (enum plan_kind)entry->kind);
	struct plan_step *step = entry->kind <= PLAN_KIND_DOCUMENT ? (struct plan_step *)entry : NULL;
	loader->link_list.count = 0;
	if (step)
		step->days = 1;
	if (!mapping_read(loader, map, entry, entry->span, entry->id))
		return false;
	if (!entry->title) /* an empty one, which was reported */
		entry->title = "";
	return !step || keep_links(loader, step);
}

/* An entry that is left empty lacks what is required; anything else than a mapping is no entry. */
static bool refuse_entry(struct loader *loader, const struct plan_entry *entry)
{
	struct diag_draft draft;
	struct reader *reader = &loader->reader;
	const char *title = keys_of_kind((enum plan_kind)entry->kind)->keys[0].name;
	bool nothing = reader_at_nothing(reader);
	if (reader_at(reader, YAML_ALIAS_EVENT))
		return true;
	if (loader_draft(loader, &draft, nothing ? PLAN_RULE_MISSING_KEY : PLAN_RULE_WRONG_TYPE,
					 nothing ? entry->span : reader_span(reader))) {
		if (nothing)
			diag_message(&draft, _("\"%s\" has no \"%s\""), entry->id, title);
		else
			diag_message(&draft, _("\"%s\" is a mapping, not a text or a list"), entry->id);
		diag_help(&draft, _("write it like this: %s: {%s: …}"), entry->id, title);
		loader_end(loader, &draft);
	}
	return reader_skip(reader);
}

/* Reads an id and what stands under it; the current event is the id. */
static bool read_pair(struct loader *loader, enum plan_kind kind)
{
	struct reader *reader = &loader->reader;
	if (!reader_at(reader, YAML_SCALAR_EVENT)) {
		if (!reader_at(reader, YAML_ALIAS_EVENT))
			loader_refuse(loader, PLAN_RULE_WRONG_TYPE, reader_span(reader), _("an id is one text"), NULL);
		return reader_skip(reader) && reader_next(reader) && reader_skip(reader);
	}
	if (!strcmp(reader_text(reader), "<<")) {
		loader_refuse(loader, PLAN_RULE_UNSUPPORTED_YAML, reader_span(reader),
					  _("a plan has no merge keys (<<)"), _("write the keys out where they are needed"));
		return reader_next(reader) && reader_skip(reader);
	}
	struct plan_entry *entry = make_entry(loader, kind);
	if (!entry || !reader_next(reader))
		return false;
	loader->findings.entry = entry->id;
	bool go_on =
		reader_at(reader, YAML_MAPPING_START_EVENT) ? read_entry(loader, entry) : refuse_entry(loader, entry);
	loader->findings.entry = NULL;
	return go_on;
}

bool section_value(struct loader *loader, const struct key *key, void *base)
{
	struct reader *reader = &loader->reader;
	int kind = 0;
	(void)base; /* an entry is found by its kind, not through the key */
	if (reader_at_nothing(reader))
		return true;
	if (!reader_at(reader, YAML_MAPPING_START_EVENT))
		return value_refuse_type(loader, key);
	while (!(key->kinds >> kind & 1))
		kind++;
	while (reader_next(reader)) {
		if (reader_at(reader, YAML_MAPPING_END_EVENT))
			return true;
		if (!read_pair(loader, (enum plan_kind)kind))
			return false;
	}
	return false;
}
