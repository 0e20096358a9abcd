#include "base/similar.h"
#include "base/text.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/portfolio.h"
#include "format/chart.h"

#include <string.h>

struct settings {
	const char *from, *to, *by, *track;
	bool documents;
};

#define FIELD(name) offsetof(struct settings, name)

static const char *const scale_choices[] = {"week", "month", NULL};

static const struct option_row options[] = {
	{"from", 0, OPTION_TEXT, N_("DATE"), N_("draw from the first day of this on"), .offset = FIELD(from)},
	{"to", 0, OPTION_TEXT, N_("DATE"), N_("draw up to the last day of this"), .offset = FIELD(to)},
	{"by", 0, OPTION_TEXT, N_("SCALE"), N_("week: room for the number of each week; month: months only"),
	 .offset = FIELD(by), .choices = scale_choices},
	{"track", 0, OPTION_TEXT, N_("ID"), N_("draw only this track"), .offset = FIELD(track),
	 .completion = COMPLETE_TRACK},
	{"documents", 0, OPTION_FLAG, NULL, N_("draw documents, too"), .offset = FIELD(documents)},
	{0},
};

/* A track that the plan does not have is a slip of the pen, not an empty chart. */
static int check_track(const struct cli *cli, const char *track, const struct plan *plan)
{
	struct similar similar;
	similar_begin(&similar, track, strlen(track));
	for (size_t i = 0; i < plan->tracks.count; i++) {
		if (!strcmp(plan->tracks.at[i]->entry.id, track))
			return CLI_FINE;
		similar_offer(&similar, plan->tracks.at[i]->entry.id, i);
	}
	if (similar.best)
		return cli_usage(cli, _("there is no track '%1$s'; did you mean '%2$s'?"), track, similar.best);
	return cli_usage(cli, _("there is no track '%s'"), track);
}

/* One end of what is drawn: the first day of an expression, or its last. */
static int read_end(const struct cli *cli, const char *option, const char *text, const struct plan *plan,
					bool last, plan_day *day)
{
	struct plan_expr_context context = {.year = plan->year};
	struct plan_expr_error error;
	struct plan_expr expr;
	if (!plan_expr_parse(text, strlen(text), &context, &expr, &error))
		return cli_usage(cli, _("%1$s '%2$s': %3$s"), option, text, error.message);
	*day = last ? expr.end.latest : expr.start.earliest;
	if (*day == PLAN_DAY_OPEN_START || *day == PLAN_DAY_OPEN_END)
		return cli_usage(cli, _("%1$s '%2$s' is open at that end; give a day, a week or a month"), option,
						 text);
	return CLI_FINE;
}

static int read_options(const struct cli *cli, const struct plan *plan, struct chart_options *chart)
{
	const struct settings *settings = cli->settings;
	int status = CLI_FINE;
	*chart = (struct chart_options){.has_from = settings->from, .has_to = settings->to};
	if (settings->by)
		chart->scale = strcmp(settings->by, "week") ? CHART_MONTHS : CHART_WEEKS;
	if (settings->track)
		status = check_track(cli, settings->track, plan);
	if (status == CLI_FINE && settings->from)
		status = read_end(cli, "--from", settings->from, plan, false, &chart->from);
	if (status == CLI_FINE && settings->to)
		status = read_end(cli, "--to", settings->to, plan, true, &chart->to);
	if (status == CLI_FINE && settings->from && settings->to && chart->from > chart->to)
		status = cli_usage(cli, _("--from '%1$s' is after --to '%2$s'"), settings->from, settings->to);
	return status;
}

static int draw(const struct cli *cli, const struct outlook *outlook, const struct chart_options *chart)
{
	const struct settings *settings = cli->settings;
	const struct lane_filter filter = {settings->track, settings->documents};
	struct lanes lanes;
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	enum plan_status status = lanes_make(&lanes, outlook, &filter);
	if (status == PLAN_OK)
		status = chart_draw(&screen, outlook, &lanes, chart);
	lanes_free(&lanes);
	if (status == PLAN_OK)
		return output_finish(cli, &out, CLI_FINE);
	buf_free(&out);
	return cli_nomem();
}

static int run(struct cli *cli)
{
	struct portfolio portfolio;
	struct chart_options chart;
	int status = portfolio_load_one(cli, true, &portfolio);
	if (status == CLI_FINE)
		status = read_options(cli, portfolio.inputs[0].plan, &chart);
	if (status == CLI_FINE)
		status = draw(cli, &portfolio.outlooks[0], &chart);
	portfolio_free(&portfolio);
	return status;
}

static const struct example examples[] = {
	{"timeline", N_("the whole plan over the width of the terminal")},
	{"timeline --by week --from august --to oktober", N_("week by week, a part of the plan")},
	{"timeline --track politik", N_("one track")},
	{0},
};

const struct command command_timeline = {
	.name = "timeline",
	.summary = N_("the plan drawn in the terminal"),
	.operands = N_("[FILE]"),
	.description = N_(
		"Draws phases, hearings and meetings over an axis of months and ISO weeks, track by track. What is "
		"lighter is not known to the day; dots are the room that is left. Recesses and holidays are "
		"shaded; lines mark today and the deadline, and a star what ties the approval to its earliest day."),
	.options = options,
	.examples = examples,
	.settings_size = sizeof(struct settings),
	.operands_max = 1,
	.completion = COMPLETE_FILE,
	.reads_plan = true,
	.run = run,
};
