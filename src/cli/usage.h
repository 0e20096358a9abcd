/*
 * The tables of the command line as the value that completions and the manual are made from.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include "cli/cli.h"
#include "format/usage.h"

/*
 * Makes the value from all commands that help lists; `translated`: in the user's language, else in English.
 * Everything is the arena's of `cli`, or static. False when memory ran out.
 */
bool usage_make(const struct cli *cli, bool translated, struct usage *usage);

#endif
