/*
 * The command line: from words to a struct cli.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/cli.h"

/*
 * Reads the command line into `cli` (all zero but for the terminals): the global options and the command
 * first, then the command's own options, in any order among its operands. `argv` is reordered. Returns
 * CLI_FINE, or another exit status after saying what is wrong; options_free is due either way.
 */
int options_read(struct cli *cli, int argc, char **argv);

/* Frees what options_read made. */
void options_free(struct cli *cli);

#endif
