/*
 * Long output on a terminal goes through a pager, as in git: PLAN_PAGER, PAGER, else less.
 */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include "base/buf.h"
#include "cli/cli.h"

/* Whether standard output is a terminal, and a pager allowed and named. */
bool pager_possible(const struct cli *cli);

/* Whether standard output is a terminal, the output longer than it, and a pager allowed and named. */
bool pager_wanted(const struct cli *cli, const struct buf *out);

/* Shows the output in the pager and waits until the user leaves it. False when it could not be started:
 * nothing has been shown then. */
bool pager_show(const struct buf *out);

#endif
