#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "format/schema.h"

static int run(struct cli *cli)
{
	struct buf out = {0};
	schema_write(&out);
	return output_finish(cli, &out, CLI_FINE);
}

static const struct example examples[] = {
	{"schema -o plan.schema.json", N_("for an editor that completes and checks as one writes")},
	{0},
};

const struct command command_schema = {
	.name = "schema",
	.summary = N_("the JSON Schema of the plan file, for editors"),
	.description =
		N_("Writes the JSON Schema (draft 2020-12) of the plan file. An editor with the YAML language server "
		   "completes keys, shows what they mean and marks mistakes when a plan begins with the line\n\n"
		   "# yaml-language-server: $schema=plan.schema.json"),
	.examples = examples,
	.run = run,
};
