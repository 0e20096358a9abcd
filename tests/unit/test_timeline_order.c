/*
 * The answer is the same whatever the order of entries in the file: random plans with their sections and
 * entries in other orders, and everything that the timeline says of them compared as text.
 */
#include "base/buf.h"
#include "base/vec.h"
#include "random_plan.h"
#include "random_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { DEFAULT_COUNT = 2000, ORDERS = 3 };

/* Lines in any order. */
struct lines {
	VEC(char *) at;
};

static void add_line(struct lines *lines, struct buf *line)
{
	char **kept = VEC_PUSH(&lines->at);
	assert_non_null(kept);
	*kept = strdup(buf_string(line));
	assert_non_null(*kept);
	buf_free(line);
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void lines_free(struct lines *lines)
{
	for (size_t i = 0; i < lines->at.count; i++)
		free(lines->at.at[i]);
	VEC_FREE(&lines->at);
}

static void put_window(struct buf *out, struct plan_window window)
{
	buf_printf(out, " %d..%d", (int)window.earliest, (int)window.latest);
}

static void put_cause(struct buf *out, const struct plan_cause *cause)
{
	buf_printf(out, " [%d %s%s", cause->kind, cause->step->entry.id, cause->at_end ? ".end" : "");
	if (cause->other)
		buf_printf(out, " from %s%s", cause->other->id, cause->other_at_end ? ".end" : "");
	if (cause->link)
		buf_printf(out, " by %d %s", cause->link->relation, cause->link->text);
	buf_printf(out, "%s%s %d]", cause->upper ? " upper" : "", cause->most ? " most" : "", (int)cause->day);
}

static void put_chain(struct buf *out, const struct plan_chain *chain)
{
	buf_text(out, chain->ring ? " ring" : " chain");
	for (size_t i = 0; i < chain->count; i++)
		put_cause(out, &chain->at[i]);
}

static void add_steps(struct lines *lines, struct plan_timeline *timeline)
{
	const struct plan *plan = timeline->plan;
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		const struct plan_times *times = &timeline->times[i];
		struct buf line = {0};
		struct plan_chain chain;
		buf_printf(&line, "step %s:", step->entry.id);
		put_window(&line, times->start);
		put_window(&line, times->end);
		buf_printf(&line, " room %d %d, slack %d, critical %d;", (int)times->latest_start,
				   (int)times->latest_end, (int)times->slack, times->critical);
		for (unsigned later = 0; later < 2; later++) {
			assert_int_equal(plan_timeline_why(timeline, step, later, &chain), PLAN_OK);
			put_chain(&line, &chain);
		}
		add_line(lines, &line);
	}
}

static void add_deadlines(struct lines *lines, const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->deadline_count; i++) {
		const struct plan_deadline *deadline = &timeline->deadlines[i];
		struct buf line = {0};
		buf_printf(&line, "deadline of %s: %d, %d..%d, verdict %d, slack %d;", deadline->step->entry.id,
				   (int)deadline->by, (int)deadline->earliest_end, (int)deadline->latest_end,
				   deadline->verdict, (int)deadline->slack);
		put_chain(&line, &deadline->risk);
		add_line(lines, &line);
	}
}

static void add_conflicts(struct lines *lines, const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->conflict_count; i++) {
		const struct plan_conflict *conflict = &timeline->conflicts[i];
		const struct plan_repair *repair = &conflict->repair;
		struct buf line = {0};
		buf_printf(&line, "conflict %d of %s%s: %d, %d;", conflict->kind, conflict->step->entry.id,
				   conflict->at_end ? ".end" : "", (int)conflict->earliest, (int)conflict->latest);
		put_chain(&line, &conflict->chain);
		if (repair->cause) {
			buf_printf(&line, " repair %d %d%d:", (int)repair->day, (int)repair->amount.count,
					   repair->amount.unit);
			put_cause(&line, repair->cause);
		}
		add_line(lines, &line);
	}
}

static void add_findings(struct lines *lines, const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->uncertainty_count; i++) {
		const struct plan_uncertainty *pair = &timeline->uncertainties[i];
		struct buf line = {0};
		buf_printf(&line, "uncertain %s %d, %s %d:", pair->first->entry.id, (int)pair->first_day,
				   pair->second->entry.id, (int)pair->second_day);
		put_cause(&line, pair->cause);
		add_line(lines, &line);
	}
	for (size_t i = 0; i < timeline->off_day_count; i++) {
		const struct plan_off_day *off = &timeline->off_days[i];
		struct buf line = {0};
		buf_printf(&line, "off day %s: %d, %d, %d", off->step->entry.id, off->body, (int)off->before,
				   (int)off->after);
		add_line(lines, &line);
	}
	for (size_t i = 0; i < timeline->broken_fact_count; i++) {
		const struct plan_broken_fact *broken = &timeline->broken_facts[i];
		struct buf line = {0};
		buf_printf(&line, "broken %s %s %d:", broken->first ? broken->first->entry.id : "-",
				   broken->second ? broken->second->entry.id : "-", (int)broken->held);
		put_cause(&line, &broken->cause);
		add_line(lines, &line);
	}
}

/* All that a timeline says, sorted. */
static void write_all(struct lines *lines, struct plan_timeline *timeline)
{
	struct buf line = {0};
	buf_printf(&line, "feasible %d, certain %d, verdict %d;", timeline->feasible, timeline->certain,
			   timeline->verdict);
	put_chain(&line, &timeline->critical);
	add_line(lines, &line);
	add_steps(lines, timeline);
	add_deadlines(lines, timeline);
	add_conflicts(lines, timeline);
	add_findings(lines, timeline);
	qsort(lines->at.at, lines->at.count, sizeof *lines->at.at, compare_lines);
}

static bool is_same(const struct lines *a, const struct lines *b)
{
	if (a->at.count != b->at.count)
		return false;
	for (size_t i = 0; i < a->at.count; i++)
		if (strcmp(a->at.at[i], b->at.at[i]) != 0)
			return false;
	return true;
}

static void fail_different(const struct lines *wanted, const struct lines *is, unsigned order)
{
	for (size_t i = 0; i < wanted->at.count; i++)
		print_error("  %s\n", wanted->at.at[i]);
	print_error("in order %u:\n", order);
	for (size_t i = 0; i < is->at.count; i++)
		print_error("  %s\n", is->at.at[i]);
	CHECK(false, "the answer depends on the order of the file");
}

static void check_order(const struct lines *wanted, unsigned order)
{
	struct buf text = {0};
	struct loaded loaded;
	struct lines lines = {0};
	struct plan_timeline *timeline = NULL;
	random_plan(&text, random_seed(), order);
	load_text(&loaded, buf_string(&text));
	assert_non_null(loaded.plan);
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	write_all(&lines, timeline);
	if (!is_same(wanted, &lines))
		fail_different(wanted, &lines, order);
	lines_free(&lines);
	plan_timeline_free(timeline);
	load_free(&loaded);
	buf_free(&text);
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	(void)plan;
	struct lines wanted = {0};
	write_all(&wanted, timeline);
	for (unsigned order = 1; order <= ORDERS; order++)
		check_order(&wanted, order);
	lines_free(&wanted);
}

static void test_order(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	assert_true(count.loaded > count.all * 4 / 5 || count.all < 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_order)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
