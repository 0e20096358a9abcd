/* Forced orders: what one walk answers for many steps is what the network says of each pair. */
#include "alloc_fault.h"
#include "check/precedence.h"
#include "check_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PLANS = 1500, STEPS_MAX = 9, TEXT_MAX = 4096 };

/* xorshift32 (Marsaglia 2003): the same plans in every run. */
static uint32_t random_state;

static unsigned below(unsigned n)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % n;
}

static void add(char *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void add(char *text, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	size_t length = strlen(text);
	assert_true(vsnprintf(text + length, TEXT_MAX - length, format, args) < (int)(TEXT_MAX - length));
	va_end(args);
}

/* One link of step `i`; orders lead from lower to higher numbers, so that most plans hold. */
static void add_link(char *text, unsigned i, unsigned n, bool negative)
{
	static const char *const gaps[] = {"", " + 0d", " + 1w", " + 3wd", " + 0wd", " + 0d..2m", ".start + 1d"};
	static const char *const minus[] = {" - 3d", " + -1w..5w", " + -3d..-1d"};
	unsigned low = below(i);
	const char *gap = negative && below(2) ? minus[below(3)] : gaps[below(7)];
	switch (below(6)) {
	case 0:
		if (low % 2) {
			add(text, "    during: s%u\n", low);
			break;
		} /* fall through */
	case 1:
		if (i + 1 < n) {
			add(text, "    before: s%u%s\n", i + 1 + below(n - i - 1), strstr(gap, ".start") ? "" : gap);
			break;
		} /* fall through */
	case 2: add(text, "    alongside: s%u\n", low); break;
	default: add(text, "    after: [s%u%s]\n", low, gap); break;
	}
}

static void add_phase(char *text)
{
	static const char *const dates[] = {"", "", "    start: from 2018-01-01\n",
										"    date: 2018-01-01..2018-12-31\n"};
	if (!below(3))
		add(text, "    duration: %s\n", below(2) ? "2w..4w" : "1d..");
	if (!below(3))
		add(text, "    kind: hearing\n%s", dates[below(4)]);
}

/* Papers and minutes. */
static void add_documents(char *text, unsigned n)
{
	unsigned count = n < STEPS_MAX ? below(STEPS_MAX - n + 1) : 0;
	if (count > 0)
		add(text, "documents:\n");
	for (unsigned i = 0; i < count; i++)
		add(text, "  d%u: {title: D, for: s%u%s, after: s%u}\n", i, below(n),
			below(3) ? "" : ", kind: minutes", below(n));
}

/* Odd steps are phases, even ones meetings. */
static void make_plan(char *text, bool negative)
{
	unsigned n = 2 + below(STEPS_MAX - 1);
	strcpy(text, "plan: p\ntitle: P\ncalendar: {holidays: DK}\n");
	static const char *const papers[] = {"papers: 3d, ", "papers: 1wd, ", "papers: 0d, ", ""};
	add(text, "rules: {%shearing: %s}\n", papers[below(4)], below(2) ? "2w" : "1d");
	for (unsigned kind = 0; kind < 2; kind++) {
		add(text, kind ? "phases:\n" : "meetings:\n");
		for (unsigned i = kind; i < n; i += 2) {
			add(text, "  s%u:\n    title: S\n", i);
			if (kind)
				add_phase(text);
			else if (!below(4))
				add(text, "    days: 2\n");
			if (i && below(5))
				add_link(text, i, n, negative);
		}
	}
	add_documents(text, n);
}

/* Asks for every pair in both ways; the number of pairs that are forced. */
static unsigned compare(struct check *check, const char *text)
{
	const struct plan *plan = check->plan;
	size_t n = plan->steps.count, count = 0;
	unsigned forced = 0;
	struct precedence_question questions[STEPS_MAX * STEPS_MAX];
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			questions[count++] = (struct precedence_question){
				.first = plan->steps.at[i],
				.any = (const struct plan_step *const *)&plan->steps.at[j],
				.any_count = 1,
			};
	assert_true(precedence_answer(check, questions, count));
	assert_true(precedence_walk(check, (const struct plan_step *const *)plan->steps.at, n));
	for (size_t i = 0; i < count; i++) {
		bool expected;
		const struct plan_step *first = questions[i].first, *second = *questions[i].any;
		assert_int_equal(plan_timeline_forces_order(check->timeline, first, second, &expected), PLAN_OK);
		if (questions[i].forced != expected)
			fail_msg("%s before %s: %d, not %d, in\n%s", first->entry.id, second->entry.id, expected,
					 questions[i].forced, text);
		bool before = precedence_is_before(check, first->number, second->number);
		assert_true(expected || !before);
		if (!strstr(text, "..") && !strstr(text, " - ") && !strstr(text, "days: 2"))
			assert_int_equal(before, expected);
		forced += expected;
	}
	precedence_forget(check);
	return forced;
}

/* Compares all pairs of a plan, if it holds; whether it does. */
static bool compare_plan(const char *text, unsigned *forced)
{
	struct sample sample;
	sample_open(&sample, "plan.yaml", text, strlen(text));
	if (!sample.timeline)
		fail_msg("%s in\n%s", sample.diags.at[0].message, text);
	bool feasible = sample.timeline->feasible;
	if (feasible) {
		struct plan_check_options options = {.today = 0};
		struct check check = {.timeline = sample.timeline, .plan = sample.plan, .options = &options};
		*forced += compare(&check, text);
		precedence_free(check.precedence);
	}
	sample_close(&sample);
	return feasible;
}

static void agree(bool negative)
{
	unsigned feasible = 0, forced = 0;
	for (uint32_t seed = 1; seed <= PLANS; seed++) {
		char text[TEXT_MAX];
		random_state = seed * 2654435761u | 1;
		make_plan(text, negative);
		feasible += compare_plan(text, &forced);
	}
	assert_true(feasible > PLANS / 2);
	assert_true(forced > PLANS);
}

static void walks_agree_with_the_network(void **state)
{
	(void)state;
	agree(false);
}

static void gaps_below_zero_are_asked_again(void **state)
{
	(void)state;
	agree(true);
}

/* A hearing lasts as long as the rule says where one of its ends is not written, and no longer where both
 * are. */
static void hearings_last(void **state)
{
	(void)state;
	static const struct {
		const char *dates;
		unsigned forced;
	} rows[] = {
		{"", 1},
		{", start: 2018-03-01", 1},
		{", end: 2018-03-01", 1},
		{", date: 2018", 1},
		{", date: 2018-03-01/2018-12-31", 0},
		{", start: 2018-03-01, end: 2018-12-31", 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[TEXT_MAX] = "plan: p\ntitle: P\nrules: {hearing: 2w}\n"
							  "meetings:\n  a: {title: A, before: h + 0d}\n  b: {title: B, after: h + 0d}\n";
		unsigned forced = 0;
		add(text, "phases:\n  h: {title: H, kind: hearing%s}\n", rows[i].dates);
		assert_true(compare_plan(text, &forced));
		assert_int_equal(forced, rows[i].forced);
	}
}

/* So does a meeting of several days: what may be on the day it begins comes before what may be on the day it
 * ends. */
static void meetings_last(void **state)
{
	(void)state;
	for (unsigned days = 1; days <= 2; days++) {
		char text[TEXT_MAX] = "plan: p\ntitle: P\nmeetings:\n";
		add(text,
			"  a: {title: A, before: m + 0d}\n  m: {title: M, days: %u}\n  b: {title: B, after: m + 0d}\n",
			days);
		struct sample sample;
		sample_open(&sample, "plan.yaml", text, strlen(text));
		struct plan_check_options options = {.today = 0};
		struct check check = {.timeline = sample.timeline, .plan = sample.plan, .options = &options};
		assert_true(precedence_walk(&check, (const struct plan_step *const *)sample.plan->steps.at, 3));
		assert_int_equal(precedence_is_before(&check, 0, 2), days > 1);
		precedence_free(check.precedence);
		sample_close(&sample);
	}
}

/* What else the walk has to go by: whether it finds that `a` comes before `b`, and what the answer is. */
#define MEETING "  a: {title: A}\n"
static const struct {
	const char *text;
	bool walked, forced;
} orders[] = {
	/* papers with a day of their own, several for one meeting, and what is none */
	{"rules: {papers: 1d}\nmeetings:\n" MEETING "  b: {title: B}\n"
	 "documents:\n  d: {title: D, for: b, due: 2018-03-01, after: a + 0d}\n",
	 true, true},
	{"meetings:\n" MEETING "  b: {title: B}\n"
	 "documents:\n  d: {title: D, for: b, due: 2018-03-01, after: a}\n",
	 true, true},
	{"rules: {papers: 0d}\nmeetings:\n" MEETING "  b: {title: B}\n"
	 "documents:\n  d: {title: D, for: b, due: 2018-03-01, after: a + 0d}\n",
	 false, false},
	{"rules: {papers: 1d}\nmeetings:\n" MEETING "  b: {title: B}\n"
	 "documents:\n  d: {title: D, for: b, held: 2018-03-01, after: a}\n"
	 "  e: {title: E, for: b, due: 2018-03-01}\n  f: {title: F, for: b, status: done}\n",
	 true, true},
	{"rules: {papers: 1d}\nmeetings:\n" MEETING "  b: {title: B}\n"
	 "documents:\n  d: {title: D, for: b, due: 2018-03-01, kind: minutes, after: a}\n"
	 "  e: {title: E, for: b, due: 2018-03-01, status: cancelled, after: a}\n",
	 false, false},
	{"rules: {papers: 1d}\nmeetings:\n" MEETING "  b: {title: B, status: cancelled}\n"
	 "documents:\n  d: {title: D, for: b, due: 2018-03-01, after: a}\n",
	 false, false},
	/* facts that break an order keep it; what they lasted nothing tells but the days */
	{"meetings:\n  a: {title: A, held: 2018-03-02}\n  b: {title: B, held: 2018-03-01, after: a}\n", true,
	 true},
	{"meetings:\n  a: {title: A, before: p + 0d}\n  b: {title: B, after: p + 0d}\n"
	 "phases:\n  p: {title: P, duration: 2d, held: 2018-03-05}\n",
	 false, false},
	/* the known days of a phase are no order */
	{"meetings:\n  a: {title: A, before: p + 0d}\n  b: {title: B, after: p + 0d}\n"
	 "phases:\n  p: {title: P, date: 2018-03-01/2018-03-09}\n",
	 false, false},
	/* each unit, nothing of it and some of it, at least and at most */
	{"meetings:\n" MEETING "  c: {title: C, after: a + 0m}\n  b: {title: B, after: c + 0m}\n", false, false},
	{"meetings:\n" MEETING "  b: {title: B, after: a + 1m}\n", true, true},
	{"meetings:\n" MEETING "  c: {title: C, after: a + 0m}\n  b: {title: B, after: c + 1wd}\n", true, true},
	{"meetings:\n  a: {title: A, after: c + -1d..0m}\n  c: {title: C}\n  b: {title: B, after: c}\n", true,
	 true},
	{"meetings:\n  a: {title: A, after: b + -3m..-1m}\n  b: {title: B}\n", true, true},
	{"meetings:\n  a: {title: A, after: b + -3wd..-1wd}\n  b: {title: B}\n", true, true},
	/* on a Saturday, say, no working day after the Friday before it */
	{"meetings:\n  a: {title: A, after: c + -1d..0wd}\n  c: {title: C}\n  b: {title: B, after: c}\n", false,
	 false},
	/* a phase of at most a day ends on the day that it begins; one of a working day may */
	{"meetings:\n  a: {title: A, before: p.end + 0d}\n  b: {title: B, after: p.start}\n"
	 "phases:\n  p: {title: P, duration: ..1d}\n",
	 true, true},
	{"meetings:\n  a: {title: A, before: p + 0d}\n  b: {title: B, after: p + 0d}\n"
	 "phases:\n  p: {title: P, duration: 1wd..}\n",
	 false, false},
	{"meetings:\n  a: {title: A, before: p + 0d}\n  b: {title: B, after: p + 0d}\n"
	 "phases:\n  p: {title: P, duration: 2wd..}\n",
	 true, true},
	/* what leads back: only the network tells */
	{"meetings:\n  a: {title: A}\n  c: {title: C, after: a + 5d}\n  b: {title: B, after: c - 3d}\n", false,
	 true},
	{"meetings:\n  a: {title: A, status: cancelled}\n  b: {title: B, after: a}\n", false, false},
};
#undef MEETING

static void orders_count_as_what_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		char text[TEXT_MAX] = "plan: p\ntitle: P\n";
		struct sample sample;
		add(text, "%s", orders[i].text);
		sample_open(&sample, "plan.yaml", text, strlen(text));
		if (!sample.timeline)
			fail_msg("%s in\n%s", sample.diags.at[0].message, text);
		struct plan_check_options options = {.today = 0};
		struct check check = {.timeline = sample.timeline, .plan = sample.plan, .options = &options};
		const struct plan_step *first = plan_entry_step(plan_find(sample.plan, "a"));
		const struct plan_step *second = plan_entry_step(plan_find(sample.plan, "b"));
		struct precedence_question question = {.first = first, .any = &second, .any_count = 1};
		assert_true(precedence_walk(&check, &second, 1));
		bool walked = precedence_is_before(&check, first->number, 0);
		precedence_forget(&check);
		assert_true(precedence_answer(&check, &question, 1));
		if (walked != orders[i].walked || question.forced != orders[i].forced)
			fail_msg("%d and %d in\n%s", walked, question.forced, text);
		precedence_free(check.precedence);
		sample_close(&sample);
	}
}

static void many_targets_take_several_walks(void **state)
{
	(void)state;
	enum { COUNT = 200 };
	static char text[COUNT * 64];
	strcpy(text, "plan: p\ntitle: P\nmeetings:\n  m0: {title: M}\n");
	for (int i = 1; i < COUNT; i++)
		sprintf(text + strlen(text), "  m%d: {title: M, after: m%d}\n", i, i - 1);
	struct sample sample;
	sample_open(&sample, "plan.yaml", text, strlen(text));
	struct plan_check_options options = {.today = 0};
	struct check check = {.timeline = sample.timeline, .plan = sample.plan, .options = &options};
	struct precedence_question questions[COUNT];
	for (int i = 0; i < COUNT; i++)
		questions[i] = (struct precedence_question){
			.first = sample.plan->steps.at[COUNT / 2],
			.any = (const struct plan_step *const *)&sample.plan->steps.at[COUNT - 1 - i],
			.any_count = 1,
		};
	assert_true(precedence_answer(&check, questions, COUNT));
	for (int i = 0; i < COUNT; i++)
		assert_int_equal(questions[i].forced, COUNT - 1 - i > COUNT / 2);
	precedence_free(check.precedence);
	sample_close(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(walks_agree_with_the_network),
		cmocka_unit_test(gaps_below_zero_are_asked_again),
		cmocka_unit_test(hearings_last),
		cmocka_unit_test(meetings_last),
		cmocka_unit_test(orders_count_as_what_they_are),
		cmocka_unit_test(many_targets_take_several_walks),
	};
	return cmocka_run_group_tests_name("check: forced orders", tests, NULL, NULL);
}
