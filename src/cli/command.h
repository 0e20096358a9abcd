/*
 * What a command is: a row that says everything about it but what it does.
 *
 * The parser, `--help`, the manual's synopsis and the completions are all made from these rows. A new command
 * is one file cmd_NAME.c that exports one `const struct command`, and one row in commands.c.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct cli;

/* One value of an option that may be given several times. */
struct option_value {
	const char *text;
	int order; /* grows along the command line, over all options: which `-o` belongs to which `--format` */
};

/* The values of such an option, in order; lives as long as the struct cli. */
struct option_values {
	struct option_value *at;
	size_t count;
};

/* What an option's value is; the field that it is stored in has the type that stands beside it. */
enum option_type {
	OPTION_FLAG,   /* bool: given or not; takes no value */
	OPTION_TEXT,   /* const char *: the last one given */
	OPTION_LIST,   /* struct option_values */
	OPTION_NUMBER, /* int: 1 to 1,000,000 */
	OPTION_YEAR    /* int: a year of 1900-2199 */
};

/* What an option's or an operand's value names, for completion and did-you-mean. */
enum completion {
	COMPLETE_NOTHING,
	COMPLETE_FILE,
	COMPLETE_ID,
	COMPLETE_KIND,
	COMPLETE_RULE,
	COMPLETE_COMMAND,
	COMPLETE_BODY,
	COMPLETE_TRACK
};

/* One option. A table of them ends with a row whose name is NULL. */
struct option_row {
	const char *name; /* without dashes */
	char letter;      /* 0 for none */
	enum option_type type;
	const char *argument; /* N_("FILE"); NULL for flags */
	const char *help;     /* N_(…): one line, no full stop */
	size_t offset;        /* of the field, in the command's settings (the global options': in struct cli) */
	const char *const *choices; /* the words allowed, ending in NULL; NULL: any text */
	enum completion completion;
};

/* A command line, without "plan", and what it does. A table of them ends with a row whose line is NULL. */
struct example {
	const char *line;
	const char *text; /* N_(…) */
};

enum { OPERANDS_ANY = -1 };

struct command {
	const char *name;
	const char *summary;              /* N_(…): one line for the list of commands, no full stop */
	const char *operands;             /* "[FILE...]"; NULL for none */
	const char *description;          /* N_(…): one paragraph or more, separated by empty lines */
	const struct option_row *options; /* NULL for none */
	const char *const *formats; /* what --format takes, the default first; NULL: the command has no formats */
	const struct example *examples; /* NULL for none */
	size_t settings_size;           /* of the struct that the options are stored in; it starts all zero */
	int operands_min, operands_max; /* OPERANDS_ANY: no upper bound */
	enum completion completion;     /* of its operands */
	const char *const *words;       /* what its operands may be, ending in NULL; NULL: see `completion` */
	bool reads_plan;                /* whether -f, --stdin-filename mean anything to it */
	bool many_outputs;              /* --format and -o may be given several times */
	bool hidden;                    /* not listed in help */
	/* Does it; returns the exit status (cli.h). */
	int (*run)(struct cli *cli);
};

/* Every command, in the order of the help; ends with NULL. */
extern const struct command *const commands[];

/* The options that every command has; stored in struct cli. */
extern const struct option_row global_options[];

/* The command of a name, or NULL. */
const struct command *command_find(const char *name);

/* The name of the command that is most like a misspelt one, or NULL. */
const char *command_similar(const char *name);

#endif
