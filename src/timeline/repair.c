#include "timeline/repair.h"

#include "timeline/move.h"

#include <stdlib.h>
#include <string.h>

/* A gap is not made longer than so many units more. */
enum { LONGER_MAX = 4000 };

/* Whether the plan holds with the bounds as they are now, and not only because a link of the chain at hand,
 * or what makes it late, was set aside for another conflict; used up afterwards. */
static bool holds(struct repairer *r)
{
	return repairer_keeps_chain(r) && repairer_is_feasible(r);
}

/* The arc of a cause; NETWORK_NONE when it has been left out. */
static uint32_t find_arc(const struct repairer *r, const struct plan_cause *cause)
{
	const struct compiled *compiled = &r->work->compiled;
	const struct network *network = &compiled->network;
	const struct plan_step *other = plan_entry_step(cause->other);
	uint32_t source = compiled_place(compiled, other, cause->other_at_end);
	uint32_t target = compiled_place(compiled, cause->step, cause->at_end);
	for (uint32_t arc = network->first[source]; arc < network->first[source + 1]; arc++) {
		if (network->arcs[arc].target != target)
			continue;
		struct arc_meaning meaning = compiled_meaning(compiled, network->arcs[arc].cause);
		bool link = cause->kind == PLAN_CAUSE_LINK && meaning.link == cause->link &&
					(meaning.kind == CAUSE_LINK_MOST) == cause->most;
		bool length = cause->kind == PLAN_CAUSE_DURATION &&
					  meaning.kind == (cause->most ? CAUSE_LASTS_MOST : CAUSE_LASTS_LEAST);
		if (link || length)
			return arc;
	}
	return NETWORK_NONE;
}

/* A gap or duration that may be changed: its arc, and the other of a duration that is exact. */
struct lever {
	const struct plan_cause *cause;
	struct plan_lag lag; /* in days where it was in weeks */
	uint32_t arc, other;
	bool length;
};

static struct shift lever_shift(const struct lever *lever, struct plan_lag lag, bool most)
{
	if (lever->length)
		return most ? shift_lasts_at_most(lag) : shift_lasts_at_least(lag);
	return most ? shift_at_most(lag) : shift_at_least(lag);
}

/* Whether the plan holds with another number; with `exact` that of the other arc is changed as well. */
static bool holds_with(struct repairer *r, const struct lever *lever, int32_t count, bool exact)
{
	const struct network *network = &r->work->compiled.network;
	struct shift *shift = conflicts_shift(r->conflicts, network, lever->arc), was = *shift, was_other = {0};
	struct shift *other = exact ? conflicts_shift(r->conflicts, network, lever->other) : NULL;
	struct plan_lag lag = lever->lag;
	lag.count = count;
	*shift = lever_shift(lever, lag, lever->cause->most);
	if (other) {
		was_other = *other;
		*other = lever_shift(lever, lag, !lever->cause->most);
	}
	repairer_reset(r);
	bool held = holds(r);
	*shift = was;
	if (other)
		*other = was_other;
	return held;
}

static int64_t days_of(uint8_t unit, int32_t count)
{
	static const int32_t tenths[] = {10, 70, 300, 14};
	return (int64_t)tenths[unit] * count / 10;
}

/*
 * The number nearest to the lever's that mends the plan, found by halving; false when none does. A duration
 * that is exact is let loose on one side: where the nearest number mends the plan and none nearer does, it
 * lasts exactly so long.
 */
static bool find_count(struct repairer *r, const struct lever *lever, int32_t *count)
{
	bool most = lever->cause->most;
	int32_t good = most ? lever->lag.count + LONGER_MAX : lever->length, bad = lever->lag.count;
	if (most ? good > PLAN_LAG_MAX : good >= bad)
		return false;
	if (!holds_with(r, lever, good, false))
		return false;
	while (good - bad > 1 || bad - good > 1) {
		int32_t middle = bad + (good - bad) / 2;
		if (holds_with(r, lever, middle, false))
			good = middle;
		else
			bad = middle;
	}
	*count = good;
	return lever->other == NETWORK_NONE || holds_with(r, lever, good, true);
}

static void try_lever(struct repairer *r, struct lever *lever)
{
	int32_t count;
	if (lever->lag.unit == PLAN_WEEKS) {
		lever->lag.unit = PLAN_DAYS;
		lever->lag.count *= 7;
	}
	if (!find_count(r, lever, &count))
		return;
	struct plan_lag amount = {count, lever->lag.unit, true};
	int64_t change =
		days_of(amount.unit, count > lever->lag.count ? count - lever->lag.count : lever->lag.count - count);
	if (amount.unit == PLAN_DAYS && count % 7 == 0 && count > 0) {
		amount.unit = PLAN_WEEKS;
		amount.count /= 7;
	}
	repairer_offer(r, lever->cause, change, 0, amount);
}

static bool same_lag(struct plan_lag a, struct plan_lag b)
{
	return a.given && b.given && a.count == b.count && a.unit == b.unit;
}

static void try_gap(struct repairer *r, const struct plan_cause *cause)
{
	bool gap = cause->link->relation == PLAN_AFTER || cause->link->relation == PLAN_BEFORE;
	struct lever lever = {.cause = cause,
						  .lag = cause->most ? cause->link->gap.max : cause->link->gap.min,
						  .other = NETWORK_NONE};
	if (!gap || !lever.lag.given || cause->link->to.entry->kind == PLAN_KIND_RECESS)
		return;
	lever.arc = find_arc(r, cause);
	if (lever.arc != NETWORK_NONE)
		try_lever(r, &lever);
}

static void try_duration(struct repairer *r, const struct plan_cause *cause)
{
	if (!plan_step_duration(cause->step))
		return;
	const struct plan_range *range = &plan_step_duration(cause->step)->range;
	struct lever lever = {.cause = cause,
						  .lag = cause->most ? range->max : range->min,
						  .arc = find_arc(r, cause),
						  .other = NETWORK_NONE,
						  .length = true};
	if (lever.arc == NETWORK_NONE || !lever.lag.given)
		return;
	if (same_lag(range->min, range->max)) {
		struct plan_cause back = *cause;
		back.at_end = !cause->at_end;
		back.other_at_end = !cause->other_at_end;
		back.most = !cause->most;
		lever.other = find_arc(r, &back);
	}
	try_lever(r, &lever);
}

static void try_cause(struct repairer *r, const struct plan_cause *cause)
{
	switch (cause->kind) {
	case PLAN_CAUSE_DATE:
	case PLAN_CAUSE_DEADLINE: move_try(r, cause); break;
	case PLAN_CAUSE_LINK: try_gap(r, cause); break;
	case PLAN_CAUSE_DURATION: try_duration(r, cause); break;
	default: break;
	}
}

static bool is_movable(const struct plan_cause *cause)
{
	return !step_is_fact(cause->step) || cause->kind == PLAN_CAUSE_LINK || cause->kind == PLAN_CAUSE_DEADLINE;
}

/* Finds the repair of one conflict. An unfinished search says nothing. */
static void repair(struct repairer *r, struct plan_conflict *conflict)
{
	r->best = (struct plan_repair){0};
	r->reason = &r->conflicts->reasons.at[r->conflict];
	memcpy(r->base_lo, r->conflicts->own_lo, repairer_variables(r) * sizeof *r->base_lo);
	memcpy(r->base_hi, r->conflicts->hi, repairer_variables(r) * sizeof *r->base_hi);
	repairer_put_back(r, true);
	size_t i = 0;
	for (; i < conflict->chain.count && r->work_left > 0 && r->work->solver.moves_left > 0; i++)
		if (is_movable(&conflict->chain.at[i]))
			try_cause(r, &conflict->chain.at[i]);
	if (i == conflict->chain.count)
		conflict->repair = r->best;
	repairer_put_back(r, false);
}

enum plan_status repairs_find(struct timeline_work *work, const struct spent *spent,
							  struct conflicts *conflicts, struct repair_budget *budget)
{
	size_t count = (size_t)work->compiled.network.variable_count + 1;
	struct repairer r = {.work = work, .spent = spent, .conflicts = conflicts, .work_left = budget->work};
	plan_day *days = count <= SIZE_MAX / 4 / sizeof *days ? malloc(4 * count * sizeof *days) : NULL;
	if (!days)
		return PLAN_NOMEM;
	r.base_lo = days;
	r.base_hi = days + count;
	r.lo = days + 2 * count;
	r.hi = days + 3 * count;
	int64_t moves_left = work->solver.moves_left;
	work->solver.moves_left = budget->moves;
	for (size_t i = 0; i < conflicts->found.count && budget->count > 0; i++, budget->count--) {
		r.conflict = i;
		if (r.work_left > 0 && work->solver.moves_left > 0)
			repair(&r, &conflicts->found.at[i]);
	}
	budget->work = r.work_left;
	budget->moves = work->solver.moves_left;
	work->solver.moves_left = moves_left;
	VEC_FREE(&r.except);
	free(days);
	return PLAN_OK;
}
