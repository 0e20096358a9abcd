/*
 * The traps of calendars, each by hand: what a wall calendar says of a small plan, step by step.
 */
#include "base/buf.h"
#include "date/print.h"
#include "load_file.h"

#include <plan/timeline.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * A plan without its head, and what is expected: for each step a line "id FIRST..LAST", " to FIRST..LAST" of
 * its last day where it has two, and " room DAY" where something follows that bounds it; an open end is left
 * out. Then a line for each conflict, uncertain order and broken fact, and for each deadline at risk; what is
 * wrong is told with its causes, "KIND STEP DAY". Where the plan cannot be kept "by DEADLINE: id FIRST..LAST
 * slack DAYS" for each deadline, and where nothing but deadlines is missed "slack: id DAYS" for each step
 * that has some.
 */
struct row {
	const char *name, *plan, *expected;
};

static const struct row rows[] = {
#include "timeline_traps.def"
};

static void put_day(struct buf *out, plan_day day)
{
	if (day != PLAN_DAY_OPEN_START && day != PLAN_DAY_OPEN_END)
		buf_text(out, day_text_iso(day).text);
}

static void put_window(struct buf *out, struct plan_window window)
{
	put_day(out, window.earliest);
	buf_text(out, "..");
	put_day(out, window.latest);
}

static void put_step(struct buf *out, const struct plan_step *step, const struct plan_times *times)
{
	buf_printf(out, "%s ", step->entry.id);
	put_window(out, times->start);
	if (step->entry.kind == PLAN_KIND_PHASE || step->days > 1) {
		buf_text(out, " to ");
		put_window(out, times->end);
	}
	if (times->latest_end != PLAN_DAY_OPEN_END)
		buf_printf(out, " room %s", day_text_iso(times->latest_end).text);
	buf_text(out, "\n");
}

static const char *const conflict_names[] = {
	[PLAN_CONFLICT_DEADLINE] = "deadline",   [PLAN_CONFLICT_DATES] = "dates",
	[PLAN_CONFLICT_RING] = "ring",           [PLAN_CONFLICT_NO_DAY] = "no day",
	[PLAN_CONFLICT_UNDECIDED] = "undecided",
};

static const char *const cause_names[] = {
	[PLAN_CAUSE_DATE] = "date",         [PLAN_CAUSE_HELD] = "held",     [PLAN_CAUSE_DEADLINE] = "deadline",
	[PLAN_CAUSE_LINK] = "link",         [PLAN_CAUSE_ORDER] = "order",   [PLAN_CAUSE_DURATION] = "duration",
	[PLAN_CAUSE_HEARING] = "hearing",   [PLAN_CAUSE_PAPERS] = "papers", [PLAN_CAUSE_CALENDAR] = "calendar",
	[PLAN_CAUSE_HORIZON] = "1900-2199",
};

static void put_chain(struct buf *out, const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++) {
		const struct plan_cause *cause = &chain->at[i];
		buf_printf(out, "%s%s %s", i ? ", " : " by ", cause_names[cause->kind], cause->step->entry.id);
		if (cause->day != PLAN_DAY_OPEN_START && cause->day != PLAN_DAY_OPEN_END)
			buf_printf(out, " %s", day_text_iso(cause->day).text);
	}
	buf_text(out, "\n");
}

static void put_deadline(struct buf *out, const struct plan_timeline *timeline,
						 const struct plan_deadline *deadline)
{
	if (deadline->verdict == PLAN_AT_RISK) {
		buf_printf(out, "at risk: %s", deadline->step->entry.id);
		put_chain(out, &deadline->risk);
	}
	if (timeline->feasible)
		return;
	buf_printf(out, "by %s: %s ", day_text_iso(deadline->by).text, deadline->step->entry.id);
	put_window(out, (struct plan_window){deadline->earliest_end, deadline->latest_end});
	if (deadline->slack != INT32_MAX)
		buf_printf(out, " slack %d", (int)deadline->slack);
	buf_text(out, "\n");
}

static void put_timeline(struct buf *out, const struct plan_timeline *timeline)
{
	const struct plan *plan = timeline->plan;
	for (size_t i = 0; i < plan->steps.count && timeline->feasible; i++)
		put_step(out, plan->steps.at[i], &timeline->times[i]);
	for (size_t i = 0; i < plan->steps.count && !timeline->feasible; i++)
		if (timeline->times[i].slack != INT32_MAX)
			buf_printf(out, "slack: %s %d\n", plan->steps.at[i]->entry.id, (int)timeline->times[i].slack);
	for (size_t i = 0; i < timeline->conflict_count; i++) {
		const struct plan_conflict *conflict = &timeline->conflicts[i];
		buf_printf(out, "%s: %s ", conflict_names[conflict->kind], conflict->step->entry.id);
		put_window(out, (struct plan_window){conflict->earliest, conflict->latest});
		put_chain(out, &conflict->chain);
	}
	for (size_t i = 0; i < timeline->uncertainty_count; i++) {
		const struct plan_uncertainty *pair = &timeline->uncertainties[i];
		buf_printf(out, "uncertain: %s %s, ", pair->first->entry.id, day_text_iso(pair->first_day).text);
		buf_printf(out, "%s %s\n", pair->second->entry.id, day_text_iso(pair->second_day).text);
	}
	for (size_t i = 0; i < timeline->broken_fact_count; i++) {
		const struct plan_broken_fact *broken = &timeline->broken_facts[i];
		buf_printf(out, "broken: %s, %s\n", broken->first->entry.id, broken->second->entry.id);
	}
	for (size_t i = 0; i < timeline->deadline_count; i++)
		put_deadline(out, timeline, &timeline->deadlines[i]);
}

/* Whether a plan comes to what is expected; says so when it does not. */
static bool try_row(const struct row *row)
{
	struct buf text = {0}, found = {0};
	struct loaded loaded;
	struct plan_timeline *timeline = NULL;
	buf_printf(&text, "plan: p\ntitle: P\n%s", row->plan);
	load_good_text(&loaded, buf_string(&text));
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	put_timeline(&found, timeline);
	bool same = strcmp(buf_string(&found), row->expected) == 0;
	if (!same)
		print_error("%s:\n%swanted:\n%s", row->name, buf_string(&found), row->expected);
	plan_timeline_free(timeline);
	load_free(&loaded);
	buf_free(&found);
	buf_free(&text);
	return same;
}

static void test_traps(void **state)
{
	(void)state;
	bool good = true;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		good &= try_row(&rows[i]);
	assert_true(good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_traps)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
