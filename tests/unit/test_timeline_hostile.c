/*
 * Rings that were made to take long: they are solved, or it is said that they are not.
 */
#include "made_plan.h"

#include <plan/check.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 12000, FOLLOWERS = 6000 };

static const char head[] = "plan: p\ntitle: P\nrules: {severity: {no-approval: off}}\n"
						   "bodies:\n  a: {name: A, meets: monday}\n  b: {name: B, meets: tuesday}\n";

static size_t count_calendars(const struct plan_chain *chain)
{
	size_t count = 0;
	for (size_t i = 0; i < chain->count; i++)
		count += chain->at[i].kind == PLAN_CAUSE_CALENDAR;
	return count;
}

/* Every round of it gains a week, and only because of one Monday and one Tuesday. */
static void test_weekdays(void **state)
{
	(void)state;
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text, "meetings:\n");
	for (unsigned i = 0; i < MANY; i++)
		buf_printf(&made.text, "  m%u: {title: T, body: %s, after: m%u + 0d}\n", i,
				   i % (MANY / 4) ? "a" : "b", (i + MANY - 1) % MANY);
	make(&made);
	assert_int_equal(made.timeline->conflict_count, 1);
	const struct plan_conflict *conflict = &made.timeline->conflicts[0];
	assert_int_equal(conflict->kind, PLAN_CONFLICT_RING);
	assert_true(conflict->chain.ring);
	assert_int_equal(conflict->chain.count, MANY + 2);
	assert_int_equal(count_calendars(&conflict->chain), 2);
	unmake(&made);
}

/* A small ring that creeps through the years with thousands of steps behind it, which come to rest. */
static void write_followers(struct buf *text, const char *first)
{
	buf_printf(text,
			   "meetings:\n"
			   "  x: {title: X, body: a, %s, after: [y + 0d, f%u - 70000d]}\n"
			   "  y: {title: Y, body: b, after: x - 7d, date: until 2150-12-31}\n"
			   "  f0: {title: F, after: x + 0d}\n",
			   first, FOLLOWERS - 1);
	for (unsigned i = 1; i < FOLLOWERS; i++)
		buf_printf(text, "  f%u: {title: F, after: f%u + 0d}\n", i, i - 1);
}

static void test_followers(void **state)
{
	(void)state;
	struct made made = {0};
	buf_text(&made.text, head);
	write_followers(&made.text, "date: from 2019-01-01");
	make(&made);
	assert_true(made.timeline->feasible);
	/* The first Monday of 2019 that the calendar allows, and the Tuesday before it. */
	plan_day monday = plan_day_from_civil((struct plan_civil){2019, 1, 7});
	assert_int_equal(made.timeline->times[load_step(&made.loaded, "x")->number].start.earliest, monday);
	assert_int_equal(made.timeline->times[load_step(&made.loaded, "y")->number].start.earliest, monday - 6);
	unmake(&made);
}

/* Thousands of working days forward and days back, which gain a little in a year with few working days:
 * counted together they are two moves. */
static void test_workdays(void **state)
{
	(void)state;
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text, "calendar: {holidays: DK}\ndocuments:\n"
						 "  d0: {title: D, due: from 2019-01-01, after: d7999 - 11500d}\n");
	for (unsigned i = 1; i < 8000; i++)
		buf_printf(&made.text, "  d%u: {title: D, after: d%u + 1wd}\n", i, i - 1);
	make(&made);
	assert_false(made.timeline->undecided);
	assert_true(made.timeline->feasible);
	const struct plan_calendar *calendar = made.loaded.plan->calendar;
	plan_day first = made.timeline->times[load_step(&made.loaded, "d0")->number].start.earliest;
	plan_day last = made.timeline->times[load_step(&made.loaded, "d7999")->number].start.earliest;
	assert_int_equal(last, plan_calendar_add_workdays(calendar, first, 7999));
	assert_true(first >= last - 11500);
	/* No day before it would do. */
	for (plan_day day = plan_day_from_civil((struct plan_civil){2019, 1, 1}); day < first; day++)
		assert_true(plan_calendar_add_workdays(calendar, day, 7999) - 11500 > day);
	unmake(&made);
}

/* A ring that creeps until its dates end: with dates it is a conflict of dates, without them it rests. */
static void test_creeping_dates(void **state)
{
	(void)state;
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text, "meetings:\n"
						 "  x: {title: X, body: a, date: 2019-01-01..2150-12-31, after: y + 0d}\n"
						 "  y: {title: Y, body: b, after: x + 0d}\n");
	make(&made);
	assert_int_equal(made.timeline->conflict_count, 1);
	assert_int_equal(made.timeline->conflicts[0].kind, PLAN_CONFLICT_RING);
	assert_int_equal(made.timeline->conflicts[0].chain.count, 4);
	unmake(&made);
}

/* A ring that gains two days in each round while it is January, and a date in it that only the tenth passes:
 * every link is needed, and the chain ends with the one that leads to the date, beyond it. */
static void check_rounds(unsigned steps)
{
	struct made made = {0};
	buf_text(&made.text, head);
	buf_printf(&made.text,
			   "documents:\n"
			   "  x: {title: X, due: from 2019-01-01, after: d%u - 29d}\n"
			   "  d0: {title: D, after: x + 1m}\n",
			   steps - 1);
	for (unsigned i = 1; i < steps; i++)
		buf_printf(&made.text, "  d%u: {title: D, after: d%u + 0d%s}\n", i, i - 1,
				   i == steps / 2 ? ", due: until 2019-02-20" : "");
	make(&made);
	assert_int_equal(made.timeline->conflict_count, 1);
	const struct plan_conflict *conflict = &made.timeline->conflicts[0];
	plan_day late = plan_day_from_civil((struct plan_civil){2019, 2, 20});
	assert_int_equal(conflict->kind, PLAN_CONFLICT_DATES);
	assert_int_equal(conflict->latest, late);
	assert_int_equal(conflict->earliest, late + 1);
	assert_int_equal(conflict->chain.count, steps + 3);
	const struct plan_cause *end = &conflict->chain.at[steps + 1];
	assert_ptr_equal(end->step, conflict->step);
	assert_int_equal(end->day, late + 1);
	for (unsigned i = 1; i <= steps; i++)
		assert_ptr_equal(plan_entry_step(conflict->chain.at[i + 1].other), conflict->chain.at[i].step);
	unmake(&made);
}

static void test_rounds(void **state)
{
	(void)state;
	check_rounds(3);
	check_rounds(150);
	check_rounds(900);
	check_rounds(MANY);
}

/* Twelve months and 365 days back, a thousand times: gains a few days each round, but not from every day of a
 * month on its own. No count proves it, and going round costs too much. */
static void write_undecided(struct buf *text)
{
	buf_text(text, "documents:\n");
	for (unsigned i = 0; i < MANY; i++)
		buf_printf(text, "  d%u: {title: D, after: [d%u %s]}\n", i, (i + MANY - 1) % MANY,
				   i == 0        ? "+ 4d"
				   : i % 13 == 0 ? "- 365d"
								 : "+ 1m");
}

static void test_undecided(void **state)
{
	(void)state;
	struct made made = {0};
	buf_printf(&made.text, "%sapproval: z\n", head);
	write_undecided(&made.text);
	buf_text(&made.text, "  z: {title: Z, due: 2019-05-01, deadline: 2019-06-01}\n");
	make(&made);
	assert_false(made.timeline->feasible);
	assert_true(made.timeline->undecided);
	assert_int_equal(made.timeline->conflict_count, 1);
	assert_int_equal(made.timeline->conflicts[0].kind, PLAN_CONFLICT_UNDECIDED);
	assert_int_equal(made.timeline->verdict, PLAN_UNDECIDED);
	struct plan_check_options options = {.today = plan_day_from_civil((struct plan_civil){2019, 1, 1})};
	assert_int_equal(plan_check(made.timeline, &options, &made.loaded.diags), PLAN_OK);
	assert_true(load_has(&made.loaded, PLAN_RULE_LIMIT_EXCEEDED, made.timeline->conflicts[0].span.line, 0));
	unmake(&made);
}

/* What is wrong beside it is found all the same, and is known to be wrong. */
static void test_undecided_and_wrong(void **state)
{
	(void)state;
	struct made made = {0};
	buf_printf(&made.text, "%sapproval: z\n", head);
	write_undecided(&made.text);
	buf_text(&made.text, "  z: {title: Z, due: 2019-07-01, deadline: 2019-06-01}\n");
	make(&made);
	assert_false(made.timeline->undecided);
	assert_int_equal(made.timeline->conflict_count, 2);
	assert_int_equal(made.timeline->verdict, PLAN_MISSED);
	unmake(&made);
}

/* A hundred thousand steps that hang together, each no more than a little after the one before it: what the
 * last one's date asks of the first is found in few sweeps, in whichever order they stand. */
static void check_chain(bool backwards)
{
	enum { STEPS = 100000, FAR = 100 };
	struct made made = {0};
	buf_text(&made.text, head);
	buf_text(&made.text, "documents:\n");
	for (unsigned i = 0; i < STEPS; i++) {
		unsigned at = backwards ? STEPS - 1 - i : i;
		buf_printf(&made.text, "  d%u: {title: D", at);
		if (at > 0)
			buf_printf(&made.text, ", after: [d%u + 0d..%dd]", at - 1, at % FAR == 0);
		buf_text(&made.text, at == STEPS - 1 ? ", due: 2100-01-01}\n" : "}\n");
	}
	make(&made);
	assert_true(made.timeline->feasible);
	plan_day day = plan_day_from_civil((struct plan_civil){2100, 1, 1});
	const struct plan_times *first = &made.timeline->times[load_step(&made.loaded, "d0")->number];
	assert_int_equal(first->start.earliest, day - (STEPS / FAR - 1));
	assert_int_equal(first->start.latest, day);
	unmake(&made);
}

static void test_large_components(void **state)
{
	(void)state;
	check_chain(false);
	check_chain(true);
}

/* Thousands of greatest gaps of every unit, criss-cross. */
static void test_many_greatest_gaps(void **state)
{
	(void)state;
	static const char *const gaps[] = {"0d..30d", "0w..5w", "0m..1m", "0wd..20wd", "-5d..40d"};
	struct made made = {0};
	uint32_t random = 1;
	buf_text(&made.text, head);
	buf_text(&made.text, "documents:\n  d0: {title: D, due: from 2019-01-01}\n");
	for (unsigned i = 1; i < MANY; i++) {
		random = random * 1664525 + 1013904223;
		unsigned back = 1 + (random >> 16) % 20, least = i < back ? 0 : i - back;
		buf_printf(&made.text, "  d%u: {title: D, after: [d%u + %s]%s}\n", i, least, gaps[(random >> 8) % 5],
				   i % 97 == 0 ? ", due: from 2020-03-01" : "");
	}
	make(&made);
	assert_true(made.timeline->feasible);
	assert_false(made.timeline->undecided);
	unmake(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_weekdays),
		cmocka_unit_test(test_workdays),
		cmocka_unit_test(test_followers),
		cmocka_unit_test(test_creeping_dates),
		cmocka_unit_test(test_rounds),
		cmocka_unit_test(test_large_components),
		cmocka_unit_test(test_many_greatest_gaps),
		cmocka_unit_test(test_undecided),
		cmocka_unit_test(test_undecided_and_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
