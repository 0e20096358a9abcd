#include "timeline/overrun.h"

#include "timeline/lap.h"

/* An arc's shift, or what it was before it was set aside. */
static struct shift shift_of(const struct network *network, const struct conflicts *conflicts, uint32_t arc)
{
	struct shift shift = network->arcs[arc].shift;
	for (size_t i = 0; i < conflicts->aside.count && shift.kind == SHIFT_NONE; i++) {
		const struct aside *aside = &conflicts->aside.at[i];
		if (aside->kind == ASIDE_ARC && aside->at == arc)
			shift = aside->shift;
	}
	return shift;
}

static uint32_t set_of(const struct network *network, const struct conflicts *conflicts, uint32_t place)
{
	uint32_t set = network->set[place];
	for (size_t i = 0; i < conflicts->aside.count && set == 0; i++) {
		const struct aside *aside = &conflicts->aside.at[i];
		if (aside->kind == ASIDE_SET && aside->at == place)
			set = aside->set;
	}
	return set;
}

static plan_day move(const struct network *network, uint32_t set, plan_day day)
{
	return set ? dayset_next(&network->sets[set - 1], network->calendar, day) : day;
}

/* Goes round a ring from the first day there is. */
static bool ring_overruns(struct timeline_work *work, const struct reason *reason)
{
	const struct network *network = &work->compiled.network;
	size_t room = reason->links.count, count = 0;
	uint32_t *arcs = malloc(room * sizeof *arcs);
	bool *moved = calloc(room, sizeof *moved), whole = arcs && moved, leaves = true;
	for (size_t i = 0; whole && i < room; i++) {
		const struct reason_link *link = &reason->links.at[i];
		if (link->kind != REASON_ARC) {
			moved[count - (count > 0)] = true;
			continue;
		}
		arcs[count++] = link->arc;
		whole = network->arcs[link->arc].shift.kind != SHIFT_NONE;
	}
	struct lap_ring ring = {.network = network, .arcs = arcs, .count = (uint32_t)count, .moved = moved};
	struct lap lap = {0};
	plan_day day = PLAN_DAY_MIN;
	bool made = arcs && moved && (!whole || lap_make(&lap, &ring) == PLAN_OK);
	work->gains.failed |= !made;
	if (whole && made)
		leaves = lap_run(&lap, &day, &work->solver.moves_left) != LAP_RESTS;
	lap_free(&lap);
	free(arcs);
	free(moved);
	return leaves;
}

bool reason_overruns(struct timeline_work *work, const struct conflicts *conflicts,
					 const struct reason *reason, const plan_day *lo, const plan_day *hi)
{
	const struct network *network = &work->compiled.network;
	plan_day day = PLAN_DAY_MIN;
	uint32_t place = 0;
	if (reason->ring)
		return ring_overruns(work, reason);
	for (size_t i = 0; i < reason->links.count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		place = link->place;
		if (link->kind == REASON_BOUND)
			day = lo[place];
		else if (link->kind == REASON_ARC)
			day = shift_least(network->calendar, shift_of(network, conflicts, link->arc), day);
		else if (link->kind == REASON_MOVE)
			day = move(network, set_of(network, conflicts, place), day);
		if (!view_has_day(day))
			return day > PLAN_DAY_MAX;
	}
	return reason->links.count > 0 && day > hi[place];
}
