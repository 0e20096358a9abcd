/*
 * What a plan that uses every key becomes, what a plan without any becomes, and where everything stands.
 */
#include "load_everything.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static plan_day day(int year, int month, int day_of_month)
{
	return plan_day_from_civil((struct plan_civil){year, month, day_of_month});
}

static void assert_lag(struct plan_lag lag, bool given, int count, enum plan_unit unit)
{
	assert_int_equal(lag.given, given);
	assert_int_equal(lag.count, count);
	assert_int_equal(lag.unit, unit);
}

static void test_file(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan *plan = loaded.plan;
	assert_string_equal(plan->id, "alt-i-én");
	assert_string_equal(plan->title, "Alt i én plan");
	assert_int_equal(plan->language, PLAN_LANGUAGE_DA);
	assert_string_equal(plan->case_number, "0010");
	assert_int_equal(plan->year, 2018);
	assert_string_equal(plan->period->text, "2019/2022");
	assert_int_equal(plan->period->expr.kind, PLAN_DATE_PERIOD);
	assert_string_equal(plan->replaces->title, "Den gamle");
	load_assert_window(plan->replaces->adopted->expr.start, day(2006, 6, 1), day(2006, 6, 30));
	assert_int_equal(plan->replaces->expires->expr.end.latest, day(2018, 12, 31));
	assert_string_equal(plan->replaces->notes, "Udløber snart");
	assert_int_equal(plan->replaces->span.line, 9);
	assert_ptr_equal(plan->approval->entry, &load_step(&loaded, "godkendelse")->entry);
	assert_int_equal(plan->principles.count, 2);
	assert_string_equal(plan->principles.at[1].text, "Anden, med komma");
	assert_string_equal(plan->vision, "To linjer\ner tilladt");
	assert_string_equal(plan->url, "https://example.org/plan");
	assert_string_equal(plan->notes, "foldet til en linje");
	assert_ptr_equal(plan->source, &loaded.source);
	load_free(&loaded);
}

static void test_calendar_and_rules(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan *plan = loaded.plan;
	assert_string_equal(plan->holidays, "DK");
	assert_int_equal(plan->weekend, 1u << PLAN_SATURDAY | 1u << PLAN_SUNDAY);
	assert_int_equal(plan->closed_count, 2);
	assert_int_equal(plan->closed[0], day(2018, 12, 24));
	assert_int_equal(plan->closed[1], day(2018, 12, 31));
	assert_int_equal(plan->recesses.count, 2);
	assert_string_equal(plan->recesses.at[1]->entry.id, "uge-42");
	load_assert_window(plan->recesses.at[1]->days, day(2018, 10, 15), day(2018, 10, 19));
	assert_false(plan_calendar_is_workday(plan->calendar, day(2018, 12, 24)));
	assert_false(plan_calendar_is_workday(plan->calendar, day(2018, 12, 25)));
	assert_true(plan_calendar_is_workday(plan->calendar, day(2018, 12, 27)));
	assert_true(plan_calendar_in_recess(plan->calendar, day(2018, 7, 1)));
	assert_lag(plan->rules.margin, true, 1, PLAN_WEEKS);
	assert_lag(plan->rules.papers, true, 4, PLAN_WORKDAYS);
	assert_lag(plan->rules.hearing, true, 20, PLAN_WORKDAYS);
	assert_lag(plan->rules.notice, true, 2, PLAN_MONTHS);
	assert_int_equal(plan->rules.margin_span.line, 27);
	assert_int_equal(plan->rules.margin_span.column, 11);
	assert_int_equal(plan->rules.severity[PLAN_RULE_OVERDUE], PLAN_OFF);
	assert_int_equal(plan->rules.severity[PLAN_RULE_UNORDERED_STEP], PLAN_ERROR);
	assert_int_equal(plan->rules.severity[PLAN_RULE_THEME_WITHOUT_SPEAKER], PLAN_WARNING);
	assert_int_equal(plan->rules.severity[PLAN_RULE_HEARING_IN_RECESS], PLAN_NOTE);
	assert_int_equal(plan->rules.severity[PLAN_RULE_DEADLINE_MISSED], PLAN_ERROR);
	load_free(&loaded);
}

static void test_bodies(void **state)
{
	(void)state;
	static const enum plan_body_kind kinds[] = {
		PLAN_COMMITTEE, PLAN_COUNCIL,    PLAN_FINANCE,  PLAN_ADMINISTRATION,
		PLAN_BOARD,     PLAN_GROUP_BODY, PLAN_EXTERNAL, PLAN_COMMITTEE,
	};
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan *plan = loaded.plan;
	assert_int_equal(plan->bodies.count, 8);
	for (size_t i = 0; i < plan->bodies.count; i++)
		assert_int_equal(plan->bodies.at[i]->kind, kinds[i]);
	const struct plan_body *biu = plan->bodies.at[0], *br = plan->bodies.at[1], *ou = plan->bodies.at[2];
	assert_string_equal(plan_body_label(biu), "BIU");
	assert_string_equal(plan_body_label(br), "Rådet");
	assert_int_equal(biu->meets_weekdays, 1u << PLAN_MONDAY);
	assert_int_equal(ou->meets_weekdays, 1u << PLAN_MONDAY | 1u << PLAN_TUESDAY);
	assert_int_equal(biu->meets_count, 0);
	assert_int_equal(biu->meets_span.line, 36);
	assert_int_equal(br->meets_weekdays, 0);
	assert_int_equal(br->meets_count, 2);
	assert_int_equal(br->meets[0], day(2018, 11, 29));
	assert_int_equal(br->meets[1], day(2018, 12, 13));
	assert_int_equal(br->meets_spans[1].column, 44);
	assert_string_equal(biu->notes, "n");
	assert_string_equal(biu->url, "u");
	assert_int_equal(plan->parties.count, 2);
	assert_string_equal(plan->parties.at[0]->notes, "n");
	assert_string_equal(plan->parties.at[0]->url, "u");
	load_free(&loaded);
}

static void test_entries(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan *plan = loaded.plan;
	assert_int_equal(plan->tracks.count, 2);
	assert_string_equal(plan->tracks.at[0]->approval->entry->id, "godkendelse");
	assert_null(plan->tracks.at[1]->approval);
	const struct plan_focus_area *job = plan->focus_areas.at[0], *ledige = plan->focus_areas.at[1];
	assert_int_equal(job->responsible.count, 2);
	assert_string_equal(job->responsible.at[1].entry->id, "br");
	assert_int_equal(job->goals.count, 2);
	assert_string_equal(job->number, "1");
	assert_null(job->part_of);
	assert_ptr_equal(ledige->part_of->entry, &job->entry);
	assert_int_equal(ledige->goals.count, 1);
	const struct plan_theme *theme = plan->themes.at[0];
	assert_string_equal(theme->meeting->entry->id, "behandling-1");
	assert_int_equal(theme->speakers.count, 2);
	assert_string_equal(theme->number, "1");
	assert_string_equal(theme->notes, "n");
	assert_null(plan->themes.at[1]->meeting);
	assert_string_equal(plan->groups.at[0]->members.at[1].text, "Andreas");
	assert_string_equal(plan->questions.at[0]->entry.title, "Hvad nu?");
	assert_string_equal(plan->questions.at[0]->number, "1");
	assert_string_equal(plan->remarks.at[0]->text, "To\nlinjer");
	assert_int_equal(plan->remarks.at[0]->entry.kind, PLAN_KIND_REMARK);
	load_free(&loaded);
}

static void test_phases(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan_step *hearing = load_step(&loaded, "høring"), *round = load_step(&loaded, "runde");
	assert_true(hearing->hearing);
	assert_false(round->hearing);
	assert_int_equal(hearing->date->expr.kind, PLAN_DATE_PERIOD);
	load_assert_window(hearing->date->expr.start, day(2018, 8, 14), day(2018, 8, 14));
	load_assert_window(hearing->date->expr.end, day(2018, 9, 19), day(2018, 9, 19));
	assert_int_equal(hearing->status, PLAN_DONE);
	assert_int_equal(plan_step_parties(hearing).count, 3);
	assert_string_equal(round->details->number, "5a");
	assert_int_equal(round->bodies.count, 2);
	assert_string_equal(round->bodies.at[1].entry->id, "øu");
	assert_string_equal(plan_step_start(round)->text, "2018-11-14");
	assert_int_equal(plan_step_end(round)->expr.start.earliest, day(2018, 12, 4));
	assert_lag(plan_step_duration(round)->range.min, true, 2, PLAN_WEEKS);
	assert_lag(plan_step_duration(round)->range.max, true, 4, PLAN_WEEKS);
	assert_lag(plan_step_duration(load_step(&loaded, "del"))->range.max, true, 20, PLAN_WORKDAYS);
	assert_false(plan_step_duration(load_step(&loaded, "del"))->range.min.given);
	assert_lag(plan_step_duration(load_step(&loaded, "del-af-del"))->range.min, true, 5, PLAN_WEEKS);
	assert_lag(plan_step_duration(load_step(&loaded, "del-af-del"))->range.max, true, 5, PLAN_WEEKS);
	load_free(&loaded);
}

static void test_meetings(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan_step *first = load_step(&loaded, "behandling-1"),
						   *last = load_step(&loaded, "godkendelse");
	assert_int_equal(first->reading, 1);
	assert_int_equal(first->days, 1);
	assert_int_equal(first->status, PLAN_PLANNED);
	assert_string_equal(first->details->item, "politik");
	assert_string_equal(first->bodies.at[0].entry->id, "biu");
	assert_int_equal(load_step(&loaded, "behandling-2")->status, PLAN_CONFIRMED);
	assert_int_equal(load_step(&loaded, "aflyst")->status, PLAN_CANCELLED);
	assert_int_equal(load_step(&loaded, "holdt")->status, PLAN_DONE);
	load_assert_window(load_step(&loaded, "aflyst")->date->expr.start, day(2019, 1, 21), day(2019, 1, 31));
	assert_int_equal(last->days, 2);
	load_assert_window(last->date->expr.start, day(2018, 8, 6), PLAN_DAY_OPEN_END);
	assert_int_equal(last->deadline->expr.end.latest, day(2018, 12, 31));
	const struct plan_step_details *details = last->details;
	assert_string_equal(details->recommendation, "at det godkendes");
	assert_string_equal(details->decision, "godkendt\nenstemmigt");
	assert_string_equal(details->minutes, "i protokollen");
	assert_string_equal(details->notes, "tab\t og\n linje");
	assert_string_equal(details->place, "Rådhuset");
	assert_string_equal(details->url, "https://example.org");
	assert_int_equal(details->agenda.count, 2);
	assert_int_equal(details->based_on.count, 1);
	assert_int_equal(details->audience.count, 2);
	const struct plan_step_details *second = load_step(&loaded, "behandling-2")->details;
	assert_int_equal(second->allow_count, 2);
	assert_int_equal(second->allow[0].rule, PLAN_RULE_CLOSED_DAY);
	assert_string_equal(second->allow[0].reason, "på en lørdag");
	assert_int_equal(second->allow[1].rule, PLAN_RULE_OVERDUE);
	load_free(&loaded);
}

static void test_documents(void **state)
{
	(void)state;
	static const struct {
		const char *id;
		enum plan_document_kind kind;
	} kinds[] = {
		{"notat", PLAN_MEMO},      {"bilag", PLAN_ANNEX}, {"skabelon", PLAN_TEMPLATE},
		{"referat", PLAN_MINUTES}, {"papir", PLAN_PAPER},
	};
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(load_step(&loaded, kinds[i].id)->document_kind, kinds[i].kind);
	const struct plan_step *memo = load_step(&loaded, "notat");
	assert_string_equal(plan_step_paper_for(memo)->entry->id, "behandling-2");
	assert_string_equal(plan_step_owner(memo)->entry->id, "bif");
	load_assert_window(memo->date->expr.start, day(2018, 11, 5), day(2018, 11, 5));
	load_assert_window(load_step(&loaded, "bilag")->date->expr.start, day(2018, 12, 1), day(2018, 12, 1));
	assert_int_equal(load_step(&loaded, "referat")->status, PLAN_DONE);
	load_free(&loaded);
}

struct expected_link {
	const char *text, *to;
	enum plan_relation relation;
	enum plan_point point;
	int min, max; /* counts; NONE for a bound that is not given */
};

#define NONE 99999

static void assert_link(const struct plan_link *link, const struct expected_link *expected)
{
	assert_string_equal(link->text, expected->text);
	assert_string_equal(link->to.entry->id, expected->to);
	assert_int_equal(link->relation, expected->relation);
	assert_int_equal(link->point, expected->point);
	assert_int_equal(link->gap.min.given ? link->gap.min.count : NONE, expected->min);
	assert_int_equal(link->gap.max.given ? link->gap.max.count : NONE, expected->max);
}

static void test_links(void **state)
{
	(void)state;
	static const struct expected_link expected[] = {
		{"behandling-1", "behandling-1", PLAN_AFTER, PLAN_POINT_DEFAULT, NONE, NONE},
		{"høring + 2w..8w", "høring", PLAN_AFTER, PLAN_POINT_DEFAULT, 2, 8},
		{"høring.start - 3d", "høring", PLAN_AFTER, PLAN_POINT_START, -3, NONE},
		{"runde + -3d..5d", "runde", PLAN_AFTER, PLAN_POINT_DEFAULT, -3, 5},
		{"runde+..2m", "runde", PLAN_AFTER, PLAN_POINT_DEFAULT, NONE, 2},
		{"runde.end   +   0wd", "runde", PLAN_AFTER, PLAN_POINT_END, 0, NONE},
		{"godkendelse + 2w", "godkendelse", PLAN_BEFORE, PLAN_POINT_DEFAULT, 2, NONE},
		{"runde.start", "runde", PLAN_BEFORE, PLAN_POINT_START, NONE, NONE},
		{"sommerferien", "sommerferien", PLAN_BEFORE, PLAN_POINT_DEFAULT, NONE, NONE},
	};
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan_step *step = load_step(&loaded, "behandling-2");
	assert_int_equal(step->link_count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < step->link_count; i++)
		assert_link(&step->links[i], &expected[i]);
	assert_int_equal(step->links[5].gap.min.unit, PLAN_WORKDAYS);
	assert_int_equal(step->links[4].gap.max.unit, PLAN_MONTHS);
	const struct plan_step *part = load_step(&loaded, "del");
	assert_int_equal(part->link_count, 2);
	assert_int_equal(part->links[0].relation, PLAN_PHASE_OF);
	assert_int_equal(part->links[1].relation, PLAN_DURING);
	assert_int_equal(load_step(&loaded, "runde")->links[1].relation, PLAN_ALONGSIDE);
	load_free(&loaded);
}

/* Blanks and tabs may stand around the parts of a link. */
static void test_blanks_in_links(void **state)
{
	(void)state;
	static const struct expected_link expected[] = {
		{"m\t+ 2w", "m", PLAN_AFTER, PLAN_POINT_DEFAULT, 2, NONE},
		{" \tm.end\t \t-3d", "m", PLAN_AFTER, PLAN_POINT_END, -3, NONE},
	};
	struct loaded loaded;
	load_good_text(&loaded, "plan: p\ntitle: t\nmeetings:\n  m: {title: M}\n"
							"  n: {title: N, after: [\"m\\t+ 2w\", \" \\tm.end\\t \\t-3d\"]}\n");
	const struct plan_step *step = load_step(&loaded, "n");
	assert_int_equal(step->link_count, 2);
	for (size_t i = 0; i < step->link_count; i++)
		assert_link(&step->links[i], &expected[i]);
	load_free(&loaded);
}

static void test_inherited_tracks(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded,
				   "plan: p\ntitle: t\ntracks:\n  a: {title: A}\n  b: {title: B}\n"
				   "meetings:\n  m: {title: M, phase: inner}\n  n: {title: N, phase: inner, track: b}\n"
				   "phases:\n  inner: {title: I, phase: outer}\n  outer: {title: O, track: a}\n"
				   "  none: {title: X}\ndocuments:\n  d: {title: D, phase: none}\n");
	assert_string_equal(load_step(&loaded, "m")->track->entry->id, "a");
	assert_string_equal(load_step(&loaded, "n")->track->entry->id, "b");
	assert_string_equal(load_step(&loaded, "inner")->track->entry->id, "a");
	assert_null(load_step(&loaded, "d")->track);
	load_free(&loaded);
}

static void test_defaults(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, "plan: p\ntitle: t\nmeetings: {m: {title: M}}\nphases: {f: {title: F}}\n"
							"documents: {d: {title: D}}\nbodies: {b: {name: B}}\n");
	const struct plan *plan = loaded.plan;
	assert_int_equal(plan->year, 0);
	assert_int_equal(plan->language, PLAN_LANGUAGE_NONE);
	assert_string_equal(plan->holidays, "none");
	assert_int_equal(plan->weekend, PLAN_WEEKEND_DEFAULT);
	assert_lag(plan->rules.margin, true, 0, PLAN_DAYS);
	assert_false(plan->rules.papers.given);
	assert_false(plan->rules.hearing.given);
	assert_lag(plan->rules.notice, true, 4, PLAN_WEEKS);
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		assert_int_equal(plan->rules.severity[rule], plan_rule_severity((enum plan_rule)rule));
	assert_null(plan->approval);
	assert_null(plan->period);
	assert_null(plan->replaces);
	const struct plan_step *meeting = load_step(&loaded, "m");
	assert_int_equal(meeting->days, 1);
	assert_int_equal(meeting->reading, 0);
	assert_int_equal(meeting->status, PLAN_PLANNED);
	assert_null(meeting->details);
	assert_null(meeting->date);
	assert_int_equal(meeting->link_count, 0);
	assert_int_equal(load_step(&loaded, "d")->document_kind, PLAN_PAPER);
	assert_false(load_step(&loaded, "f")->hearing);
	assert_int_equal(plan->bodies.at[0]->kind, PLAN_COMMITTEE);
	assert_int_equal(plan->bodies.at[0]->meets_weekdays, 0);
	load_free(&loaded);
}

static void test_numbers_and_lists(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded, load_everything);
	const struct plan *plan = loaded.plan;
	assert_int_equal(plan->steps.count, plan->phases.count + plan->meetings.count + plan->documents.count);
	assert_int_equal(plan->phases.count, 4);
	assert_int_equal(plan->meetings.count, 5);
	assert_int_equal(plan->documents.count, 5);
	for (size_t i = 0; i < plan->steps.count; i++)
		assert_int_equal(plan->steps.at[i]->number, i);
	for (size_t i = 0; i < plan->meetings.count; i++) {
		assert_int_equal(plan->meetings.at[i]->entry.index, i);
		assert_int_equal(plan->meetings.at[i]->entry.kind, PLAN_KIND_MEETING);
		assert_ptr_equal(plan_find(plan, plan->meetings.at[i]->entry.id), &plan->meetings.at[i]->entry);
	}
	load_free(&loaded);
}

static void assert_span(struct plan_span span, unsigned line, unsigned column, unsigned length)
{
	assert_int_equal(span.line, line);
	assert_int_equal(span.column, column);
	assert_int_equal(span.length, length);
}

/* The same plan with and without a byte order mark, with either line break. */
static void check_spans(const char *text)
{
	struct loaded loaded;
	load_good_text(&loaded, text);
	const struct plan_step *step = load_step(&loaded, "møde");
	assert_span(loaded.plan->span, 1, 7, 3);
	assert_span(step->entry.span, 4, 3, 4);
	assert_span(step->date->span, 5, 26, 10);
	assert_span(step->links[0].to.span, 6, 13, 4);
	assert_span(step->links[1].to.span, 6, 19, 11);
	assert_span(step->details->agenda.at[0].span, 8, 9, 18);
	assert_span(step->details->agenda.at[1].span, 10, 9, 1);
	load_free(&loaded);
}

static void test_spans(void **state)
{
	(void)state;
	static const char text[] = "plan: æøå\n"
							   "title: t\n"
							   "meetings:\n"
							   "  møde:\n"
							   "    {title: \"øøø\", date: 2018-08-13,\n"
							   "    after: [fæse, 'fæse + 2w'],\n"
							   "      agenda: [\n"
							   "        plain of two lines\n"
							   "        here,\n"
							   "        x]}\n"
							   "phases: {fæse: {title: t}}\n";
	char changed[2 * sizeof text], *to = changed;
	check_spans(text);
	memcpy(changed, "\xEF\xBB\xBF", 3);
	memcpy(changed + 3, text, sizeof text);
	check_spans(changed);
	for (const char *c = text; *c; c++) {
		if (*c == '\n')
			*to++ = '\r';
		*to++ = *c;
	}
	*to = '\0';
	check_spans(changed);
}

static void test_composed_ids(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(
		&loaded, "plan: p\ntitle: t\nbodies: {a\xCC\x8Alborg: {name: B}}\n"
				 "meetings: {m: {title: M, body: \xC3\xA5lborg}, n: {title: N, after: o\xCC\x88.start + 1d},"
				 " o\xCC\x88: {title: O}, q: {title: Q, body: a\xCC\x8Alborg}}\n");
	assert_string_equal(loaded.plan->bodies.at[0]->entry.id, "\xC3\xA5lborg");
	assert_ptr_equal(load_step(&loaded, "m")->bodies.at[0].entry, &loaded.plan->bodies.at[0]->entry);
	assert_ptr_equal(load_step(&loaded, "q")->bodies.at[0].entry, &loaded.plan->bodies.at[0]->entry);
	assert_ptr_equal(plan_find(loaded.plan, "a\xCC\x8Alborg"), &loaded.plan->bodies.at[0]->entry);
	assert_string_equal(load_step(&loaded, "n")->links[0].to.entry->id, "\xC3\xB6");
	assert_null(plan_find(loaded.plan, "alborg"));
	assert_null(plan_find(loaded.plan, ""));
	load_free(&loaded);
}

static void test_plain_scalars(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded,
				   "plan: 0010\ntitle: no\ncase: 0010\nvision: 12:30\nurl: null\nnotes: ~\n"
				   "meetings: {yes: {title: 1e3, notes: }, 2018: {title: 0x10}, null: {title: true}}\n");
	const struct plan *plan = loaded.plan;
	assert_string_equal(plan->id, "0010");
	assert_string_equal(plan->title, "no");
	assert_string_equal(plan->case_number, "0010");
	assert_string_equal(plan->vision, "12:30");
	assert_string_equal(plan->url, "null");
	assert_string_equal(plan->notes, "~");
	assert_string_equal(load_step(&loaded, "yes")->entry.title, "1e3");
	assert_string_equal(load_step(&loaded, "2018")->entry.title, "0x10");
	assert_string_equal(load_step(&loaded, "null")->entry.title, "true");
	load_free(&loaded);
}

static void test_empty_sections(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_text(&loaded,
				   "plan: p\ntitle: t\nmeetings:\nphases: {}\ncalendar:\nrules: {}\nprinciples:\n"
				   "bodies: {b: {name: B}}\nfocus_areas: {f: {title: F, goals: [], responsible: }}\n");
	assert_int_equal(loaded.plan->steps.count, 0);
	assert_int_equal(loaded.plan->principles.count, 0);
	assert_int_equal(loaded.plan->focus_areas.at[0]->responsible.count, 0);
	load_free(&loaded);
	load_good_text(&loaded, "plan: p\ntitle: t\ncalendar: {weekend: [], closed: [], recess: {}}\n");
	assert_int_equal(loaded.plan->weekend, 0);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_calendar_and_rules),
		cmocka_unit_test(test_bodies),
		cmocka_unit_test(test_entries),
		cmocka_unit_test(test_phases),
		cmocka_unit_test(test_meetings),
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_blanks_in_links),
		cmocka_unit_test(test_inherited_tracks),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_numbers_and_lists),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_composed_ids),
		cmocka_unit_test(test_plain_scalars),
		cmocka_unit_test(test_empty_sections),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
