#include "timeline/forced.h"

#include <plan/timeline.h>

#include <stdlib.h>

/* More than any gap, and no sum of such gaps overflows; how many arcs of a component are looked at. */
enum { GAIN_MAX = 1 << 24, COMPONENT_WORK = 1 << 24 };

static int32_t clamp(int64_t gain)
{
	if (gain > GAIN_MAX)
		return GAIN_MAX;
	return gain < -GAIN_MAX ? -GAIN_MAX : (int32_t)gain;
}

/* The gain of an arc, also of one between facts that break it: the order is the file's all the same. */
static int32_t arc_gain(struct timeline_work *work, const struct arc *arc)
{
	struct shift shift = arc->shift;
	if (shift.kind == SHIFT_NONE && cause_kind(arc->cause) != CAUSE_LENGTH)
		shift = compiled_meaning(&work->compiled, arc->cause).shift;
	return shift_gain(&work->gains, &work->compiled.network, shift);
}

/* Takes what the arcs of one place lead to; returns whether that is more than was known. */
static bool pull(struct forced *forced, uint32_t place)
{
	const struct network *network = &forced->work->compiled.network;
	int32_t *gain = &forced->gains[place - forced->first], best = *gain;
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		int32_t beyond = forced_gain(forced, arc->target);
		if (beyond == FORCED_NONE)
			continue;
		int32_t own = arc_gain(forced->work, arc);
		int32_t sum = clamp((int64_t)own + beyond);
		if (own > -SHIFT_ENDLESS && sum > best)
			best = sum;
	}
	bool more = best > *gain;
	*gain = best;
	return more;
}

/* Goes round a component until nothing more comes of it. A ring that gains for ever has to be left at last.
 */
static void pull_component(struct forced *forced, struct component component)
{
	uint32_t size = component.end - component.first;
	uint32_t rounds = COMPONENT_WORK / size < size + 1 ? COMPONENT_WORK / size : size + 1;
	bool more = true;
	for (uint32_t round = 0; more && round <= rounds; round++) {
		more = false;
		for (uint32_t place = component.end; place-- > component.first;)
			more |= pull(forced, place);
	}
}

enum plan_status forced_find(struct forced *forced, struct timeline_work *work, uint32_t target,
							 uint32_t first)
{
	const struct network *network = &work->compiled.network;
	const struct component *of_first = network_component(network, first);
	const struct component *of_target = network_component(network, target);
	*forced = (struct forced){.work = work,
							  .target = target,
							  .first = of_first ? of_first->first : first,
							  .end = of_target ? of_target->end : target + 1};
	if (forced->first >= forced->end)
		return PLAN_OK;
	if (compiled_number_links(&work->compiled) != PLAN_OK)
		return PLAN_NOMEM;
	size_t count = forced->end - forced->first;
	forced->gains = malloc(count * sizeof *forced->gains);
	if (!forced->gains)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++)
		forced->gains[i] = FORCED_NONE;
	forced->gains[target - forced->first] = 0;
	for (uint32_t place = forced->end; place > forced->first;) {
		const struct component *component = network_component(network, place - 1);
		if (component)
			pull_component(forced, *component);
		else
			pull(forced, place - 1);
		place = component ? component->first : place - 1;
	}
	return work->gains.failed ? PLAN_NOMEM : PLAN_OK;
}

void forced_free(struct forced *forced)
{
	free(forced->gains);
}

int32_t forced_gain(const struct forced *forced, uint32_t place)
{
	if (place < forced->first || place >= forced->end)
		return FORCED_NONE;
	return forced->gains[place - forced->first];
}

enum plan_status plan_timeline_forces_order(struct plan_timeline *timeline, const struct plan_step *first,
											const struct plan_step *second, bool *forced)
{
	const struct compiled *compiled = &timeline->work->compiled;
	*forced = false;
	if (step_is_cancelled(first) || step_is_cancelled(second) || first == second)
		return PLAN_OK;
	struct forced found;
	uint32_t last = compiled_place(compiled, first, true);
	enum plan_status status =
		forced_find(&found, timeline->work, compiled_place(compiled, second, false), last);
	if (status == PLAN_OK)
		*forced = forced_gain(&found, last) >= 1;
	forced_free(&found);
	return status;
}

enum plan_status plan_timeline_forced_before(struct plan_timeline *timeline, const struct plan_step *second,
											 bool *forced)
{
	const struct compiled *compiled = &timeline->work->compiled;
	const struct plan *plan = timeline->plan;
	struct forced found = {0};
	enum plan_status status = PLAN_OK;
	if (!step_is_cancelled(second))
		status = forced_find(&found, timeline->work, compiled_place(compiled, second, false), 0);
	for (size_t i = 0; i < plan->steps.count && status == PLAN_OK; i++) {
		const struct plan_step *step = plan->steps.at[i];
		bool asked = step != second && !step_is_cancelled(step) && !step_is_cancelled(second);
		forced[i] = asked && forced_gain(&found, compiled_place(compiled, step, true)) >= 1;
	}
	forced_free(&found);
	return status;
}
