#include "cli/help.h"

#include "base/similar.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"

#include <plan/version.h>

#include <assert.h>
#include <string.h>

enum { INDENT = 2, OPTION_COLUMN = 30, NAME_COLUMN = 14 };

static void section(struct screen *screen, const char *title)
{
	screen_end(screen);
	screen_put(screen, STYLE_BOLD, title);
	screen_end(screen);
}

static void paragraph(struct screen *screen, const char *text)
{
	screen_wrap(screen, STYLE_PLAIN, text, 0);
	screen_end(screen);
}

/* "  -f, --file FILE             what it does" */
static void put_option(struct screen *screen, const struct option_row *row, const char *help)
{
	char letter[] = "-x, ";
	letter[1] = row->letter;
	screen_to(screen, INDENT);
	screen_put(screen, STYLE_BOLD, row->letter ? letter : "    ");
	screen_put(screen, STYLE_BOLD, "--");
	screen_put(screen, STYLE_BOLD, row->name);
	if (row->argument)
		screen_printf(screen, STYLE_PLAIN, " %s", _(row->argument));
	assert(screen->column + 2 <= OPTION_COLUMN);
	screen_wrap(screen, STYLE_PLAIN, help, OPTION_COLUMN);
	screen_end(screen);
}

/* The words that --format takes, after what it does. */
static void put_formats(struct screen *screen, const struct option_row *row, const char *const *formats)
{
	struct buf help = {0};
	buf_text(&help, _(row->help));
	for (size_t i = 0; formats[i]; i++)
		buf_printf(&help, i ? ", %s" : ": %s", formats[i]);
	put_option(screen, row, buf_string(&help));
	screen->out->failed |= help.failed;
	buf_free(&help);
}

bool help_concerns(const struct command *command, const struct option_row *row)
{
	static const char *const reading[] = {"file", "stdin-filename", "today"};
	if (!command)
		return strcmp(row->name, "format") != 0 && strcmp(row->name, "json") != 0;
	if (!command->formats && (!strcmp(row->name, "format") || !strcmp(row->name, "json")))
		return false;
	for (size_t i = 0; i < sizeof reading / sizeof *reading; i++)
		if (!strcmp(row->name, reading[i]))
			return command->reads_plan;
	return true;
}

static void put_options(struct screen *screen, const struct command *command)
{
	const struct option_row *own = command ? command->options : NULL;
	section(screen, _("Options:"));
	for (; own && own->name; own++)
		put_option(screen, own, _(own->help));
	for (const struct option_row *row = global_options; row->name; row++) {
		if (!help_concerns(command, row))
			continue;
		if (command && !strcmp(row->name, "format"))
			put_formats(screen, row, command->formats);
		else
			put_option(screen, row, _(row->help));
	}
}

static void put_program(struct screen *screen)
{
	paragraph(screen, _("plan: tracks a political process plan that is written as one YAML file"));
	section(screen, _("Usage:"));
	screen_to(screen, INDENT);
	screen_put(screen, STYLE_PLAIN, _("plan [OPTIONS] COMMAND [ARGS]"));
	screen_end(screen);
	section(screen, _("Commands:"));
	for (size_t i = 0; commands[i]; i++) {
		if (commands[i]->hidden)
			continue;
		screen_to(screen, INDENT);
		screen_put(screen, STYLE_BOLD, commands[i]->name);
		screen_wrap(screen, STYLE_PLAIN, _(commands[i]->summary), NAME_COLUMN);
		screen_end(screen);
	}
	put_options(screen, NULL);
	screen_end(screen);
	paragraph(screen,
			  _("The plan is -f FILE, else $PLAN_FILE, else the nearest plan.yaml or plan.yml upward from "
				"the current folder; - is standard input, and a folder stands for the plans in it."));
	paragraph(screen,
			  _("'plan help COMMAND' says more about a command; 'plan init' writes a plan to start from."));
}

static void put_command(struct screen *screen, const struct command *command)
{
	screen_printf(screen, STYLE_PLAIN, _("plan %1$s: %2$s"), command->name, _(command->summary));
	screen_end(screen);
	section(screen, _("Usage:"));
	screen_to(screen, INDENT);
	screen_printf(screen, STYLE_PLAIN, _("plan %s [OPTIONS]"), command->name);
	if (command->operands)
		screen_printf(screen, STYLE_PLAIN, " %s", _(command->operands));
	screen_end(screen);
	if (command->description) {
		screen_end(screen);
		paragraph(screen, _(command->description));
	}
	put_options(screen, command);
	if (command->examples)
		section(screen, _("Examples:"));
	for (const struct example *example = command->examples; example && example->line; example++) {
		screen_printf(screen, STYLE_BOLD, "  plan %s", example->line);
		screen_end(screen);
		screen_wrap(screen, STYLE_PLAIN, _(example->text), 2 * INDENT + INDENT);
		screen_end(screen);
	}
}

int help_show(const struct cli *cli, const struct command *command)
{
	struct buf out = {0};
	struct screen screen = output_screen(cli, &out);
	if (command)
		put_command(&screen, command);
	else
		put_program(&screen);
	return output_finish(cli, &out, CLI_FINE);
}

int help_version(const struct cli *cli)
{
	struct buf out = {0};
	buf_printf(&out, "plan %s\n", PLAN_VERSION);
	return output_finish(cli, &out, CLI_FINE);
}

static int run(struct cli *cli)
{
	if (!cli->operand_count)
		return help_show(cli, NULL);
	const char *name = cli->operands[0];
	const struct command *command = command_find(name);
	if (command)
		return help_show(cli, command);
	const char *near = command_similar(name);
	if (near)
		return cli_usage(cli, _("unknown command '%1$s'; did you mean '%2$s'?"), name, near);
	return cli_usage(cli, _("unknown command '%s'"), name);
}

const struct command command_help = {
	.name = "help",
	.summary = N_("what the program, or a command, is for and how it is used"),
	.operands = N_("[COMMAND]"),
	.operands_max = 1,
	.completion = COMPLETE_COMMAND,
	.run = run,
};
