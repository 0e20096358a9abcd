#include "format/manual.h"

#include "format/mdoc.h"

#include <plan/diag.h>

#include <string.h>

/* The day on which the texts below were last changed. */
#define MANUAL_DATE "November 21, 2026"

static const char synopsis[] = ".Nm\n"
							   ".Op Ar options\n"
							   ".Ar command\n"
							   ".Op Ar arguments\n";

static const char description[] =
	"reads a plan of a political process \\(em its phases, hearings, meetings,\n"
	"papers and deadlines, with dates as people write them \\(em works out what\n"
	"follows from it, and tells where the process stands, what comes next, and what\n"
	"will not hold.\n"
	"The plan is one YAML file, see\n"
	".Xr plan.yaml 5 .\n"
	".Pp\n"
	"The file is the one of\n"
	".Fl f ,\n"
	"else that of the environment variable\n"
	".Ev PLAN_FILE ,\n"
	"else the nearest\n"
	".Pa plan.yaml\n"
	"or\n"
	".Pa plan.yml\n"
	"upward from the current folder.\n"
	"A folder stands for every\n"
	".Pa *.plan.yaml , plan.yaml\n"
	"and\n"
	".Pa plan.yml\n"
	"below it, hidden folders left out, and\n"
	".Sq \\-\n"
	"for standard input.\n";

static const char environment[] = ".Bl -tag -width PLAN_TODAY\n"
								  ".It Ev PLAN_FILE\n"
								  "The plan to read without\n"
								  ".Fl f .\n"
								  ".It Ev PLAN_TODAY\n"
								  "The day to take for today without\n"
								  ".Fl -today .\n"
								  ".It Ev PLAN_LANG\n"
								  "The language to speak without\n"
								  ".Fl -lang ;\n"
								  "then\n"
								  ".Ev LC_ALL , LC_MESSAGES\n"
								  "and\n"
								  ".Ev LANG .\n"
								  ".It Ev PLAN_PAGER , PAGER\n"
								  "The pager for long output on a terminal.\n"
								  ".It Ev NO_COLOR , CLICOLOR_FORCE , TERM\n"
								  "Whether there are colours without\n"
								  ".Fl -color .\n"
								  ".It Ev COLUMNS\n"
								  "The width to lay out for where there is no terminal.\n"
								  ".It Ev GITHUB_ACTIONS\n"
								  "If it is\n"
								  ".Sq true ,\n"
								  ".Cm check\n"
								  "writes annotations unless another format is asked for.\n"
								  ".El\n";

static const char exit_status[] = ".Bl -tag -width 1n -compact\n"
								  ".It 0\n"
								  "All is well.\n"
								  ".It 1\n"
								  ".Cm check\n"
								  "found something at or above\n"
								  ".Fl -fail-on ;\n"
								  "of another command: the plan cannot be loaded, or has no such thing.\n"
								  ".It 2\n"
								  "The command line is wrong.\n"
								  ".It 3\n"
								  "A file cannot be read or written, or there is no memory.\n"
								  ".El\n";

static void add_choices(struct buf *out, const char *lead, const char *const *choices)
{
	if (!choices)
		return;
	buf_text(out, lead);
	for (size_t i = 0; choices[i]; i++) {
		buf_text(out, i && !choices[i + 1] ? "\nor\n.Cm " : i ? " ,\n.Cm " : "\n.Cm ");
		mdoc_text(out, choices[i]);
	}
	buf_text(out, " .\n");
}

static char lower(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c;
}

static void add_argument(struct buf *out, const struct usage_option *option)
{
	if (!option->argument)
		return;
	buf_text(out, " Ar ");
	for (const char *c = option->argument; *c; c++)
		buf_char(out, lower(*c));
}

static void add_option(struct buf *out, const struct usage_option *option)
{
	buf_text(out, ".It ");
	if (option->letter) {
		buf_printf(out, "Fl %c", option->letter);
		add_argument(out, option);
		buf_text(out, " , ");
	}
	buf_text(out, "Fl \\-");
	mdoc_text(out, option->name);
	add_argument(out, option);
	buf_char(out, '\n');
	mdoc_sentence(out, option->help);
	add_choices(out, "One of", option->choices);
}

static void add_options(struct buf *out, const struct usage_option *options, size_t count)
{
	if (!count)
		return;
	buf_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < count; i++)
		add_option(out, &options[i]);
	buf_text(out, ".El\n");
}

/* The words that a command's --format takes. */
static void add_formats(struct buf *out, const struct usage_command *command)
{
	for (size_t i = command->own_count; i < command->option_count; i++)
		if (!strcmp(command->options[i].name, "format")) {
			buf_text(out, ".Pp\n");
			add_choices(out, "Formats:", command->options[i].choices);
		}
}

static void add_command(struct buf *out, const struct usage_command *command)
{
	buf_printf(out, ".Ss plan %s", command->name);
	if (command->operands) {
		buf_char(out, ' ');
		mdoc_argument(out, command->operands);
	}
	buf_char(out, '\n');
	mdoc_sentence(out, command->summary);
	if (command->description) {
		buf_text(out, ".Pp\n");
		mdoc_prose(out, command->description);
	}
	add_options(out, command->options, command->own_count);
	add_formats(out, command);
}

static void add_examples(struct buf *out, const struct usage *usage)
{
	const char *between = "";
	mdoc_section(out, "EXAMPLES");
	for (size_t i = 0; i < usage->command_count; i++)
		for (size_t k = 0; k < usage->commands[i].example_count; k++) {
			const struct usage_example *example = &usage->commands[i].examples[k];
			buf_text(out, between);
			mdoc_sentence(out, example->text);
			buf_text(out, ".Pp\n.Dl plan ");
			mdoc_text(out, example->line);
			buf_char(out, '\n');
			between = ".Pp\n";
		}
}

static void add_rules(struct buf *out)
{
	mdoc_section(out, "RULES");
	buf_text(out, "What\n.Cm check\nlooks for, with the severity that a plan may change.\n"
				  ".Bl -tag -width Ds\n");
	for (int i = 0; i < PLAN_RULE_COUNT; i++) {
		enum plan_rule rule = (enum plan_rule)i;
		buf_text(out, ".It Cm ");
		mdoc_text(out, plan_rule_name(rule));
		buf_printf(out, " Pq %s , %s\n", plan_rule_code(rule), plan_severity_name(plan_rule_severity(rule)));
		mdoc_sentence(out, plan_rule_summary(rule));
	}
	buf_text(out, ".El\n");
}

void manual_program(struct buf *out, const struct usage *usage)
{
	buf_text(out, ".\\\" Made by 'plan manual'; do not edit.\n"
				  ".Dd " MANUAL_DATE "\n.Dt PLAN 1\n.Os\n.Sh NAME\n.Nm plan\n"
				  ".Nd track a political process plan\n");
	mdoc_section(out, "SYNOPSIS");
	buf_text(out, synopsis);
	mdoc_section(out, "DESCRIPTION");
	buf_printf(out, ".Nm\n%s", description);
	mdoc_section(out, "COMMANDS");
	for (size_t i = 0; i < usage->command_count; i++)
		add_command(out, &usage->commands[i]);
	mdoc_section(out, "OPTIONS");
	buf_text(out, "Options may stand before or after the command, its own only after it.\n");
	buf_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < usage->option_count; i++)
		add_option(out, &usage->options[i]);
	buf_text(out, ".El\n");
	add_rules(out);
	mdoc_section(out, "ENVIRONMENT");
	buf_text(out, environment);
	mdoc_section(out, "EXIT STATUS");
	buf_text(out, exit_status);
	add_examples(out, usage);
	mdoc_section(out, "SEE ALSO");
	buf_text(out, ".Xr plan.yaml 5\n");
}
