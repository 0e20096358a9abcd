/*
 * Finding the plan files that the user means.
 */
#ifndef CLI_FINDER_H
#define CLI_FINDER_H

#include "base/vec.h"
#include "cli/cli.h"

struct file_names {
	VEC(char *) names; /* owned; "-" is standard input */
};

/*
 * The files that a command is about: its operands where `operands` is true and there are any, else -f, else
 * PLAN_FILE, else the nearest plan.yaml or plan.yml upward from the current folder. A folder stands for every
 * *.plan.yaml, plan.yaml and plan.yml below it, sorted by name, hidden folders left out and links to folders
 * not followed. Returns CLI_FINE, or another exit status after saying what is wrong; finder_free is due
 * either way.
 */
int finder_files(const struct cli *cli, bool operands, struct file_names *files);

/* Frees the names. */
void finder_free(struct file_names *files);

#endif
