#include "load/inherit.h"

#include "base/text.h"

enum { NONE = UINT32_MAX };

/* Things of which each belongs to at most one other. */
struct forest {
	struct loader *loader;
	size_t count;
	uint32_t *parents;                                    /* NONE for a root */
	uint32_t *path;                                       /* room for all */
	uint8_t *state;                                       /* NEW, OPEN, DONE */
	void (*settle)(struct forest *forest, uint32_t item); /* called for each, after its parent */
	const struct plan_ref *(*reference)(const struct forest *forest, uint32_t item); /* to the parent */
};

enum { NEW, OPEN, DONE };

static bool make(struct forest *forest, struct loader *loader, size_t count)
{
	forest->loader = loader;
	forest->count = count;
	forest->parents = malloc(count * sizeof *forest->parents);
	forest->path = calloc(count, sizeof *forest->path);
	forest->state = calloc(count, 1);
	if (!forest->parents || !forest->path || !forest->state)
		return loader_fail(loader);
	return true;
}

static void unmake(struct forest *forest)
{
	free(forest->parents);
	free(forest->path);
	free(forest->state);
}

/* The ring is at the end of the path, from `item` on. */
static void report_ring(struct forest *forest, size_t length, uint32_t item)
{
	enum { SHOWN = 8 };
	struct diag_draft draft;
	size_t from = length;
	do
		from--;
	while (from && forest->path[from] != item);
	const struct plan_ref *first = forest->reference(forest, item);
	if (length - from < 2 || !loader_draft(forest->loader, &draft, PLAN_RULE_BAD_VALUE, first->span))
		return; /* what is tied to itself is reported where it stands */
	diag_message(&draft, _("these belong to each other in a ring"));
	for (size_t i = from + 1; i < length && i < from + SHOWN; i++) {
		const struct plan_ref *next = forest->reference(forest, forest->path[i]);
		diag_because(&draft, next->span, _("\"%s\" is next"), next->entry->id);
	}
	diag_help(&draft, _("remove one of them"));
	loader_end(forest->loader, &draft);
}

/* Settles an item and all that it belongs to, the outermost first. */
static void walk(struct forest *forest, uint32_t item)
{
	size_t length = 0;
	while (item != NONE && forest->state[item] == NEW) {
		forest->state[item] = OPEN;
		forest->path[length++] = item;
		item = forest->parents[item];
	}
	if (item != NONE && forest->state[item] == OPEN)
		report_ring(forest, length, item);
	while (length) {
		uint32_t next = forest->path[--length];
		forest->state[next] = DONE;
		if (forest->settle)
			forest->settle(forest, next);
	}
}

static void walk_all(struct forest *forest)
{
	for (size_t i = 0; i < forest->count; i++)
		walk(forest, (uint32_t)i);
}

static const struct plan_ref *phase_of(const struct plan_step *step)
{
	for (size_t i = 0; i < step->link_count; i++)
		if (step->links[i].relation == PLAN_PHASE_OF)
			return &step->links[i].to;
	return NULL;
}

static const struct plan_ref *step_reference(const struct forest *forest, uint32_t item)
{
	return phase_of(forest->loader->plan->steps.at[item]);
}

static void settle_track(struct forest *forest, uint32_t item)
{
	struct plan_step **steps = forest->loader->plan->steps.at;
	if (!steps[item]->track && forest->parents[item] != NONE)
		steps[item]->track = steps[forest->parents[item]]->track;
}

bool inherit_tracks(struct loader *loader)
{
	struct plan *plan = loader->plan;
	struct forest forest = {.settle = settle_track, .reference = step_reference};
	if (!loader->has_phases)
		return true;
	bool made = make(&forest, loader, plan->steps.count);
	for (size_t i = 0; made && i < forest.count; i++) {
		const struct plan_ref *ref = phase_of(plan->steps.at[i]);
		bool phase = ref && ref->entry && ref->entry->kind == PLAN_KIND_PHASE;
		forest.parents[i] = phase ? plan_entry_step(ref->entry)->number : NONE;
	}
	if (made)
		walk_all(&forest);
	unmake(&forest);
	return made;
}

static const struct plan_ref *area_reference(const struct forest *forest, uint32_t item)
{
	return forest->loader->plan->focus_areas.at[item]->part_of;
}

bool inherit_check_parts(struct loader *loader)
{
	struct plan *plan = loader->plan;
	struct forest forest = {.reference = area_reference};
	if (!plan->focus_areas.count)
		return true;
	bool made = make(&forest, loader, plan->focus_areas.count);
	for (size_t i = 0; made && i < forest.count; i++) {
		const struct plan_ref *ref = plan->focus_areas.at[i]->part_of;
		bool area = ref && ref->entry && ref->entry->kind == PLAN_KIND_FOCUS_AREA;
		forest.parents[i] = area ? ref->entry->index : NONE;
	}
	if (made)
		walk_all(&forest);
	unmake(&forest);
	return made;
}
