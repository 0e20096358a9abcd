#include "base/arena.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/document.h"
#include "format/status.h"

struct settings {
	bool all;
};

static const struct option_row options[] = {
	{"all", 'a', OPTION_FLAG, NULL, N_("list every step of a plan, however many there are"),
	 .offset = offsetof(struct settings, all)},
	{0},
};

/* What is asked of each plan beyond where it stands. */
static int report(struct portfolio *portfolio, struct status_plan *plans, struct agenda *agendas)
{
	const struct agenda_filter all = {.papers = true};
	for (size_t i = 0; i < portfolio->count; i++) {
		if (agenda_add(&agendas[i], &portfolio->outlooks[i], &all) != PLAN_OK)
			return cli_nomem();
		agenda_finish(&agendas[i], &all);
		plans[i] = (struct status_plan){&portfolio->outlooks[i], &portfolio->inputs[i].diags, &agendas[i]};
	}
	return CLI_FINE;
}

static void write_sheet(const struct cli *cli, const struct status_plan *plans, size_t count, struct buf *out)
{
	struct sheet sheet;
	status_sheet(&sheet, plans, count);
	if (cli_format_is(cli, "csv"))
		sheet_csv(&sheet, out);
	else
		sheet_markdown(&sheet, out);
	sheet_free(&sheet);
}

static int write_report(const struct cli *cli, const struct status_plan *plans, size_t count, plan_day today)
{
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	if (cli_format_is(cli, "json"))
		document_status(&out, plans, count, today);
	else if (!cli_format_is(cli, "text"))
		write_sheet(cli, plans, count, &out);
	else if (count == 1)
		status_screen(&screen, &plans[0], ((const struct settings *)cli->settings)->all);
	else
		status_lines(&screen, plans, count);
	return output_finish(cli, &out, CLI_FINE);
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	struct agenda *agendas = NULL;
	int status = portfolio_load(cli, true, &portfolio);
	if (status == CLI_FINE)
		status = portfolio_check(&portfolio);
	if (status != CLI_FINE)
		goto out;
	struct status_plan *plans = ARENA_ARRAY(cli->arena, portfolio.count, struct status_plan);
	agendas = ARENA_ARRAY(cli->arena, portfolio.count, struct agenda);
	if (!plans || !agendas) {
		status = cli_nomem();
		goto out;
	}
	status = report(&portfolio, plans, agendas);
	if (status == CLI_FINE)
		status = write_report(cli, plans, portfolio.count, portfolio.today);
out:
	for (size_t i = 0; agendas && i < portfolio.count; i++)
		agenda_free(&agendas[i]);
	portfolio_free(&portfolio);
	return status;
}

static const char *const formats[] = {"text", "json", "csv", "md", NULL};

static const struct example examples[] = {
	{"status", N_("where the process of the plan in this folder stands today")},
	{"status --today 2018-09-03 data/plans", N_("every plan in a folder, a line each, as of a day")},
	{0},
};

const struct command command_status = {
	.name = "status",
	.summary = N_("where the process stands today"),
	.operands = N_("[FILE...]"),
	.description =
		N_("Shows whether the approval makes its deadline, which steps are done, under way, overdue or to "
		   "come, track by track, the hearings, what the check finds, and what to do next. Several plans "
		   "get a line each. Of a plan of more than 40 steps, those that are long over or far away are "
		   "counted, unless --all is given."),
	.options = options,
	.settings_size = sizeof(struct settings),
	.formats = formats,
	.examples = examples,
	.operands_max = OPERANDS_ANY,
	.completion = COMPLETE_FILE,
	.reads_plan = true,
	.run = run,
};
