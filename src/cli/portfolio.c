#include "cli/portfolio.h"

#include "base/text.h"
#include "cli/clock.h"
#include "cli/descriptor.h"
#include "cli/output.h"
#include "cli/sandbox.h"
#include "format/findings.h"

#include <stdlib.h>
#include <unistd.h>

enum { NO_MEMORY = -1 };

/* Tells on standard error what is wrong with a plan that did not load; an exit status, or NO_MEMORY. */
static int tell(const struct cli *cli, struct input *input)
{
	plan_diags_sort(&input->diags);
	struct findings_file file = {.source = &input->source, .diags = &input->diags};
	struct findings findings = {.files = &file, .count = 1};
	struct findings_style style = {cli->error.width, cli->error.colour, cli->error.ascii};
	struct buf text = {0};
	bool whole = findings_write_text(&text, &findings, &style) == PLAN_OK;
	if (whole)
		descriptor_write_lines(STDERR_FILENO, buf_string(&text), text.length);
	buf_free(&text);
	return whole ? CLI_FINDINGS : NO_MEMORY;
}

/* An exit status, or NO_MEMORY. */
static int load(const struct cli *cli, struct portfolio *portfolio, size_t at)
{
	struct input *input = &portfolio->inputs[at];
	if (input_load(cli, portfolio->files.names.at[at], input) != PLAN_OK)
		return NO_MEMORY;
	if (input->reason) {
		input_complain(cli, input);
		return CLI_TROUBLE;
	}
	if (!input->plan)
		return tell(cli, input);
	if (outlook_make(&portfolio->outlooks[at], input->plan, input->timeline, portfolio->today) != PLAN_OK)
		return NO_MEMORY;
	return CLI_FINE;
}

int portfolio_load(const struct cli *cli, bool operands, struct portfolio *portfolio)
{
	*portfolio = (struct portfolio){0};
	int worst = clock_today(cli, &portfolio->today);
	if (worst == CLI_FINE)
		worst = finder_files(cli, operands, &portfolio->files);
	if (worst != CLI_FINE)
		return worst;
	sandbox_enter(cli, &portfolio->files);
	size_t count = portfolio->files.names.count;
	portfolio->inputs = calloc(count, sizeof *portfolio->inputs);
	portfolio->outlooks = calloc(count, sizeof *portfolio->outlooks);
	if (!portfolio->inputs || !portfolio->outlooks)
		return cli_nomem();
	while (portfolio->count < count) {
		int status = load(cli, portfolio, portfolio->count++);
		if (status == NO_MEMORY)
			return cli_nomem(); /* once, however many plans are left */
		worst = status > worst ? status : worst;
	}
	return worst;
}

int portfolio_load_one(const struct cli *cli, bool operands, struct portfolio *portfolio)
{
	int status = portfolio_load(cli, operands, portfolio);
	if (status == CLI_FINE && portfolio->count > 1)
		return cli_usage(cli, _("'%1$s' takes one plan, and there are %2$zu"), cli->command->name,
						 portfolio->count);
	return status;
}

int portfolio_check(struct portfolio *portfolio)
{
	struct plan_check_options options = {.today = portfolio->today};
	for (size_t i = 0; i < portfolio->count; i++) {
		struct input *input = &portfolio->inputs[i];
		if (plan_check(input->timeline, &options, &input->diags) != PLAN_OK)
			return cli_nomem();
		plan_diags_sort(&input->diags);
	}
	return CLI_FINE;
}

void portfolio_free(struct portfolio *portfolio)
{
	for (size_t i = 0; i < portfolio->count; i++) {
		outlook_free(&portfolio->outlooks[i]);
		input_free(&portfolio->inputs[i]);
	}
	free(portfolio->outlooks);
	free(portfolio->inputs);
	finder_free(&portfolio->files);
	*portfolio = (struct portfolio){0};
}
