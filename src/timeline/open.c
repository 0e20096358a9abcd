#include "timeline/open.h"

#include <stdlib.h>
#include <string.h>

struct search {
	const struct network *network;
	const plan_day *days;
	bool upper;
	bool *open; /* as far as is known */
	uint32_t *stack;
	uint32_t depth;
};

static plan_day moved_to_set(const struct search *s, uint32_t place, plan_day day)
{
	return s->upper ? network_down(s->network, place, day) : network_up(s->network, place, day);
}

static void reach(struct search *s, uint32_t place)
{
	if (s->open[place]) {
		s->open[place] = false;
		s->stack[s->depth++] = place;
	}
}

/* Reaches what has its day from `place`. */
static void follow(struct search *s, uint32_t place)
{
	const struct network *network = s->network;
	const uint32_t *first = s->upper ? network->entry_first : network->first;
	for (uint32_t i = first[place]; i < first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[s->upper ? network->entries[i].arc : i];
		uint32_t other = s->upper ? network->entries[i].source : arc->target;
		plan_day day = s->upper ? shift_most(network->calendar, arc->shift, s->days[place])
								: shift_least(network->calendar, arc->shift, s->days[place]);
		if (s->open[other] && moved_to_set(s, other, day) == s->days[other])
			reach(s, other);
	}
}

/* Whether any day could follow from the horizon alone: one that does begins at the first or last day there
 * is. */
static bool may_be_open(const struct search *s, const plan_day *own)
{
	plan_day horizon = s->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	for (uint32_t place = 0; place < s->network->variable_count; place++)
		if (own[place] == horizon && s->days[place] == moved_to_set(s, place, horizon))
			return true;
	return false;
}

static void search(struct search *s, const plan_day *own)
{
	plan_day horizon = s->upper ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	uint32_t count = s->network->variable_count;
	for (uint32_t place = 0; place < count; place++) {
		if (own[place] != horizon && moved_to_set(s, place, own[place]) == s->days[place])
			reach(s, place);
		while (s->depth > 0)
			follow(s, s->stack[--s->depth]);
	}
}

enum plan_status open_find(struct network *network, const plan_day *own, const plan_day *days, bool upper,
						   bool *open)
{
	size_t count = network->variable_count;
	struct search s = {.network = network, .days = days, .upper = upper, .open = open};
	if (!may_be_open(&s, own))
		return PLAN_OK;
	if (upper && network_link_entries(network) != PLAN_OK)
		return PLAN_NOMEM;
	s.stack = malloc((count + 1) * sizeof *s.stack);
	if (!s.stack)
		return PLAN_NOMEM;
	memset(open, true, count);
	search(&s, own);
	free(s.stack);
	return PLAN_OK;
}
