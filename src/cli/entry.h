/*
 * The entry of a plan that an operand names.
 */
#ifndef CLI_ENTRY_H
#define CLI_ENTRY_H

#include "cli/cli.h"

#include <plan/model.h>

/*
 * Finds the entry with an id. Returns CLI_FINE; or CLI_FINDINGS after saying that there is none, with the
 * nearest one.
 */
int entry_find(const struct cli *cli, const struct plan *plan, const char *id,
			   const struct plan_entry **entry);

/* The same for a step: another kind of entry is told to be none. */
int entry_find_step(const struct cli *cli, const struct plan *plan, const char *id,
					const struct plan_step **step);

#endif
