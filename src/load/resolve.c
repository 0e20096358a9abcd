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

/* The three kinds of steps in the order in which their sections stand in the file. */
static void order_kinds(const struct loader *loader, int kinds[STEP_KINDS])
{
	for (int kind = 0; kind < STEP_KINDS; kind++) {
		int place = kind;
		for (; place && loader->firsts[kinds[place - 1]] > loader->firsts[kind]; place--)
			kinds[place] = kinds[place - 1];
		kinds[place] = kind;
	}
}

/* The steps of the three kinds, in file order: where nothing stands between their sections that is a part of
 * the index's list, too. */
static bool make_steps(struct loader *loader)
{
	struct plan *plan = loader->plan;
	struct plan_entry **entries = index_entries(plan->index);
	int kinds[STEP_KINDS] = {0};
	size_t first = SIZE_MAX, last = 0;
	order_kinds(loader, kinds);
	for (int i = 0; i < STEP_KINDS; i++) {
		size_t count = loader->counts[kinds[i]], from = loader->firsts[kinds[i]];
		if (count && first == SIZE_MAX)
			first = from;
		if (count)
			last = from + count;
	}
	plan->steps.count = loader->step_count;
	if (!plan->steps.count)
		return true;
	if (last - first == plan->steps.count) {
		plan->steps.at = (struct plan_step **)(entries + first);
		return true;
	}
	plan->steps.at = loader_alloc(loader, plan->steps.count * sizeof *plan->steps.at);
	for (size_t i = 0, at = 0; plan->steps.at && i < STEP_KINDS; at += loader->counts[kinds[i++]])
		memcpy(plan->steps.at + at, entries + loader->firsts[kinds[i]],
			   loader->counts[kinds[i]] * sizeof *entries);
	return plan->steps.at;
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
