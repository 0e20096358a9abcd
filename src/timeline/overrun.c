#include "timeline/overrun.h"

#include "timeline/lap.h"

/* Working days are counted for a link, on the way round. */
enum { LINK_COST = 8 };

static plan_day move(const struct network *network, uint32_t set, plan_day day)
{
	return set ? dayset_next(&network->sets[set - 1], network->calendar, day) : day;
}

/* A ring's arcs in order, and of each whether the set of what it leads to counts. */
struct ring {
	uint32_t *arcs, count;
	bool *moved, *arc_aside, *set_aside; /* by arc: what of it is set aside */
};

/* Lists a reason's ring, and puts what is set aside of it in its place. */
static void ring_init(struct ring *ring, struct network *network, const struct conflicts *conflicts,
					  const struct reason *reason)
{
	for (size_t i = 0; i < reason->links.count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		uint32_t at = ring->count;
		if (link->kind == REASON_ARC) {
			struct shift *shift = &network->arcs[link->arc].shift;
			ring->arc_aside[at] = shift->kind == SHIFT_NONE;
			*shift = *conflicts_shift(conflicts, network, link->arc);
			ring->arcs[ring->count++] = link->arc;
		} else if (at > 0) {
			ring->moved[at - 1] = true;
			ring->set_aside[at - 1] = network->set[link->place] == 0;
			network->set[link->place] = conflicts_set(conflicts, network, link->place);
		}
	}
}

/* Takes out again what is set aside. */
static void ring_leave(const struct ring *ring, struct network *network)
{
	for (uint32_t i = 0; i < ring->count; i++) {
		struct arc *arc = &network->arcs[ring->arcs[i]];
		if (ring->arc_aside[i])
			arc->shift = (struct shift){.kind = SHIFT_NONE};
		if (ring->set_aside[i])
			network->set[arc->target] = 0;
	}
}

/* Goes round a ring from the first day there is, unless it is plain that it never rests. */
static bool ring_overruns(struct timeline_work *work, const struct conflicts *conflicts,
						  const struct reason *reason)
{
	struct network *network = &work->compiled.network;
	size_t room = reason->links.count;
	bool *flags = calloc(3 * room, sizeof *flags);
	struct ring ring = {.arcs = malloc(room * sizeof *ring.arcs), .moved = flags};
	struct lap lap = {0};
	plan_day day = PLAN_DAY_MIN;
	bool leaves = true;
	work->gains.failed |= !ring.arcs || !flags;
	if (ring.arcs && flags) {
		ring.arc_aside = flags + room;
		ring.set_aside = flags + 2 * room;
		ring_init(&ring, network, conflicts, reason);
		struct lap_ring laps = {
			.network = network, .arcs = ring.arcs, .count = ring.count, .moved = ring.moved};
		if (lap_make(&lap, &laps) != PLAN_OK)
			work->gains.failed = true;
		else if (!ring_gains(&work->gains, network, ring.arcs, ring.count))
			leaves = lap_run(&lap, &day, &work->solver.moves_left) != LAP_RESTS;
		ring_leave(&ring, network);
	}
	lap_free(&lap);
	free(ring.arcs);
	free(flags);
	return leaves;
}

/* A link of a reason that is gone round, and where the days are kept that it is about. */
struct stop {
	const struct reason_link *link;
	struct shift shift;
	uint32_t set;
	size_t place, source; /* by the first link that leads there; `source` of an arc only */
};

static size_t first_to(const struct reason *reason, uint32_t place)
{
	size_t i = 0;
	while (i < reason->links.count && reason->links.at[i].place != place)
		i++;
	return i;
}

static struct stop stop_at(const struct network *network, const struct conflicts *conflicts,
						   const struct reason *reason, const struct reason_link *link)
{
	struct stop stop = {.link = link, .place = first_to(reason, link->place)};
	if (link->kind == REASON_MOVE)
		stop.set = conflicts_set(conflicts, network, link->place);
	if (link->kind == REASON_ARC) {
		stop.shift = *conflicts_shift(conflicts, network, link->arc);
		stop.source = first_to(reason, network_source(network, link->arc));
	}
	return stop;
}

/* What a link asks of its place. */
static plan_day asked(const struct network *network, const struct stop *stop, const plan_day *days,
					  const plan_day *lo)
{
	switch (stop->link->kind) {
	case REASON_BOUND: return lo[stop->link->place];
	case REASON_MOVE: return move(network, stop->set, days[stop->place]);
	case REASON_ARC: return shift_least(network->calendar, stop->shift, days[stop->source]);
	default: return PLAN_DAY_MIN;
	}
}

/* Goes round the links of a reason until nothing moves. */
static bool rounds_overrun(const struct network *network, const struct conflicts *conflicts,
						   const struct reason *reason, const plan_day *lo, const plan_day *hi,
						   int64_t *work_left)
{
	enum { LINKS_MAX = 200, ROUNDS_MAX = 2000 };
	size_t count = reason->links.count;
	struct stop stops[LINKS_MAX];
	plan_day days[LINKS_MAX + 1]; /* the last one of places that no link leads to */
	bool moved = true;
	if (count > LINKS_MAX)
		return true;
	for (size_t i = 0; i < count; i++)
		stops[i] = stop_at(network, conflicts, reason, &reason->links.at[i]);
	for (size_t i = 0; i <= count; i++)
		days[i] = PLAN_DAY_MIN;
	uint32_t end = reason->links.at[count - 1].place;
	for (unsigned round = 0; moved && round < ROUNDS_MAX; round++) {
		moved = false;
		*work_left -= (int64_t)count;
		for (const struct stop *stop = stops; stop < stops + count; stop++) {
			plan_day day = asked(network, stop, days, lo), *has = &days[stop->place];
			if (day > PLAN_DAY_MAX || (stop->link->place == end && day > hi[end]))
				return true;
			moved |= day > *has;
			*has = day > *has ? day : *has;
		}
	}
	return moved;
}

bool reason_overruns(struct timeline_work *work, const struct conflicts *conflicts,
					 const struct reason *reason, const plan_day *lo, const plan_day *hi, int64_t *work_left)
{
	const struct network *network = &work->compiled.network;
	plan_day day = PLAN_DAY_MIN;
	uint32_t place = 0;
	*work_left -= LINK_COST * (int64_t)reason->links.count;
	if (reason->ring)
		return ring_overruns(work, conflicts, reason);
	if (reason->rounds)
		return rounds_overrun(network, conflicts, reason, lo, hi, work_left);
	for (size_t i = 0; i < reason->links.count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		place = link->place;
		if (link->kind == REASON_BOUND)
			day = lo[place];
		else if (link->kind == REASON_ARC)
			day = shift_least(network->calendar, *conflicts_shift(conflicts, network, link->arc), day);
		else if (link->kind == REASON_MOVE)
			day = move(network, conflicts_set(conflicts, network, place), day);
		if (!view_has_day(day))
			return day > PLAN_DAY_MAX;
	}
	return reason->links.count > 0 && day > hi[place];
}
