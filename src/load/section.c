#include "base/text.h"
#include "load/ids.h"
#include "load/links.h"
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

/* Makes an id findable; what cannot be is remembered, so that references to it are not reported as well. */
static bool add_id(struct loader *loader, struct plan_entry *entry, bool good, uint32_t hash)
{
	const struct plan_entry *other = NULL;
	if (good && index_add(loader->plan->index, entry, hash, &other) != PLAN_OK)
		return loader_fail(loader);
	if (good && !other)
		return true;
	if (other)
		refuse_taken(loader, entry, other);
	struct plan_entry **place = VEC_PUSH(&loader->strays);
	if (!place || index_list(loader->plan->index, entry) != PLAN_OK)
		return loader_fail(loader);
	*place = entry;
	return true;
}

/* Memory for an entry of a kind, zeroed; NULL when it ran out. */
static void *make_room(struct loader *loader, enum plan_kind kind)
{
	static const size_t sizes[STEP_KINDS] = {
		[PLAN_KIND_PHASE] = sizeof(struct plan_phase),
		[PLAN_KIND_MEETING] = sizeof(struct plan_step),
		[PLAN_KIND_DOCUMENT] = sizeof(struct plan_document),
	};
	return kind <= PLAN_KIND_DOCUMENT ? loader_slab(loader, &loader->steps[kind], sizes[kind])
									  : loader_alloc(loader, keys_of_kind(kind)->size);
}

/* A new entry whose id the current event is; `*good` says whether it is one. NULL when memory ran out. */
static struct plan_entry *make_entry(struct loader *loader, enum plan_kind kind, bool *good)
{
	bool step = kind <= PLAN_KIND_DOCUMENT;
	struct plan_entry *entry = make_room(loader, kind);
	if (!entry)
		return NULL;
	entry->kind = (uint8_t)kind;
	entry->span = reader_span(&loader->reader);
	entry->title = "";
	entry->index = loader->counts[kind]++;
	if (step) {
		((struct plan_step *)entry)->number = loader->step_count++;
		((struct plan_step *)entry)->days = 1;
	}
	entry->id =
		id_make(loader, reader_text(&loader->reader), reader_length(&loader->reader), entry->span, good);
	return entry->id ? entry : NULL;
}

/* What was held is done. */
static void settle_status(struct loader *loader, struct plan_step *step)
{
	if (!step->held)
		return;
	if (step->status == PLAN_CANCELLED)
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, step->held->span,
					  _("a step that was held cannot be cancelled"), _("remove \"held\" or \"status\""));
	step->status = PLAN_DONE;
}

static bool read_entry(struct loader *loader, struct plan_entry *entry)
{
	const struct key_map *map = keymap_of_kind(&loader->maps, (enum plan_kind)entry->kind);
	loader->link_list.count = 0;
	if (!mapping_read(loader, map, entry, entry->span, entry->id))
		return false;
	if (!entry->title) /* an empty one, which was reported */
		entry->title = "";
	if (entry->kind > PLAN_KIND_DOCUMENT)
		return true;
	settle_status(loader, (struct plan_step *)entry);
	return links_keep(loader, (struct plan_step *)entry);
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
			diag_message(&draft, _("\"%s\" must be a mapping, not a text or a list"), entry->id);
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
			loader_refuse(loader, PLAN_RULE_WRONG_TYPE, reader_span(reader), _("an id must be one text"),
						  NULL);
		return reader_skip(reader) && reader_next(reader) && reader_skip(reader);
	}
	if (!strcmp(reader_text(reader), "<<")) {
		loader_refuse(loader, PLAN_RULE_UNSUPPORTED_YAML, reader_span(reader),
					  _("a plan has no merge keys (<<)"), _("write the keys out where they are needed"));
		return reader_next(reader) && reader_skip(reader);
	}
	bool good;
	struct plan_entry *entry = make_entry(loader, kind, &good);
	if (!entry || !reader_next(reader))
		return false;
	uint32_t hash = index_hash(loader->plan->index, entry->id, strlen(entry->id));
	index_fetch(loader->plan->index, hash, 0);
	loader->entry = entry;
	loader->findings.entry = &entry->id;
	bool go_on =
		reader_at(reader, YAML_MAPPING_START_EVENT) ? read_entry(loader, entry) : refuse_entry(loader, entry);
	loader->entry = NULL;
	loader->findings.entry = NULL;
	return go_on && add_id(loader, entry, good, hash);
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
	loader->firsts[kind] = index_count(loader->plan->index);
	while (reader_next(reader)) {
		if (reader_at(reader, YAML_MAPPING_END_EVENT))
			return true;
		if (!read_pair(loader, (enum plan_kind)kind))
			return false;
	}
	return false;
}
