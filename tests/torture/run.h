/*
 * Runs commands of plan in forks, for the programs that let something fail in them.
 *
 * The program's own main is linked in as plan_main, so that a run costs little more than the command itself.
 */
#ifndef TORTURE_RUN_H
#define TORTURE_RUN_H

#include <stdbool.h>
#include <stddef.h>

enum {
	WORDS_MAX = 64,
	COMMANDS_MAX = 500,
	OUTPUT_MAX = 1 << 20,
	SANITIZER_STATUS = 99,
	USAGE_STATUS = 2,
	TROUBLE_STATUS = 3
};

/* A command line: words without quoting, `NAME=value` words before it, `<FILE` for its standard input. */
struct command {
	char line[4096];
	char words[4096]; /* `line`, cut up */
	char *variables[WORDS_MAX], *argv[WORDS_MAX];
	int variable_count, argc;
	const char *input; /* a path */
};

struct text {
	char bytes[OUTPUT_MAX];
	size_t size;
};

struct result {
	int status; /* exit status, or 128 + signal */
	struct text out, error;
};

/* Reads a file of command lines, `# comments` left out; returns how many, 0 when it cannot be read. */
size_t commands_read(const char *path, struct command *commands, size_t room);

/* A command of that line. */
void command_make(struct command *command, const char *line);

/* What a run ends with after main has returned: exit, unless it is set to _exit. */
extern void (*run_end)(int status);

/* In a fork: becomes the command, which writes to two descriptors. `arm` is called just before it begins and
 * after it has ended. */
void become(const struct command *command, int out, int error, void (*arm)(bool begins));

/* Runs a command to its end. */
void run(const struct command *command, void (*arm)(bool begins), struct result *result);

/* Within such a run: forks, lets the fork go on and waits for its end. True in the fork, whose output begins
 * with what was written so far; false in the run itself, where files stand as they stood before. For a
 * program without threads. */
bool run_branch(struct result *result);

/* Memory that forks share, all zero; not for a sanitizer to look through. Never NULL: ends the program
 * instead. */
void *shared(size_t size);

bool text_same(const struct text *a, const struct text *b);
size_t text_lines(const struct text *text);

#endif
