/* Reasons and repairs in words: every kind of link, at its earliest and at its latest. */
#include "check/cause.h"
#include "check/chain.h"
#include "check_sample.h"

#include "base/diag.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char plan_text[] =
	"plan: p\n"
	"title: P\n"
	"year: 2018\n"
	"rules: {papers: 4wd, hearing: 4w}\n"
	"calendar: {recess: {ferie: {title: Ferie, date: 2018-10-15/2018-10-19}}}\n"
	"bodies: {br: {name: Borgerrepræsentationen, short: BR, meets: monday}, "
	"ou: {name: ØU, meets: [2018-10-01]}}\n"
	"parties: {l: {name: L}}\n"
	"phases:\n"
	"  h: {title: Høring, kind: hearing, duration: 5w..6w, parties: [l]}\n"
	"  r: {title: Runde, date: oktober}\n"
	"  f: {title: Fase, start: 2018-10-01, end: november}\n"
	"meetings:\n"
	"  m: {title: Møde, body: br, date: 2018-10-01}\n"
	"  n: {title: Næste, after: [m, m + 2w, h + 0d, m - 3d, m + ..5d, m.start + 1w..2w]}\n"
	"  i: {title: Inde, during: r, before: [m + 1w, ferie], alongside: f}\n"
	"  s: {title: Sammen, bodies: [br, ou]}\n"
	"  to: {title: To dage, days: 2, phase: r}\n"
	"documents:\n"
	"  d: {title: Notat, for: n}\n"
	"  e: {title: Bilag, due: 2018-10-01}\n";

/* What a cause of a row is made of; the day is always 1 October 2018. */
struct row {
	enum plan_cause_kind kind;
	const char *step, *other;
	int link; /* of the step, or with `theirs` of the other; -1 for none */
	bool theirs, at_end, other_at_end, upper, most, open, first;
	const char *text;
};

#define DAY "Mon 1 Oct 2018"

static const struct row rows[] = {
	{PLAN_CAUSE_DATE, "m", .link = -1, .text = "“Møde” (m) is on " DAY},
	{PLAN_CAUSE_DATE, "r", .link = -1, .text = "“Runde” (r) starts on " DAY " at the earliest"},
	{PLAN_CAUSE_DATE, "r", .link = -1, .at_end = true, .upper = true,
	 .text = "“Runde” (r) ends on " DAY " at the latest"},
	{PLAN_CAUSE_DATE, "f", .link = -1, .text = "“Fase” (f) starts on " DAY},
	{PLAN_CAUSE_DATE, "f", .link = -1, .at_end = true, .text = "“Fase” (f) ends on " DAY " at the earliest"},
	{PLAN_CAUSE_DATE, "e", .link = -1, .text = "“Bilag” (e) is due on " DAY},
	{PLAN_CAUSE_HELD, "m", .link = -1, .text = "“Møde” (m) was held on " DAY},
	{PLAN_CAUSE_HELD, "r", .link = -1, .text = "“Runde” (r) started on " DAY},
	{PLAN_CAUSE_HELD, "r", .link = -1, .at_end = true, .text = "“Runde” (r) ended on " DAY},
	{PLAN_CAUSE_HELD, "d", .link = -1, .text = "“Notat” (d) was done on " DAY},
	{PLAN_CAUSE_DEADLINE, "m", .link = -1, .upper = true, .text = "“Møde” (m) must be held by " DAY},
	{PLAN_CAUSE_DEADLINE, "r", .link = -1, .at_end = true, .upper = true,
	 .text = "“Runde” (r) must end by " DAY},
	{PLAN_CAUSE_DEADLINE, "d", .link = -1, .upper = true, .text = "“Notat” (d) must be done by " DAY},

	{PLAN_CAUSE_LINK, "n", "m", 0, .text = "“Næste” (n) comes after “Møde” (m): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "m", "n", 0, .theirs = true, .upper = true,
	 .text = "“Møde” (m) comes before “Næste” (n): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "n", "m", 1,
	 .text = "“Næste” (n) is at least 2 weeks after “Møde” (m): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "m", "n", 1, .theirs = true, .upper = true,
	 .text = "“Møde” (m) is at least 2 weeks before “Næste” (n): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "n", "h", 2, .other_at_end = true,
	 .text = "“Næste” (n) is not before the end of “Høring” (h): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "h", "n", 2, .theirs = true, .at_end = true, .upper = true,
	 .text = "the end of “Høring” (h) is not after “Næste” (n): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "n", "m", 3,
	 .text = "“Næste” (n) is at most 3 days before “Møde” (m): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "m", "n", 3, .theirs = true, .upper = true,
	 .text = "“Møde” (m) is at most 3 days after “Næste” (n): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "n", "m", 4, .upper = true, .most = true,
	 .text = "“Næste” (n) is at most 5 days after “Møde” (m): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "m", "n", 4, .theirs = true, .most = true,
	 .text = "“Møde” (m) is at most 5 days before “Næste” (n): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "i", "r", 0,
	 .text =
		 "“Inde” (i) is not before the start of “Runde” (r), within which it lies: " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "i", "r", 0, .other_at_end = true, .upper = true,
	 .text = "“Inde” (i) is not after the end of “Runde” (r), within which it lies: " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "r", "i", 0, .theirs = true, .at_end = true,
	 .text =
		 "the end of “Runde” (r) is not before “Inde” (i), which lies within it: " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "r", "i", 0, .theirs = true, .upper = true,
	 .text = "the start of “Runde” (r) is not after “Inde” (i), which lies within it: " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "m", "i", 1, .theirs = true,
	 .text = "“Møde” (m) is at least 1 week after “Inde” (i): " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "i", "ferie", 2, .upper = true,
	 .text = "“Inde” (i) comes before the start of “Ferie” (ferie): " DAY " at the latest"},
	{PLAN_CAUSE_LINK, "i", "f", 3,
	 .text =
		 "“Inde” (i) is not before the start of “Fase” (f), as they share a day: " DAY " at the earliest"},
	{PLAN_CAUSE_LINK, "f", "i", 3, .theirs = true, .upper = true,
	 .text = "the start of “Fase” (f) is not after “Inde” (i), as they share a day: " DAY " at the latest"},

	{PLAN_CAUSE_ORDER, "r", .link = -1, .at_end = true,
	 .text = "“Runde” (r) does not end before its start: " DAY " at the earliest"},
	{PLAN_CAUSE_ORDER, "r", .link = -1, .upper = true,
	 .text = "“Runde” (r) does not start after its end: " DAY " at the latest"},
	{PLAN_CAUSE_DURATION, "h", .link = -1, .at_end = true,
	 .text = "“Høring” (h) lasts at least 5 weeks, to " DAY " at the earliest"},
	{PLAN_CAUSE_DURATION, "h", .link = -1, .most = true,
	 .text = "“Høring” (h) lasts at most 6 weeks, so it starts on " DAY " at the earliest"},
	{PLAN_CAUSE_DURATION, "h", .link = -1, .upper = true,
	 .text = "“Høring” (h) lasts at least 5 weeks, so it starts on " DAY " at the latest"},
	{PLAN_CAUSE_DURATION, "h", .link = -1, .at_end = true, .upper = true, .most = true,
	 .text = "“Høring” (h) lasts at most 6 weeks, to " DAY " at the latest"},
	{PLAN_CAUSE_DURATION, "to", .link = -1, .at_end = true,
	 .text = "“To dage” (to) lasts at least 2 days, to " DAY " at the earliest"},
	{PLAN_CAUSE_HEARING, "h", .link = -1, .at_end = true,
	 .text =
		 "the hearing “Høring” (h) lasts at least 4 weeks by the house rules, to " DAY " at the earliest"},
	{PLAN_CAUSE_HEARING, "h", .link = -1, .upper = true,
	 .text = "the hearing “Høring” (h) lasts at least 4 weeks by the house rules, so it starts on " DAY
			 " at the latest"},
	{PLAN_CAUSE_PAPERS, "n", "d", -1,
	 .text =
		 "“Næste” (n) comes at least 4 working days after its paper, “Notat” (d): " DAY " at the earliest"},
	{PLAN_CAUSE_PAPERS, "d", "n", -1, .upper = true,
	 .text = "“Notat” (d) is due at least 4 working days before “Næste” (n): " DAY " at the latest"},

	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .text = "BR next meets on " DAY},
	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .open = true, .text = "BR does not meet after that"},
	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .upper = true,
	 .text = "the last day before that on which BR meets is " DAY},
	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .upper = true, .open = true, .text = "BR does not meet before that"},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .text = "the next day on which “Næste” (n) can be held is " DAY},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .open = true,
	 .text = "there is no later day on which “Næste” (n) can be held"},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .upper = true,
	 .text = "the last day before that on which “Næste” (n) can be held is " DAY},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .upper = true, .open = true,
	 .text = "there is no earlier day on which “Næste” (n) can be held"},
	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .first = true, .text = "the first day on which BR meets is " DAY},
	{PLAN_CAUSE_CALENDAR, "m", "br", -1, .upper = true, .first = true,
	 .text = "the last day on which BR meets is " DAY},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .first = true,
	 .text = "the first day on which “Næste” (n) can be held is " DAY},
	{PLAN_CAUSE_CALENDAR, "n", .link = -1, .upper = true, .first = true,
	 .text = "the last day on which “Næste” (n) can be held is " DAY},
	{PLAN_CAUSE_CALENDAR, "s", "ou", -1, .text = "ØU next meets on " DAY},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .text = "the bodies of “Sammen” (s) next meet together on " DAY},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .open = true,
	 .text = "the bodies of “Sammen” (s) do not meet together after that"},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .upper = true,
	 .text = "the last day before that on which the bodies of “Sammen” (s) meet together is " DAY},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .upper = true, .open = true,
	 .text = "the bodies of “Sammen” (s) do not meet together before that"},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .first = true,
	 .text = "the first day on which the bodies of “Sammen” (s) meet together is " DAY},
	{PLAN_CAUSE_CALENDAR, "s", .link = -1, .upper = true, .first = true,
	 .text = "the last day on which the bodies of “Sammen” (s) meet together is " DAY},
	{PLAN_CAUSE_HORIZON, "n", .link = -1, .text = "plans begin with the year 1900"},
	{PLAN_CAUSE_HORIZON, "n", .link = -1, .upper = true, .text = "plans end with the year 2199"},
};

static struct plan_cause make(const struct plan *plan, const struct row *row)
{
	struct plan_cause cause = {
		.kind = row->kind,
		.step = plan_entry_step(plan_find(plan, row->step)),
		.other = row->other ? plan_find(plan, row->other) : NULL,
		.at_end = row->at_end,
		.other_at_end = row->other_at_end,
		.upper = row->upper,
		.most = row->most,
		.day = sample_day("2018-10-01"),
	};
	if (row->open)
		cause.day = row->upper ? PLAN_DAY_OPEN_START : PLAN_DAY_OPEN_END;
	if (row->link >= 0)
		cause.link = &(row->theirs ? plan_entry_step(cause.other) : cause.step)->links[row->link];
	return cause;
}

static void open_plan(struct sample *sample)
{
	sample_open(sample, "plan.yaml", plan_text, sizeof plan_text - 1);
	if (!sample->plan)
		fail_msg("line %u: %s", (unsigned)sample->diags.at[0].span.line, sample->diags.at[0].message);
}

static void every_cause_is_a_sentence(void **state)
{
	(void)state;
	struct sample sample;
	open_plan(&sample);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_cause causes[3];
		for (size_t k = 0; k < 3; k++) {
			causes[k] = make(sample.plan, &rows[i]);
			causes[k].upper ^= k != 1 && rows[i].first;
		}
		struct buf out = {0};
		cause_sentence(&out, sample.plan, &(struct plan_chain){.at = causes, .count = 3}, 1);
		assert_string_equal(buf_string(&out), rows[i].text);
		buf_free(&out);
	}
	sample_close(&sample);
}

static void papers_need_no_lead(void **state)
{
	(void)state;
	static const char text[] = "plan: p\ntitle: P\nmeetings: {n: {title: Næste}}\n"
							   "documents: {d: {title: Notat, for: n}}\nrules: {papers: 0d}\n";
	static const size_t lengths[] = {sizeof text - 1, sizeof text - sizeof "rules: {papers: 0d}\n"};
	static const struct row papers[] = {
		{PLAN_CAUSE_PAPERS, "n", "d", -1,
		 .text = "“Næste” (n) waits for its paper, “Notat” (d): " DAY " at the earliest"},
		{PLAN_CAUSE_PAPERS, "d", "n", -1, .upper = true,
		 .text = "“Notat” (d) is a paper for “Næste” (n): due " DAY " at the latest"},
	};
	for (size_t i = 0; i < 4; i++) {
		struct sample sample;
		sample_open(&sample, "plan.yaml", text, lengths[i / 2]);
		struct plan_cause cause = make(sample.plan, &papers[i % 2]);
		struct buf out = {0};
		cause_sentence(&out, sample.plan, &(struct plan_chain){.at = &cause, .count = 1}, 0);
		assert_string_equal(buf_string(&out), papers[i % 2].text);
		buf_free(&out);
		sample_close(&sample);
	}
}

/* A repair of one row's cause, and the help that it becomes; NULL for none. */
static const struct {
	struct row row;
	struct plan_lag amount;
	const char *help;
} repairs[] = {
	{{PLAN_CAUSE_DATE, "m", .link = -1}, {0}, "move “Møde” (m) to " DAY},
	{{PLAN_CAUSE_DATE, "r", .link = -1}, {0}, "start “Runde” (r) on " DAY},
	{{PLAN_CAUSE_DATE, "r", .link = -1, .at_end = true}, {0}, "end “Runde” (r) on " DAY},
	{{PLAN_CAUSE_DATE, "e", .link = -1}, {0}, "make “Bilag” (e) due on " DAY},
	{{PLAN_CAUSE_DEADLINE, "m", .link = -1, .upper = true}, {0}, "move the deadline of “Møde” (m) to " DAY},
	{{PLAN_CAUSE_LINK, "n", "m", .link = 1},
	 {9, PLAN_DAYS, true},
	 "shorten the gap between “Møde” (m) and “Næste” (n) to 9 days"},
	{{PLAN_CAUSE_LINK, "m", "n", 1, .theirs = true, .upper = true},
	 {1, PLAN_WEEKS, true},
	 "shorten the gap between “Møde” (m) and “Næste” (n) to 1 week"},
	{{PLAN_CAUSE_LINK, "n", "m", .link = 1},
	 {-2, PLAN_WORKDAYS, true},
	 "let “Næste” (n) come up to 2 working days before “Møde” (m)"},
	{{PLAN_CAUSE_LINK, "n", "m", 4, .upper = true, .most = true},
	 {1, PLAN_MONTHS, true},
	 "let up to 1 month lie between “Møde” (m) and “Næste” (n)"},
	{{PLAN_CAUSE_LINK, "m", "n", 4, .theirs = true, .most = true},
	 {12, PLAN_DAYS, true},
	 "let up to 12 days lie between “Møde” (m) and “Næste” (n)"},
	{{PLAN_CAUSE_DURATION, "h", .link = -1, .at_end = true},
	 {4, PLAN_WEEKS, true},
	 "shorten “Høring” (h) to 4 weeks"},
	{{PLAN_CAUSE_DURATION, "h", .link = -1, .most = true},
	 {8, PLAN_WEEKS, true},
	 "let “Høring” (h) last up to 8 weeks"},
	{{PLAN_CAUSE_HELD, "m", .link = -1}, {0}, NULL},
};

static void repairs_become_help(void **state)
{
	(void)state;
	struct sample sample;
	open_plan(&sample);
	for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
		struct plan_cause cause = make(sample.plan, &repairs[i].row);
		struct plan_repair repair = {.cause = &cause, .day = cause.day, .amount = repairs[i].amount};
		struct diag_draft draft;
		diag_begin(&draft, &sample.diags, PLAN_RULE_TIMELINE_CONFLICT, PLAN_ERROR,
				   (struct plan_span){1, 1, 1});
		repair_add(&draft, &repair);
		if (repairs[i].help)
			assert_string_equal(draft.diag.help, repairs[i].help);
		else
			assert_null(draft.diag.help);
		assert_int_equal(diag_end(&draft), PLAN_OK);
	}
	struct diag_draft draft;
	diag_begin(&draft, &sample.diags, PLAN_RULE_TIMELINE_CONFLICT, PLAN_ERROR, (struct plan_span){1, 1, 1});
	repair_add(&draft, &(struct plan_repair){0});
	assert_null(draft.diag.help);
	assert_int_equal(diag_end(&draft), PLAN_OK);
	sample_close(&sample);
}

static void long_chains_leave_out_their_middle(void **state)
{
	(void)state;
	struct sample sample;
	open_plan(&sample);
	struct plan_cause causes[100];
	for (size_t i = 0; i < 100; i++)
		causes[i] = make(sample.plan, &rows[i % 2 ? 13 : 0]);
	struct plan_chain chain = {.at = causes, .count = 100};
	struct diag_draft draft;
	diag_begin(&draft, &sample.diags, PLAN_RULE_TIMELINE_CONFLICT, PLAN_ERROR, (struct plan_span){1, 1, 1});
	chain_add(&draft, sample.plan, &chain);
	assert_int_equal(draft.because.count, 41);
	assert_string_equal(draft.because.at[20].message, "and 60 more such steps");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	sample_close(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cause_is_a_sentence),
		cmocka_unit_test(papers_need_no_lead),
		cmocka_unit_test(repairs_become_help),
		cmocka_unit_test(long_chains_leave_out_their_middle),
	};
	return cmocka_run_group_tests_name("check: reasons", tests, NULL, NULL);
}
