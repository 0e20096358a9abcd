#include "timeline/fact.h"

#include "timeline/chain.h"

#include <stdlib.h>

/* Whether it is a body that does not meet then, rather than the calendar that forbids it. */
static bool is_bodys(const struct plan_step *step, plan_day day)
{
	for (size_t i = 0; i < step->bodies.count; i++) {
		const struct plan_body *body = (const struct plan_body *)step->bodies.at[i].entry;
		struct dayset listed = {.days = body->meets, .count = (uint32_t)body->meets_count};
		if (body->meets_count > 0 && !dayset_has(&listed, NULL, day))
			return true;
		if (body->meets_count == 0 && body->meets_weekdays &&
			!(body->meets_weekdays >> plan_day_weekday(day) & 1))
			return true;
	}
	return false;
}

enum plan_status facts_write_off_days(struct timeline_work *work, struct plan_timeline *timeline)
{
	const struct compiled *compiled = &work->compiled;
	size_t count = compiled->off_days.count;
	struct plan_off_day *off_days = ARENA_ARRAY(work->arena, count + 1, struct plan_off_day);
	if (!off_days)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++) {
		const struct off_place *off = &compiled->off_days.at[i];
		const struct plan_step *step = work->plan->steps.at[off->step];
		const struct dayset *set = &compiled->sets.at.at[off->set - 1];
		plan_day day = step->date->expr.start.earliest;
		off_days[i] = (struct plan_off_day){.step = step,
											.date = step->date,
											.body = is_bodys(step, day),
											.before = dayset_previous(set, work->plan->calendar, day),
											.after = dayset_next(set, work->plan->calendar, day)};
	}
	timeline->off_days = off_days;
	timeline->off_day_count = count;
	return PLAN_OK;
}

static int compare_causes(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

static void write_broken(const struct timeline_work *work, uint32_t arc, struct plan_broken_fact *broken)
{
	const struct network *network = &work->compiled.network;
	struct shift shift = compiled_shift(&work->compiled, network->arcs[arc].cause);
	struct view view = {.work = (struct timeline_work *)work};
	bool first_end, second_end;
	broken->first = work_step(work, network_source(network, arc), &first_end);
	broken->second = work_step(work, network->arcs[arc].target, &second_end);
	plan_day from = step_window(broken->first, first_end).earliest;
	broken->held = step_window(broken->second, second_end).latest;
	broken->cause = cause_of_arc(&view, arc, shift_least(network->calendar, shift, from));
}

/* A fact and a recess: which of its days is on the wrong side, and of what. */
static void write_broken_recess(const struct timeline_work *work, const struct plan_link *link,
								const struct plan_step *step, struct plan_broken_fact *broken)
{
	struct step_bounds bounds;
	recess_bounds(work->plan, step, link, &bounds);
	for (unsigned at = 0; at <= step_end(step); at++) {
		struct plan_window held = step_window(step, at);
		bool late = held.earliest > bounds.hi[at].day, early = held.latest < bounds.lo[at].day;
		if (!late && !early)
			continue;
		uint32_t place = compiled_place(&work->compiled, step, at);
		struct bound bound = late ? bounds.hi[at] : bounds.lo[at];
		broken->cause = cause_of_bound(work, place, bound, late);
		broken->held = late ? held.earliest : held.latest;
		broken->first = late ? step : NULL;
		broken->second = late ? NULL : step;
		return;
	}
}

enum plan_status facts_write_broken(struct timeline_work *work, struct plan_timeline *timeline)
{
	const struct compiled *compiled = &work->compiled;
	size_t arcs = compiled->broken.count, links = compiled->broken_links.count;
	if (arcs + links == 0)
		return PLAN_OK;
	struct plan_broken_fact *broken = ARENA_ARRAY(work->arena, arcs + links, struct plan_broken_fact);
	if (!broken || work_index(work) != PLAN_OK)
		return PLAN_NOMEM;
	if (arcs)
		qsort(compiled->broken.at, arcs, sizeof *compiled->broken.at, compare_causes);
	for (uint32_t arc = 0; arc < compiled->network.arc_count && arcs > 0; arc++) {
		const uint32_t *found = bsearch(&compiled->network.arcs[arc].cause, compiled->broken.at, arcs,
										sizeof *found, compare_causes);
		if (found)
			write_broken(work, arc, &broken[found - compiled->broken.at]);
	}
	for (size_t i = 0; i < links; i++)
		write_broken_recess(work, compiled->broken_links.at[i],
							work->plan->steps.at[compiled->broken_owners.at[i]], &broken[arcs + i]);
	timeline->broken_facts = broken;
	timeline->broken_fact_count = arcs + links;
	return PLAN_OK;
}
