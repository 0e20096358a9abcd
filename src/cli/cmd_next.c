#include "base/similar.h"
#include "base/text.h"
#include "check/day.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "date/lag.h"
#include "format/agenda.h"
#include "format/document.h"

#include <string.h>

enum { SHOWN_DEFAULT = 10 };

struct settings {
	int most;
	bool all;
	const char *within, *body, *kind;
};

#define FIELD(name) offsetof(struct settings, name)

/* What --kind takes: a kind of step, or the phases that are hearings. */
static const struct {
	const char *name;
	unsigned kinds;
	bool hearings;
} kinds[] = {
	{"meeting", 1u << PLAN_KIND_MEETING, false},
	{"phase", 1u << PLAN_KIND_PHASE, false},
	{"hearing", 1u << PLAN_KIND_PHASE, true},
	{"document", 1u << PLAN_KIND_DOCUMENT, false},
};

static const char *const kind_choices[] = {"meeting", "phase", "hearing", "document", NULL};

static const struct option_row options[] = {
	{"number", 'n', OPTION_NUMBER, N_("N"), N_("show so many events; 10 when nothing else limits them"),
	 .offset = FIELD(most)},
	{"all", 'a', OPTION_FLAG, NULL, N_("show all events"), .offset = FIELD(all)},
	{"within", 0, OPTION_TEXT, N_("TIME"), N_("only what can come within this time: 10d, 6w, 3m, 15wd"),
	 .offset = FIELD(within)},
	{"body", 0, OPTION_TEXT, N_("ID"), N_("only what this body holds or writes"), .offset = FIELD(body),
	 .completion = COMPLETE_BODY},
	{"kind", 0, OPTION_TEXT, N_("KIND"), N_("only meetings, phases, hearings or documents"),
	 .offset = FIELD(kind), .choices = kind_choices},
	{0},
};

/* Working days are those of the first plan. */
static int read_within(const struct cli *cli, const char *text, const struct portfolio *portfolio,
					   struct agenda_filter *filter)
{
	struct plan_lag lag;
	struct plan_expr_error error;
	if (!lag_parse(text, strlen(text), &lag, &error))
		return cli_usage(cli, _("--within '%1$s': %2$s"), text, error.message);
	filter->bounded = true;
	filter->until = day_after(portfolio->inputs[0].plan->calendar, portfolio->today, lag);
	return CLI_FINE;
}

/* A body that no plan has is a slip of the pen, not an empty agenda. */
static int check_body(const struct cli *cli, const char *body, const struct portfolio *portfolio)
{
	struct similar similar;
	similar_begin(&similar, body, strlen(body));
	for (size_t i = 0; i < portfolio->count; i++)
		for (size_t k = 0; k < portfolio->inputs[i].plan->bodies.count; k++) {
			const char *id = portfolio->inputs[i].plan->bodies.at[k]->entry.id;
			if (!strcmp(id, body))
				return CLI_FINE;
			similar_offer(&similar, id, k);
		}
	if (similar.best)
		return cli_usage(cli, _("there is no body '%1$s'; did you mean '%2$s'?"), body, similar.best);
	return cli_usage(cli, _("there is no body '%s'"), body);
}

static int read_filter(const struct cli *cli, const struct portfolio *portfolio, struct agenda_filter *filter)
{
	const struct settings *settings = cli->settings;
	int status = CLI_FINE;
	*filter = (struct agenda_filter){.most = (size_t)settings->most, .body = settings->body};
	if (!settings->most && !settings->all && !settings->within)
		filter->most = SHOWN_DEFAULT;
	for (size_t i = 0; settings->kind && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].name, settings->kind)) {
			filter->kinds = kinds[i].kinds;
			filter->hearings = kinds[i].hearings;
		}
	if (settings->body)
		status = check_body(cli, settings->body, portfolio);
	if (status == CLI_FINE && settings->within)
		status = read_within(cli, settings->within, portfolio, filter);
	return status;
}

static void write_sheet(const struct cli *cli, const struct agenda *agenda, const struct portfolio *portfolio,
						struct buf *out)
{
	struct sheet sheet;
	agenda_sheet(&sheet, agenda, portfolio->today, portfolio->count > 1);
	if (cli_format_is(cli, "csv"))
		sheet_csv(&sheet, out);
	else
		sheet_markdown(&sheet, out);
	sheet_free(&sheet);
}

static int write_agenda(const struct cli *cli, const struct portfolio *portfolio, const struct agenda *agenda)
{
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	if (cli_format_is(cli, "json"))
		document_agenda(&out, agenda, portfolio->today);
	else if (!cli_format_is(cli, "text"))
		write_sheet(cli, agenda, portfolio, &out);
	else
		agenda_screen(&screen, agenda, portfolio->today, portfolio->count > 1);
	return output_finish(cli, &out, CLI_FINE);
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	struct agenda agenda = {0};
	struct agenda_filter filter;
	int status = portfolio_load(cli, true, &portfolio);
	if (status == CLI_FINE)
		status = read_filter(cli, &portfolio, &filter);
	for (size_t i = 0; i < portfolio.count && status == CLI_FINE; i++)
		if (agenda_add(&agenda, &portfolio.outlooks[i], &filter) != PLAN_OK)
			status = cli_nomem();
	if (status == CLI_FINE) {
		agenda_finish(&agenda, &filter);
		status = write_agenda(cli, &portfolio, &agenda);
	}
	agenda_free(&agenda);
	portfolio_free(&portfolio);
	return status;
}

static const char *const formats[] = {"text", "json", "csv", "md", NULL};

static const struct example examples[] = {
	{"next", N_("the next ten events, week by week")},
	{"next --within 6w --body biu", N_("what a committee has before it in the next six weeks")},
	{"next -a --kind hearing data/plans", N_("every hearing of several plans, merged by date")},
	{0},
};

const struct command command_next = {
	.name = "next",
	.summary = N_("what comes next: meetings, hearings, papers due"),
	.operands = N_("[FILE...]"),
	.description =
		N_("Lists what comes next in the order of time, grouped by week, with what must be ready: papers, "
		   "themes and speakers, who is heard. What is overdue stands first; what has no date yet, last."),
	.options = options,
	.formats = formats,
	.examples = examples,
	.settings_size = sizeof(struct settings),
	.operands_max = OPERANDS_ANY,
	.completion = COMPLETE_FILE,
	.reads_plan = true,
	.run = run,
};
