#include "base/text.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "format/template.h"

#include <string.h>

static int run(struct cli *cli)
{
	const char *name = cli->operand_count ? cli->operands[0] : "plan.yaml";
	struct buf out = {0};
	plan_day today;
	int status = clock_today(cli, &today);
	if (status != CLI_FINE)
		return status;
	int year = plan_day_to_civil(today).year + 1;
	template_write(&out, year <= PLAN_YEAR_MAX ? year : PLAN_YEAR_MAX);
	if (!strcmp(name, "-") || cli->outputs.count)
		return output_finish(cli, &out, CLI_FINE);
	status = output_new_file(cli, name, &out);
	buf_free(&out);
	return status;
}

static const struct example examples[] = {
	{"init", N_("write plan.yaml in this folder")},
	{"init --lang da cykelpolitik.plan.yaml", N_("in Danish, under another name")},
	{0},
};

const struct command command_init = {
	.name = "init",
	.summary = N_("write a commented plan to start from"),
	.operands = N_("[FILE]"),
	.description =
		N_("Writes a short plan with comments to FILE, plan.yaml when none is given, in the language that "
		   "the program speaks. A file that is there already is never overwritten; - is standard output."),
	.examples = examples,
	.operands_max = 1,
	.completion = COMPLETE_FILE,
	.run = run,
};
