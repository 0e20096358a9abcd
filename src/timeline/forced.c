#include "timeline/forced.h"

#include <plan/timeline.h>

#include <stdlib.h>

#define NONE INT32_MIN

/* More than any gap, and no sum of such gaps overflows; how many arcs of a component are looked at. */
enum { GAIN_MAX = 1 << 24, COMPONENT_WORK = 1 << 24 };

static int32_t clamp(int64_t gain)
{
	if (gain > GAIN_MAX)
		return GAIN_MAX;
	return gain < -GAIN_MAX ? -GAIN_MAX : (int32_t)gain;
}

/* The gain of an arc, also of one between facts that break it, or that was set aside for a conflict: the
 * order is the file's all the same. */
static int32_t arc_gain(struct forced *forced, const struct arc *arc)
{
	static const enum gain_count counts[] = {[SHIFT_WORKDAYS] = GAIN_WORKDAYS,
											 [SHIFT_MONTHS] = GAIN_MONTHS,
											 [SHIFT_MONTHS_MOST] = GAIN_MONTHS,
											 [SHIFT_NONE] = GAIN_DAYS};
	struct timeline_work *work = forced->work;
	struct shift shift = arc->shift;
	if (shift.kind == SHIFT_NONE && cause_kind(arc->cause) != CAUSE_LENGTH)
		shift = compiled_shift(&work->compiled, arc->cause);
	forced->mixed[counts[shift.kind]] = true;
	return shift_gain(&work->gains, &work->compiled.network, shift, forced->count);
}

/* The least gain from a place to the target. */
static int32_t known_gain(const struct forced *forced, uint32_t place)
{
	return place < forced->end ? forced->gains[place - forced->first] : NONE;
}

/* Takes what the arcs of one place lead to; returns whether that is more than was known. */
static bool pull(struct forced *forced, uint32_t place)
{
	const struct network *network = &forced->work->compiled.network;
	int32_t *gain = &forced->gains[place - forced->first], best = *gain;
	for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		int32_t beyond = known_gain(forced, arc->target);
		if (beyond == NONE)
			continue;
		int32_t own = arc_gain(forced, arc);
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

/* Counts in one way what lies between all places and the target, and keeps which are before it. */
static void count_all(struct forced *forced)
{
	const struct network *network = &forced->work->compiled.network;
	size_t count = forced->end - forced->first;
	for (size_t i = 0; i < count; i++)
		forced->gains[i] = NONE;
	forced->gains[forced->target - forced->first] = 0;
	for (uint32_t place = forced->end; place > forced->first;) {
		const struct component *component = network_component(network, place - 1);
		if (component)
			pull_component(forced, *component);
		else
			pull(forced, place - 1);
		place = component ? component->first : place - 1;
	}
	for (size_t i = 0; i < count; i++)
		forced->before[i] |= forced->gains[i] >= 1;
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
							  .end = of_target ? of_target->end : target + 1,
							  .mixed = {[GAIN_DAYS] = true}};
	if (forced->first >= forced->end)
		return PLAN_OK;
	if (compiled_number_links(&work->compiled) != PLAN_OK)
		return PLAN_NOMEM;
	size_t count = forced->end - forced->first;
	forced->gains = malloc(count * sizeof *forced->gains);
	forced->before = calloc(count, sizeof *forced->before);
	if (!forced->gains || !forced->before)
		return PLAN_NOMEM;
	for (int by = GAIN_DAYS; by < GAIN_COUNTS; by++) {
		forced->count = (enum gain_count)by;
		if (forced->mixed[by])
			count_all(forced);
	}
	return work->gains.failed ? PLAN_NOMEM : PLAN_OK;
}

void forced_free(struct forced *forced)
{
	free(forced->gains);
	free(forced->before);
}

bool forced_is_before(const struct forced *forced, uint32_t place)
{
	bool asked = forced->before && place < forced->end;
	return asked && forced->before[place - forced->first];
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
		*forced = forced_is_before(&found, last);
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
		forced[i] = asked && forced_is_before(&found, compiled_place(compiled, step, true));
	}
	forced_free(&found);
	return status;
}
