#include "base/arena.h"
#include "base/similar.h"
#include "base/text.h"
#include "model/index.h"

#include <string.h>

/* Ids are at most 64 characters, of one or two bytes each. */
enum { ID_BYTES = 128 };

static const struct {
	const char *name, *section;
} kinds[PLAN_KIND_COUNT] = {
	[PLAN_KIND_PHASE] = {"phase", "phases"},
	[PLAN_KIND_MEETING] = {"meeting", "meetings"},
	[PLAN_KIND_DOCUMENT] = {"document", "documents"},
	[PLAN_KIND_THEME] = {"theme", "themes"},
	[PLAN_KIND_PARTY] = {"party", "parties"},
	[PLAN_KIND_FOCUS_AREA] = {"focus-area", "focus_areas"},
	[PLAN_KIND_BODY] = {"body", "bodies"},
	[PLAN_KIND_TRACK] = {"track", "tracks"},
	[PLAN_KIND_GROUP] = {"group", "groups"},
	[PLAN_KIND_QUESTION] = {"question", "questions"},
	[PLAN_KIND_REMARK] = {"remark", "remarks"},
	[PLAN_KIND_RECESS] = {"recess", "recess"},
};

void plan_free(struct plan *plan)
{
	if (!plan)
		return;
	plan_calendar_free(plan->calendar);
	index_free(plan->index);
	arena_free(plan->arena);
}

const struct plan_entry *plan_find(const struct plan *plan, const char *id)
{
	char composed[ID_BYTES + 1];
	size_t length = text_compose(id, strlen(id), composed, sizeof composed);
	return length ? index_find(plan->index, composed, length) : NULL;
}

const struct plan_entry *plan_find_similar(const struct plan *plan, const char *id, unsigned wanted)
{
	size_t count = index_count(plan->index), length = strlen(id);
	if (length > SIMILAR_MAX || !index_may_search(plan->index, count))
		return NULL;
	struct similar similar;
	similar_begin(&similar, id, length);
	for (size_t i = 0; i < count; i++) {
		const struct plan_entry *entry = index_at(plan->index, i);
		if (wanted >> entry->kind & 1)
			similar_offer(&similar, entry->id, i);
	}
	return similar.best ? index_at(plan->index, similar.best_at) : NULL;
}

const char *plan_body_label(const struct plan_body *body)
{
	return body->short_name ? body->short_name : body->entry.title;
}

const char *plan_kind_name(enum plan_kind kind)
{
	return kinds[kind].name;
}

const char *plan_kind_section(enum plan_kind kind)
{
	return kinds[kind].section;
}
