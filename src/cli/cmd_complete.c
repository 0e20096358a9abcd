#include "base/text.h"
#include "cli/commands.h"
#include "cli/finder.h"
#include "cli/input.h"
#include "cli/output.h"
#include "format/escape.h"
#include "format/list.h"
#include "format/usage.h"

#include <plan/plan.h>

#include <string.h>

/* "word<TAB>what it is". A word of a plan is an id, which holds nothing that a shell would expand. */
static void add_word(struct buf *out, const char *word, const char *text)
{
	buf_printf(out, "%s\t", word);
	escape_terminal(out, text, strlen(text));
	buf_char(out, '\n');
}

static void add_rules(struct buf *out)
{
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		add_word(out, plan_rule_name((enum plan_rule)rule), plan_rule_summary((enum plan_rule)rule));
}

static void add_commands(struct buf *out)
{
	for (size_t i = 0; commands[i]; i++)
		if (!commands[i]->hidden)
			add_word(out, commands[i]->name, _(commands[i]->summary));
}

static void add_kinds(struct buf *out)
{
	for (size_t i = 0; list_kinds[i]; i++)
		add_word(out, list_kinds[i]->name, "");
}

#define ADD_LIST(out, list)                                                                                  \
	do {                                                                                                     \
		for (size_t at_ = 0; at_ < (list).count; at_++)                                                      \
			add_word((out), (list).at[at_]->entry.id, (list).at[at_]->entry.title);                          \
	} while (0)

static void add_ids(struct buf *out, const struct plan *plan)
{
	ADD_LIST(out, plan->steps);
	ADD_LIST(out, plan->themes);
	ADD_LIST(out, plan->parties);
	ADD_LIST(out, plan->focus_areas);
	ADD_LIST(out, plan->bodies);
	ADD_LIST(out, plan->tracks);
	ADD_LIST(out, plan->groups);
	ADD_LIST(out, plan->questions);
	ADD_LIST(out, plan->remarks);
	ADD_LIST(out, plan->recesses);
}

static void add_of_plan(struct buf *out, const struct plan *plan, enum usage_value value)
{
	if (value == USAGE_BODY)
		ADD_LIST(out, plan->bodies);
	else if (value == USAGE_TRACK)
		ADD_LIST(out, plan->tracks);
	else
		add_ids(out, plan);
}

/* Plans that cannot be read have nothing to offer; whoever completes is not told why. */
static int add_of_plans(const struct cli *cli, struct buf *out, enum usage_value value)
{
	struct file_names files = {0};
	int status = finder_files(cli, false, &files);
	for (size_t i = 0; status == CLI_FINE && i < files.names.count; i++) {
		struct input input = {0};
		if (input_load(cli, files.names.at[i], &input) == PLAN_NOMEM)
			out->failed = true;
		else if (input.plan)
			add_of_plan(out, input.plan, value);
		input_free(&input);
	}
	finder_free(&files);
	return status;
}

static int add_words(const struct cli *cli, struct buf *out, enum usage_value value)
{
	switch (value) {
	case USAGE_RULE: add_rules(out); return CLI_FINE;
	case USAGE_COMMAND: add_commands(out); return CLI_FINE;
	case USAGE_KIND: add_kinds(out); return CLI_FINE;
	default: return add_of_plans(cli, out, value);
	}
}

static int run(struct cli *cli)
{
	struct buf out = {0};
	for (int value = USAGE_ID; value <= USAGE_TRACK; value++)
		if (!strcmp(cli->operands[0], usage_value_word((enum usage_value)value))) {
			int status = add_words(cli, &out, (enum usage_value)value);
			return output_finish(cli, &out, status);
		}
	return cli_usage(cli, _("there is nothing to complete that is called '%s'"), cli->operands[0]);
}

/* For the scripts that `plan completion` writes. */
const struct command command_complete = {
	.name = "complete",
	.summary = N_("the words that a shell may complete, with what they are"),
	.operands = "ids|kinds|rules|commands|bodies|tracks",
	.operands_min = 1,
	.operands_max = 1,
	.reads_plan = true,
	.hidden = true,
	.run = run,
};
