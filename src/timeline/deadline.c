#include "timeline/deadline.h"

#include "timeline/open.h"
#include "timeline/times.h"

#include <stdlib.h>
#include <string.h>

/* The days by place that are left when what conflicts run into is set aside. */
struct rest {
	plan_day *latest;
	bool *open_lo, *open_hi;
};

static void rest_free(struct rest *rest)
{
	free(rest->latest);
	free(rest->open_lo);
	free(rest->open_hi);
}

static enum plan_status rest_find(struct timeline_work *work, const struct conflicts *conflicts,
								  struct rest *rest)
{
	size_t count = (size_t)work->compiled.network.variable_count + 1;
	plan_day *own_lo = malloc(count * sizeof *own_lo), *own_hi = malloc(count * sizeof *own_hi);
	rest->latest = malloc(count * sizeof *rest->latest);
	rest->open_lo = calloc(count, sizeof *rest->open_lo);
	rest->open_hi = calloc(count, sizeof *rest->open_hi);
	enum plan_status status = PLAN_NOMEM;
	if (own_lo && own_hi && rest->latest && rest->open_lo && rest->open_hi) {
		compiled_bounds(&work->compiled, BOUND_WRITTEN, own_lo, own_hi);
		memcpy(rest->latest, conflicts->hi, (count - 1) * sizeof *rest->latest);
		work->solver.lo = conflicts->lo;
		work->solver.hi = rest->latest;
		if (solver_backward(&work->solver) != SOLVE_DONE)
			memset(rest->open_hi, true, count * sizeof *rest->open_hi);
		memcpy(own_hi, conflicts->hi, (count - 1) * sizeof *own_hi);
		open_find(&work->solver, own_lo, rest->latest, conflicts->lo, false, rest->open_lo);
		open_find(&work->solver, own_hi, conflicts->lo, rest->latest, true, rest->open_hi);
		status = PLAN_OK;
	}
	free(own_lo);
	free(own_hi);
	return status;
}

/* The days of a place as written, with what the conflicts ran into set aside. */
static struct plan_window rest_window(const struct conflicts *conflicts, const struct rest *rest,
									  uint32_t place)
{
	return (struct plan_window){rest->open_lo[place] ? PLAN_DAY_OPEN_START : conflicts->lo[place],
								rest->open_hi[place] ? PLAN_DAY_OPEN_END : rest->latest[place]};
}

static void set_days(const struct timeline_work *work, const struct conflicts *conflicts,
					 const struct rest *rest, size_t number, const struct plan_times *times,
					 struct plan_deadline *deadline)
{
	if (!conflicts) {
		deadline->earliest_end = times->end.earliest;
		deadline->latest_end = times->end.latest;
		return;
	}
	struct plan_window end = rest_window(conflicts, rest, compiled_day(&work->compiled, number, true));
	deadline->earliest_end = end.earliest;
	deadline->latest_end = end.latest;
}

/* Without the deadlines that it misses a plan has days, and slack: negative where it is too late. */
static void set_slack(const struct timeline_work *work, const struct conflicts *conflicts,
					  const struct rest *rest, struct plan_times *times)
{
	const struct compiled *compiled = &work->compiled;
	for (size_t i = 0; i < work->plan->steps.count; i++) {
		if (compiled->steps[i].flags & DIGEST_CANCELLED)
			continue;
		struct plan_window end = rest_window(conflicts, rest, compiled_day(compiled, i, true));
		times[i].slack = times_slack(&compiled->steps[i], end, times[i].latest_end);
	}
}

static enum plan_status judge(struct timeline_work *work, const struct certainty *certainty, size_t number,
							  bool chain, bool undecided, struct plan_deadline *deadline)
{
	if (!certainty) {
		deadline->verdict = undecided ? PLAN_UNDECIDED : PLAN_MISSED;
		return PLAN_OK;
	}
	return certainty_deadline(work, certainty, number, &deadline->verdict, chain ? &deadline->risk : NULL);
}

const struct plan_deadline *plan_timeline_deadline(const struct plan_timeline *timeline,
												   const struct plan_step *step)
{
	size_t low = 0, high = timeline->deadline_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (timeline->deadlines[middle].step->number < step->number)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < timeline->deadline_count && timeline->deadlines[low].step == step;
	return found ? &timeline->deadlines[low] : NULL;
}

static void set_approval(struct plan_timeline *timeline)
{
	const struct plan_ref *approval = timeline->plan->approval;
	const struct plan_step *step = approval ? plan_entry_step(approval->entry) : NULL;
	timeline->approval = step ? plan_timeline_deadline(timeline, step) : NULL;
	timeline->verdict = timeline->approval ? timeline->approval->verdict : PLAN_NO_DEADLINE;
}

static enum plan_status write_all(struct timeline_work *work, const struct certainty *certainty,
								  const struct conflicts *conflicts, const struct rest *rest, bool room,
								  struct plan_timeline *timeline)
{
	const struct plan *plan = work->plan;
	const struct compiled *compiled = &work->compiled;
	struct plan_deadline *deadlines =
		ARENA_ARRAY(work->arena, (size_t)compiled->deadline_count + 1, struct plan_deadline);
	if (!deadlines)
		return PLAN_NOMEM;
	timeline->deadlines = deadlines;
	size_t risks = 0;
	for (size_t i = 0; i < plan->steps.count; i++) {
		if (!(compiled->steps[i].flags & DIGEST_DEADLINE))
			continue;
		struct plan_deadline *deadline = &deadlines[timeline->deadline_count++];
		const struct plan_times *times = &timeline->times[i];
		deadline->step = plan->steps.at[i];
		deadline->by = compiled->steps[i].by;
		set_days(work, conflicts, rest, i, times, deadline);
		struct plan_window end = {deadline->earliest_end, deadline->latest_end};
		deadline->slack = room ? times_slack(&compiled->steps[i], end, times->latest_end) : INT32_MAX;
		if (judge(work, certainty, i, risks < PLAN_CHAINS_MAX, timeline->undecided, deadline) != PLAN_OK)
			return PLAN_NOMEM;
		risks += deadline->verdict == PLAN_AT_RISK;
		timeline->certain &= deadline->verdict == PLAN_ON_TRACK;
	}
	set_approval(timeline);
	return PLAN_OK;
}

enum plan_status deadlines_write(struct timeline_work *work, const struct certainty *certainty,
								 const struct conflicts *conflicts, bool room, struct plan_times *times,
								 struct plan_timeline *timeline)
{
	struct rest rest = {0};
	enum plan_status status = PLAN_OK;
	if (conflicts)
		status = rest_find(work, conflicts, &rest);
	if (conflicts && status == PLAN_OK)
		set_slack(work, conflicts, &rest, times);
	if (status == PLAN_OK)
		status = write_all(work, certainty, conflicts, &rest, room, timeline);
	rest_free(&rest);
	return status;
}
