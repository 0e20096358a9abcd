/*
 * The command line as a value: what completions and the manual are made from.
 *
 * cli makes it from the tables that it parses with, in the user's language; a writer only reads it.
 */
#ifndef FORMAT_USAGE_H
#define FORMAT_USAGE_H

#include "base/buf.h"

#include <stddef.h>

/* What the value of an option, or an operand, names. */
enum usage_value {
	USAGE_NOTHING,
	USAGE_FILE,
	USAGE_ID, /* from here on: words that `plan complete WORD` knows, see usage_value_word */
	USAGE_KIND,
	USAGE_RULE,
	USAGE_COMMAND,
	USAGE_BODY,
	USAGE_TRACK
};

struct usage_option {
	const char *name;           /* without dashes */
	char letter;                /* 0 for none */
	const char *argument;       /* "FILE"; NULL for a flag */
	const char *help;           /* one line without full stop */
	const char *const *choices; /* the words that the argument may be, ending in NULL; NULL: any */
	enum usage_value value;     /* of the argument */
};

struct usage_example {
	const char *line; /* without "plan" */
	const char *text;
};

struct usage_command {
	const char *name, *summary;
	const char *operands;     /* "[FILE...]"; NULL for none */
	const char *description;  /* paragraphs separated by empty lines; NULL for none */
	const char *const *words; /* the words that an operand may be, ending in NULL; NULL: see `value` */
	enum usage_value value;   /* of the operands */
	const struct usage_option *options; /* its own first, then those that other commands share */
	size_t option_count, own_count;
	const struct usage_example *examples;
	size_t example_count;
};

struct usage {
	const struct usage_command *commands; /* those that help lists, in its order */
	size_t command_count;
	const struct usage_option *options; /* those that may stand before the command */
	size_t option_count;
};

/* The word that `plan complete` takes for a kind of value: "ids"; NULL for nothing and files. */
const char *usage_value_word(enum usage_value value);

/* Whether an option takes a value. */
bool usage_takes_value(const struct usage_option *option);

/*
 * Calls `visit` for each option of the program and its commands that takes a value, each spelling once
 * (options of different commands may share a name).
 */
void usage_each_valued(const struct usage *usage,
					   void (*visit)(void *data, const struct usage_option *option), void *data);

/* Add the completion script for a shell. */
void completion_bash(struct buf *out, const struct usage *usage);
void completion_zsh(struct buf *out, const struct usage *usage);
void completion_fish(struct buf *out, const struct usage *usage);

#endif
