/*
 * The critical chain, slack and forced orders of random plans against the slow solver.
 */
#include "random_run.h"
#include "slow_chain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Orders alone are solved in few years, from 2016 on: what moves a little every few weeks leaves them. */
enum { DEFAULT_COUNT = 2000, ORDERS_FIRST = 16800, ORDERS_LAST = 18200 };

static struct slow slow;

static struct {
	unsigned chains, links, forced, free;
} met;

/* Whether a day is the least that a constraint leaves a step, the day before it in the chain being `from`. */
static bool is_tight(const struct slow_constraint *c, const struct plan_cause *cause, plan_day from)
{
	plan_day days[SLOW_VARIABLES];
	size_t v = slow_variable(&slow, cause->step, cause->at_end);
	days[c->x] = days[c->y] = from;
	days[v] = cause->day;
	bool holds = slow_holds(&slow, c, days);
	days[v]--;
	return holds && !slow_holds(&slow, c, days);
}

/* Whether a chain comes to a day twice: it has gone round a ring then, and names each link once. */
static bool goes_round(const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++)
		for (size_t j = i + 1; j < chain->count; j++)
			if ((j > i + 1 || chain->at[j].kind != PLAN_CAUSE_CALENDAR) &&
				chain->at[i].step == chain->at[j].step && chain->at[i].at_end == chain->at[j].at_end)
				return true;
	return false;
}

/* Every link leads on from the one before it, and no further than it must. */
static void check_tight(const struct plan_chain *chain)
{
	if (goes_round(chain))
		return;
	const struct plan_cause *last = &chain->at[chain->count - 1];
	assert_true(slow_earliest(&slow));
	CHECK(last->day == slow.lo[slow_variable(&slow, last->step, last->at_end)],
		  "the critical chain ends on %d", (int)last->day);
	for (size_t i = 1; i < chain->count; i++) {
		const struct plan_cause *cause = &chain->at[i], *before = cause - 1;
		struct slow_constraint *c = slow_find(&slow, cause);
		bool calendar = cause->kind == PLAN_CAUSE_CALENDAR;
		CHECK(!cause->upper && c, "the critical chain has a latest day");
		CHECK(calendar ? cause->step == before->step : cause->other == &before->step->entry,
			  "link %zu of the critical chain does not follow", i);
		CHECK(calendar || is_tight(c, cause, before->day), "link %zu of the critical chain leads to %d", i,
			  (int)cause->day);
	}
}

static void check_flags(const struct plan_timeline *timeline)
{
	const struct plan *plan = timeline->plan;
	for (size_t i = 0; i < plan->steps.count; i++) {
		bool named = false;
		for (size_t j = 0; j < timeline->critical.count; j++)
			named |= timeline->critical.at[j].step == plan->steps.at[i];
		CHECK(timeline->times[i].critical == named, "%s is critical: %d", plan->steps.at[i]->entry.id,
			  timeline->times[i].critical);
	}
}

/* Whether a meeting day comes after a link: it may be the first that there is, and is told with what led
 * there all the same. */
static bool meets_later(const struct plan_chain *chain, size_t i)
{
	while (i < chain->count && chain->at[i].kind != PLAN_CAUSE_CALENDAR)
		i++;
	return i < chain->count;
}

static void check_critical(const struct plan_timeline *timeline)
{
	const struct plan_step *step = plan_entry_step(timeline->plan->approval->entry);
	const struct plan_chain *chain = &timeline->critical;
	check_flags(timeline);
	plan_day day = timeline->times[step->number].end.earliest;
	if (step->status == PLAN_CANCELLED || day == PLAN_DAY_OPEN_START) {
		assert_int_equal(chain->count, 0);
		return;
	}
	CHECK(chain->count > 0, "nothing ties the approval to its earliest day");
	check_tight(chain);
	size_t v = slow_variable(&slow, step, true);
	slow_turn_on(&slow, chain);
	CHECK(slow_keeps(&slow, v, false, day), "the critical chain does not lead to the approval");
	size_t idle = slow_idle_link(&slow, chain, v, false, day);
	CHECK(idle == chain->count || meets_later(chain, idle), "the critical chain does not need its link %zu",
		  idle);
	slow_turn_all(&slow, true);
	met.chains++;
	met.links += chain->count;
}

/* Whether the file says a last day for a step's last day. */
static bool is_dated(const struct plan_step *step)
{
	const struct plan_date *date = step->held ? step->held : step->date ? step->date : plan_step_end(step);
	if (!date)
		date = plan_step_start(step);
	return date && date->expr.end.latest != PLAN_DAY_OPEN_END;
}

static void check_slack(const struct plan_timeline *timeline)
{
	const struct plan *plan = timeline->plan;
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_times *times = &timeline->times[i];
		plan_day day = is_dated(plan->steps.at[i]) && times->end.latest != PLAN_DAY_OPEN_END
						   ? times->end.latest
						   : times->end.earliest;
		bool open = day == PLAN_DAY_OPEN_START || times->latest_end == PLAN_DAY_OPEN_END;
		CHECK(times->slack == (open ? INT32_MAX : times->latest_end - day), "%s has a slack of %d",
			  plan->steps.at[i]->entry.id, (int)times->slack);
	}
}

/* Leaves only orders: what is between two days, in few years or in all. */
static void keep_orders(bool all_years)
{
	for (size_t i = 0; i < slow.constraint_count; i++) {
		enum slow_type type = slow.constraints[i].type;
		slow.constraints[i].on = type != SLOW_FROM && type != SLOW_UNTIL && type != SLOW_SET;
	}
	slow.first = all_years ? PLAN_DAY_MIN : ORDERS_FIRST;
	slow.last = all_years ? PLAN_DAY_MAX : ORDERS_LAST;
}

/* Whether some schedule of the orders has `first` not wholly before `second`. */
static bool may_overlap(const struct plan_step *first, const struct plan_step *second)
{
	struct slow_constraint *overlap = &slow.constraints[slow.constraint_count++];
	*overlap = (struct slow_constraint){.type = SLOW_LAG_LEAST,
										.x = slow_variable(&slow, second, false),
										.y = slow_variable(&slow, first, true),
										.lag = {0, PLAN_DAYS, true},
										.on = true};
	bool solved = slow_earliest(&slow);
	slow.constraint_count--;
	return solved;
}

static void check_forced(struct plan_timeline *timeline, const struct plan_step *second)
{
	const struct plan *plan = timeline->plan;
	bool forced[SLOW_VARIABLES];
	assert_int_equal(plan_timeline_forced_before(timeline, second, forced), PLAN_OK);
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *first = plan->steps.at[i];
		bool alone;
		assert_int_equal(plan_timeline_forces_order(timeline, first, second, &alone), PLAN_OK);
		CHECK(alone == forced[i], "%s before %s: %d and %d", first->entry.id, second->entry.id, alone,
			  forced[i]);
		if (first == second || first->status == PLAN_CANCELLED || second->status == PLAN_CANCELLED) {
			assert_false(alone);
			continue;
		}
		keep_orders(false);
		bool free = may_overlap(first, second);
		if (!free && !alone) {
			keep_orders(true);
			free = may_overlap(first, second);
		}
		CHECK(alone != free, "%s is forced to come before %s: %d", first->entry.id, second->entry.id, alone);
		met.forced += alone;
		met.free += free;
	}
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	slow_init(&slow, plan, false);
	if (timeline->feasible) {
		check_critical(timeline);
		check_slack(timeline);
	}
	/* Orders that held days break are orders all the same; orders that are a ring force everything. */
	keep_orders(false);
	if (timeline->broken_fact_count == 0 && slow_earliest(&slow)) {
		check_forced(timeline, plan->steps.at[0]);
		check_forced(timeline, plan_entry_step(plan->approval->entry));
	}
}

static void test_critical(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message("%u critical chains of %u links; %u orders forced, %u not\n", met.chains, met.links,
				  met.forced, met.free);
	if (count.all >= 100)
		assert_true(met.chains > count.all / 10 && met.links > met.chains * 3 / 2 &&
					met.forced > count.all / 5 && met.free > count.all / 5);
}

/* A ring that only the days of its meetings close is set aside at the length of p: what comes before what
 * still goes through it. */
static void test_forced_past_a_conflict(void **state)
{
	(void)state;
	struct loaded loaded;
	struct plan_timeline *timeline = NULL;
	load_good_text(&loaded, "plan: p\ntitle: P\ncalendar: {holidays: none}\n"
							"bodies: {m: {name: M, meets: monday}, w: {name: W, meets: wednesday}}\n"
							"meetings:\n  a: {title: A, body: m, after: p - 3d}\n"
							"  y: {title: Y, body: w, after: a}\n"
							"phases:\n  p: {title: P, after: y, duration: 2d}\n"
							"documents:\n  z: {title: Z, after: p}\n");
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	assert_int_equal(timeline->conflict_count, 1);
	assert_int_equal(timeline->conflicts[0].kind, PLAN_CONFLICT_RING);
	const struct plan_step *y = load_step(&loaded, "y"), *z = load_step(&loaded, "z");
	bool forced = false;
	assert_int_equal(plan_timeline_forces_order(timeline, y, z, &forced), PLAN_OK);
	assert_true(forced);
	plan_timeline_free(timeline);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_forced_past_a_conflict),
									   cmocka_unit_test(test_critical)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
