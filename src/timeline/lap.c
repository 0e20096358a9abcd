#include "timeline/lap.h"

void lap_free(struct lap *lap)
{
	VEC_FREE(&lap->moves);
}

/* Where a ring's arc leads to, as it is followed. */
static uint32_t place_of(const struct lap_ring *ring, uint32_t at)
{
	uint32_t arc = ring->arcs[at];
	return ring->upper ? network_source(ring->network, arc) : ring->network->arcs[arc].target;
}

static plan_day farther(const struct lap *lap, plan_day a, plan_day b)
{
	return lap->upper == (a < b) ? a : b;
}

static plan_day nearer(const struct lap *lap, plan_day a, plan_day b)
{
	return lap->upper == (a < b) ? b : a;
}

static bool is_beyond(const struct lap *lap, plan_day day, plan_day limit)
{
	return lap->upper ? day < limit : day > limit;
}

static struct lap_move move_of(const struct lap *lap, const struct lap_ring *ring, uint32_t at)
{
	uint32_t place = place_of(ring, at);
	bool upper = ring->upper;
	plan_day first = ring->lo ? ring->lo[place] : PLAN_DAY_MIN;
	plan_day last = ring->hi ? ring->hi[place] : PLAN_DAY_MAX;
	return (struct lap_move){.shift = ring->network->arcs[ring->arcs[at]].shift,
							 .set = !ring->moved || ring->moved[at] ? lap->network->set[place] : 0,
							 .least = upper ? last : first,
							 .most = upper ? first : last,
							 .floor = upper ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START,
							 .arc = at};
}

static bool is_open(plan_day day)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
}

/*
 * Puts a move together with the one before it when it only counts days and leads to no set, or to the set in
 * which the day is. Bounds are moved to where they can be seen at once: the later floor is a day that this
 * place has at the least.
 */
static bool join(const struct lap *lap, struct lap_move *before, const struct lap_move *move)
{
	if (move->shift.kind != SHIFT_DAYS)
		return false;
	int32_t days = lap->upper ? -move->shift.count : move->shift.count;
	bool same_set = move->set == before->set && days == 0 && before->days == 0 && is_open(before->floor);
	if (move->set != 0 && !same_set)
		return false;
	int64_t on = (int64_t)before->days + days;
	if (on > PLAN_LAG_MAX || on < -PLAN_LAG_MAX)
		return false;
	plan_day floor = is_open(before->floor) ? before->floor : before->floor + days;
	floor = farther(lap, floor, move->least);
	/* What the later place has at the least may be more than the earlier one may have at all. */
	bool apart = same_set && is_beyond(lap, move->least, before->most);
	if (apart || is_beyond(lap, floor, move->most))
		return false;
	if (same_set)
		before->least = farther(lap, before->least, move->least);
	else
		before->floor = floor;
	before->days = (int32_t)on;
	before->most = nearer(lap, before->most, move->most - (plan_day)on);
	return true;
}

static plan_day shifted(const struct lap *lap, struct shift shift, plan_day day)
{
	const struct plan_calendar *calendar = lap->network->calendar;
	return lap->upper ? shift_most(calendar, shift, day) : shift_least(calendar, shift, day);
}

/*
 * Puts a count of working days together with the one before it: it leads from a working day (for latest days
 * from the day before one) to another for each, so that the bounds between them can be seen behind both.
 */
static bool join_workdays(const struct lap *lap, struct lap_move *before, const struct lap_move *move)
{
	struct shift first = lap->upper ? move->shift : before->shift;
	struct shift second = lap->upper ? before->shift : move->shift;
	bool counts = first.kind == SHIFT_WORKDAYS && second.kind == SHIFT_WORKDAYS && first.count > 0 &&
				  second.count > 0 && first.count + second.count <= PLAN_LAG_MAX;
	if (!counts || first.post != 0 || second.pre != 0 || before->set != 0 || before->days != 0 ||
		!is_open(before->floor))
		return false;
	plan_day least = farther(lap, move->least, shifted(lap, move->shift, before->least));
	plan_day most = shifted(lap, move->shift, before->most);
	if (is_beyond(lap, least, most) || (move->set != 0 && !is_open(most)))
		return false;
	before->shift = (struct shift){
		.kind = SHIFT_WORKDAYS, .count = first.count + second.count, .pre = first.pre, .post = second.post};
	before->set = move->set;
	before->least = least;
	before->most = nearer(lap, move->most, most);
	return true;
}

enum plan_status lap_make(struct lap *lap, const struct lap_ring *ring)
{
	*lap = (struct lap){.network = ring->network, .upper = ring->upper};
	for (uint32_t i = 0; i < ring->count; i++) {
		struct lap_move move = move_of(lap, ring, i);
		struct lap_move *before = lap->moves.count > 0 ? &lap->moves.at[lap->moves.count - 1] : NULL;
		if (before && (join(lap, before, &move) || join_workdays(lap, before, &move)))
			continue;
		struct lap_move *kept = VEC_PUSH(&lap->moves);
		if (!kept)
			return PLAN_NOMEM;
		*kept = move;
	}
	return PLAN_OK;
}

/* Makes a move; false when it leaves its bounds. */
static bool make(const struct lap *lap, const struct lap_move *move, plan_day *day)
{
	const struct network *network = lap->network;
	plan_day to = farther(lap, shifted(lap, move->shift, *day), move->least);
	if (move->set && !is_open(to)) {
		const struct dayset *set = &network->sets[move->set - 1];
		to = lap->upper ? dayset_previous(set, network->calendar, to)
						: dayset_next(set, network->calendar, to);
	}
	if (is_beyond(lap, to, move->most))
		return false;
	*day = farther(lap, to + move->days, move->floor);
	return true;
}

enum lap_end lap_run(const struct lap *lap, plan_day *day, int64_t *left)
{
	enum { COST = 8 }; /* of a move: months, working days and sets take several times as long as days */
	while (*left >= 0) {
		plan_day to = *day;
		*left -= COST * (int64_t)lap->moves.count;
		for (size_t i = 0; i < lap->moves.count; i++)
			if (!make(lap, &lap->moves.at[i], &to))
				return LAP_LEAVES;
		if (!is_beyond(lap, to, *day))
			return LAP_RESTS;
		*day = to;
	}
	return LAP_TIRED;
}
