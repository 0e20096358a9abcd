#include "timeline/times.h"

#include "timeline/open.h"

#include <stdlib.h>
#include <string.h>

/* Days by place that are needed for a while. */
struct scratch {
	plan_day *lo, *hi;
	bool *open_lo, *open_hi;
};

static enum plan_status scratch_init(struct scratch *scratch, const struct timeline_work *work)
{
	size_t count = (size_t)work->compiled.network.variable_count + 1;
	scratch->lo = malloc(count * sizeof *scratch->lo);
	scratch->hi = malloc(count * sizeof *scratch->hi);
	scratch->open_lo = calloc(count, sizeof *scratch->open_lo);
	scratch->open_hi = calloc(count, sizeof *scratch->open_hi);
	return scratch->lo && scratch->hi && scratch->open_lo && scratch->open_hi ? PLAN_OK : PLAN_NOMEM;
}

static void scratch_free(struct scratch *scratch)
{
	free(scratch->lo);
	free(scratch->hi);
	free(scratch->open_lo);
	free(scratch->open_hi);
}

static struct plan_window window_at(const struct timeline_work *work, const struct scratch *scratch,
									uint32_t place)
{
	return (struct plan_window){scratch->open_lo[place] ? PLAN_DAY_OPEN_START : work->earliest[place],
								scratch->open_hi[place] ? PLAN_DAY_OPEN_END : work->latest[place]};
}

/* What a step's own date says. */
static void write_own(const struct plan_step *step, struct plan_times *times)
{
	times->start = step_window(step, false);
	times->end = step_window(step, true);
}

static void write_windows(const struct timeline_work *work, const struct scratch *scratch,
						  struct plan_times *times)
{
	const struct compiled *compiled = &work->compiled;
	for (size_t i = 0; i < work->plan->steps.count; i++) {
		if (compiled->steps[i].flags & DIGEST_CANCELLED) {
			times[i].start = times[i].end = (struct plan_window){PLAN_DAY_OPEN_START, PLAN_DAY_OPEN_END};
		} else if (work->feasible) {
			times[i].start = window_at(work, scratch, compiled_day(compiled, i, false));
			times[i].end = window_at(work, scratch, compiled_day(compiled, i, true));
		} else
			write_own(work->plan->steps.at[i], &times[i]);
	}
}

enum plan_status times_write(struct timeline_work *work, struct plan_times *times)
{
	struct scratch scratch = {0};
	enum plan_status status = scratch_init(&scratch, work);
	if (status == PLAN_OK && work->feasible) {
		compiled_bounds(&work->compiled, BOUND_WRITTEN, scratch.lo, scratch.hi);
		open_find(&work->solver, scratch.lo, work->latest, work->earliest, false, scratch.open_lo);
		open_find(&work->solver, scratch.hi, work->earliest, work->latest, true, scratch.open_hi);
	}
	if (status == PLAN_OK)
		write_windows(work, &scratch, times);
	scratch_free(&scratch);
	return status;
}

int32_t times_slack(const struct digest *step, struct plan_window end, plan_day latest)
{
	bool picked = step->flags & DIGEST_ENDS && end.latest != PLAN_DAY_OPEN_END;
	plan_day day = picked ? end.latest : end.earliest;
	bool open = day == PLAN_DAY_OPEN_START || latest == PLAN_DAY_OPEN_END;
	return open ? INT32_MAX : latest - day;
}

static void write_room(const struct timeline_work *work, const struct scratch *scratch, bool feasible,
					   struct plan_times *times)
{
	const struct compiled *compiled = &work->compiled;
	for (size_t i = 0; i < work->plan->steps.count; i++) {
		times[i].latest_start = times[i].latest_end = PLAN_DAY_OPEN_END;
		times[i].slack = INT32_MAX;
		if (!feasible || compiled->steps[i].flags & DIGEST_CANCELLED)
			continue;
		uint32_t first = compiled_day(compiled, i, false), last = compiled_day(compiled, i, true);
		if (!scratch->open_hi[first])
			times[i].latest_start = scratch->hi[first];
		if (!scratch->open_hi[last])
			times[i].latest_end = scratch->hi[last];
		if (work->feasible)
			times[i].slack = times_slack(&compiled->steps[i], times[i].end, times[i].latest_end);
	}
}

/* Solves the network of room; `own` has room for the bounds that the pass began with, to tell which days
 * follow from them. */
static bool solve_room(struct timeline_work *work, struct scratch *scratch, plan_day *own)
{
	size_t count = work->compiled.network.variable_count;
	compiled_bounds(&work->compiled, BOUND_ROOM, scratch->lo, scratch->hi);
	memcpy(own, scratch->hi, count * sizeof *own);
	work->solver.lo = scratch->lo;
	work->solver.hi = scratch->hi;
	if (solver_backward(&work->solver) != SOLVE_DONE)
		return false;
	open_find(&work->solver, own, scratch->lo, scratch->hi, true, scratch->open_hi);
	return true;
}

enum plan_status times_room(struct timeline_work *work, struct plan_times *times, bool *feasible)
{
	struct scratch scratch = {0};
	enum plan_status status = scratch_init(&scratch, work);
	plan_day *own = malloc(((size_t)work->compiled.network.variable_count + 1) * sizeof *own);
	*feasible = false;
	if (!own)
		status = PLAN_NOMEM;
	if (status == PLAN_OK) {
		compiled_set_room(&work->compiled, true);
		*feasible = solve_room(work, &scratch, own);
		compiled_set_room(&work->compiled, false);
		write_room(work, &scratch, *feasible, times);
	}
	free(own);
	scratch_free(&scratch);
	return status;
}
