/*
 * Runs commands of plan with every allocation failing in turn: only the nth ("once"), or all from the nth on
 * ("after"), for n = 1, 2, ... until a run needs no more.
 *
 *     oom [-s STEP | -d] [-p PART/PARTS] [-a NUMBER] FILE
 *
 * FILE holds command lines, see run.h. A run may end as the clean one did, with its output; or with status 3,
 * nothing on standard output and one more line on standard error than there was reason for without the
 * failure. It may not die, hang, leak, or say that all is well when it is not. -s tries every STEP-th
 * allocation only, which one it starts with differs by command. -d tries one for each chain of callers, and
 * counts what is taken from arenas and vectors, too. -p takes every PARTS-th command only, the PARTth first.
 * -a runs the first command of FILE with that allocation failing, as it is. Ends in 'N passed, N failed',
 * counting commands.
 *
 * A command runs once for all its allocations: before each one it forks, the fork goes on with the failure,
 * and the command waits until that has ended. So a failure costs a fork and the way out, not all that came
 * before it, and a sanitizer can watch each of them. Threads do not survive a fork, so a command is refused
 * them, which it can do without; with -d, one that wants them gets them, and starts anew for each failure.
 *
 * Built with a sanitizer, calls of the program and its archives are caught by the linker's --wrap, which
 * leaves the sanitizer's allocator in place. Built without, malloc itself is replaced, which sees the C
 * library's own calls, too.
 */
#include "base/arena.h"
#include "base/vec.h"
#include "run.h"

#include <errno.h>
#include <execinfo.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CALLS_MAX = 1 << 20, CALLERS_MAX = 48 };

/* --- the allocator that fails ------------------------------------------------------------------ */

/* Shared with the fork that runs the command, and by its threads. */
static struct fault {
	bool armed, after;
	long at; /* 0: never */
	atomic_long calls, failed;
	long left;            /* blocks not freed at the end */
	bool parts;           /* what is taken from arenas and vectors counts, too */
	bool listing;         /* write down each allocation's chain of callers */
	bool threads, wanted; /* may be made; were asked for */
	uint64_t chains[CALLS_MAX];
} * fault;

/* In the process that forks at each allocation: what to do there. True in the fork, which goes on with the
 * failure. */
static bool (*at_allocation)(long number);

/* A number for who called whom, up to here. */
static uint64_t chain_of_callers(void)
{
	void *callers[CALLERS_MAX];
	int count = backtrace(callers, CALLERS_MAX);
	uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a, by words */
	for (int i = 0; i < count; i++)
		hash = (hash ^ (uintptr_t)callers[i]) * UINT64_C(1099511628211);
	return hash;
}

static void __attribute__((noinline)) fails_now(void)
{
	fault->failed++;
	errno = ENOMEM;
}

static bool fails(void)
{
	if (!fault || !fault->armed)
		return false;
	long number = atomic_fetch_add(&fault->calls, 1) + 1;
	if (fault->listing && number <= CALLS_MAX)
		fault->chains[number - 1] = chain_of_callers();
	if (at_allocation && !at_allocation(number))
		return false;
	if (!fault->at || number < fault->at || (number > fault->at && !fault->after))
		return false;
	fails_now();
	return true;
}

#ifdef __SANITIZE_ADDRESS__

/* How many blocks the program has not freed. */
static atomic_long held;

/* The function, its type, its parameters, their names, the block it is given or NULL. */
#define WRAP(name, type, parameters, names, old)                                                             \
	type __real_##name parameters;                                                                           \
	type __wrap_##name parameters;                                                                           \
	type __wrap_##name parameters                                                                            \
	{                                                                                                        \
		type given = fails() ? NULL : __real_##name names;                                                   \
		held += given && !(old);                                                                             \
		return given;                                                                                        \
	}

WRAP(malloc, void *, (size_t size), (size), NULL)
WRAP(calloc, void *, (size_t count, size_t size), (count, size), NULL)
WRAP(realloc, void *, (void *old, size_t size), (old, size), old)
WRAP(reallocarray, void *, (void *old, size_t count, size_t size), (old, count, size), old)
WRAP(strdup, char *, (const char *text), (text), NULL)
WRAP(strndup, char *, (const char *text, size_t length), (text, length), NULL)
WRAP(realpath, char *, (const char *path, char *out), (path, out), out)
WRAP(fopen, FILE *, (const char *path, const char *mode), (path, mode), path)

int __real_vasprintf(char **out, const char *format, va_list args);
int __wrap_vasprintf(char **out, const char *format, va_list args);
int __wrap_vasprintf(char **out, const char *format, va_list args)
{
	int length = fails() ? -1 : __real_vasprintf(out, format, args);
	held += length >= 0;
	return length;
}

void __real_free(void *block);
void __wrap_free(void *block);
void __wrap_free(void *block)
{
	held -= block != NULL;
	__real_free(block);
}

#else

enum { held = 0 }; /* unknown: the C library keeps what it likes */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return size && fails() ? NULL : __libc_realloc(old, size);
}

#endif

/* What is taken from memory that was allocated before. */
#define WRAP_PART(type, name, parameters, names)                                                             \
	type __real_##name parameters;                                                                           \
	type __wrap_##name parameters;                                                                           \
	type __wrap_##name parameters                                                                            \
	{                                                                                                        \
		return fault->parts && fails() ? 0 : __real_##name names;                                            \
	}

WRAP_PART(void *, arena_alloc, (struct arena * arena, size_t size), (arena, size))
WRAP_PART(void *, arena_array, (struct arena * arena, size_t count, size_t size), (arena, count, size))
WRAP_PART(void *, arena_copy, (struct arena * arena, const void *bytes, size_t size), (arena, bytes, size))
WRAP_PART(char *, arena_text, (struct arena * arena, const char *text, size_t length), (arena, text, length))
WRAP_PART(bool, vec_reserve, (void **at, size_t *room, size_t wanted, size_t size), (at, room, wanted, size))

int __real_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*start)(void *), void *data);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*start)(void *), void *data);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*start)(void *), void *data)
{
	fault->wanted = true;
	return fault->threads ? __real_pthread_create(thread, how, start, data) : EAGAIN;
}

static void arm(bool begins)
{
	fault->armed = begins;
	fault->left = held;
}

/* Runs a command with the allocation `at` failing, 0 for none. */
static void run_failing(const struct command *command, long at, bool after, struct result *result)
{
	fault->at = at;
	fault->after = after;
	fault->calls = fault->failed = fault->left = 0;
	run(command, arm, result);
}

/* --- all runs of a command --------------------------------------------------------------------- */

/* Shared as well. */
static struct trial {
	const struct command *command;
	struct result clean, faulty;
	int complaints;
	long failures; /* runs in which an allocation failed, of all commands */
	long doubles;  /* of these, the ones that need not run, as they are like the one before */
} * trial;

static int report; /* where complaints are written */

/* What is wrong with how a run with a failed allocation ended; NULL when nothing is. */
static const char *judge(const struct result *clean, const struct result *faulty)
{
	if (faulty->status == SANITIZER_STATUS)
		return "a sanitizer speaks";
	if (faulty->status >= 128)
		return "it dies or hangs";
	if (fault->left)
		return "it does not free all that it has allocated";
	if (faulty->status == TROUBLE_STATUS && !text_same(&clean->error, &faulty->error)) {
		if (faulty->out.size)
			return "it fails with something on standard output";
		if (text_lines(&faulty->error) == 0)
			return "it fails without a word";
		return text_lines(&faulty->error) > text_lines(&clean->error) + 1 ? "it fails with more than one line"
																		  : NULL;
	}
	if (faulty->status != clean->status)
		return "it ends with a status that is neither the clean one nor 3";
	if (clean->status == USAGE_STATUS && text_lines(&faulty->error) == text_lines(&clean->error))
		return NULL; /* what is wrong with a command line is told without memory, too, but masked instead of
						escaped */
	return text_same(&clean->out, &faulty->out) && text_same(&clean->error, &faulty->error)
			   ? NULL
			   : "it says that all is well, with another output";
}

/* Which allocations fail: each step-th from the first on, or those chosen, in ascending order. */
struct choice {
	long first, step;
	const long *chosen;
	long chosen_count;
};

/* The nth of them, from 0. */
static long nth(const struct choice *choice, long n)
{
	if (!choice->chosen)
		return choice->first + n * choice->step;
	return n < choice->chosen_count ? choice->chosen[n] : LONG_MAX;
}

/* Notes the hash in a table that is never full; false when it was there. */
static bool is_new(uint64_t hash)
{
	static uint64_t *seen;
	static long count;
	if (!seen)
		seen = shared(2 * CALLS_MAX * sizeof *seen);
	size_t at = hash % (2 * CALLS_MAX);
	while (seen[at] && seen[at] != hash)
		at = (at + 1) % (2 * CALLS_MAX);
	if (seen[at] || count == CALLS_MAX)
		return false;
	seen[at] = hash;
	return ++count;
}

/* The allocations of the command with chains of callers that no command before had. */
static struct choice choose_new(const struct command *command)
{
	static long *chosen;
	if (!chosen)
		chosen = shared(CALLS_MAX * sizeof *chosen);
	fault->listing = true;
	run_failing(command, 0, false, &trial->faulty);
	fault->listing = false;
	struct choice choice = {.chosen = chosen};
	for (long i = 0; i < fault->calls && i < CALLS_MAX; i++)
		if (is_new(fault->chains[i]))
			chosen[choice.chosen_count++] = i + 1;
	return choice;
}

static void complain(const char *wrong)
{
	if (trial->complaints++ < 6)
		dprintf(report, "not ok: %s: allocation %ld%s: %s (status %d)\n%.3000s", trial->command->line,
				fault->at, fault->after ? " and later" : "", wrong, trial->faulty.status,
				trial->faulty.error.bytes);
}

/* After a run with a failure. */
static void note_end(void)
{
	trial->failures++;
	const char *wrong = judge(&trial->clean, &trial->faulty);
	if (wrong)
		complain(wrong);
}

/* --- one run with forks for all failures ------------------------------------------------------- */

/* What fails, [0] once and [1] with all after it, and how far they have come. */
static struct choice choices[2];
static long reached[2];

/* Whether the allocation is one of those to fail. */
static bool is_due(int way, long number)
{
	bool due = nth(&choices[way], reached[way]) == number;
	reached[way] += due;
	return due;
}

static bool fail_in_forks(long number)
{
	int error = errno;
	bool no_more = false; /* is asked for after the failure: "once" and "after" are the same run */
	fault->armed = false;
	for (int way = 0; way < 2; way++) {
		if (!is_due(way, number))
			continue;
		if (no_more) {
			trial->failures++;
			trial->doubles++;
			continue;
		}
		fault->at = number;
		fault->after = way;
		if (run_branch(&trial->faulty)) {
			at_allocation = NULL;
			fault->armed = true;
			return true;
		}
		note_end();
		no_more = fault->calls == number;
		fault->calls = number;
	}
	fault->at = 0;
	fault->armed = true;
	errno = error;
	return false;
}

static void arm_with_forks(bool begins)
{
	at_allocation = begins ? fail_in_forks : NULL;
	arm(begins);
}

/* The run itself must come out as the clean one did, or what failed in its forks was not what fails in a run.
 */
static void try_in_forks(long calls)
{
	reached[0] = reached[1] = 0;
	fault->at = fault->calls = fault->failed = fault->left = 0;
	run(trial->command, arm_with_forks, &trial->faulty);
	const struct result *clean = &trial->clean, *now = &trial->faulty;
	if (fault->calls != calls || clean->status != now->status || !text_same(&clean->out, &now->out) ||
		!text_same(&clean->error, &now->error))
		complain("the run that is forked from is another one than the clean one");
}

/* --- a run for each failure -------------------------------------------------------------------- */

/* For chosen allocations. With threads a run may have a few more or less than another: one that did not get
 * as far is no reason to stop. */
static void try_anew(bool after)
{
	const struct choice *choice = &choices[after];
	for (long n = 0; n < choice->chosen_count && trial->complaints < 6; n++) {
		run_failing(trial->command, choice->chosen[n], after, &trial->faulty);
		if (fault->failed || trial->faulty.status != trial->clean.status)
			note_end();
	}
}

/* --- commands ---------------------------------------------------------------------------------- */

static bool torture(const struct command *command, long number, long step, bool distinct)
{
	trial->command = command;
	trial->complaints = 0;
	fault->threads = distinct;
	fault->wanted = false;
	run_failing(command, 0, false, &trial->clean);
	long calls = fault->calls;
	if (trial->clean.status > TROUBLE_STATUS || !calls || fault->left) {
		dprintf(report, "not ok: %s: ends with status %d, %ld allocations, %ld not freed\n%s", command->line,
				trial->clean.status, calls, fault->left, trial->clean.error.bytes);
		return false;
	}
	choices[0] = (struct choice){.first = 1 + number % step, .step = step};
	choices[1] = (struct choice){.first = 1 + (number + step / 2) % step, .step = step};
	if (distinct)
		choices[0] = choices[1] = choose_new(command);
	if (distinct && fault->wanted) {
		try_anew(false);
		try_anew(true);
	} else {
		try_in_forks(calls);
	}
	return trial->complaints == 0;
}

int main(int argc, char **argv)
{
	long step = 1, part = 1, parts = 1, alone = 0;
	int option, passed = 0, failed = 0;
	bool distinct = false;
	while ((option = getopt(argc, argv, "s:p:a:d")) != -1) {
		if (option == 's')
			step = strtol(optarg, NULL, 10);
		else if (option == 'p')
			sscanf(optarg, "%ld/%ld", &part, &parts);
		else if (option == 'd')
			distinct = true;
		else if (option == 'a')
			alone = strtol(optarg, NULL, 10);
	}
	struct command *commands = shared(COMMANDS_MAX * sizeof *commands);
	bool sane = optind + 1 == argc && step > 0 && part > 0 && part <= parts;
	size_t count = sane ? commands_read(argv[optind], commands, COMMANDS_MAX) : 0;
	if (!count) {
		fputs("usage: oom [-s STEP | -d] [-p PART/PARTS] [-a NUMBER] FILE\n", stderr);
		return 2;
	}
	fault = shared(sizeof *fault);
	trial = shared(sizeof *trial);
	fault->parts = distinct;
	report = dup(1);
	void *caller;
	backtrace(&caller, 1); /* the first call allocates */
	if (!distinct)
		run_end =
			_exit; /* leaks are found by counting: quicker by far than what LeakSanitizer does at the exit */
	if (alone) {
		fault->at = alone;
		become(&commands[0], 1, 2, arm);
	}
	for (long number = part - 1; number < (long)count; number += parts)
		*(torture(&commands[number], number, step, distinct) ? &passed : &failed) += 1;
	if (distinct)
		printf("memory, one allocation for each chain of callers, with arenas: ");
	else if (step == 1)
		printf("memory, every allocation: ");
	else
		printf("memory, one allocation in %ld: ", step);
	printf("%ld failures in %d commands (after %ld nothing more was asked for)\n", trial->failures,
		   passed + failed, trial->doubles);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
