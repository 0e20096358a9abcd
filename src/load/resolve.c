#include "load/resolve.h"

#include "load/calendar.h"
#include "load/dates.h"
#include "load/inherit.h"
#include "load/links.h"
#include "load/refs.h"

#include <string.h>

/* One of the plan's lists, whatever it lists: they all begin alike. */
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

/*
 * The index has all entries in file order, and a section stands in a file only once: so the entries of a kind
 * are a part of its list.
 */
static void make_lists(struct loader *loader)
{
	struct plan_entry **entries = index_entries(loader->plan->index);
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		struct list *list = list_of_kind(loader->plan, (enum plan_kind)kind);
		list->at = loader->counts[kind] ? (void **)(entries + loader->firsts[kind]) : NULL;
		list->count = loader->counts[kind];
	}
}

/* The steps of the three kinds, in file order. */
static bool make_steps(struct loader *loader)
{
	struct plan *plan = loader->plan;
	size_t done[PLAN_KIND_COUNT] = {0}, count = loader->step_count;
	plan->steps.at = count ? loader_alloc(loader, count * sizeof *plan->steps.at) : NULL;
	while (plan->steps.at && plan->steps.count < count) {
		int first = -1;
		for (int kind = 0; kind <= PLAN_KIND_DOCUMENT; kind++)
			if (!done[kind] && loader->counts[kind] &&
				(first < 0 || loader->firsts[kind] < loader->firsts[first]))
				first = kind;
		struct list *list = list_of_kind(plan, (enum plan_kind)first);
		memcpy(plan->steps.at + plan->steps.count, list->at, list->count * sizeof *list->at);
		plan->steps.count += list->count;
		done[first] = 1;
	}
	return !count || plan->steps.at;
}

bool resolve(struct loader *loader)
{
	make_lists(loader);
	if (!make_steps(loader) || !calendar_resolve_recesses(loader) || !calendar_resolve_days(loader))
		return false;
	dates_resolve_pending(loader);
	refs_resolve(loader);
	links_resolve(loader);
	if (loader->no_memory || !inherit_tracks(loader) || !inherit_check_parts(loader))
		return false;
	return findings_has_error(&loader->findings) || calendar_make(loader);
}
