/*
 * Runs commands of plan with every allocation failing in turn: only the nth ("once"), or all from the nth on
 * ("after"), for n = 1, 2, ... until a run needs no more.
 *
 *     oom [-s STEP | -d] FILE  FILE: a command line without quoting each line, `NAME=value` words before it,
 * # comments
 *
 * A run may end as the clean one did, with its output; or with status 3, nothing on
 * standard output and one more line on standard error than there was reason for without the failure. It may
 * not die, hang, leak, or say that all is well when it is not. -s tries every STEP-th allocation only, which
 * one it starts with differs by command. Ends in 'N passed, N failed', counting commands.
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
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { CALLS_MAX = 1 << 20, CALLERS_MAX = 48 };

/* --- the allocator that fails ----------------------------------------------------------------------------
 */

/* Shared with the fork that runs the command. */
static struct fault {
	bool armed, after;
	long at; /* 0: never */
	long calls, failed;
	bool parts;   /* what is taken from arenas and vectors counts, too */
	bool listing; /* write down each allocation's chain of callers */
	uint64_t chains[CALLS_MAX];
} * fault;

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
	if (fault->listing && fault->calls < CALLS_MAX)
		fault->chains[fault->calls] = chain_of_callers();
	fault->calls++;
	if (!fault->at || fault->calls < fault->at || (fault->calls > fault->at && !fault->after))
		return false;
	fails_now();
	return true;
}

#ifdef __SANITIZE_ADDRESS__

/* The function, its type, the parameters, their names, and when it cannot fail. */
#define WRAP(name, type, failure, parameters, names)                                                         \
	type __real_##name parameters;                                                                           \
	type __wrap_##name parameters;                                                                           \
	type __wrap_##name parameters                                                                            \
	{                                                                                                        \
		return fails() ? (failure) : __real_##name names;                                                    \
	}

WRAP(malloc, void *, NULL, (size_t size), (size))
WRAP(calloc, void *, NULL, (size_t count, size_t size), (count, size))
WRAP(realloc, void *, NULL, (void *old, size_t size), (old, size))
WRAP(reallocarray, void *, NULL, (void *old, size_t count, size_t size), (old, count, size))
WRAP(strdup, char *, NULL, (const char *text), (text))
WRAP(strndup, char *, NULL, (const char *text, size_t length), (text, length))
WRAP(vasprintf, int, -1, (char **out, const char *format, va_list args), (out, format, args))
WRAP(fopen, FILE *, NULL, (const char *path, const char *mode), (path, mode))
WRAP(realpath, char *, NULL, (const char *path, char *out), (path, out))

#else

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

static void arm(bool begins)
{
	fault->armed = begins;
}

/* Runs a command with the allocation `at` failing, 0 for none. */
static void run_failing(const struct command *command, long at, bool after, struct result *result)
{
	fault->at = at;
	fault->after = after;
	fault->calls = fault->failed = 0;
	run(command, arm, result);
}

/* --- all runs of a command ---------------------------------------------------------------------------------
 */

static long failures; /* runs in which an allocation failed */

/* What is wrong with how a run with a failed allocation ended; NULL when nothing is. */
static const char *judge(const struct result *clean, const struct result *faulty)
{
	if (faulty->status == SANITIZER_STATUS)
		return "a sanitizer speaks";
	if (faulty->status >= 128)
		return "it dies or hangs";
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

/* Which allocations fail: each step-th from the first on, or those chosen. */
struct choice {
	long first, step;
	const long *chosen;
	long chosen_count;
};

static long nth(const struct choice *choice, long n)
{
	if (!choice->chosen)
		return choice->first + n * choice->step;
	return n < choice->chosen_count ? choice->chosen[n] : LONG_MAX;
}

/* Notes the hash in a table that is never full; false when it was there. */
static bool is_new(uint64_t hash)
{
	static uint64_t seen[2 * CALLS_MAX];
	static long count;
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
	static struct result result;
	static long chosen[CALLS_MAX];
	fault->listing = true;
	run_failing(command, 0, false, &result);
	fault->listing = false;
	struct choice choice = {.chosen = chosen};
	for (long i = 0; i < fault->calls && i < CALLS_MAX; i++)
		if (is_new(fault->chains[i]))
			chosen[choice.chosen_count++] = i + 1;
	return choice;
}

static bool torture(const struct command *command, bool after, const struct choice *choice)
{
	static struct result clean, faulty;
	run_failing(command, 0, false, &clean);
	if (clean.status > TROUBLE_STATUS || !fault->calls) {
		printf("not ok: %s: ends with status %d, %ld allocations\n%s", command->line, clean.status,
			   fault->calls, clean.error.bytes);
		return false;
	}
	for (long n = 0, complaints = 0;; n++) {
		long at = nth(choice, n);
		run_failing(command, at, after, &faulty);
		if (!fault->failed && faulty.status == clean.status)
			return complaints == 0;
		failures++;
		const char *wrong = judge(&clean, &faulty);
		if (!wrong)
			continue;
		printf("not ok: %s: allocation %ld%s: %s (status %d)\n%.3000s", command->line, at,
			   after ? " and later" : "", wrong, faulty.status, faulty.error.bytes);
		if (++complaints == 3)
			return false;
	}
}

int main(int argc, char **argv)
{
	long step = 1, alone = 0;
	int option, passed = 0, failed = 0;
	bool distinct = false;
	while ((option = getopt(argc, argv, "s:a:d")) != -1) {
		if (option == 's')
			step = strtol(optarg, NULL, 10);
		else if (option == 'd')
			distinct = true;
		else if (option == 'a')
			alone = strtol(optarg, NULL, 10);
	}
	static struct command commands[COMMANDS_MAX];
	size_t count = optind + 1 == argc && step > 0 ? commands_read(argv[optind], commands, COMMANDS_MAX) : 0;
	if (!count) {
		fputs("usage: oom [-s STEP | -d] [-a NUMBER] FILE\n", stderr);
		return 2;
	}
	fault = mmap(NULL, sizeof *fault, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (fault == MAP_FAILED)
		return 2;
	fault->parts = distinct;
	void *caller;
	backtrace(&caller, 1); /* the first call allocates */
	if (alone) {
		fault->at = alone;
		become(&commands[0], 1, 2, arm);
	}
	for (long number = 0; number < (long)count; number++) {
		struct choice once = {.first = 1 + number % step, .step = step};
		struct choice after = {.first = 1 + (number + step / 2) % step, .step = step};
		if (distinct)
			once = after = choose_new(&commands[number]);
		bool ok = torture(&commands[number], false, &once);
		ok = torture(&commands[number], true, &after) && ok;
		*(ok ? &passed : &failed) += 1;
	}
	printf("memory: %ld failures in %zu commands\n", failures, count);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
