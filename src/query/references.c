#include "query/references.h"

/* A search under way. */
struct search {
	struct references *found;
	const struct plan_entry *to;
	bool failed;
};

static void add(struct search *search, enum reference_kind kind, const struct plan_entry *from,
				const struct plan_link *link)
{
	struct reference *slot = VEC_PUSH(&search->found->list);
	if (slot)
		*slot = (struct reference){kind, from, link};
	else
		search->failed = true;
}

static void see(struct search *search, enum reference_kind kind, const struct plan_entry *from,
				const struct plan_ref *ref)
{
	if (ref && ref->entry == search->to)
		add(search, kind, from, NULL);
}

static void see_all(struct search *search, enum reference_kind kind, const struct plan_entry *from,
					const struct plan_refs *refs)
{
	for (size_t i = 0; i < refs->count; i++)
		see(search, kind, from, &refs->at[i]);
}

static void see_step(struct search *search, const struct plan_step *step)
{
	const struct plan_entry *from = &step->entry;
	for (size_t i = 0; i < step->link_count; i++)
		if (step->links[i].to.entry == search->to)
			add(search, (enum reference_kind)step->links[i].relation, from, &step->links[i]);
	see_all(search, REFERENCE_HELD_BY, from, &step->bodies);
	if (step->details)
		see_all(search, REFERENCE_HEARS, from, &step->details->parties);
	see(search, REFERENCE_TRACK, from, step->track);
	see(search, REFERENCE_PAPER_FOR, from, plan_step_paper_for(step));
	see(search, REFERENCE_OWNED_BY, from, plan_step_owner(step));
	if (step->details)
		see_all(search, REFERENCE_AUDIENCE, from, &step->details->audience);
}

static void see_others(struct search *search, const struct plan *plan)
{
	for (size_t i = 0; i < plan->tracks.count; i++)
		see(search, REFERENCE_APPROVAL, &plan->tracks.at[i]->entry, plan->tracks.at[i]->approval);
	for (size_t i = 0; i < plan->themes.count; i++)
		see(search, REFERENCE_TAKEN_UP, &plan->themes.at[i]->entry, plan->themes.at[i]->meeting);
	for (size_t i = 0; i < plan->groups.count; i++)
		see(search, REFERENCE_GROUP_AT, &plan->groups.at[i]->entry, plan->groups.at[i]->meeting);
	for (size_t i = 0; i < plan->questions.count; i++)
		see(search, REFERENCE_ASKED_AT, &plan->questions.at[i]->entry, plan->questions.at[i]->meeting);
	for (size_t i = 0; i < plan->focus_areas.count; i++) {
		const struct plan_focus_area *area = plan->focus_areas.at[i];
		see_all(search, REFERENCE_RESPONSIBLE, &area->entry, &area->responsible);
		see(search, REFERENCE_PART_OF, &area->entry, area->part_of);
	}
}

static int by_kind(const void *a, const void *b)
{
	const struct reference *first = a, *second = b;
	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	uint32_t line = first->from->span.line, other = second->from->span.line;
	int order = (line > other) - (line < other);
	return order ? order : (int)first->from->span.column - second->from->span.column;
}

enum plan_status references_find(struct references *references, const struct plan *plan,
								 const struct plan_entry *entry)
{
	*references = (struct references){0};
	struct search search = {.found = references, .to = entry};
	for (size_t i = 0; i < plan->steps.count; i++)
		see_step(&search, plan->steps.at[i]);
	see_others(&search, plan);
	if (references->list.count)
		qsort(references->list.at, references->list.count, sizeof *references->list.at, by_kind);
	return search.failed ? PLAN_NOMEM : PLAN_OK;
}

void references_free(struct references *references)
{
	VEC_FREE(&references->list);
}
