#include "load/resolve.h"

#include "base/text.h"
#include "load/dates.h"
#include "load/inherit.h"
#include "load/links.h"

/* Works out the values of one mapping that the first pass left. */
static void resolve_rows(struct loader *loader, const struct key_map *map, void *base)
{
	for (size_t i = 0; i < map->late_count; i++) {
		const struct key *key = &map->set->keys[map->late[i]];
		char *place = base;
		if (key->details) {
			place = (char *)((struct plan_step *)base)->details;
			if (!place)
				continue;
		}
		place += key->offset;
		if (key->type == KEY_DATE) {
			struct plan_date *date = *(struct plan_date **)place;
			if (date)
				dates_resolve(loader, key, date);
		} else if (key->type == KEY_REF) {
			struct plan_ref *ref = *(struct plan_ref **)place;
			if (ref)
				links_resolve_ref(loader, ref, key->kinds);
		} else {
			const struct plan_refs *refs = (const struct plan_refs *)place;
			for (size_t j = 0; j < refs->count; j++)
				links_resolve_ref(loader, &refs->at[j], key->kinds);
		}
	}
}

static void resolve_step(struct loader *loader, struct plan_step *step)
{
	links_resolve(loader, step);
	if (!step->held)
		return;
	if (step->status == PLAN_CANCELLED)
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, step->held->span,
					  _("a step that was held cannot be cancelled"), _("remove \"held\" or \"status\""));
	step->status = PLAN_DONE;
}

static void resolve_entry(struct loader *loader, struct plan_entry *entry)
{
	loader->findings.entry = entry->id;
	resolve_rows(loader, keymap_of_kind(&loader->maps, (enum plan_kind)entry->kind), entry);
	if (entry->kind <= PLAN_KIND_DOCUMENT)
		resolve_step(loader, (struct plan_step *)entry);
	loader->findings.entry = NULL;
}

/* The mappings of the file that are no entries. */
static void resolve_plan(struct loader *loader)
{
	for (struct key_map *map = loader->maps.others; map < loader->maps.others + 4 && map->set; map++) {
		bool own = map->set->size == sizeof(struct plan);
		void *base = own ? (void *)loader->plan : (void *)loader->plan->replaces;
		if (base)
			resolve_rows(loader, map, base);
	}
}

/* One of the plan's lists, whatever it lists. */
struct list {
	void **at;
	size_t count;
};

static struct list *list_of_kind(struct plan *plan, enum plan_kind kind)
{
	void *const lists[PLAN_KIND_COUNT] = {
		[PLAN_KIND_PHASE] = &plan->phases,       [PLAN_KIND_MEETING] = &plan->meetings,
		[PLAN_KIND_DOCUMENT] = &plan->documents, [PLAN_KIND_THEME] = &plan->themes,
		[PLAN_KIND_PARTY] = &plan->parties,      [PLAN_KIND_FOCUS_AREA] = &plan->focus_areas,
		[PLAN_KIND_BODY] = &plan->bodies,        [PLAN_KIND_TRACK] = &plan->tracks,
		[PLAN_KIND_GROUP] = &plan->groups,       [PLAN_KIND_QUESTION] = &plan->questions,
		[PLAN_KIND_REMARK] = &plan->remarks,     [PLAN_KIND_RECESS] = &plan->recesses,
	};
	return lists[kind];
}

static bool make_list(struct loader *loader, struct list *list, size_t room)
{
	list->count = 0;
	list->at = room ? loader_alloc(loader, room * sizeof *list->at) : NULL;
	return !room || list->at;
}

static bool make_lists(struct loader *loader)
{
	size_t steps = 0;
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		size_t count = loader->counts[kind];
		if (!make_list(loader, list_of_kind(loader->plan, (enum plan_kind)kind), count))
			return false;
		if (kind <= PLAN_KIND_DOCUMENT)
			steps += count;
	}
	return make_list(loader, (struct list *)&loader->plan->steps, steps);
}

/* Lists an entry; its place in the lists leaves out what could not be listed. */
static void list_entry(struct loader *loader, struct plan_entry *entry)
{
	struct list *list = list_of_kind(loader->plan, (enum plan_kind)entry->kind);
	entry->index = (uint32_t)list->count;
	list->at[list->count++] = entry;
	if (entry->kind > PLAN_KIND_DOCUMENT)
		return;
	struct plan_step *step = (struct plan_step *)entry;
	step->number = (uint32_t)loader->plan->steps.count;
	loader->plan->steps.at[loader->plan->steps.count++] = step;
}

bool resolve(struct loader *loader)
{
	const struct plan_index *index = loader->plan->index;
	if (!dates_resolve_recesses(loader) || !dates_resolve_lists(loader) || !make_lists(loader))
		return false;
	resolve_plan(loader);
	for (size_t i = 0; i < index_count(index); i++) {
		struct plan_entry *entry = index_at(index, i);
		list_entry(loader, entry);
		resolve_entry(loader, entry);
	}
	for (size_t i = 0; i < loader->strays.count; i++)
		resolve_entry(loader, loader->strays.at[i]);
	if (loader->no_memory || !inherit_tracks(loader) || !inherit_check_parts(loader))
		return false;
	return findings_has_error(&loader->findings) || dates_make_calendar(loader);
}
