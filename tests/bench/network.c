/*
 * Measures the timeline's network alone: no file, no plan, only variables and constraints in memory.
 *
 *     network [LARGEST]     LARGEST: variables of the largest network (1000000)
 *
 * Each network is made as that of a plan is, and solved: the passes to the earliest and to the latest days.
 * Two constraints a variable, in processes of some hundred variables; a third of the variables are meetings
 * that need a meeting day, a third have a window, and one lag in eight counts working days. A schedule that
 * keeps everything is drawn first, so that every network is feasible. Prints rows as bench.sh does, and
 * asserts nothing. Every network is measured in a process of its own, so that each shows its own peak.
 */
#include "timeline/solve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PER_PROCESS = 200, NEAR = 16, LAG_MAX = 21, LARGEST = 1000000 };

struct shape {
	const char *name;
	bool shuffled; /* variables are numbered at random, not as they follow from each other */
	unsigned most; /* so many of a hundred constraints are greatest gaps */
	bool whole;    /* every least gap has a greatest one: a single component */
};

static const struct shape shapes[] = {
	{"in file order", false, 0, false},
	{"shuffled", true, 0, false},
	{"10 % maximum gaps", false, 10, false},
	{"one big component", false, 50, true},
};

/* A network while it is being made and measured. */
struct maker {
	const struct shape *shape;
	const struct plan_calendar *calendar;
	struct network network;
	struct gains gains;
	struct solver solver;
	int64_t moves; /* what a new solver may spend in components */
	struct dayset meeting_days;
	uint32_t *variable; /* by the order in which they follow from each other */
	plan_day *day;      /* likewise: of the schedule that was drawn */
	plan_day *lo, *hi;  /* by place: the bounds */
	plan_day *earliest, *latest;
	uint64_t state;
	bool failed;
};

/* xorshift64: small, and the same everywhere. */
static unsigned draw(struct maker *m, unsigned below)
{
	m->state ^= m->state << 13;
	m->state ^= m->state >> 7;
	m->state ^= m->state << 17;
	return (unsigned)(m->state >> 33) % below;
}

static bool is_meeting(uint32_t v)
{
	return v % 3 == 0;
}

static struct shift draw_shift(struct maker *m)
{
	int32_t count = (int32_t)draw(m, LAG_MAX);
	if (draw(m, 8) == 0)
		return (struct shift){.kind = SHIFT_WORKDAYS, .count = count + 1};
	return shift_days(count);
}

static void add(struct maker *m, uint32_t source, uint32_t target, struct shift shift)
{
	if (network_add(&m->network, m->variable[source], m->variable[target], shift, 0) != PLAN_OK)
		m->failed = true;
}

/* A greatest gap that the schedule keeps, with some days to spare. */
static void add_most(struct maker *m, uint32_t source, uint32_t target)
{
	add(m, target, source, shift_days(m->day[source] - m->day[target] - (int32_t)draw(m, LAG_MAX)));
}

/* The day after which a variable comes by its least gap to another, which is added. */
static plan_day add_least(struct maker *m, uint32_t source, uint32_t target)
{
	struct shift shift = draw_shift(m);
	add(m, source, target, shift);
	return shift_least(m->calendar, shift, m->day[source]);
}

/* Processes are tied loosely: none begins more than a hundred years before the one before it, or, in a single
 * component, after it. */
static void begin_process(struct maker *m, uint32_t v)
{
	struct shift century = shift_days(-36600);
	m->day[v] = plan_day_from_civil((struct plan_civil){2000 + (int)draw(m, 100), 1, 2});
	m->day[v] = dayset_next(&m->meeting_days, m->calendar, m->day[v]);
	if (v == 0)
		return;
	add(m, v - PER_PROCESS, v, century);
	if (m->shape->whole)
		add(m, v, v - PER_PROCESS, century);
	else
		add(m, v - PER_PROCESS, v, century);
}

static void add_variable(struct maker *m, uint32_t v)
{
	uint32_t at = v % PER_PROCESS;
	if (at == 0) {
		begin_process(m, v);
		return;
	}
	uint32_t near = v - 1 - draw(m, at < NEAR ? at : NEAR);
	bool most = draw(m, 50) < m->shape->most;
	plan_day first = add_least(m, v - 1, v), second = most ? first : add_least(m, near, v);
	m->day[v] = first > second ? first : second;
	m->day[v] += (int32_t)draw(m, 4);
	if (is_meeting(v))
		m->day[v] = dayset_next(&m->meeting_days, m->calendar, m->day[v]);
	if (most)
		add_most(m, m->shape->whole ? v - 1 : near, v);
}

static void shuffle(struct maker *m, uint32_t count)
{
	for (uint32_t v = 0; v < count; v++)
		m->variable[v] = v;
	for (uint32_t v = count; m->shape->shuffled && v > 1; v--) {
		uint32_t other = draw(m, v), moved = m->variable[v - 1];
		m->variable[v - 1] = m->variable[other];
		m->variable[other] = moved;
	}
}

/* Bounds and sets, which go by place. */
static void set_days(struct maker *m, uint32_t count)
{
	m->network.sets = &m->meeting_days;
	for (uint32_t v = 0; v < count; v++) {
		uint32_t place = m->network.place[m->variable[v]];
		bool window = draw(m, 3) == 0;
		m->network.set[place] = is_meeting(v);
		m->lo[place] = window ? m->day[v] - (plan_day)draw(m, LAG_MAX) : PLAN_DAY_MIN;
		m->hi[place] = window ? m->day[v] + (plan_day)draw(m, LAG_MAX) : PLAN_DAY_MAX;
	}
}

static void *numbers(struct maker *m, uint32_t count)
{
	void *made = malloc(((size_t)count + 1) * sizeof(uint32_t));
	m->failed |= !made;
	return made;
}

static void make(struct maker *m, uint32_t count)
{
	m->variable = numbers(m, count);
	m->day = numbers(m, count);
	if (m->failed || network_init(&m->network, m->calendar, count, 2 * count) != PLAN_OK) {
		m->failed = true;
		return;
	}
	shuffle(m, count);
	for (uint32_t v = 0; v < count; v++)
		add_variable(m, v);
}

static void close_network(struct maker *m, uint32_t count)
{
	if (network_close(&m->network) != PLAN_OK || solver_init(&m->solver, &m->network, &m->gains) != PLAN_OK) {
		m->failed = true;
		return;
	}
	m->moves = m->solver.moves_left;
	m->lo = numbers(m, count);
	m->hi = numbers(m, count);
	if (!m->failed)
		set_days(m, count);
	free(m->variable);
	free(m->day);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Nanoseconds for the two passes, from the bounds anew. */
static double solve(struct maker *m, uint32_t count)
{
	struct solver *solver = &m->solver;
	memcpy(m->earliest, m->lo, count * sizeof *m->lo);
	memcpy(m->latest, m->hi, count * sizeof *m->hi);
	solver->lo = m->earliest;
	solver->hi = m->latest;
	solver->at = 0;
	solver->moves_left = m->moves;
	double from = now();
	bool solved = solver_forward(solver) == SOLVE_DONE && solver_backward(solver) == SOLVE_DONE;
	m->failed |= !solved;
	return now() - from;
}

/* Solves until it took long enough to be measured; keeps the least. */
static double least_time(struct maker *m, uint32_t count)
{
	double least = 0, all = 0;
	m->earliest = numbers(m, count);
	m->latest = numbers(m, count);
	for (int run = 0; !m->failed && (run < 15 || all < 2e8); run++) {
		double taken = solve(m, count);
		all += taken;
		least = run == 0 || taken < least ? taken : least;
	}
	return least;
}

static void print_row(const struct shape *shape, uint32_t count, const char *what, double figure,
					  const char *bar)
{
	char text[80];
	int zeros = 0;
	for (uint32_t left = count; left >= 10; left /= 10)
		zeros++;
	snprintf(text, sizeof text, "network, %s, 10^%d: %s", shape->name, zeros, what);
	printf("%-58s %10.1f   %s\n", text, figure, count == LARGEST ? bar : "");
}

static int measure(const struct shape *shape, uint32_t count)
{
	struct plan_calendar *calendar;
	struct plan_calendar_spec spec = {.country = "DK", .weekend = PLAN_WEEKEND_DEFAULT};
	if (plan_calendar_new(&spec, &calendar) != PLAN_OK)
		return 1;
	struct maker m = {
		.shape = shape, .calendar = calendar, .meeting_days = {.weekdays = 0x7F}, .state = 2018};
	make(&m, count);
	double from = now(), taken = 0;
	if (!m.failed)
		close_network(&m, count);
	from = now() - from;
	if (!m.failed)
		taken = least_time(&m, count);
	if (m.failed) {
		fprintf(stderr, "network: %s: no schedule, or no memory\n", shape->name);
		return 1;
	}
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	double arcs = m.network.arc_count;
	print_row(shape, count, "ns a constraint and pass", taken / arcs / 2, "<= 25");
	print_row(shape, count, "ns a constraint, to order", from / arcs, "");
	print_row(shape, count, "MB", (double)usage.ru_maxrss * 1024 / 1e6, "<= 130");
	return 0; /* the process ends, and all memory with it */
}

int main(int argc, char **argv)
{
	unsigned long largest = argc > 1 ? strtoul(argv[1], NULL, 10) : LARGEST;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		for (uint32_t count = 1000; count <= largest && count <= LARGEST; count *= 10) {
			fflush(stdout);
			pid_t child = fork();
			if (child == 0) {
				int status = measure(&shapes[i], count);
				fflush(stdout);
				_exit(status);
			}
			int status;
			if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
				return 1;
		}
	return 0;
}
