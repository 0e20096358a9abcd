#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/usage.h"

#include "base/similar.h"

#include <string.h>

static const char *const shells[] = {"bash", "zsh", "fish", NULL};

static void (*const writers[])(struct buf *, const struct usage *) = {
	completion_bash,
	completion_zsh,
	completion_fish,
};

static int unknown_shell(const struct cli *cli, const char *word)
{
	const char *near = similar_word(word, shells);
	if (near)
		return cli_usage(cli, _("unknown shell '%1$s'; did you mean '%2$s'?"), word, near);
	return cli_usage(cli, _("unknown shell '%s'; there are bash, zsh and fish"), word);
}

static int run(struct cli *cli)
{
	size_t shell = 0;
	while (shells[shell] && strcmp(shells[shell], cli->operands[0]) != 0)
		shell++;
	if (!shells[shell])
		return unknown_shell(cli, cli->operands[0]);
	struct usage usage;
	if (!usage_make(cli, true, &usage))
		return cli_nomem();
	struct buf out = {0};
	writers[shell](&out, &usage);
	return output_finish(cli, &out, CLI_FINE);
}

static const struct example examples[] = {
	{"completion bash >~/.local/share/bash-completion/completions/plan", N_("complete in bash from now on")},
	{0},
};

const struct command command_completion = {
	.name = "completion",
	.summary = N_("a script that completes commands, options and ids in a shell"),
	.operands = "bash|zsh|fish",
	.description = N_("Completes commands, options, the words that they take, rules, and the ids of the plan "
					  "at hand. The script goes where the shell looks for completions: for bash "
					  "~/.local/share/bash-completion/completions/plan, for zsh a file _plan in a folder of "
					  "$fpath, for fish ~/.config/fish/completions/plan.fish."),
	.examples = examples,
	.operands_min = 1,
	.operands_max = 1,
	.words = shells,
	.run = run,
};
