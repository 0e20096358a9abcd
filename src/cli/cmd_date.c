#include "base/similar.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "format/meaning.h"

#include <errno.h>
#include <stdlib.h>

struct settings {
	int year, holidays;
	const char *calendar, *workdays;
};

#define FIELD(name) offsetof(struct settings, name)

static const struct option_row options[] = {
	{"year", 0, OPTION_YEAR, N_("YEAR"), N_("the year of dates that are written without one"),
	 .offset = FIELD(year)},
	{"calendar", 0, OPTION_TEXT, N_("COUNTRY"),
	 N_("whose public holidays count: DK, NO, SE, FI, IS, NL, GB or none"), .offset = FIELD(calendar)},
	{"workdays", 0, OPTION_TEXT, N_("N"),
	 N_("the Nth working day after each date; before it when N is negative"), .offset = FIELD(workdays)},
	{"holidays", 0, OPTION_YEAR, N_("YEAR"), N_("list the public holidays of a year"),
	 .offset = FIELD(holidays)},
	{0},
};

static int check_calendar(const struct cli *cli, const char *code)
{
	if (!code || plan_country_is_known(code))
		return CLI_FINE;
	const char *similar = similar_word(code, plan_country_codes());
	if (similar)
		return cli_usage(cli, _("unknown calendar '%1$s'; did you mean '%2$s'?"), code, similar);
	return cli_usage(cli, _("unknown calendar '%s'; there are DK, NO, SE, FI, IS, NL, GB and none"), code);
}

/* What is wrong with an expression, on standard error; returns CLI_FINDINGS. */
static int say_error(const struct cli *cli, const char *text, const struct plan_expr_error *error)
{
	cli_error(cli, _("'%1$s': %2$s"), text, error->message);
	if (error->hint[0])
		cli_error(cli, _("help: %s"), error->hint);
	return CLI_FINDINGS;
}

static int write_holidays(const struct cli *cli, const struct settings *settings)
{
	struct plan_holiday holidays[PLAN_HOLIDAYS_MAX];
	struct buf out = {0};
	if (cli->operand_count || settings->workdays)
		return cli_usage(cli, _("--holidays stands alone"));
	if (!settings->calendar)
		return cli_usage(cli, _("whose holidays? Give --calendar"));
	size_t count = plan_country_holidays(settings->calendar, settings->holidays, holidays);
	if (cli_format_is(cli, "json"))
		holidays_json(&out, holidays, count);
	else
		holidays_text(&out, holidays, count);
	return output_finish(cli, &out, CLI_FINE);
}

/* Reads --workdays; false when it is no number of days that a calendar could hold. */
static bool read_number(const char *text, int32_t *number)
{
	char *end;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < -PLAN_LAG_MAX || value > PLAN_LAG_MAX)
		return false;
	*number = (int32_t)value;
	return true;
}

static int write_workdays(const struct cli *cli, const struct meaning *meanings, const char *number,
						  const struct plan_calendar *calendar)
{
	size_t count = (size_t)cli->operand_count;
	bool json = cli_format_is(cli, "json");
	int32_t workdays;
	if (!read_number(number, &workdays))
		return cli_usage(cli, _("--workdays takes a whole number of days, not '%s'"), number);
	struct counted_day *days = calloc(count, sizeof *days);
	if (!days)
		return cli_nomem();
	struct buf out = {0};
	int status = CLI_FINE;
	for (size_t i = 0; i < count; i++) {
		days[i] = count_workdays(&meanings[i], workdays, calendar);
		if (!days[i].found)
			status = json ? CLI_FINDINGS : say_error(cli, days[i].text, &days[i].error);
	}
	if (json)
		counted_days_json(&out, days, count);
	else
		counted_days_text(&out, days, count);
	free(days);
	return output_finish(cli, &out, status);
}

static int write_meanings(const struct cli *cli, const struct meaning *meanings)
{
	size_t count = (size_t)cli->operand_count;
	bool json = cli_format_is(cli, "json");
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	int status = CLI_FINE;
	for (size_t i = 0; i < count; i++)
		if (!meanings[i].understood)
			status = json ? CLI_FINDINGS : say_error(cli, meanings[i].text, &meanings[i].error);
	if (json)
		meanings_json(&out, meanings, count);
	else
		meanings_screen(&screen, meanings, count);
	return output_finish(cli, &out, status);
}

static int run(struct cli *cli)
{
	const struct settings *settings = cli->settings;
	int status = check_calendar(cli, settings->calendar);
	if (status != CLI_FINE)
		return status;
	if (settings->holidays)
		return write_holidays(cli, settings);
	if (!cli->operand_count)
		return cli_usage(cli, _("a date expression is missing"));

	struct plan_calendar *calendar = NULL;
	const struct plan_calendar_spec spec = {.country = settings->calendar, .weekend = PLAN_WEEKEND_DEFAULT};
	struct meaning *meanings = calloc((size_t)cli->operand_count, sizeof *meanings);
	status = CLI_TROUBLE;
	if (!meanings || plan_calendar_new(&spec, &calendar) != PLAN_OK) {
		cli_nomem();
		goto out;
	}
	for (int i = 0; i < cli->operand_count; i++)
		meanings[i] = meaning_of(cli->operands[i], settings->year, settings->calendar ? calendar : NULL);
	if (settings->workdays)
		status = write_workdays(cli, meanings, settings->workdays, calendar);
	else
		status = write_meanings(cli, meanings);
out:
	plan_calendar_free(calendar);
	free(meanings);
	return status;
}

static const char *const formats[] = {"text", "json", NULL};

static const struct example examples[] = {
	{"date 'ultimo januar 2019'", N_("the days that it can be")},
	{"date --year 2018 '14. august-19. september'", N_("a period without its year")},
	{"date --calendar DK --workdays 20 2018-12-13", N_("the 20th working day after a date")},
	{"date --calendar DK --holidays 2018", N_("the public holidays of a year")},
	{0},
};

const struct command command_date = {
	.name = "date",
	.summary = N_("what a date expression means"),
	.operands = N_("[EXPR...]"),
	.description = N_(
		"Tells which days a date expression stands for, so that nobody has to guess. Expressions are written "
		"as in the papers (13. august 2018, 2. uge i marts, ultimo januar, senest 1. maj), in Danish or "
		"English, or as ISO 8601 (2018-08-13, 2018-W33, 2018-08-14/2018-09-19).\n\n"
		"With --calendar it also says which days are working days. --workdays counts them from a day; "
		"--holidays lists the public holidays of a year. Without --calendar only Saturdays and Sundays are "
		"free."),
	.options = options,
	.formats = formats,
	.examples = examples,
	.settings_size = sizeof(struct settings),
	.operands_max = OPERANDS_ANY,
	.run = run,
};
