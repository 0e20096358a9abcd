#include "cli/clock.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

int clock_parse(const struct cli *cli, const char *where, const char *text, plan_day *day)
{
	struct plan_expr_context context = {.year_hint = _("add the year with four digits")};
	struct plan_expr expr;
	struct plan_expr_error error;
	if (!plan_expr_parse(text, strlen(text), &context, &expr, &error)) {
		if (*error.hint)
			return cli_usage(cli, _("%1$s '%2$s': %3$s (%4$s)"), where, text, error.message, error.hint);
		return cli_usage(cli, _("%1$s '%2$s': %3$s"), where, text, error.message);
	}
	if (expr.kind != PLAN_DATE_WINDOW || !plan_window_is_day(expr.start))
		return cli_usage(cli, _("%1$s '%2$s' is not one known day, such as 2018-09-03"), where, text);
	*day = expr.start.earliest;
	return CLI_FINE;
}

int clock_today(const struct cli *cli, plan_day *today)
{
	if (cli->today)
		return clock_parse(cli, "--today", cli->today, today);
	const char *given = getenv("PLAN_TODAY");
	if (given && *given)
		return clock_parse(cli, "PLAN_TODAY", given, today);
	time_t now = time(NULL);
	struct tm local = {0}; /* which is no day, for a clock that not even a year has */
	localtime_r(&now, &local);
	struct plan_civil civil = {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
	if (!plan_civil_is_valid(civil))
		return cli_usage(cli, _("the clock is not within 1900-2199: give the day with --today"));
	*today = plan_day_from_civil(civil);
	return CLI_FINE;
}
