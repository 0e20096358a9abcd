#include "timeline/spent.h"

void spent_free(struct spent *spent)
{
	VEC_FREE(&spent->arcs);
	VEC_FREE(&spent->sets);
	VEC_FREE(&spent->bounds);
	VEC_FREE(&spent->excepts);
}

enum plan_status spent_add_arc(struct spent *spent, uint32_t arc)
{
	struct spent_arc *kept = VEC_PUSH(&spent->arcs);
	if (!kept)
		return PLAN_NOMEM;
	*kept = (struct spent_arc){.arc = arc};
	return PLAN_OK;
}

enum plan_status spent_add_set(struct spent *spent, uint32_t place)
{
	struct spent_set *kept = VEC_PUSH(&spent->sets);
	if (!kept)
		return PLAN_NOMEM;
	*kept = (struct spent_set){.place = place};
	return PLAN_OK;
}

enum plan_status spent_add_bound(struct spent *spent, uint32_t place, const struct plan_step *step,
								 struct bound_except except)
{
	struct spent_bound *kept = VEC_PUSH(&spent->bounds);
	if (!kept)
		return PLAN_NOMEM;
	*kept = (struct spent_bound){place, step, except};
	return PLAN_OK;
}

static int compare_bounds(const void *a, const void *b)
{
	const struct spent_bound *x = a, *y = b;
	return (x->place > y->place) - (x->place < y->place);
}

/* Sorts the bounds by place, and makes the list of what is left out of them. */
static enum plan_status list_excepts(struct spent *spent)
{
	size_t count = spent->bounds.count;
	spent->excepts.count = 0;
	if (count == 0)
		return PLAN_OK;
	if (!VEC_RESERVE(&spent->excepts, count))
		return PLAN_NOMEM;
	qsort(spent->bounds.at, count, sizeof *spent->bounds.at, compare_bounds);
	for (size_t i = 0; i < count; i++)
		spent->excepts.at[i] = spent->bounds.at[i].except;
	spent->excepts.count = count;
	return PLAN_OK;
}

static void leave_out_bounds(const struct spent *spent, const struct plan *plan, plan_day *lo, plan_day *hi)
{
	for (size_t i = 0, count; i < spent->bounds.count; i += count) {
		const struct spent_bound *bound = &spent->bounds.at[i];
		const struct bound_except *excepts = spent_excepts(spent, bound->place, &count);
		struct step_bounds bounds;
		step_bounds(plan, bound->step, BOUND_WRITTEN, excepts, count, &bounds);
		lo[bound->place] = bounds.lo[bound->except.at_end].day;
		hi[bound->place] = bounds.hi[bound->except.at_end].day;
	}
}

enum plan_status spent_leave_out(struct spent *spent, struct compiled *compiled, plan_day *lo, plan_day *hi)
{
	struct network *network = &compiled->network;
	for (size_t i = 0; i < spent->arcs.count; i++) {
		struct spent_arc *spent_arc = &spent->arcs.at[i];
		spent_arc->shift = network->arcs[spent_arc->arc].shift;
		network->arcs[spent_arc->arc].shift = (struct shift){.kind = SHIFT_NONE};
	}
	spent->arcs_out = spent->arcs.count;
	spent->sets_out = spent->sets.count;
	for (size_t i = 0; i < spent->sets.count; i++) {
		struct spent_set *spent_set = &spent->sets.at[i];
		spent_set->set = network->set[spent_set->place];
		network->set[spent_set->place] = 0;
	}
	if (list_excepts(spent) != PLAN_OK)
		return PLAN_NOMEM;
	leave_out_bounds(spent, compiled->plan, lo, hi);
	return PLAN_OK;
}

void spent_put_back(const struct spent *spent, struct compiled *compiled)
{
	struct network *network = &compiled->network;
	/* What was added twice was left out already the second time. */
	for (size_t i = spent->arcs_out; i-- > 0;)
		network->arcs[spent->arcs.at[i].arc].shift = spent->arcs.at[i].shift;
	for (size_t i = spent->sets_out; i-- > 0;)
		network->set[spent->sets.at[i].place] = spent->sets.at[i].set;
}

const struct bound_except *spent_excepts(const struct spent *spent, uint32_t place, size_t *count)
{
	size_t low = 0, high = spent ? spent->excepts.count : 0, all = high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (spent->bounds.at[middle].place < place)
			low = middle + 1;
		else
			high = middle;
	}
	for (*count = 0; low + *count < all && spent->bounds.at[low + *count].place == place;)
		++*count;
	return *count ? &spent->excepts.at[low] : NULL;
}
