#include "timeline/repair.h"

#include "timeline/overrun.h"

#include <stdlib.h>
#include <string.h>

/* A gap is not made longer than so many units more. */
enum { LONGER_MAX = 4000 };

struct repairer {
	struct timeline_work *work;
	struct conflicts *conflicts;
	size_t conflict;             /* the one at hand */
	const struct reason *reason; /* its reason */
	plan_day *base_lo, *base_hi; /* by place: its bounds, with what it ran into */
	plan_day *lo, *hi;
	int64_t work_left;
	struct plan_repair best;
	int64_t best_change;
	bool best_is_deadline;
};

/* Whether a set-aside belongs to the conflict at hand, or follows from it. */
static bool is_its_own(const struct repairer *r, const struct aside *aside)
{
	return aside->conflict == r->conflict + 1 || aside->follows == r->conflict + 1;
}

/* Puts back (or sets aside again) a set or an arc. */
static void put_back_one(const struct repairer *r, const struct aside *aside, bool back)
{
	struct network *network = &r->work->compiled.network;
	if (aside->kind == ASIDE_SET)
		network->set[aside->at] = back ? aside->set : 0;
	if (aside->kind == ASIDE_ARC)
		network->arcs[aside->at].shift = back ? aside->shift : (struct shift){.kind = SHIFT_NONE};
}

/* Puts back (or sets aside again) what the conflict at hand ran into. */
static void put_back(struct repairer *r, bool back)
{
	for (size_t i = 0; i < r->conflicts->aside.count; i++) {
		const struct aside *aside = &r->conflicts->aside.at[i];
		if (!is_its_own(r, aside))
			continue;
		put_back_one(r, aside, back);
		if (aside->kind == ASIDE_BOUND && back && (aside->bound.date || aside->bound.link) &&
			aside->bound.day < r->base_hi[aside->at])
			r->base_hi[aside->at] = aside->bound.day;
	}
}

static size_t variables(const struct repairer *r)
{
	return r->work->compiled.network.variable_count;
}

/* Starts again from the bounds of the conflict. */
static void reset(struct repairer *r)
{
	memcpy(r->lo, r->base_lo, variables(r) * sizeof *r->lo);
	memcpy(r->hi, r->base_hi, variables(r) * sizeof *r->hi);
}

/* Whether the network comes to rest within the bounds as they are now; used up afterwards. */
static bool is_feasible(struct repairer *r)
{
	struct solver *solver = &r->work->solver;
	solver->lo = r->lo;
	solver->hi = r->hi;
	solver->at = 0;
	r->work_left -= (int64_t)variables(r) + r->work->compiled.network.arc_count;
	return solver_forward(solver) == SOLVE_DONE;
}

/* Whether the chain of the conflict at hand keeps the bounds as they are now. */
static bool keeps_chain(struct repairer *r)
{
	r->work_left -= (int64_t)r->reason->links.count;
	return !reason_overruns(r->work, r->conflicts, r->reason, r->lo, r->hi);
}

/* Whether the plan holds with the bounds as they are now, and not only because a link of the chain at hand,
 * or what makes it late, was set aside for another conflict; used up afterwards. */
static bool holds(struct repairer *r)
{
	return keeps_chain(r) && is_feasible(r);
}

static void offer(struct repairer *r, const struct plan_cause *cause, int64_t change, plan_day day,
				  struct plan_lag amount)
{
	bool deadline = cause->kind == PLAN_CAUSE_DEADLINE;
	bool better = !r->best.cause || (r->best_is_deadline && !deadline) ||
				  (r->best_is_deadline == deadline && change < r->best_change);
	if (!better)
		return;
	r->best = (struct plan_repair){cause, day, amount};
	r->best_change = change;
	r->best_is_deadline = deadline;
}

/* The date that a cause is about, and whether it says one known day. */
static const struct plan_date *date_of(const struct plan_cause *cause, bool *known)
{
	if (cause->kind == PLAN_CAUSE_DEADLINE) {
		*known = false;
		return cause->step->deadline;
	}
	const struct plan_date *date = step_date(cause->step, cause->at_end);
	bool phase_window = cause->step->entry.kind == PLAN_KIND_PHASE && date->expr.kind == PLAN_DATE_WINDOW &&
						date == cause->step->date;
	*known = !phase_window && plan_window_is_day(cause->at_end ? date->expr.end : date->expr.start);
	return date;
}

/* A meeting whose date is moved goes to a day on which it can be held. Returns the set that it had. */
static uint32_t swap_set(struct repairer *r, uint32_t place, const struct plan_cause *cause)
{
	struct compiled *compiled = &r->work->compiled;
	uint32_t set = compiled->network.set[place];
	for (size_t i = 0; i < compiled->off_days.count && cause->kind == PLAN_CAUSE_DATE; i++)
		if (compiled->off_days.at[i].step == cause->step->number)
			compiled->network.set[place] = compiled->off_days.at[i].set;
	return set;
}

/* Tries to move a date or a deadline in one direction: to the nearest day that the rest leaves. */
static void try_direction(struct repairer *r, const struct plan_cause *cause, bool later)
{
	bool known;
	const struct plan_date *date = date_of(cause, &known);
	struct bound_except except[] = {{date, cause->at_end, later}, {date, cause->at_end, !later}};
	struct step_bounds bounds;
	uint32_t place = compiled_place(&r->work->compiled, cause->step, cause->at_end);
	step_bounds(r->work->plan, cause->step, BOUND_WRITTEN, except, known ? 2 : 1, &bounds);
	plan_day least = bounds.lo[cause->at_end].day, most = bounds.hi[cause->at_end].day;
	reset(r);
	if (later)
		r->hi[place] = most > r->hi[place] ? most : r->hi[place];
	else
		r->lo[place] = least;
	uint32_t set = swap_set(r, place, cause);
	bool mended = holds(r);
	if (mended && !later)
		mended = solver_backward(&r->work->solver) == SOLVE_DONE;
	r->work->compiled.network.set[place] = set;
	plan_day day = later ? r->lo[place] : r->hi[place];
	reset(r);
	if (known || !later)
		r->lo[place] = day;
	if (known || later)
		r->hi[place] = day;
	if (mended && view_has_day(day) && keeps_chain(r))
		offer(r, cause, day > cause->day ? day - cause->day : cause->day - day, day, (struct plan_lag){0});
}

/* A known day may have to go either way: a meeting that is moved is held to the days of its body again. */
static void try_date(struct repairer *r, const struct plan_cause *cause)
{
	bool known;
	date_of(cause, &known);
	if (known || cause->upper)
		try_direction(r, cause, true);
	if (known || !cause->upper)
		try_direction(r, cause, false);
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
	struct arc *arcs = r->work->compiled.network.arcs;
	struct shift shift = arcs[lever->arc].shift, other = {0};
	struct plan_lag lag = lever->lag;
	lag.count = count;
	arcs[lever->arc].shift = lever_shift(lever, lag, lever->cause->most);
	if (exact) {
		other = arcs[lever->other].shift;
		arcs[lever->other].shift = lever_shift(lever, lag, !lever->cause->most);
	}
	reset(r);
	bool held = holds(r);
	arcs[lever->arc].shift = shift;
	if (exact)
		arcs[lever->other].shift = other;
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
	offer(r, lever->cause, change, 0, amount);
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
	if (!cause->step->duration)
		return;
	const struct plan_range *range = &cause->step->duration->range;
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
	case PLAN_CAUSE_DEADLINE: try_date(r, cause); break;
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
	memcpy(r->base_lo, r->conflicts->own_lo, variables(r) * sizeof *r->base_lo);
	memcpy(r->base_hi, r->conflicts->hi, variables(r) * sizeof *r->base_hi);
	put_back(r, true);
	size_t i = 0;
	for (; i < conflict->chain.count && r->work_left > 0 && r->work->solver.moves_left > 0; i++)
		if (is_movable(&conflict->chain.at[i]))
			try_cause(r, &conflict->chain.at[i]);
	if (i == conflict->chain.count)
		conflict->repair = r->best;
	put_back(r, false);
}

enum plan_status repairs_find(struct timeline_work *work, struct conflicts *conflicts,
							  struct repair_budget *budget)
{
	size_t count = (size_t)work->compiled.network.variable_count + 1;
	struct repairer r = {.work = work, .conflicts = conflicts, .work_left = budget->work};
	plan_day *days = count <= SIZE_MAX / 4 / sizeof *days ? malloc(4 * count * sizeof *days) : NULL;
	if (!days)
		return PLAN_NOMEM;
	r.base_lo = days;
	r.base_hi = days + count;
	r.lo = days + 2 * count;
	r.hi = days + 3 * count;
	for (size_t i = 0; i < conflicts->found.count && budget->count > 0; i++, budget->count--) {
		r.conflict = i;
		if (r.work_left > 0 && work->solver.moves_left > 0)
			repair(&r, &conflicts->found.at[i]);
	}
	budget->work = r.work_left;
	free(days);
	return PLAN_OK;
}
