/*
 * Writes plan files of any size for measurements: the same arguments always give the same bytes.
 *
 *     generate [-n STEPS] [-s SEED]                    one plan to stdout
 *     generate [-n STEPS] [-s SEED] -f FILES -o DIR    FILES plans DIR/NUMBER.plan.yaml
 *
 * A plan is made of processes of ten steps, as a committee would run them in an autumn: a phase, readings,
 * papers, a hearing, dates as people write them, known and imprecise, and some steps that only their orders
 * place. They hold together, so that `plan check` finds no error in them. About 150 bytes a step.
 */
#include <plan/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PER_PROCESS = 10, BODIES = 20, TRACKS = 50 };

/* What the ten steps of one process have in common. */
struct process {
	unsigned number;
	int year;
	plan_day monday; /* of the week in which it begins, 13-19 August */
	unsigned body, track, style;
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

static void put_phases(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  forberedelse-%u:\n    title: Forberedelse af delaftale nummer %u\n    track: spor-%u\n",
			n, n, p->track);
	fprintf(out, "    date: %s/%s\n", written(p->monday, 0).text, written(p->monday + 18, 0).text);
	fprintf(out, "  hoering-%u:\n    title: Ekstern høring\n    kind: hearing\n    track: spor-%u\n", n,
			p->track);
	fprintf(out, "    start: %s\n    end: %s\n", written(p->monday + 22, p->style).text,
			written(p->monday + 50, p->style).text);
	fprintf(out, "    parties: [borgere, lokaludvalg]\n    after: behandling-1-%u\n", n);
	fprintf(out, "  udvalgsrunde-%u:\n    title: Behandling i de øvrige fagudvalg\n    track: spor-%u\n", n,
			p->track);
	fprintf(out, "    duration: 1w..2w\n    after: behandling-2-%u\n", n);
}

static void put_meetings(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  behandling-1-%u:\n    title: 1. behandling af delaftale %u\n    body: udvalg-%u\n", n, n,
			p->body);
	fprintf(out, "    track: spor-%u\n    date: %s\n    after: forberedelse-%u\n", p->track,
			written(p->monday + 21, p->style).text, n);
	fprintf(out, "  behandling-2-%u:\n    title: 2. behandling af delaftale %u\n    body: udvalg-%u\n", n, n,
			p->body);
	fprintf(out, "    track: spor-%u\n    date: uge %d %d\n", p->track,
			plan_day_iso_week(p->monday + 63).week, p->year);
	fprintf(out, "    after: [behandling-1-%u, hoering-%u + 1w]\n", n, n);
	fprintf(out, "  indstilling-%u:\n    title: Indstilling til forvaltningen\n    body: udvalg-%u\n", n,
			(p->body + 1) % BODIES);
	fprintf(out, "    track: spor-%u\n    after: udvalgsrunde-%u\n", p->track, n);
	fprintf(out, "  godkendelse-%u:\n    title: Endelig godkendelse\n    body: udvalg-%u\n", n,
			(p->body + 2) % BODIES);
	fprintf(out, "    track: spor-%u\n    date: ultimo november %d\n    after: indstilling-%u + 1w\n",
			p->track, p->year, n);
	fprintf(out, "    deadline: %d-12\n", p->year);
}

static void put_documents(FILE *out, const struct process *p)
{
	unsigned n = p->number;
	fprintf(out, "  udkast-%u:\n    title: Første udkast til delaftale nummer %u\n    track: spor-%u\n", n, n,
			p->track);
	fprintf(out, "    for: behandling-1-%u\n    owner: udvalg-%u\n    due: %s\n", n, p->body,
			written(p->monday + 14, p->style).text);
	fprintf(out, "  notat-%u:\n    title: Høringsnotat med forvaltningens svar\n    track: spor-%u\n", n,
			p->track);
	fprintf(out, "    for: behandling-2-%u\n    owner: udvalg-%u\n    due: %s\n", n, p->body,
			written(p->monday + 57, p->style).text);
	fprintf(out,
			"  bilag-%u:\n    title: Bilag om økonomi og opfølgning\n    kind: annex\n    track: spor-%u\n",
			n, p->track);
	fprintf(out, "    for: godkendelse-%u\n    owner: udvalg-%u\n", n, p->body);
}

/* Writes one section, the steps of every process; draws the same processes each time. */
static void put_section(FILE *out, const char *name, void (*put)(FILE *, const struct process *),
						unsigned processes, uint64_t seed)
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
								  .style = draw(&seed, 4)};
		put(out, &process);
	}
}

static bool put_plan(FILE *out, unsigned steps, unsigned number, uint64_t seed)
{
	unsigned processes = (steps + PER_PROCESS - 1) / PER_PROCESS;
	put_head(out, number);
	put_section(out, "phases", put_phases, processes, seed);
	put_section(out, "meetings", put_meetings, processes, seed);
	fputs("  slut: {title: Samlet godkendelse, body: udvalg-0, track: afslutning, date: 2099-12-15, "
		  "deadline: 2099-12}\n",
		  out);
	put_section(out, "documents", put_documents, processes, seed);
	return fflush(out) == 0 && !ferror(out);
}

static bool put_files(const char *folder, unsigned files, unsigned steps, uint64_t seed)
{
	for (unsigned number = 0; number < files; number++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%05u.plan.yaml", folder, number);
		FILE *out = fopen(path, "w");
		if (!out)
			return false;
		bool done = put_plan(out, steps, number, seed + number);
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
	int option;

	while ((option = getopt(argc, argv, "n:s:f:o:")) != -1) {
		if (option == 'n')
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
	bool done = files ? put_files(folder, files, steps, seed) : put_plan(stdout, steps, 0, seed);
	if (!done)
		perror("generate");
	return !done;
}
