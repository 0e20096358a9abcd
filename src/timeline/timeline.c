#include <plan/timeline.h>

#include "timeline/critical.h"
#include "timeline/cutter.h"
#include "timeline/deadline.h"
#include "timeline/fact.h"
#include "timeline/repair.h"
#include "timeline/times.h"
#include "timeline/uncertain.h"

#include <stdlib.h>

/* So many variables and arcs are gone through again to find conflicts that hide behind others: what is left
 * of a plan of a hundred steps is looked at until nothing is wrong, of the largest that are read some times.
 */
enum { AGAIN_MAX = 1 << 23 };

/* The three questions of a plan that is feasible. */
static enum plan_status answer_feasible(struct timeline_work *work, struct plan_times *times, bool room,
										struct plan_timeline *timeline)
{
	struct certainty certainty;
	enum plan_status status = certainty_find(work, &certainty);
	if (status == PLAN_OK) {
		timeline->certain = certainty.violations.count == 0;
		status = uncertainties_write(work, &certainty, timeline);
	}
	if (status == PLAN_OK)
		status = deadlines_write(work, &certainty, NULL, room, times, timeline);
	certainty_free(&certainty);
	if (status == PLAN_OK)
		status = critical_find(work, times, &timeline->critical);
	return status;
}

/* The conflicts that were found so far, and what the next round of looking for more begins with. */
struct rounds {
	VEC(struct plan_conflict) found;
	struct spent spent;
	struct repair_budget budget;
	bool more; /* the last one left out more */
};

static enum plan_status keep_found(struct rounds *rounds, const struct conflicts *conflicts)
{
	for (size_t i = 0; i < conflicts->found.count; i++) {
		struct plan_conflict *kept = VEC_PUSH(&rounds->found);
		if (!kept)
			return PLAN_NOMEM;
		*kept = conflicts->found.at[i];
	}
	return PLAN_OK;
}

/* Takes back the slack of a plan that more is wrong with than deadlines. */
static void drop_slack(const struct conflicts *conflicts, struct plan_times *times, size_t count)
{
	bool others = false;
	for (size_t i = 0; i < conflicts->found.count; i++)
		others |= conflicts->found.at[i].kind != PLAN_CONFLICT_DEADLINE;
	for (size_t i = 0; i < count && others; i++)
		times[i].slack = INT32_MAX;
}

/* One round; the first also tells what becomes of the deadlines. */
static enum plan_status find_conflicts(struct timeline_work *work, struct rounds *rounds, bool first,
									   bool room, struct plan_times *times, struct plan_timeline *timeline)
{
	struct conflicts conflicts;
	size_t before = spent_count(&rounds->spent);
	enum plan_status status = conflicts_find(work, &rounds->spent, &conflicts);
	rounds->more = spent_count(&rounds->spent) > before;
	for (size_t i = 0; first && i < conflicts.found.count; i++)
		timeline->undecided &= conflicts.found.at[i].kind == PLAN_CONFLICT_UNDECIDED;
	if (status == PLAN_OK && first)
		status = deadlines_write(work, NULL, &conflicts, room, times, timeline);
	drop_slack(&conflicts, times, work->plan->steps.count);
	if (status == PLAN_OK)
		status = repairs_find(work, &rounds->spent, &conflicts, &rounds->budget);
	conflicts_restore(work, &rounds->spent, &conflicts);
	if (status == PLAN_OK)
		status = keep_found(rounds, &conflicts);
	conflicts_free(&conflicts);
	return status;
}

static enum plan_status answer_conflicts(struct timeline_work *work, bool room, struct plan_times *times,
										 struct plan_timeline *timeline)
{
	const struct network *network = &work->compiled.network;
	struct rounds rounds = {.budget = REPAIR_BUDGET};
	timeline->undecided = true;
	enum plan_status status = find_conflicts(work, &rounds, true, room, times, timeline);
	int64_t left = AGAIN_MAX;
	while (status == PLAN_OK && rounds.more && left > 0 && rounds.found.count < PLAN_CHAINS_MAX) {
		left -= (int64_t)network->variable_count + network->arc_count;
		status = find_conflicts(work, &rounds, false, room, times, timeline);
	}
	if (status == PLAN_OK) {
		timeline->conflict_count = rounds.found.count;
		timeline->conflicts =
			arena_copy(work->arena, rounds.found.at, rounds.found.count * sizeof *timeline->conflicts);
		status = timeline->conflicts ? PLAN_OK : PLAN_NOMEM;
	}
	spent_free(&rounds.spent);
	VEC_FREE(&rounds.found);
	return status;
}

static enum plan_status answer(struct plan_timeline *timeline)
{
	struct timeline_work *work = timeline->work;
	struct plan_times *times =
		ARENA_ARRAY(timeline->arena, timeline->plan->steps.count + 1, struct plan_times);
	bool room;
	if (!times)
		return PLAN_NOMEM;
	timeline->times = times;
	timeline->feasible = work->feasible;
	if (times_write(work, times) != PLAN_OK || times_room(work, times, &room) != PLAN_OK ||
		facts_write_off_days(work, timeline) != PLAN_OK || facts_write_broken(work, timeline) != PLAN_OK)
		return PLAN_NOMEM;
	enum plan_status status = work->feasible ? answer_feasible(work, times, room, timeline)
											 : answer_conflicts(work, room, times, timeline);
	return work->gains.failed ? PLAN_NOMEM : status;
}

enum plan_status plan_timeline_new(const struct plan *plan, struct plan_timeline **timeline)
{
	struct arena *arena = arena_new();
	struct plan_timeline *made = arena ? ARENA_NEW(arena, struct plan_timeline) : NULL;
	struct timeline_work *work = made ? ARENA_NEW(arena, struct timeline_work) : NULL;
	if (!work) {
		arena_free(arena);
		return PLAN_NOMEM;
	}
	made->plan = plan;
	made->arena = arena;
	made->work = work;
	enum plan_status status = work_init(work, plan, arena);
	if (status == PLAN_OK)
		status = answer(made);
	work_drop_index(work);
	if (status == PLAN_OK)
		*timeline = made;
	else
		plan_timeline_free(made);
	return status;
}

void plan_timeline_free(struct plan_timeline *timeline)
{
	if (!timeline)
		return;
	work_free(timeline->work);
	arena_free(timeline->arena);
}

enum plan_status plan_timeline_why(struct plan_timeline *timeline, const struct plan_step *step, bool later,
								   struct plan_chain *chain)
{
	struct timeline_work *work = timeline->work;
	struct plan_times times = timeline->times[step->number];
	bool open = later ? times.end.latest == PLAN_DAY_OPEN_END : times.start.earliest == PLAN_DAY_OPEN_START;
	*chain = (struct plan_chain){0};
	if (!work->feasible || step_is_cancelled(step) || open)
		return PLAN_OK;
	if (work_index(work) != PLAN_OK)
		return PLAN_NOMEM;
	struct view view = {.work = work, .days = later ? work->latest : work->earliest, .upper = later};
	plan_day limit = later ? times.end.latest + 1 : times.start.earliest - 1;
	struct reason reason = {0};
	enum plan_status status =
		reason_find(&view, compiled_place(&work->compiled, step, later), limit, false, &reason);
	if (status == PLAN_OK)
		status = chain_write(&view, &reason, NULL, chain);
	reason_free(&reason);
	return status;
}
