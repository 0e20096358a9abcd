#include "load/resolve.h"

#include "load/calendar.h"
#include "load/dates.h"
#include "load/inherit.h"
#include "load/links.h"

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

/* Copies a list of entries into the plan. */
static bool keep_list(struct loader *loader, struct list *list, struct plan_entry *const *entries,
					  size_t count)
{
	void *copy = count ? loader_copy(loader, entries, count * sizeof *entries) : NULL;
	memcpy(&list->at, &copy, sizeof copy);
	list->count = count;
	return !count || copy;
}

static bool keep_lists(struct loader *loader)
{
	for (int kind = 0; kind < PLAN_KIND_COUNT; kind++) {
		struct list *list = list_of_kind(loader->plan, (enum plan_kind)kind);
		if (!keep_list(loader, list, loader->lists[kind].at, loader->lists[kind].count))
			return false;
	}
	return keep_list(loader, (struct list *)&loader->plan->steps, loader->steps_list.at,
					 loader->steps_list.count);
}

bool resolve(struct loader *loader)
{
	if (!keep_lists(loader) || !calendar_resolve_recesses(loader) || !calendar_resolve_days(loader))
		return false;
	dates_resolve_pending(loader);
	links_resolve_pending(loader);
	if (loader->no_memory || !inherit_tracks(loader) || !inherit_check_parts(loader))
		return false;
	return findings_has_error(&loader->findings) || calendar_make(loader);
}
