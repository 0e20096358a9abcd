/*
 * One run of the program: what the user asked for, and the only ways out of it.
 *
 * src/cli alone touches standard output, files, the clock and the environment. A command gets a struct cli,
 * makes its output as bytes in a struct buf, and returns what output_finish returns.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/command.h"
#include "cli/terminal.h"

#include <plan/date.h>

/* Exit statuses. */
enum {
	CLI_FINE = 0,
	CLI_FINDINGS =
		1, /* `check`: findings; other commands: the plan cannot be loaded, or holds no such thing */
	CLI_USAGE = 2,
	CLI_TROUBLE = 3 /* a file that cannot be read or written, or no memory */
};

struct cli {
	const struct command *command;
	void *settings; /* the command's, `settings_size` bytes */
	char **operands;
	int operand_count;

	/* The global options, see global_options. */
	struct option_values files, formats, outputs;
	const char *today, *lang, *color, *stdin_name;
	bool json, no_pager, help, version;

	const char *format;         /* the one chosen, one of the command's `formats`; NULL when it has none */
	struct terminal out, error; /* standard output and standard error */

	struct arena *arena; /* owns the settings and the lists of values */
	size_t word_count;   /* words of the command line */
	int order;           /* options read so far */
};

/* Writes "plan: MESSAGE" to standard error, escaped; the message is a whole line without full stop. */
void cli_error(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with where to find help; returns CLI_USAGE. */
int cli_usage(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Says that memory ran out, in a line that needs none; returns CLI_TROUBLE. */
int cli_nomem(void);

/* Whether the format chosen has this name. */
bool cli_format_is(const struct cli *cli, const char *name);

#endif
