#include "base/text.h"
#include "cli/commands.h"
#include "cli/entry.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/document.h"
#include "format/schedule.h"

static int explain(const struct cli *cli, const struct outlook *outlook)
{
	const struct plan_step *step;
	struct plan_chain earlier = {0}, later = {0};
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	int status = entry_find_step(cli, outlook->plan, cli->operands[0], &step);
	if (status != CLI_FINE)
		return status;
	if (plan_timeline_why(outlook->timeline, step, false, &earlier) != PLAN_OK ||
		plan_timeline_why(outlook->timeline, step, true, &later) != PLAN_OK)
		return cli_nomem();
	if (cli_format_is(cli, "json"))
		document_why(&out, outlook, step, &earlier, &later);
	else
		why_screen(&screen, outlook, step, &earlier, &later);
	return output_finish(cli, &out, CLI_FINE);
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	int status = portfolio_load_one(cli, false, &portfolio);
	if (status == CLI_FINE)
		status = explain(cli, &portfolio.outlooks[0]);
	portfolio_free(&portfolio);
	return status;
}

static const char *const formats[] = {"text", "json", NULL};

static const struct example examples[] = {
	{"why approval", N_("the dates and orders that the approval's first and last possible day hang on")},
	{0},
};

const struct command command_why = {
	.name = "why",
	.summary = N_("why a step cannot be earlier, and not later"),
	.operands = "ID",
	.description =
		N_("Shows the chain of dates, orders, durations and calendars that keeps a step from being earlier, "
		   "and the one that keeps it from being later, each with its line of the file and the day it "
		   "leads to."),
	.formats = formats,
	.examples = examples,
	.operands_min = 1,
	.operands_max = 1,
	.completion = COMPLETE_ID,
	.reads_plan = true,
	.run = run,
};
