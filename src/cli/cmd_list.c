#include "base/similar.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/document.h"
#include "format/list.h"

#include <string.h>

static int find_kind(const struct cli *cli, const char *name, const struct list_kind **kind)
{
	struct similar similar;
	*kind = list_kind_find(name);
	if (*kind)
		return CLI_FINE;
	similar_begin(&similar, name, strlen(name));
	for (size_t i = 0; list_kinds[i]; i++)
		similar_offer(&similar, list_kinds[i]->name, i);
	if (similar.best)
		return cli_usage(cli, _("there is no list '%1$s'; did you mean '%2$s'?"), name, similar.best);
	return cli_usage(cli, _("there is no list '%s'"), name);
}

static void write_list(const struct cli *cli, const struct outlook *outlook, const struct list_kind *kind,
					   const struct sheet *sheet, struct buf *out)
{
	struct screen screen = output_screen(cli, out);
	if (cli_format_is(cli, "json"))
		document_list(out, outlook, kind->name, sheet);
	else if (cli_format_is(cli, "csv"))
		sheet_csv(sheet, out);
	else if (cli_format_is(cli, "md"))
		sheet_markdown(sheet, out);
	else if (sheet->cells.count)
		sheet_screen(sheet, &screen, true);
	else
		screen_put(&screen, STYLE_PLAIN, _("The plan has none.")), screen_end(&screen);
	out->failed |= sheet->failed;
}

static int run(struct cli *cli)
{
	struct portfolio portfolio = {0};
	const struct list_kind *kind;
	struct buf out = {0};
	struct sheet sheet;
	int status = find_kind(cli, cli->operands[0], &kind);
	if (status == CLI_FINE)
		status = portfolio_load_one(cli, false, &portfolio);
	if (status == CLI_FINE) {
		sheet_begin(&sheet, kind->columns, kind->column_count);
		kind->add(&sheet, &portfolio.outlooks[0]);
		write_list(cli, &portfolio.outlooks[0], kind, &sheet, &out);
		sheet_free(&sheet);
		status = output_finish(cli, &out, CLI_FINE);
	}
	portfolio_free(&portfolio);
	return status;
}

static const char *const formats[] = {"text", "json", "csv", "md", NULL};

static const struct example examples[] = {
	{"list meetings", N_("all meetings in the order of time")},
	{"list focus-areas", N_("the focus areas as a tree")},
	{"list steps --format csv -o steps.csv", N_("every step for a spreadsheet")},
	{0},
};

const struct command command_list = {
	.name = "list",
	.summary = N_("all entries of a kind: steps, meetings, hearings, themes, parties ..."),
	.operands = N_("KIND"),
	.description =
		N_("Lists all entries of a kind: steps, phases, hearings, meetings, documents, themes, parties, "
		   "focus-areas, bodies, tracks, groups, questions, remarks, principles or recesses. Steps stand in "
		   "the order of time, all else as in the file."),
	.formats = formats,
	.examples = examples,
	.operands_min = 1,
	.operands_max = 1,
	.completion = COMPLETE_KIND,
	.reads_plan = true,
	.run = run,
};
