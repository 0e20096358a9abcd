/*
 * Help, made from the tables of command.h.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

/* Shows the help of a command, or of the program when it is NULL. Returns an exit status. */
int help_show(const struct cli *cli, const struct command *command);

/* Shows the version. Returns an exit status. */
int help_version(const struct cli *cli);

/* Whether an option that every command takes means something to this one; NULL: to the program. */
bool help_concerns(const struct command *command, const struct option_row *row);

#endif
