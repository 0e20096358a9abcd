#include "random_plan.h"

#include <plan/date.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

unsigned random_below(struct random *random, unsigned limit)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	return (unsigned)((random->state * UINT64_C(2685821657736338717)) >> 33) % limit;
}

static bool one_in(struct random *random, unsigned n)
{
	return random_below(random, n) == 0;
}

enum { STEPS_MAX = 7, FIRST_DAY = 17940 /* 2019-02-13 */, SPREAD = 220 };

/* What is being written, entry by entry, so that they can be put in another order. */
struct draft {
	struct random *random;
	struct buf entries[STEPS_MAX];
	char kinds[STEPS_MAX]; /* p, m, d */
	unsigned count;
	const char *prefix; /* of all its ids but "s" and a number */
	bool wild;          /* anything may wait for anything; else later numbers wait for earlier ones */
	bool vague;         /* most steps have imprecise dates, and may follow each other closely */
};

static const char *day_text(plan_day day)
{
	static char texts[4][16];
	static unsigned next;
	struct plan_civil civil = plan_day_to_civil(day);
	char *text = texts[next++ % 4];
	snprintf(text, sizeof texts[0], "%04d-%02d-%02d", civil.year % 10000u, civil.month % 100u,
			 civil.day % 100u);
	return text;
}

static plan_day some_day(struct random *random)
{
	return FIRST_DAY + (plan_day)random_below(random, SPREAD);
}

/* A day for a step: later ones for later numbers, but in a wild plan. */
static plan_day day_of(struct draft *draft, unsigned number)
{
	if (draft->wild)
		return some_day(draft->random);
	unsigned share = SPREAD / draft->count;
	return FIRST_DAY + (plan_day)(number * share + random_below(draft->random, share + 10));
}

static void write_date(struct draft *draft, struct buf *text, unsigned number, const char *key)
{
	struct random *random = draft->random;
	plan_day from = day_of(draft, number),
			 until = from + (plan_day)random_below(random, draft->vague ? 60 : 25);
	switch (random_below(random, draft->vague ? 20 : 8)) {
	case 0:
	case 1: buf_printf(text, ", %s: %s", key, day_text(from)); break;
	case 2: buf_printf(text, ", %s: fra %s", key, day_text(from)); break;
	case 3: buf_printf(text, ", %s: senest %s", key, day_text(until)); break;
	default: buf_printf(text, ", %s: %s..%s", key, day_text(from), day_text(until)); break;
	}
}

static const char units[][3] = {"d", "w", "m", "wd"};
static const unsigned most_units[] = {9, 2, 1, 6};

static void write_gap(const struct draft *draft, struct buf *text)
{
	struct random *random = draft->random;
	if (one_in(random, 3) || (draft->vague && !one_in(random, 4)))
		return;
	unsigned unit = random_below(random, 4), other = one_in(random, 4) ? 1 : unit;
	int least = (int)random_below(random, most_units[unit] + 1);
	int most = least + 1 + (int)random_below(random, 3 * most_units[unit]);
	if (one_in(random, 4))
		least = -least;
	if (other != unit)
		most = least > 0 ? least + 2 : 2;
	switch (random_below(random, 5)) {
	case 0: buf_printf(text, " + %d%s..%d%s", least, units[unit], most, units[other]); break;
	case 1: buf_printf(text, " + ..%d%s", most + 1, units[unit]); break;
	default: buf_printf(text, " + %d%s", least, units[unit]); break;
	}
}

static const char *point(struct random *random)
{
	static const char *const points[] = {"", "", "", "", ".start", ".end"};
	return points[random_below(random, 6)];
}

static void write_target(struct draft *draft, struct buf *text, unsigned number, bool before)
{
	unsigned from = before ? number + 1 : 0, count = before ? draft->count - number - 1 : number;
	if (one_in(draft->random, 12) || (!draft->wild && count == 0))
		buf_text(text, "ferie");
	else if (draft->wild) /* any but itself */
		buf_printf(text, "%ss%u", draft->prefix,
				   (number + 1 + random_below(draft->random, draft->count - 1)) % draft->count);
	else
		buf_printf(text, "%ss%u", draft->prefix, from + random_below(draft->random, count));
}

static void write_link(struct draft *draft, struct buf *text, unsigned number, const char *key)
{
	unsigned count = 1 + one_in(draft->random, 4);
	buf_printf(text, ", %s: [", key);
	for (unsigned i = 0; i < count; i++) {
		buf_text(text, i ? ", " : "");
		write_target(draft, text, number, key[0] == 'b');
		buf_text(text, point(draft->random));
		write_gap(draft, text);
	}
	buf_text(text, "]");
}

static void write_links(struct draft *draft, struct buf *text, unsigned number, bool alongside)
{
	struct random *random = draft->random;
	if (!one_in(random, 3) && (draft->wild || number > 0))
		write_link(draft, text, number, "after");
	if (one_in(random, draft->vague ? 20 : 7))
		write_link(draft, text, number, "before");
	if (one_in(random, draft->vague ? 20 : 8)) {
		for (unsigned i = 0; i < draft->count; i++)
			if (draft->kinds[i] == 'p' && i != number) {
				buf_printf(text, ", during: %ss%u", draft->prefix, i);
				break;
			}
	}
	if (alongside && one_in(random, draft->vague ? 20 : 8))
		buf_printf(text, ", alongside: %ss%u", draft->prefix, (number + 1) % draft->count);
}

static void write_phase(struct draft *draft, struct buf *text, unsigned number)
{
	struct random *random = draft->random;
	plan_day from = day_of(draft, number);
	if (one_in(random, 3))
		buf_text(text, ", kind: hearing");
	switch (random_below(random, draft->vague ? 5 : 8)) {
	case 0: write_date(draft, text, number, "date"); break;
	case 1:
		buf_printf(text, ", date: %s/%s", day_text(from),
				   day_text(from + (plan_day)random_below(random, 20)));
		break;
	case 2: write_date(draft, text, number, "start"); break;
	case 3: write_date(draft, text, number, "end"); break;
	default: break;
	}
	if (one_in(random, draft->vague ? 4 : 2)) {
		buf_text(text, ", duration: ");
		unsigned form = random_below(random, 4);
		unsigned weeks = 1 + random_below(random, 3);
		if (form == 0)
			buf_printf(text, "%uw", weeks);
		else if (form == 1)
			buf_printf(text, "%uwd..%uw", 1 + random_below(random, 5), weeks + 1);
		else if (form == 2)
			buf_printf(text, "%ud..", 1 + random_below(random, 20));
		else
			buf_printf(text, "..%um", 1 + random_below(random, 2));
	}
}

static void write_meeting(struct draft *draft, struct buf *text, unsigned number)
{
	static const char *const bodies[] = {
		"", "", ", body: mandag", ", body: lister", ", body: få", ", bodies: [mandag, lister]"};
	struct random *random = draft->random;
	buf_text(text, bodies[random_below(random, draft->vague ? 3 : 6)]);
	if (one_in(random, 6))
		buf_text(text, ", days: 2");
	if (one_in(random, 8))
		buf_printf(text, ", held: %s", day_text(day_of(draft, number)));
	else if (draft->vague || one_in(random, 3))
		write_date(draft, text, number, "date");
}

static void write_document(struct draft *draft, struct buf *text, unsigned number)
{
	struct random *random = draft->random;
	if (one_in(random, 3))
		write_date(draft, text, number, "due");
	if (one_in(random, 2))
		buf_printf(text, ", for: %ss%u", draft->prefix, (number + 1) % draft->count);
}

static void write_step(struct draft *draft, unsigned number)
{
	struct buf *text = &draft->entries[number];
	buf_printf(text, "  %ss%u: {title: Step %u", draft->prefix, number, number);
	if (draft->kinds[number] == 'p')
		write_phase(draft, text, number);
	else if (draft->kinds[number] == 'm')
		write_meeting(draft, text, number);
	else
		write_document(draft, text, number);
	write_links(draft, text, number, draft->kinds[number] != 'd');
	if (one_in(draft->random, 5))
		buf_printf(text, ", deadline: %s", day_text(day_of(draft, number) + 50));
	if (one_in(draft->random, 25))
		buf_text(text, ", status: cancelled");
	buf_text(text, "}\n");
}

static void write_dates(struct random *random, struct buf *text, const char *id, unsigned count)
{
	buf_printf(text, "  %s: {name: %s, meets: [", id, id);
	for (unsigned i = 0; i < count; i++)
		buf_printf(
			text, "%s%s", i ? ", " : "",
			day_text(FIRST_DAY + (plan_day)(i * SPREAD / count + random_below(random, SPREAD / count))));
	buf_text(text, "]}\n");
}

static void write_head(struct random *random, struct buf *text)
{
	buf_text(text, one_in(random, 4) ? "  holidays: none\n" : "  holidays: DK\n");
	if (one_in(random, 6))
		buf_text(text, "  weekend: [friday]\n");
	plan_day from = some_day(random);
	buf_printf(text, "  recess: {ferie: {title: Ferie, date: %s/%s}}\n", day_text(from),
			   day_text(from + (plan_day)random_below(random, 14)));
	if (one_in(random, 2))
		buf_printf(text, "rules: {hearing: %uw, papers: %uwd}\n", 1 + random_below(random, 3),
				   random_below(random, 5));
	buf_printf(text, "bodies:\n  mandag: {name: Mandag, meets: %s}\n",
			   one_in(random, 5) ? "[saturday, sunday]" : "monday");
	write_dates(random, text, "lister", 1 + random_below(random, 12));
	write_dates(random, text, "få", 3);
}

static void make_draft(struct draft *draft, unsigned most)
{
	draft->wild = one_in(draft->random, 4);
	draft->vague = !draft->wild && one_in(draft->random, 2);
	draft->count = 2 + random_below(draft->random, most - 1);
	for (unsigned i = 0; i < draft->count; i++)
		draft->kinds[i] = "ppmmmd"[random_below(draft->random, 6)];
}

static void free_draft(struct draft *draft)
{
	for (unsigned i = 0; i < draft->count; i++)
		buf_free(&draft->entries[i]);
}

static const char *section_name(char kind)
{
	return kind == 'p' ? "phases" : kind == 'm' ? "meetings" : "documents";
}

/* One section; another order goes through it with another stride. */
static void write_section(const struct draft *draft, struct buf *text, char kind, unsigned order)
{
	bool any = false;
	for (unsigned i = 0; i < draft->count; i++) {
		unsigned at = order ? (draft->count - 1 - i + order) % draft->count : i;
		if (draft->kinds[at] != kind)
			continue;
		if (!any)
			buf_printf(text, "%s:\n", section_name(kind));
		any = true;
		buf_text(text, buf_string(&draft->entries[at]));
	}
}

static void start(struct random *random)
{
	for (unsigned i = 0; i < 20; i++)
		random_below(random, 2);
}

void random_plan(struct buf *text, uint64_t seed, unsigned order)
{
	struct random random = {seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
	struct draft draft = {.random = &random, .prefix = ""};
	start(&random);
	make_draft(&draft, STEPS_MAX);
	buf_clear(text);
	buf_printf(text, "plan: random\ntitle: Random\napproval: s%u\ncalendar:\n", draft.count - 1);
	write_head(&random, text);
	for (unsigned i = 0; i < draft.count; i++)
		write_step(&draft, i);
	static const char kinds[][3] = {"pmd", "dpm"};
	for (unsigned i = 0; i < 3; i++)
		write_section(&draft, text, kinds[order % 2][i], order);
	free_draft(&draft);
}

/* A section of all the parts, which has a meeting between each and the next when they are joined. */
static void write_parts(const struct draft *drafts, unsigned parts, bool joined, struct buf *text, char kind)
{
	struct buf section = {0};
	for (unsigned p = 0; p < RANDOM_PARTS; p++)
		for (unsigned i = 0; parts >> p & 1 && i < drafts[p].count; i++)
			if (drafts[p].kinds[i] == kind)
				buf_text(&section, buf_string(&drafts[p].entries[i]));
	for (unsigned p = 1; joined && kind == 'm' && p < RANDOM_PARTS; p++)
		buf_printf(&section, "  to-%s: {title: Joint, after: %ss%u, before: %ss0}\n", drafts[p].prefix,
				   drafts[p - 1].prefix, drafts[p - 1].count - 1, drafts[p].prefix);
	if (section.length)
		buf_printf(text, "%s:\n%s", section_name(kind), buf_string(&section));
	buf_free(&section);
}

void random_parts(struct buf *text, uint64_t seed, unsigned parts, bool joined)
{
	static const char *const prefixes[RANDOM_PARTS] = {"a", "b", "c", "d"};
	enum { STEPS_FEW = 5 };
	struct random random = {seed * UINT64_C(0x9E3779B97F4A7C15) + 7};
	struct random randoms[RANDOM_PARTS];
	struct draft drafts[RANDOM_PARTS] = {0};
	start(&random);
	buf_clear(text);
	buf_text(text, "plan: random\ntitle: Random\ncalendar:\n");
	write_head(&random, text);
	for (unsigned p = 0; p < RANDOM_PARTS; p++) {
		randoms[p].state = (seed * RANDOM_PARTS + p) * UINT64_C(0x9E3779B97F4A7C15) + 3;
		drafts[p] = (struct draft){.random = &randoms[p], .prefix = prefixes[p]};
		start(&randoms[p]);
		make_draft(&drafts[p], STEPS_FEW);
		for (unsigned i = 0; i < drafts[p].count; i++)
			write_step(&drafts[p], i);
	}
	for (const char *kind = "pmd"; *kind; kind++)
		write_parts(drafts, parts, joined, text, *kind);
	for (unsigned p = 0; p < RANDOM_PARTS; p++)
		free_draft(&drafts[p]);
}
