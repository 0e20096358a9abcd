#include "base/arena.h"
#include "base/similar.h"
#include "base/text.h"
#include "cli/checker.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/finder.h"
#include "cli/output.h"

#include <stdlib.h>
#include <string.h>

struct settings {
	const char *fail_on;
	struct option_values only, except;
};

#define FIELD(name) offsetof(struct settings, name)

static const char *const fail_choices[] = {"error", "warning", "note", "never", NULL};
static const enum plan_severity fail_severities[] = {PLAN_ERROR, PLAN_WARNING, PLAN_NOTE, PLAN_ERROR + 1};

static const struct option_row options[] = {
	{"fail-on", 0, OPTION_TEXT, N_("SEVERITY"),
	 N_("the least severity that makes it exit with 1: error (the default), warning, note, never"),
	 .offset = FIELD(fail_on), .choices = fail_choices},
	{"only", 0, OPTION_LIST, N_("RULE"), N_("apply only this rule; may be repeated, or a list with commas"),
	 .offset = FIELD(only), .completion = COMPLETE_RULE},
	{"except", 0, OPTION_LIST, N_("RULE"),
	 N_("do not apply this rule; may be repeated, or a list with commas"), .offset = FIELD(except),
	 .completion = COMPLETE_RULE},
	{0},
};

/* --- rules ---------------------------------------------------------------------------------- */

static int unknown_rule(const struct cli *cli, const char *name)
{
	struct similar similar;
	similar_begin(&similar, name, strlen(name));
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		similar_offer(&similar, plan_rule_name((enum plan_rule)rule), (size_t)rule);
	if (similar.best)
		return cli_usage(cli, _("unknown rule '%1$s'; did you mean '%2$s'?"), name, similar.best);
	return cli_usage(cli, _("unknown rule '%s'; 'plan explain' lists them"), name);
}

/* Sets `off` for each rule of the comma-separated lists. */
static int switch_rules(const struct cli *cli, const struct option_values *lists, bool off,
						struct plan_check_options *rules)
{
	for (size_t i = 0; i < lists->count; i++) {
		char *words = arena_text(cli->arena, lists->at[i].text, strlen(lists->at[i].text));
		char *rest = NULL;
		if (!words)
			return cli_nomem();
		for (char *word = strtok_r(words, ", ", &rest); word; word = strtok_r(NULL, ", ", &rest)) {
			enum plan_rule rule = plan_rule_find(word);
			if (rule == PLAN_RULE_COUNT)
				return unknown_rule(cli, word);
			rules->off[rule] = off;
		}
	}
	return CLI_FINE;
}

static int read_rules(const struct cli *cli, struct plan_check_options *rules)
{
	const struct settings *settings = cli->settings;
	for (int i = 0; i < PLAN_RULE_COUNT; i++)
		rules->off[i] = settings->only.count > 0;
	int status = switch_rules(cli, &settings->only, false, rules);
	if (status == CLI_FINE)
		status = switch_rules(cli, &settings->except, true, rules);
	return status == CLI_FINE ? clock_today(cli, &rules->today) : status;
}

static enum plan_severity fail_on(const struct settings *settings)
{
	size_t choice = 0;
	if (!settings->fail_on)
		return PLAN_ERROR;
	while (strcmp(fail_choices[choice], settings->fail_on) != 0)
		choice++;
	return fail_severities[choice];
}

/* --- outputs -------------------------------------------------------------------------------- */

/* A format and the file it goes to; NULL is standard output. */
struct report {
	const struct findings_format *format;
	const char *file;
	int order;
	struct buf text;
};

static const struct findings_format *find_format(const char *name)
{
	const char *actions = getenv("GITHUB_ACTIONS");
	if (!strcmp(name, "auto"))
		name = actions && !strcmp(actions, "true") ? "github" : "text";
	return findings_format_find(name);
}

/* Gives every -o to the --format before it, or, where none is free, to the first one after it. */
static bool pair_outputs(const struct cli *cli, struct report *reports, size_t count)
{
	for (size_t i = 0; i < cli->outputs.count; i++) {
		struct report *best = NULL;
		for (size_t k = 0; k < count; k++)
			if (!reports[k].file && (!best || reports[k].order < cli->outputs.at[i].order))
				best = &reports[k];
		if (!best)
			return false;
		best->file = cli->outputs.at[i].text;
	}
	return true;
}

static int read_outputs(const struct cli *cli, struct report **reports, size_t *count)
{
	*count = cli->formats.count ? cli->formats.count : 1;
	*reports = ARENA_ARRAY(cli->arena, *count, struct report);
	if (!*reports)
		return cli_nomem();
	for (size_t i = 0; i < *count; i++) {
		bool given = cli->formats.count > 0;
		(*reports)[i].format = find_format(given ? cli->formats.at[i].text : cli->format);
		(*reports)[i].order = given ? cli->formats.at[i].order : -1;
	}
	if (!pair_outputs(cli, *reports, *count))
		return cli_usage(cli, _("there are more '-o' than '--format'"));
	size_t shown = 0;
	for (size_t i = 0; i < *count; i++)
		shown += !(*reports)[i].file || !strcmp((*reports)[i].file, "-");
	if (shown > 1)
		return cli_usage(cli,
						 _("only one '--format' can be written to standard output: give the others '-o'"));
	return CLI_FINE;
}

static enum plan_status make_report(const struct cli *cli, struct report *report,
									const struct findings *findings)
{
	const struct terminal *terminal = &cli->out;
	bool always = cli->color && !strcmp(cli->color, "always");
	struct findings_style style = {terminal->width, report->file ? always : terminal->colour,
								   terminal->ascii};
	if (!terminal->is_terminal && !getenv("COLUMNS"))
		style.columns = 0;
	enum plan_status status = report->format->write(&report->text, findings, &style);
	return report->text.failed ? PLAN_NOMEM : status;
}

/* Everything is made before anything is written: half the reports would look like all of them. */
static int write_reports(const struct cli *cli, struct report *reports, size_t count,
						 const struct findings *findings)
{
	int status = CLI_FINE;
	for (size_t i = 0; i < count && status == CLI_FINE; i++)
		if (make_report(cli, &reports[i], findings) != PLAN_OK)
			status = cli_nomem();
	for (size_t i = 0; i < count && status == CLI_FINE; i++) {
		bool is_log = reports[i].format->write == findings_write_github;
		status = (is_log ? output_commands : output_file)(cli, reports[i].file ? reports[i].file : "-",
														  &reports[i].text);
	}
	for (size_t i = 0; i < count; i++)
		buf_free(&reports[i].text);
	return status;
}

static bool is_for_people(const struct findings_format *format)
{
	return format->write == findings_write_text || format->write == findings_write_short ||
		   format->write == findings_write_github;
}

/* Where no report that people read is shown, nobody would see why the exit status is 3. */
static void complain(const struct cli *cli, const struct report *reports, size_t count,
					 const struct checker *checker)
{
	for (size_t i = 0; i < count; i++)
		if (is_for_people(reports[i].format) && (!reports[i].file || !strcmp(reports[i].file, "-")))
			return;
	for (size_t i = 0; i < checker->count; i++)
		if (checker->checked[i].input.reason)
			input_complain(cli, &checker->checked[i].input);
}

/* --- the command ---------------------------------------------------------------------------- */

static int check(const struct cli *cli, const struct file_names *files, struct report *reports,
				 size_t report_count)
{
	struct plan_check_options rules = {0};
	struct checker checker = {0};
	int status = read_rules(cli, &rules);
	if (status != CLI_FINE)
		return status;
	if (checker_run(&checker, cli, files, &rules) != PLAN_OK)
		status = cli_nomem();
	checker.findings.fail_on = fail_on(cli->settings);
	if (status == CLI_FINE)
		status = write_reports(cli, reports, report_count, &checker.findings);
	if (status == CLI_FINE && checker.unreadable) {
		complain(cli, reports, report_count, &checker);
		status = CLI_TROUBLE;
	}
	if (status == CLI_FINE && findings_worst(&checker.findings) >= checker.findings.fail_on)
		status = CLI_FINDINGS;
	checker_free(&checker);
	return status;
}

static int run(struct cli *cli)
{
	struct file_names files;
	struct report *reports;
	size_t count;
	int status = read_outputs(cli, &reports, &count);
	if (status != CLI_FINE)
		return status;
	status = finder_files(cli, true, &files);
	if (status == CLI_FINE)
		status = check(cli, &files, reports, count);
	finder_free(&files);
	return status;
}

static const struct example examples[] = {
	{"check", N_("the plan in this folder")},
	{"check --fail-on warning plans", N_("every plan below a folder; warnings fail, too")},
	{"check --format text --format sarif -o plan.sarif", N_("for the log and for code scanning at once")},
	{"check --only deadline-missed,overdue", N_("two rules alone")},
	{0},
};

const struct command command_check = {
	.name = "check",
	.summary = N_("validate the file and the timeline; for people, editors and CI"),
	.operands = N_("[FILE|DIR...]"),
	.description =
		N_("Reports what is wrong in the file, what in its timeline contradicts itself, what is at risk, and "
		   "what "
		   "the process lacks, each at its line, with the reasons. It exits with 1 when there is an error "
		   "(--fail-on), with 3 when a file cannot be read.\n"
		   "\n"
		   "--format may be given several times; each '-o FILE' belongs to the --format before it. 'auto' is "
		   "'github' inside GitHub Actions, else 'text'."),
	.options = options,
	.formats = findings_format_names,
	.examples = examples,
	.settings_size = sizeof(struct settings),
	.operands_max = OPERANDS_ANY,
	.completion = COMPLETE_FILE,
	.reads_plan = true,
	.many_outputs = true,
	.run = run,
};
