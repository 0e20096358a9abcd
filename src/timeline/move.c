#include "timeline/move.h"

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

/* The days on which a meeting can be held, also where they were set aside, or its day is none of them. */
static uint32_t set_of_meeting(const struct repairer *r, uint32_t place, const struct plan_step *step)
{
	const struct compiled *compiled = &r->work->compiled;
	uint32_t set = conflicts_set(r->conflicts, &compiled->network, place);
	for (size_t i = 0; i < compiled->off_days.count && set == 0; i++)
		if (compiled->off_days.at[i].step == step->number)
			set = compiled->off_days.at[i].set;
	for (size_t i = 0; i < r->spent->sets_out && set == 0; i++)
		if (r->spent->sets.at[i].place == place)
			set = r->spent->sets.at[i].set;
	return set;
}

/* A date or a deadline that is moved in one direction. */
struct move {
	uint32_t place;
	bool later, known;    /* it says one known day */
	bool pinned;          /* ... and bounds its place on both sides */
	plan_day least, most; /* the bounds of its place without it */
};

static bool add_except(struct repairer *r, struct bound_except except)
{
	struct bound_except *added = VEC_PUSH(&r->except);
	if (added)
		*added = except;
	r->work->gains.failed |= !added;
	return added;
}

/* Lists what does not bound a place: what is spent, and what was set aside for other conflicts. */
static bool list_excepts(struct repairer *r, uint32_t place, bool at_end)
{
	size_t count;
	const struct bound_except *spent = spent_excepts(r->spent, place, &count);
	bool listed = true;
	r->except.count = 0;
	for (size_t i = 0; i < count && listed; i++)
		listed = add_except(r, spent[i]);
	for (size_t i = 0; i < r->conflicts->aside.count && listed; i++) {
		const struct aside *aside = &r->conflicts->aside.at[i];
		const struct bound *bound = &aside->bound;
		const void *what = bound->date ? (const void *)bound->date : bound->link;
		if (aside->kind == ASIDE_BOUND && aside->at == place && what && !repairer_owns(r, aside))
			listed = add_except(r, (struct bound_except){what, at_end, true});
	}
	return listed;
}

/* Whether one side of a date does not bound the place that was asked for last. */
static bool is_left_out(const struct repairer *r, const struct plan_date *date, bool upper)
{
	size_t i = 0;
	while (i < r->except.count && (r->except.at[i].what != date || r->except.at[i].upper != upper))
		i++;
	return i < r->except.count;
}

/* False when memory ran out. */
static bool move_init(struct move *move, struct repairer *r, const struct plan_cause *cause, bool later)
{
	uint32_t place = compiled_place(&r->work->compiled, cause->step, cause->at_end);
	*move = (struct move){.place = place, .later = later};
	const struct plan_date *date = date_of(cause, &move->known);
	struct step_bounds bounds;
	if (!list_excepts(r, place, cause->at_end))
		return false;
	move->pinned = move->known && !is_left_out(r, date, !later);
	if (!add_except(r, (struct bound_except){date, cause->at_end, later}) ||
		(move->pinned && !add_except(r, (struct bound_except){date, cause->at_end, !later})))
		return false;
	step_bounds(r->work->plan, cause->step, BOUND_WRITTEN, r->except.at, r->except.count, &bounds);
	move->least = bounds.lo[cause->at_end].day;
	move->most = bounds.hi[cause->at_end].day;
	return true;
}

/* Moves a day on to the nearest that all else leaves; false when there is none. */
static bool move_with_rest(struct repairer *r, const struct move *move, plan_day *day)
{
	plan_day *lo = &r->lo[move->place], *hi = &r->hi[move->place];
	repairer_reset(r);
	if (move->later) {
		*hi = move->most;
		*lo = *day > *lo ? *day : *lo;
	} else {
		*lo = move->least;
		*hi = *day < *hi ? *day : *hi;
	}
	if (!repairer_is_feasible(r) || (!move->later && solver_backward(&r->work->solver) != SOLVE_DONE))
		return false;
	*day = move->later ? *lo : *hi;
	return true;
}

/* Whether the chain at hand is kept once the date is moved to a day, the other side of a known one to
 * `other`. */
static bool keeps_chain_on(struct repairer *r, const struct move *move, plan_day day, plan_day other)
{
	repairer_reset(r);
	if (move->pinned || !move->later)
		r->lo[move->place] = move->later ? other : day;
	if (move->pinned || move->later)
		r->hi[move->place] = move->later ? day : other;
	return repairer_keeps_chain(r);
}

/* Moves a day on to the nearest on which the chain at hand is kept while the other side of a known one stays
 * where it was, found by halving; false when there is none. */
static bool move_with_chain(struct repairer *r, const struct move *move, plan_day *day)
{
	plan_day good = move->later ? PLAN_DAY_MAX : PLAN_DAY_MIN, bad = *day;
	if (keeps_chain_on(r, move, bad, *day))
		return true;
	if (!keeps_chain_on(r, move, good, *day))
		return false;
	while (good - bad > 1 || bad - good > 1) {
		plan_day middle = bad + (good - bad) / 2;
		if (keeps_chain_on(r, move, middle, *day))
			good = middle;
		else
			bad = middle;
	}
	*day = good;
	return true;
}

/*
 * Finds the nearest day that the rest leaves and on which the chain is kept: where links of it were set aside
 * for another conflict it may ask for more than the rest. No day that is left out in between is one: the
 * sides of a known day follow each other on.
 */
static bool find_day(struct repairer *r, const struct move *move, plan_day *day)
{
	enum { ROUNDS_MAX = 200 };
	plan_day was;
	unsigned rounds = 0;
	if (!move_with_rest(r, move, day))
		return false;
	do {
		was = *day;
		if (rounds++ == ROUNDS_MAX || !move_with_chain(r, move, day))
			return false;
	} while (move->pinned && *day != was && move_with_rest(r, move, day));
	const struct network *network = &r->work->compiled.network;
	if (move->known && !move->pinned)
		*day =
			move->later ? network_up(network, move->place, *day) : network_down(network, move->place, *day);
	return !move->pinned || *day == was;
}

/* Tries to move a date or a deadline in one direction. */
static void try_direction(struct repairer *r, const struct plan_cause *cause, bool later)
{
	struct move move;
	if (!move_init(&move, r, cause, later))
		return;
	plan_day day = later ? PLAN_DAY_MIN : PLAN_DAY_MAX;
	/* What is moved to a known day goes to one on which it can be held. */
	uint32_t *set = &r->work->compiled.network.set[move.place], was = *set;
	if (move.known)
		*set = set_of_meeting(r, move.place, cause->step);
	bool found = find_day(r, &move, &day);
	*set = was;
	if (found && view_has_day(day))
		repairer_offer(r, cause, day > cause->day ? day - cause->day : cause->day - day, day,
					   (struct plan_lag){0});
}

/* A known day may have to go either way: a meeting that is moved is held to the days of its body again. */
void move_try(struct repairer *r, const struct plan_cause *cause)
{
	bool known;
	date_of(cause, &known);
	if (known || cause->upper)
		try_direction(r, cause, true);
	if (known || !cause->upper)
		try_direction(r, cause, false);
}
