#include "base/text.h"
#include "cli/commands.h"
#include "cli/entry.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/show.h"

#include <string.h>

static int explain(struct show *show)
{
	const struct plan_step *step = plan_entry_step(show->entry);
	struct plan_timeline *timeline = show->outlook->timeline;
	if (!step)
		return CLI_FINE;
	if (plan_timeline_why(timeline, step, false, &show->earlier) != PLAN_OK ||
		plan_timeline_why(timeline, step, true, &show->later) != PLAN_OK)
		return cli_nomem();
	return CLI_FINE;
}

/* Whether no entry is asked for but the plan: by no id, or by its own where no entry has that one. */
static bool is_plan(const struct cli *cli, const struct plan *plan)
{
	const char *id = cli->operand_count ? cli->operands[0] : plan->id;
	return !cli->operand_count || (!strcmp(id, plan->id) && !plan_find(plan, id));
}

static int show_whole(const struct cli *cli, const struct portfolio *portfolio)
{
	struct show show = {.outlook = &portfolio->outlooks[0]};
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	show_plan(&screen, &show);
	return output_finish(cli, &out, CLI_FINE);
}

static int show_entry(const struct cli *cli, const struct portfolio *portfolio)
{
	struct show show = {.outlook = &portfolio->outlooks[0]};
	struct references references = {0};
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	int status = entry_find(cli, show.outlook->plan, cli->operands[0], &show.entry);
	if (status != CLI_FINE)
		return status;
	if (references_find(&references, show.outlook->plan, show.entry) != PLAN_OK)
		status = cli_nomem();
	show.references = &references;
	if (status == CLI_FINE)
		status = explain(&show);
	if (status == CLI_FINE) {
		show_screen(&screen, &show);
		status = output_finish(cli, &out, CLI_FINE);
	}
	references_free(&references);
	return status;
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	int status = portfolio_load_one(cli, false, &portfolio);
	if (status == CLI_FINE)
		status = is_plan(cli, portfolio.outlooks[0].plan) ? show_whole(cli, &portfolio)
														  : show_entry(cli, &portfolio);
	portfolio_free(&portfolio);
	return status;
}

static const struct example examples[] = {
	{"show hearing", N_("a hearing: its dates, who is heard, what waits for it")},
	{"show biu", N_("a body: what it holds, writes and is responsible for")},
	{"show", N_("the plan: what it replaces, its principles, calendar and house rules")},
	{0},
};

const struct command command_show = {
	.name = "show",
	.summary = N_("one thing: its dates, what it waits for, what refers to it"),
	.operands = "[ID]",
	.description =
		N_("Shows anything in the plan that has an id; without one, the plan itself: what it replaces, its "
		   "principles, calendar and house rules. Of a step it tells the dates as written and what they "
		   "come to, how late it could be, what it waits for, what waits for it, and why it cannot be "
		   "earlier or later."),
	.examples = examples,
	.operands_max = 1,
	.completion = COMPLETE_ID,
	.reads_plan = true,
	.run = run,
};
