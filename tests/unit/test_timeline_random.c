/*
 * Timelines of thousands of random plans against a slow, plain solver (slow_solver.h): feasible, earliest,
 * latest, room, every conflict's chain, and every reason.
 */
#include "random_run.h"
#include "slow_chain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The plans are of 2019; 2007 to 2037 are left. */
enum { DEFAULT_COUNT = 2000, NEARER = 12000, FEWER_BEFORE = 39100, FEWER_AFTER = 59500 };

/* How often each kind of plan was met. */
static struct {
	unsigned feasible, infeasible, rings, chains;
} run;

static void check_day(const struct plan_step *step, const char *what, plan_day is, plan_day wanted)
{
	CHECK(is == wanted, "%s: %s is %d, not %d", step->entry.id, what, (int)is, (int)wanted);
}

/* The least or greatest days, open where they change with where days begin or end. */
static bool solve_open(struct slow *slow, bool latest, plan_day *days)
{
	static struct slow nearer;
	plan_day *found = latest ? slow->hi : slow->lo;
	if (!(latest ? slow_latest(slow) : slow_earliest(slow)))
		return false;
	nearer = *slow;
	if (latest)
		nearer.last -= NEARER;
	else
		nearer.first += NEARER;
	bool solved = latest ? slow_latest(&nearer) : slow_earliest(&nearer);
	CHECK(solved, "the slow solver needs more room");
	for (size_t v = 0; v < slow->variable_count; v++) {
		bool same = found[v] == (latest ? nearer.hi[v] : nearer.lo[v]);
		days[v] = same ? found[v] : latest ? PLAN_DAY_OPEN_END : PLAN_DAY_OPEN_START;
	}
	return true;
}

static void check_windows(struct slow *slow, const struct plan_timeline *timeline)
{
	plan_day lo[SLOW_VARIABLES], hi[SLOW_VARIABLES];
	CHECK(timeline->feasible == (timeline->conflict_count == 0), "%zu conflicts", timeline->conflict_count);
	if (!timeline->feasible)
		return; /* the conflicts prove it */
	CHECK(solve_open(slow, false, lo), "no earliest days");
	CHECK(solve_open(slow, true, hi), "no latest days");
	for (size_t v = 0; v < slow->variable_count; v++) {
		const struct slow_variable *variable = &slow->variables[v];
		const struct plan_times *times = &timeline->times[variable->step->number];
		const struct plan_window *window = variable->at_end ? &times->end : &times->start;
		check_day(variable->step, variable->at_end ? "earliest end" : "earliest", window->earliest, lo[v]);
		check_day(variable->step, variable->at_end ? "latest end" : "latest", window->latest, hi[v]);
	}
}

static void check_room(const struct plan *plan, const struct plan_timeline *timeline)
{
	static struct slow slow;
	plan_day hi[SLOW_VARIABLES];
	slow_init(&slow, plan, true);
	bool feasible = slow_earliest(&slow) && solve_open(&slow, true, hi);
	for (size_t v = 0; v < slow.variable_count; v++) {
		const struct slow_variable *variable = &slow.variables[v];
		const struct plan_times *times = &timeline->times[variable->step->number];
		check_day(variable->step, variable->at_end ? "room's end" : "room",
				  variable->at_end ? times->latest_end : times->latest_start,
				  feasible ? hi[v] : PLAN_DAY_OPEN_END);
	}
}

static bool same_span(struct plan_span a, struct plan_span b)
{
	return a.line == b.line && a.column == b.column && a.length == b.length;
}

/* What a conflict says of itself is what the end of its chain says: a ring's last link that could give way,
 * or the bound that the rest of the chain runs into. */
static void check_end(const struct plan_conflict *conflict)
{
	const struct plan_chain *chain = &conflict->chain;
	const struct plan_cause *last = &chain->at[chain->count - 1];
	const char *id = conflict->step->entry.id;
	while (chain->ring && (last->kind == PLAN_CAUSE_CALENDAR || last->kind == PLAN_CAUSE_ORDER))
		last--;
	struct plan_span span = last->kind == PLAN_CAUSE_HORIZON ? last->step->entry.span : last->span;
	CHECK(same_span(conflict->span, span), "the conflict of %s points at line %u", id, conflict->span.line);
	const struct plan_cause *about = chain->ring ? chain->at : last;
	CHECK(conflict->step == about->step && conflict->at_end == about->at_end, "it is not of %s", id);
	CHECK((conflict->kind == PLAN_CONFLICT_DEADLINE) == (last->kind == PLAN_CAUSE_DEADLINE),
		  "the conflict of %s is of kind %d", id, conflict->kind);
	check_day(conflict->step, "the conflict's latest", conflict->latest,
			  chain->ring ? PLAN_DAY_OPEN_END : last->day);
	if (chain->ring || chain->count > 1)
		check_day(conflict->step, "the conflict's earliest", conflict->earliest,
				  chain->ring ? PLAN_DAY_OPEN_START : last[-1].day);
}

/* Whether a link says a first or last day itself, rather than what follows from another. */
static bool is_bound(const struct plan_cause *cause)
{
	bool recess = cause->kind == PLAN_CAUSE_LINK && cause->other->kind == PLAN_KIND_RECESS;
	return recess || cause->kind == PLAN_CAUSE_DATE || cause->kind == PLAN_CAUSE_HELD ||
		   cause->kind == PLAN_CAUSE_DEADLINE || cause->kind == PLAN_CAUSE_HORIZON;
}

/* A chain has a line of the file for each link. Of a first and a last day it has one at the most: what begins
 * it, and what it runs into; a ring has none. */
static void check_shape(const struct plan_chain *chain, bool conflict)
{
	size_t lasts = 0, firsts = 0;
	for (size_t i = 0; i < chain->count; i++) {
		const struct plan_cause *cause = &chain->at[i];
		CHECK(cause->span.line > 0, "link %zu has no line", i);
		bool last = conflict && !chain->ring && i + 1 == chain->count;
		lasts += is_bound(cause) && last && cause->upper;
		firsts += is_bound(cause) && !last;
		CHECK(cause->upper == last || !conflict, "link %zu is of the other kind of days", i);
	}
	CHECK(lasts == (conflict && !chain->ring), "a conflict ends with %zu last days", lasts);
	CHECK(firsts <= !chain->ring, "%zu first days begin a chain", firsts);
}

static void check_conflict(struct slow *slow, const struct plan_conflict *conflict)
{
	const struct plan_chain *chain = &conflict->chain;
	check_shape(chain, true);
	CHECK(chain->count > 0, "a conflict of %s has no chain", conflict->step->entry.id);
	CHECK(chain->ring == (conflict->kind == PLAN_CONFLICT_RING), "%s: a ring or not",
		  conflict->step->entry.id);
	check_end(conflict);
	slow_turn_on(slow, chain);
	/* Few years will do, and rings get through them sooner. */
	slow->first += FEWER_BEFORE;
	slow->last -= FEWER_AFTER;
	CHECK(!slow_earliest(slow), "the chain of %s is no conflict", conflict->step->entry.id);
	for (size_t i = 0; i < chain->count; i++) {
		struct slow_constraint *constraint = slow_find(slow, &chain->at[i]);
		if (!constraint)
			continue;
		constraint->on = false;
		CHECK(slow_earliest(slow), "the chain of %s does not need its link %zu", conflict->step->entry.id, i);
		constraint->on = true;
	}
	slow->first -= FEWER_BEFORE;
	slow->last += FEWER_AFTER;
	slow_turn_all(slow, true);
}

static void check_conflicts(struct slow *slow, const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->conflict_count; i++) {
		const struct plan_conflict *conflict = &timeline->conflicts[i];
		run.rings += conflict->kind == PLAN_CONFLICT_RING;
		run.chains++;
		check_conflict(slow, conflict);
	}
}

static void check_why(struct slow *slow, struct plan_timeline *timeline, const struct plan_step *step,
					  bool later)
{
	struct plan_chain chain;
	size_t v = slow_variable(slow, step, later);
	const struct plan_times *times = &timeline->times[step->number];
	plan_day day = later ? times->end.latest : times->start.earliest;
	assert_int_equal(plan_timeline_why(timeline, step, later, &chain), PLAN_OK);
	if (day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END) {
		assert_int_equal(chain.count, 0);
		return;
	}
	CHECK(chain.count > 0, "no reason for %s", step->entry.id);
	check_shape(&chain, false);
	slow_turn_on(slow, &chain);
	CHECK(slow_keeps(slow, v, later, day), "the chain to %s does not lead there", step->entry.id);
	size_t idle = slow_idle_link(slow, &chain, v, later, day);
	CHECK(idle == chain.count, "the chain to %s does not need its link %zu", step->entry.id, idle);
	slow_turn_all(slow, true);
}

static void check_all_why(struct slow *slow, struct plan_timeline *timeline)
{
	const struct plan *plan = timeline->plan;
	for (size_t i = 0; timeline->feasible && i < plan->steps.count; i++) {
		if (plan->steps.at[i]->status == PLAN_CANCELLED)
			continue;
		check_why(slow, timeline, plan->steps.at[i], false);
		check_why(slow, timeline, plan->steps.at[i], true);
	}
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	static struct slow slow;
	run.feasible += timeline->feasible;
	run.infeasible += !timeline->feasible;
	slow_init(&slow, plan, false);
	check_windows(&slow, timeline);
	check_conflicts(&slow, timeline);
	check_all_why(&slow, timeline);
	check_room(plan, timeline);
}

static void test_random_plans(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message("%u feasible, %u not; %u conflicts, %u of them rings\n", run.feasible, run.infeasible,
				  run.chains, run.rings);
	/* The plans must be of both kinds for the comparison to mean anything. */
	if (count.all >= 100)
		assert_true(run.feasible > count.all / 5 && run.infeasible > count.all / 5 &&
					count.loaded > count.all * 4 / 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_plans)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
