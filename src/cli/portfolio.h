/*
 * The plans that a command is about, loaded and seen as of today.
 */
#ifndef CLI_PORTFOLIO_H
#define CLI_PORTFOLIO_H

#include "cli/finder.h"
#include "cli/input.h"
#include "query/outlook.h"

struct portfolio {
	struct input *inputs;
	struct outlook *outlooks; /* one for each input */
	size_t count;
	plan_day today;
	struct file_names files;
};

/*
 * Finds (finder_files) and loads the plans. What is wrong with one goes to standard error. Returns CLI_FINE;
 * CLI_FINDINGS when a plan has errors; or another exit status. portfolio_free is due either way.
 */
int portfolio_load(const struct cli *cli, bool operands, struct portfolio *portfolio);

/* The same for a command that takes one plan: more than one is wrong usage. */
int portfolio_load_one(const struct cli *cli, bool operands, struct portfolio *portfolio);

/* Applies the rules to every plan; the findings are in the inputs, sorted. Returns CLI_FINE or CLI_TROUBLE.
 */
int portfolio_check(struct portfolio *portfolio);

/* Frees all of them. */
void portfolio_free(struct portfolio *portfolio);

#endif
