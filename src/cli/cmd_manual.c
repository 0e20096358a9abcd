#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/usage.h"
#include "format/manual.h"

#include <string.h>

static int run(struct cli *cli)
{
	struct buf out = {0};
	struct usage usage;
	if (!strcmp(cli->operands[0], "plan.yaml"))
		manual_file(&out);
	else if (strcmp(cli->operands[0], "plan") != 0)
		return cli_usage(cli, _("there is no manual page '%s', only plan and plan.yaml"), cli->operands[0]);
	else if (usage_make(cli, false, &usage))
		manual_program(&out, &usage);
	else
		return cli_nomem();
	return output_finish(cli, &out, CLI_FINE);
}

/* For `make regen`: the pages that are installed. */
const struct command command_manual = {
	.name = "manual",
	.summary = N_("the source of a manual page"),
	.operands = "plan|plan.yaml",
	.operands_min = 1,
	.operands_max = 1,
	.hidden = true,
	.run = run,
};
