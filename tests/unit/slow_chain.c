#include "slow_chain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

void slow_turn_on(struct slow *slow, const struct plan_chain *chain)
{
	slow_turn_all(slow, false);
	for (size_t i = 0; i < chain->count; i++) {
		struct slow_constraint *constraint = slow_find(slow, &chain->at[i]);
		if (constraint)
			constraint->on = true;
	}
}

bool slow_keeps(struct slow *slow, size_t v, bool later, plan_day day)
{
	bool solved = later ? slow_latest(slow) : slow_earliest(slow);
	if (!solved)
		fail_msg("a part of a feasible plan is not feasible");
	return later ? slow->hi[v] <= day : slow->lo[v] >= day;
}

size_t slow_idle_link(struct slow *slow, const struct plan_chain *chain, size_t v, bool later, plan_day day)
{
	for (size_t i = 0; i < chain->count; i++) {
		struct slow_constraint *constraint = slow_find(slow, &chain->at[i]);
		if (!constraint)
			continue;
		constraint->on = false;
		bool idle = slow_keeps(slow, v, later, day);
		constraint->on = true;
		if (idle)
			return i;
	}
	return chain->count;
}
