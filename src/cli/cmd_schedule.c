#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/document.h"
#include "format/schedule.h"

static void write_schedule(const struct cli *cli, const struct outlook *outlook, struct buf *out)
{
	struct screen screen = output_screen(cli, out);
	struct sheet sheet;
	if (cli_format_is(cli, "json")) {
		document_schedule(out, outlook);
		return;
	}
	schedule_sheet(&sheet, outlook, cli_format_is(cli, "text"));
	if (cli_format_is(cli, "csv"))
		sheet_csv(&sheet, out);
	else if (cli_format_is(cli, "md"))
		sheet_markdown(&sheet, out);
	else
		schedule_screen(&screen, outlook, &sheet);
	sheet_free(&sheet);
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	struct buf out = {0};
	int status = portfolio_load_one(cli, true, &portfolio);
	if (status == CLI_FINE) {
		write_schedule(cli, &portfolio.outlooks[0], &out);
		status = output_finish(cli, &out, CLI_FINE);
	}
	portfolio_free(&portfolio);
	return status;
}

static const char *const formats[] = {"text", "json", "csv", "md", NULL};

static const struct example examples[] = {
	{"schedule", N_("every step with the days that are left for it")},
	{"schedule --json", N_("the same for programs")},
	{"schedule --format csv -o schedule.csv", N_("for a spreadsheet")},
	{0},
};

const struct command command_schedule = {
	.name = "schedule",
	.summary = N_("every step with its window, latest day and slack; the critical chain"),
	.operands = N_("[FILE]"),
	.description =
		N_("Shows for every step the days that the whole plan leaves for it, the latest day that still keeps "
		   "every deadline, and the slack between the two; then the chain of dates and orders that the "
		   "approval's earliest day hangs on."),
	.formats = formats,
	.examples = examples,
	.operands_max = 1,
	.completion = COMPLETE_FILE,
	.reads_plan = true,
	.run = run,
};
