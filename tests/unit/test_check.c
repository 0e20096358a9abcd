/* plan_check as a whole: severities, exemptions, limits, memory; and the explanations of the rules. */
#include "alloc_fault.h"
#include "check/explain.h"
#include "check_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define HEAD "plan: proeve\ntitle: Prøveplan\n"

/* How often a rule stands in what was found. */
static size_t count(const char *found, const char *what)
{
	size_t n = 0;
	for (const char *at = found; (at = strstr(at, what)); at += strlen(what))
		n++;
	return n;
}

static char *find(const char *text)
{
	return sample_findings("plan.yaml", text, strlen(text));
}

static void severities_follow_the_plan(void **state)
{
	(void)state;
	static const struct {
		const char *severity, *found;
	} cases[] = {
		{"error", "error[overdue]"},
		{"warning", "warning[overdue]"},
		{"note", "note[overdue]"},
		{"off", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512];
		snprintf(text, sizeof text,
				 HEAD "rules: {severity: {no-approval: off, overdue: %s}}\n"
					  "meetings: {m: {title: Møde, date: 2018-08-13}}\n",
				 cases[i].severity);
		char *found = find(text);
		if (cases[i].found)
			assert_non_null(strstr(found, cases[i].found));
		else
			assert_string_equal(found, "");
		free(found);
	}
}

static void rules_can_be_left_out(void **state)
{
	(void)state;
	static const char text[] = HEAD "meetings: {m: {title: Møde, date: 2018-08-13, "
									"allow: {closed-day: en grund}}}\n";
	struct sample sample;
	sample_open(&sample, "plan.yaml", text, sizeof text - 1);
	assert_non_null(sample.timeline);
	struct plan_check_options options = {.today = sample_day("2018-09-03")};
	assert_int_equal(plan_check(sample.timeline, &options, &sample.diags), PLAN_OK);
	assert_int_equal(sample.diags.count, 3); /* no-approval, overdue, unused-allow */
	size_t before = sample.diags.count;
	options.off[PLAN_RULE_OVERDUE] = options.off[PLAN_RULE_NO_APPROVAL] = true;
	/* What a rule that was not applied would have exempted is not known. */
	options.off[PLAN_RULE_CLOSED_DAY] = true;
	assert_int_equal(plan_check(sample.timeline, &options, &sample.diags), PLAN_OK);
	assert_int_equal(sample.diags.count, before);
	sample_close(&sample);
}

static void a_limited_list_holds_the_worst(void **state)
{
	(void)state;
	static const char text[] = HEAD "rules: {severity: {no-approval: off}}\n"
									"meetings:\n"
									"  a: {title: A}\n"
									"  b: {title: B}\n"
									"  c: {title: C, date: 2018-08-13}\n"
									"  d: {title: D, date: 2018-10-01, reading: 2}\n";
	struct sample sample;
	sample_open(&sample, "plan.yaml", text, sizeof text - 1);
	sample.diags.limit = 2;
	struct plan_check_options options = {.today = sample_day("2018-09-03")};
	assert_int_equal(plan_check(sample.timeline, &options, &sample.diags), PLAN_OK);
	assert_int_equal(sample.diags.count, 2);
	assert_int_equal(sample.diags.at[0].rule, PLAN_RULE_READING_ORDER);
	assert_int_equal(sample.diags.at[1].rule, PLAN_RULE_OVERDUE);
	assert_int_equal(sample.diags.counted[PLAN_ERROR], 1);
	assert_int_equal(sample.diags.counted[PLAN_WARNING], 1);
	assert_int_equal(sample.diags.counted[PLAN_NOTE], 2);
	sample_close(&sample);
}

static void long_titles_are_cut(void **state)
{
	(void)state;
	char text[2048] = HEAD "rules: {severity: {no-approval: off}}\nmeetings: {m: {title: ";
	for (int i = 0; i < 300; i++)
		strcat(text, "æ");
	strcat(text, "}}\n");
	char *found = find(text);
	assert_int_equal(count(found, "æ"), 59);
	assert_non_null(strstr(found, "…” (m)"));
	free(found);
}

/* Every rule at once, or nearly: what is freed and what fails must not depend on which rule it is. */
static const char everything[] =
	HEAD "year: 2018\n"
		 "period: 2019/2022\n"
		 "approval: godkendelse\n"
		 "replaces: {title: Den gamle, expires: 2018-12-31}\n"
		 "calendar:\n"
		 "  holidays: DK\n"
		 "  closed: [2018-12-24]\n"
		 "  recess: {ferie: {title: Efterårsferie, date: 2018-10-15/2018-10-19}}\n"
		 "rules: {margin: 1w, papers: 4wd, hearing: 4w}\n"
		 "tracks: {t: {title: Spor, approval: h-2}}\n"
		 "bodies:\n"
		 "  br: {name: BR, meets: [2018-12-24, 2019-01-10]}\n"
		 "  biu: {name: BIU, meets: monday}\n"
		 "  oeu: {name: ØU}\n"
		 "parties: {raad: {name: Rådet}}\n"
		 "focus_areas: {job: {title: Job}, ledige: {title: Ledige, part_of: job}}\n"
		 "themes: {tema: {title: Tema}}\n"
		 "phases:\n"
		 "  hoering: {title: Høring, kind: hearing, date: 2018-10-13/2018-10-21}\n"
		 "  ring-1: {title: R1, after: ring-2}\n"
		 "  ring-2: {title: R2, after: ring-1}\n"
		 "  lang: {title: Lang, duration: 10w, after: hoering}\n"
		 "meetings:\n"
		 "  x: {title: Aflyst, status: cancelled}\n"
		 "  h-2: {title: H2, track: t, date: 2019-01-21, after: x}\n"
		 "  h-1: {title: H1, track: t, date: 2019-01-14}\n"
		 "  biu-1: {title: B1, body: biu, date: 2018-09-15, reading: 1, allow: {overdue: nej}}\n"
		 "  biu-2: {title: B2, body: biu, date: 2018-11-13, reading: 2, after: lang}\n"
		 "  br-0: {title: For sent, body: br, date: 2018-12-31}\n"
		 "  helligdag: {title: Jul, date: 2018-12-26}\n"
		 "  gammel: {title: Gammelt møde, date: 2018-08-01}\n"
		 "  snart: {title: Snart, before: uklar}\n"
		 "  uklar: {title: Uklar, date: ultimo september}\n"
		 "  uklar-2: {title: Uklar igen, date: september, after: uklar}\n"
		 "  f-1: {title: F1, held: 2018-08-20}\n"
		 "  f-2: {title: F2, held: 2018-08-13, after: f-1}\n"
		 "  godkendelse: {title: Godkendelse, body: br, after: lang, deadline: 2018-12}\n"
		 "documents:\n"
		 "  sent: {title: Sent bilag, for: biu-2, due: 2018-11-12}\n"
		 "  gammelt: {title: Gammelt bilag, due: 2018-08-12}\n"
		 "  loest: {title: Løst bilag}\n";

static void every_failed_allocation_is_told(void **state)
{
	(void)state;
	struct sample sample;
	sample_open(&sample, "plan.yaml", everything, sizeof everything - 1);
	assert_non_null(sample.timeline);
	struct plan_check_options options = {.today = sample_day("2018-09-03")};
	long n = 1;
	for (;; n++) {
		struct plan_diags diags;
		assert_int_equal(plan_diags_init(&diags, &sample.source), PLAN_OK);
		alloc_fault_at(n);
		enum plan_status status = plan_check(sample.timeline, &options, &diags);
		bool failed = alloc_fault_stop();
		plan_diags_free(&diags);
		assert_int_equal(status, failed ? PLAN_NOMEM : PLAN_OK);
		if (!failed)
			break;
	}
	assert_true(n > 50);
	sample_close(&sample);
}

/* The text that an example of `plan explain` stands for. */
static char *whole(const struct explanation *explanation, const char *example)
{
	bool has_head = strstr(example, "plan:") == example;
	char *text = malloc(strlen(example) + 256);
	assert_non_null(text);
	sprintf(text, "%s%s", has_head ? "" : EXPLAIN_HEAD, example);
	if (explanation->today)
		sprintf(text + strlen(text), "# today: %s\n", explanation->today);
	return text;
}

static void examples_fire_and_their_mended_versions_do_not(void **state)
{
	(void)state;
	int failures = 0;
	for (int i = 0; i < PLAN_RULE_COUNT; i++) {
		const char *name = plan_rule_name((enum plan_rule)i);
		const struct explanation *explanation = rule_explanation((enum plan_rule)i);
		if (!explanation->meaning || !explanation->mending)
			fail_msg("%s is not explained", name);
		assert_int_equal(explanation->silence == EXPLAIN_NEVER, i < PLAN_RULE_DEADLINE_MISSED);
		if (i == PLAN_RULE_UNREADABLE_FILE)
			continue;
		char rule[64];
		snprintf(rule, sizeof rule, "[%s]", name);
		char *example = whole(explanation, explanation->example);
		char *mended = whole(explanation, explanation->mended);
		char *found = find(example), *left = find(mended);
		if (!strstr(found, rule)) {
			print_error("the example of %s finds only:\n%s", name, found);
			failures++;
		}
		if (strstr(left, rule) || strstr(left, "error[")) {
			print_error("the mended example of %s finds:\n%s", name, left);
			failures++;
		}
		free(example);
		free(mended);
		free(found);
		free(left);
	}
	assert_int_equal(failures, 0);
}

/* A rule that can be exempted with `allow` says so, and is. */
static void allow_exempts_what_is_said_to_be_exempt(void **state)
{
	(void)state;
	char *found = find(HEAD "rules: {severity: {no-approval: off}}\n"
							"meetings:\n"
							"  m: {title: Møde, date: 2018-08-13, allow: {PLAN204: bliver ikke ført}}\n");
	assert_string_equal(found, "");
	free(found);
}

/* The text with `added` behind the first `place`; fails the test when there is no such place. */
static char *insert(const char *text, const char *place, const char *added)
{
	const char *at = strstr(text, place);
	char *out = malloc(strlen(text) + strlen(added) + 1);
	assert_non_null(out);
	if (!at)
		fail_msg("there is no %s in %s", place, text);
	sprintf(out, "%.*s%s%s", (int)(at - text + (ptrdiff_t)strlen(place)), text, added, at + strlen(place));
	return out;
}

/* The example of a rule, with the rule turned off for the whole plan. */
static char *silenced_plan(const struct explanation *explanation, const char *rule)
{
	char *text = whole(explanation, explanation->example), added[128];
	bool has_rules = strstr(text, "\nrules: {") != NULL;
	snprintf(added, sizeof added, has_rules ? "severity: {%s: off}, " : "rules: {severity: {%s: off}}\n",
			 rule);
	char *silenced = insert(text, has_rules ? "\nrules: {" : "title: Eksempel\n", added);
	free(text);
	return silenced;
}

/* The example of a rule, with the step that it speaks of exempt from it; the text of findings gives the step.
 */
static char *silenced_step(const struct explanation *explanation, const char *rule, const char *found)
{
	char *text = whole(explanation, explanation->example), tag[64], step[64], place[80], added[128];
	snprintf(tag, sizeof tag, "[%s] ", rule);
	assert_int_equal(sscanf(strstr(found, tag) + strlen(tag), "%63[^:]", step), 1);
	snprintf(place, sizeof place, "\n  %s: {", step);
	snprintf(added, sizeof added, "allow: {%s: derfor}, ", rule);
	char *silenced = insert(text, place, added);
	free(text);
	return silenced;
}

static void assert_silent(const char *rule, char *plan)
{
	char tag[64];
	snprintf(tag, sizeof tag, "[%s]", rule);
	char *found = find(plan);
	if (strstr(found, tag) || strstr(found, "[unused-allow]") || strstr(found, "[bad-value]"))
		fail_msg("%s is not silent in\n%s\nbut finds\n%s", rule, plan, found);
	free(found);
	free(plan);
}

/* What `plan explain` says of silencing a rule is so: in its own example it is silent then. */
static void rules_can_be_silenced_as_is_said(void **state)
{
	(void)state;
	size_t allowed = 0;
	for (int i = PLAN_RULE_DEADLINE_MISSED; i < PLAN_RULE_COUNT; i++) {
		const char *rule = plan_rule_name((enum plan_rule)i);
		const struct explanation *explanation = rule_explanation((enum plan_rule)i);
		char *example = whole(explanation, explanation->example), *found = find(example);
		assert_silent(rule, silenced_plan(explanation, rule));
		if (explanation->silence == EXPLAIN_ALLOW && i != PLAN_RULE_UNUSED_ALLOW) {
			assert_silent(rule, silenced_step(explanation, rule, found));
			allowed++;
		}
		free(example);
		free(found);
	}
	assert_true(allowed > 20);
}

/* So many first readings that each second one is not compared with all of them; it is told of once. */
static void many_readings_are_told_once(void **state)
{
	(void)state;
	char text[4096] = HEAD "rules: {severity: {no-approval: off, unordered-step: off}}\n"
						   "bodies: {b: {name: B}}\nmeetings:\n";
	for (int i = 0; i < 20; i++)
		sprintf(text + strlen(text), "  m%d: {title: M, body: b, reading: 1}\n", i);
	strcat(text, "  z: {title: Z, body: b, reading: 2}\n");
	char *found = find(text);
	assert_int_equal(count(found, "[reading-order]"), 1);
	free(found);
}

/* Beyond the first hundred conflicts no chain is worked out: what is found is told of without one. */
static void conflicts_beyond_a_hundred_are_told_without_reasons(void **state)
{
	(void)state;
	static const char *const bounds[] = {"deadline: 2018-10-01", "date: 2018-10-01", "body: b"};
	char text[32768] = HEAD "rules: {severity: {no-approval: off}}\n"
							"bodies: {b: {name: Udvalget, meets: [2018-09-10]}}\n"
							"meetings:\n"
							"  fra: {title: Fra, date: 2018-10-01}\n"
							"  y: {title: Y, after: fra + 73000d, deadline: 2018-12}\n"
							"  z: {title: Z, after: fra + 73000d, date: 2018-12-03}\n";
	for (int i = 0; i < 3 * (PLAN_CHAINS_MAX + 10); i++)
		sprintf(text + strlen(text), "  x%d: {title: X, after: fra, %s}\n", i, bounds[i % 3]);
	static const char *const told[] = {
		"[deadline-missed] y: “Y” (y) cannot be placed: no day is left for it",
		"[timeline-conflict] z: “Z” (z) cannot be placed: no day is left for it",
		" must be Mon 1 Oct 2018 at the latest, but can be Tue 2 Oct 2018 at the earliest, 1 day later",
	};
	char *found = find(text);
	assert_int_equal(count(found, ": because "), PLAN_CHAINS_MAX);
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		assert_non_null(strstr(found, told[i]));
	size_t each = PLAN_CHAINS_MAX + 10, named = count(found, ": Udvalget has no meeting day left for ");
	assert_true(named > 0);
	assert_int_equal(named + count(found, ": the calendar has no meeting day left for "), each);
	assert_int_equal(count(found, " cannot be held by Mon 1 Oct 2018: the earliest day is Tue 2 Oct 2018"),
					 each);
	free(found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(severities_follow_the_plan),
		cmocka_unit_test(rules_can_be_left_out),
		cmocka_unit_test(a_limited_list_holds_the_worst),
		cmocka_unit_test(long_titles_are_cut),
		cmocka_unit_test(every_failed_allocation_is_told),
		cmocka_unit_test(examples_fire_and_their_mended_versions_do_not),
		cmocka_unit_test(allow_exempts_what_is_said_to_be_exempt),
		cmocka_unit_test(rules_can_be_silenced_as_is_said),
		cmocka_unit_test(many_readings_are_told_once),
		cmocka_unit_test(conflicts_beyond_a_hundred_are_told_without_reasons),
	};
	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
