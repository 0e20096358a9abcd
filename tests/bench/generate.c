/*
 * Writes plan files of any size for measurements: the same arguments always give the same bytes.
 *
 *     generate [-t] [-n STEPS] [-s SEED]                    one plan to stdout
 *     generate [-t] [-n STEPS] [-s SEED] -f FILES -o DIR    FILES plans DIR/NUMBER.plan.yaml
 *
 * A plan is made of processes of ten steps, as a committee would run them in an autumn: a phase, readings,
 * papers, a hearing, dates as people write them, known and imprecise, and some steps that only their orders
 * place. They hold together, so that `plan check` finds no error in them. About 155 bytes a step. With -t
 * they are terse, some 90 bytes and eight keys and values a step, so that 500,000 steps are within what a
 * plan file may hold.
 */
#include <plan/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PER_PROCESS = 10, BODIES = 20, TRACKS = 50 };

/* What the ten steps of one process have in common. */
struct process {
	unsigned number;
	int year;
	plan_day monday; /* of the week in which it begins, 13-19 August */
	unsigned body, track, style;
	bool terse;
};

/* xorshift64: small, and the same everywhere. */
static unsigned draw(uint64_t *state, unsigned below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (unsigned)(*state >> 33) % below;
}

struct text {
	char text[32];
};

/* A known day, the way one author or another would write it. */
static struct text written(plan_day day, unsigned style)
{
	static const char *const months[] = {"januar", "februar", "marts",     "april",   "maj",      "juni",
										 "juli",   "august",  "september", "oktober", "november", "december"};
	struct plan_civil c = plan_day_to_civil(day);
	struct text out;
	if (style % 2)
		snprintf(out.text, sizeof out.text, "%d. %s %d", c.day, months[c.month - 1], c.year);
	else
		snprintf(out.text, sizeof out.text, "%04d-%02d-%02d", c.year, c.month, c.day);
	return out;
}

static void put_head(FILE *out, unsigned number)
{
	fprintf(out,
			"plan: maaling-%u\ntitle: En plan til målinger\nlanguage: da\napproval: slut\n\n"
			"calendar:\n  holidays: DK\n\ntracks:\n  afslutning: {title: Afslutning, approval: slut}\n",
			number);
	for (unsigned track = 0; track < TRACKS; track++)
		fprintf(out, "  spor-%u: {title: Spor nummer %u}\n", track, track);
	fputs("\nbodies:\n", out);
	for (unsigned body = 0; body < BODIES; body++)
		fprintf(out, "  udvalg-%u: {name: Udvalg nummer %u, short: U%u, kind: committee}\n", body, body,
				body);
	fputs("\nparties:\n  borgere: {name: Byens borgere}\n  lokaludvalg: {name: Lokaludvalgene}\n", out);
}

/* The line of a title, which ends in the process's number where `numbered`; of a terse one the first word. */
static void put_title(FILE *out, const struct process *p, const char *title, bool numbered)
{
	int length = (int)(p->terse ? strcspn(title, " ") : strlen(title));
	fprintf(out, "    title: %.*s", length, title);
	if (numbered && !p->terse)
		fprintf(out, " %u", p->number);
	fputc('\n', out);
}

/* The lines of what a terse plan goes without. */
static void put_body(FILE *out, const struct process *p, const char *key, unsigned body)
{
	if (!p->terse)
		fprintf(out, "    %s: udvalg-%u\n", key, body % BODIES);
}

static void put_track(FILE *out, const struct process *p)
{
	if (!p->terse)
		fprintf(out, "    track: spor-%u\n", p->track);
}

static void put_line(FILE *out, const struct process *p, const char *line)
{
	if (!p->terse)
		fprintf(out, "    %s\n", line);
}

static void put_phases(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  forberedelse-%u:\n", n);
	put_title(out, p, "Forberedelse af delaftale nummer", true);
	put_track(out, p);
	fprintf(out, "    date: %s/%s\n", written(p->monday, 0).text, written(p->monday + 18, 0).text);
	fprintf(out, "  hoering-%u:\n", n);
	put_title(out, p, "Ekstern høring", false);
	put_line(out, p, "kind: hearing");
	put_track(out, p);
	fprintf(out, "    start: %s\n    end: %s\n", written(p->monday + 22, p->style).text,
			written(p->monday + 50, p->style).text);
	put_line(out, p, "parties: [borgere, lokaludvalg]");
	fprintf(out, "    after: behandling-1-%u\n  udvalgsrunde-%u:\n", n, n);
	put_title(out, p, "Behandling i de øvrige fagudvalg", false);
	put_track(out, p);
	put_line(out, p, "duration: 1w..2w");
	fprintf(out, "    after: behandling-2-%u\n", n);
}

static void put_meetings(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  behandling-1-%u:\n", n);
	put_title(out, p, "1. behandling af delaftale", true);
	put_body(out, p, "body", p->body);
	put_track(out, p);
	fprintf(out, "    date: %s\n    after: forberedelse-%u\n", written(p->monday + 21, p->style).text, n);
	fprintf(out, "  behandling-2-%u:\n", n);
	put_title(out, p, "2. behandling af delaftale", true);
	put_body(out, p, "body", p->body);
	put_track(out, p);
	fprintf(out, "    date: uge %d %d\n    after: [behandling-1-%u, hoering-%u + 1w]\n",
			plan_day_iso_week(p->monday + 63).week, p->year, n, n);
	fprintf(out, "  indstilling-%u:\n", n);
	put_title(out, p, "Indstilling til forvaltningen", false);
	put_body(out, p, "body", p->body + 1);
	put_track(out, p);
	fprintf(out, "    after: udvalgsrunde-%u\n  godkendelse-%u:\n", n, n);
	put_title(out, p, "Endelig godkendelse", false);
	put_body(out, p, "body", p->body + 2);
	put_track(out, p);
	fprintf(out, "    date: ultimo november %d\n    after: indstilling-%u + 1w\n    deadline: %d-12\n",
			p->year, n, p->year);
}

static void put_documents(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  udkast-%u:\n", n);
	put_title(out, p, "Første udkast til delaftale nummer", true);
	put_track(out, p);
	fprintf(out, "    for: behandling-1-%u\n", n);
	put_body(out, p, "owner", p->body);
	fprintf(out, "    due: %s\n  notat-%u:\n", written(p->monday + 14, p->style).text, n);
	put_title(out, p, "Høringsnotat med forvaltningens svar", false);
	put_track(out, p);
	fprintf(out, "    for: behandling-2-%u\n", n);
	put_body(out, p, "owner", p->body);
	fprintf(out, "    due: %s\n  bilag-%u:\n", written(p->monday + 57, p->style).text, n);
	put_title(out, p, "Bilag om økonomi og opfølgning", false);
	put_line(out, p, "kind: annex");
	put_track(out, p);
	fprintf(out, "    for: godkendelse-%u\n", n);
	put_body(out, p, "owner", p->body);
}

/* Writes one section, the steps of every process; draws the same processes each time. */
static void put_section(FILE *out, const char *name, void (*put)(FILE *, const struct process *),
						unsigned processes, bool terse, uint64_t seed)
{
	fprintf(out, "\n%s:\n", name);
	for (unsigned n = 0; n < processes; n++) {
		int year = 2001 + (int)draw(&seed, 98);
		plan_day day = plan_day_from_civil((struct plan_civil){year, 8, 13});
		while (plan_day_weekday(day) != PLAN_MONDAY)
			day++;
		struct process process = {.number = n,
								  .year = year,
								  .monday = day,
								  .body = draw(&seed, BODIES),
								  .track = draw(&seed, TRACKS),
								  .style = draw(&seed, 4),
								  .terse = terse};
		put(out, &process);
	}
}

static bool put_plan(FILE *out, unsigned steps, unsigned number, bool terse, uint64_t seed)
{
	unsigned processes = (steps + PER_PROCESS - 1) / PER_PROCESS;
	put_head(out, number);
	put_section(out, "phases", put_phases, processes, terse, seed);
	put_section(out, "meetings", put_meetings, processes, terse, seed);
	fputs("  slut: {title: Samlet godkendelse, body: udvalg-0, track: afslutning, date: 2099-12-15, "
		  "deadline: 2099-12}\n",
		  out);
	put_section(out, "documents", put_documents, processes, terse, seed);
	return fflush(out) == 0 && !ferror(out);
}

static bool put_files(const char *folder, unsigned files, unsigned steps, bool terse, uint64_t seed)
{
	for (unsigned number = 0; number < files; number++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%05u.plan.yaml", folder, number);
		FILE *out = fopen(path, "w");
		if (!out)
			return false;
		bool done = put_plan(out, steps, number, terse, seed + number);
		if (fclose(out) != 0 || !done)
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	unsigned steps = 100, files = 0;
	uint64_t seed = 1;
	const char *folder = ".";
	bool terse = false;
	int option;

	while ((option = getopt(argc, argv, "tn:s:f:o:")) != -1) {
		if (option == 't')
			terse = true;
		else if (option == 'n')
			steps = (unsigned)strtoul(optarg, NULL, 10);
		else if (option == 's')
			seed = strtoull(optarg, NULL, 10);
		else if (option == 'f')
			files = (unsigned)strtoul(optarg, NULL, 10);
		else if (option == 'o')
			folder = optarg;
		else
			return 2;
	}
	seed = seed * 2654435761u + 88172645463325252u;
	bool done =
		files ? put_files(folder, files, steps, terse, seed) : put_plan(stdout, steps, 0, terse, seed);
	if (!done)
		perror("generate");
	return !done;
}
