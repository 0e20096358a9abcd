/* Answers about a plan as of a day: the order of steps, slack, what comes next, swimlanes. */
#include "query/agenda.h"
#include "query/lanes.h"
#include "query/outlook.h"

#include "alloc_fault.h"
#include "load_file.h"
#include "random_plan.h"

#include <plan/timeline.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct asked {
	struct loaded loaded;
	struct plan_timeline *timeline;
	struct outlook outlook;
};

static plan_day day(int month, int of_month)
{
	return plan_day_from_civil((struct plan_civil){2018, month, of_month});
}

static void ask(struct asked *asked, const char *text, plan_day today)
{
	*asked = (struct asked){0};
	load_good_text(&asked->loaded, text);
	assert_int_equal(plan_timeline_new(asked->loaded.plan, &asked->timeline), PLAN_OK);
	assert_int_equal(outlook_make(&asked->outlook, asked->loaded.plan, asked->timeline, today), PLAN_OK);
}

static void forget(struct asked *asked)
{
	outlook_free(&asked->outlook);
	plan_timeline_free(asked->timeline);
	load_free(&asked->loaded);
}

static const struct standing *standing(const struct asked *asked, const char *id)
{
	return outlook_of(&asked->outlook, load_step(&asked->loaded, id));
}

/* The ids in an order, a blank between them. */
static void assert_order(const struct asked *asked, const char *expected)
{
	char ids[512] = "";
	for (size_t i = 0; i < asked->outlook.count; i++) {
		strcat(ids, i ? " " : "");
		strcat(ids, asked->outlook.order[i]->step->entry.id);
	}
	assert_string_equal(ids, expected);
}

static const char process[] =
	"plan: p\ntitle: P\nyear: 2018\napproval: last\n"
	"tracks: {a: {title: A}, b: {title: B}, none: {title: N}}\n"
	"meetings:\n"
	"  last: {title: Last, track: a, date: december, deadline: december, after: talks}\n"
	"  theme-2: {title: T2, phase: talks}\n"
	"  theme-1: {title: T1, phase: talks, date: 3. september}\n"
	"  kick-off: {title: K, track: a, held: 2. januar}\n"
	"  soon: {title: S, track: b, before: next-week}\n"
	"  next-week: {title: W, track: b, date: 20. august}\n"
	"  gone: {title: G, track: b, status: cancelled, date: 1. august}\n"
	"  late: {title: L, date: 6. august}\n"
	"phases:\n"
	"  talks: {title: Talks, track: a, after: kick-off}\n"
	"documents:\n"
	"  paper: {title: Paper, for: next-week}\n"
	"  draft: {title: Draft, for: last, after: talks}\n";

/* Undated steps stand between those that must come before and after them, not at the head or the end of all:
 * a paper just before what it is for, and nothing that can wait until December before what cannot. */
static void test_order(void **state)
{
	(void)state;
	struct asked asked;
	ask(&asked, process, day(8, 13));
	assert_order(&asked, "kick-off gone late soon paper next-week talks theme-1 theme-2 draft last");
	assert_int_equal(standing(&asked, "kick-off")->state, STATE_DONE);
	assert_int_equal(standing(&asked, "gone")->state, STATE_CANCELLED);
	assert_int_equal(standing(&asked, "late")->state, STATE_OVERDUE);
	assert_int_equal(standing(&asked, "paper")->state, STATE_NEXT);
	assert_int_equal(standing(&asked, "theme-2")->firmness, FIRM_UNDATED);
	assert_int_equal(standing(&asked, "last")->firmness, FIRM_IMPRECISE);
	assert_ptr_equal(outlook_next(&asked.outlook), standing(&asked, "soon"));
	forget(&asked);
}

/* Whatever waits for a step comes after it in the order of time, or is at the same place. */
static void test_order_of_random_plans(void **state)
{
	(void)state;
	struct buf text = {0};
	size_t compared = 0;
	for (uint64_t seed = 1; seed <= 2000; seed++) {
		struct asked asked = {0};
		random_plan(&text, seed, 0);
		load_text(&asked.loaded, buf_string(&text));
		if (!asked.loaded.plan) {
			load_free(&asked.loaded);
			continue;
		}
		assert_int_equal(plan_timeline_new(asked.loaded.plan, &asked.timeline), PLAN_OK);
		assert_int_equal(outlook_make(&asked.outlook, asked.loaded.plan, asked.timeline, day(1, 1)), PLAN_OK);
		const struct plan *plan = asked.loaded.plan;
		for (size_t i = 0; asked.timeline->feasible && i < plan->steps.count; i++)
			for (size_t k = 0; k < plan->steps.at[i]->link_count; k++) {
				const struct plan_link *link = &plan->steps.at[i]->links[k];
				const struct plan_step *first = plan_entry_step(link->to.entry);
				if (!first || link->relation != PLAN_AFTER || link->gap.min.given || link->gap.max.given ||
					link->point != PLAN_POINT_DEFAULT)
					continue;
				const struct standing *a = outlook_of(&asked.outlook, first);
				const struct standing *b = outlook_of(&asked.outlook, plan->steps.at[i]);
				bool papers =
					first->entry.kind == PLAN_KIND_DOCUMENT || b->step->entry.kind == PLAN_KIND_DOCUMENT;
				if (papers || a->state == STATE_CANCELLED || b->state == STATE_CANCELLED ||
					(a->state != b->state && (a->state > STATE_TO_COME || b->state > STATE_TO_COME)))
					continue;
				compared++;
				if (a->order > b->order)
					fail_msg("seed %llu: %s before %s, which waits for it", (unsigned long long)seed,
							 b->step->entry.id, first->entry.id);
			}
		forget(&asked);
	}
	buf_free(&text);
	assert_true(compared > 100);
}

/* What nobody decided in time is decided from today on: the days that went by are no slack. */
static void test_slack_of_today(void **state)
{
	(void)state;
	static const char text[] = "plan: p\ntitle: P\nyear: 2018\napproval: last\n"
							   "meetings:\n"
							   "  first: {title: F, held: 2. januar}\n"
							   "  middle: {title: M, after: first}\n"
							   "  dated: {title: D, date: 1. marts, after: first, before: last}\n"
							   "  last: {title: L, date: 20. december, deadline: december, after: middle}\n";
	struct asked asked;
	ask(&asked, text, day(1, 3));
	const struct plan_times *times = &asked.timeline->times[standing(&asked, "middle")->step->number];
	int32_t whole = standing_slack(standing(&asked, "middle"), times, day(1, 3));
	assert_int_equal(whole, times->slack);
	assert_int_equal(standing_slack(standing(&asked, "middle"), times, day(3, 1)), whole - 57);
	assert_int_equal(standing_first_day(standing(&asked, "middle"), day(3, 1)), day(3, 1));
	assert_int_equal(standing_first_day(standing(&asked, "middle"), day(1, 1)), day(1, 3));
	times = &asked.timeline->times[standing(&asked, "dated")->step->number];
	assert_int_equal(standing_slack(standing(&asked, "dated"), times, day(6, 1)), times->slack);
	assert_int_equal(standing_first_day(standing(&asked, "dated"), day(6, 1)), day(3, 1));
	times = &asked.timeline->times[standing(&asked, "first")->step->number];
	assert_int_equal(standing_slack(standing(&asked, "first"), times, day(6, 1)), INT32_MAX);
	forget(&asked);
}

static void assert_events(const struct agenda *agenda, const char *expected)
{
	char all[1024] = "";
	for (size_t i = 0; i < agenda->events.count; i++) {
		const struct event *event = &agenda->events.at[i];
		char one[128];
		snprintf(one, sizeof one, "%s%s:%s:%s%s", i ? " " : "", event->standing->step->entry.id,
				 event_name(event->kind), event_group_name(event->group), event->pressing ? "!" : "");
		strcat(all, one);
	}
	assert_string_equal(all, expected);
}

static void list(struct agenda *agenda, const struct asked *asked, struct agenda_filter filter)
{
	agenda_free(agenda);
	assert_int_equal(agenda_add(agenda, &asked->outlook, &filter), PLAN_OK);
	agenda_finish(agenda, &filter);
}

static void test_agenda(void **state)
{
	(void)state;
	struct asked asked;
	struct agenda agenda = {0};
	ask(&asked, process, day(8, 13));
	list(&agenda, &asked, (struct agenda_filter){0});
	assert_events(&agenda, "late:meeting:overdue soon:meeting:undated! next-week:meeting:dated "
						   "theme-1:meeting:dated last:meeting:dated theme-2:meeting:undated "
						   "talks:within:undated");
	assert_int_equal(agenda.left_out, 0);
	list(&agenda, &asked, (struct agenda_filter){.most = 2}); /* the overdue stand beside the limit */
	assert_events(&agenda, "late:meeting:overdue soon:meeting:undated! next-week:meeting:dated");
	assert_int_equal(agenda.left_out, 4);
	list(&agenda, &asked, (struct agenda_filter){.kinds = 1u << PLAN_KIND_DOCUMENT});
	assert_events(&agenda, "paper:due:undated! draft:due:undated");
	list(&agenda, &asked, (struct agenda_filter){.hearings = true}); /* of the phases: the talks are none */
	assert_events(&agenda, "late:meeting:overdue soon:meeting:undated! next-week:meeting:dated "
						   "theme-1:meeting:dated last:meeting:dated theme-2:meeting:undated");
	list(&agenda, &asked, (struct agenda_filter){.papers = true, .most = 3});
	assert_events(&agenda, "late:meeting:overdue soon:meeting:undated! paper:due:undated! "
						   "next-week:meeting:dated");
	list(&agenda, &asked, (struct agenda_filter){.bounded = true, .until = day(8, 20)});
	assert_events(&agenda, "late:meeting:overdue soon:meeting:undated! next-week:meeting:dated "
						   "theme-2:meeting:undated talks:within:undated");
	agenda_free(&agenda);
	forget(&asked);
}

static void assert_lanes(const struct lanes *lanes, const char *expected)
{
	char all[1024] = "";
	for (size_t i = 0; i < lanes->rows.count; i++) {
		const struct lane_row *row = &lanes->rows.at[i];
		char one[128];
		snprintf(one, sizeof one, "%s%s%s", i ? " " : "",
				 row->inside     ? "+"
				 : row->standing ? ""
								 : "#",
				 row->standing ? row->standing->step->entry.id
				 : row->track  ? row->track->entry.id
							   : "-");
		strcat(all, one);
	}
	assert_string_equal(all, expected);
}

/* Track by track, each phase with its parts; without the cancelled, and without a lane for no steps. */
static void test_lanes(void **state)
{
	(void)state;
	struct asked asked;
	struct lanes lanes;
	ask(&asked, process, day(8, 13));
	assert_int_equal(lanes_make(&lanes, &asked.outlook, &(struct lane_filter){0}), PLAN_OK);
	assert_lanes(&lanes, "#a kick-off talks +theme-1 +theme-2 last #b soon next-week #- late");
	lanes_free(&lanes);
	assert_int_equal(lanes_make(&lanes, &asked.outlook, &(struct lane_filter){.documents = true}), PLAN_OK);
	assert_lanes(&lanes, "#a kick-off talks +theme-1 +theme-2 last #b soon next-week #- late paper draft");
	lanes_free(&lanes);
	assert_int_equal(lanes_make(&lanes, &asked.outlook, &(struct lane_filter){.track = "b"}), PLAN_OK);
	assert_lanes(&lanes, "#b soon next-week");
	lanes_free(&lanes);
	forget(&asked);
	ask(&asked, "plan: p\ntitle: P\nmeetings: {m: {title: M, date: 2018-09-03}}\n", day(8, 13));
	assert_int_equal(lanes_make(&lanes, &asked.outlook, &(struct lane_filter){0}), PLAN_OK);
	assert_lanes(&lanes, "m"); /* no tracks, no headings */
	lanes_free(&lanes);
	forget(&asked);
}

/* Every allocation fails once: it is told, and nothing leaks (the sanitizers see to that). */
static void test_failing_allocations(void **state)
{
	(void)state;
	struct loaded loaded;
	struct plan_timeline *timeline;
	load_good_text(&loaded, process);
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	for (long n = 1;; n++) {
		struct outlook outlook = {0};
		struct agenda agenda = {0};
		struct lanes lanes = {0};
		alloc_fault_at(n);
		enum plan_status status = outlook_make(&outlook, loaded.plan, timeline, day(8, 13));
		if (status == PLAN_OK)
			status = agenda_add(&agenda, &outlook, &(struct agenda_filter){0});
		if (status == PLAN_OK)
			status = lanes_make(&lanes, &outlook, &(struct lane_filter){.documents = true});
		bool failed = alloc_fault_stop();
		agenda_free(&agenda);
		lanes_free(&lanes);
		outlook_free(&outlook);
		assert_int_equal(status, failed ? PLAN_NOMEM : PLAN_OK);
		if (!failed)
			break;
	}
	plan_timeline_free(timeline);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),          cmocka_unit_test(test_order_of_random_plans),
		cmocka_unit_test(test_slack_of_today), cmocka_unit_test(test_agenda),
		cmocka_unit_test(test_lanes),          cmocka_unit_test(test_failing_allocations),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
