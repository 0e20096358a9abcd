#include "cli/commands.h"
#include "base/similar.h"
#include "base/text.h"
#include "cli/cli.h"

#include <string.h>

static const char *const color_choices[] = {"auto", "always", "never", NULL};

#define FIELD(name) offsetof(struct cli, name)

const struct option_row global_options[] = {
	{"file", 'f', OPTION_LIST, N_("FILE"),
	 N_("read this plan, or every plan in this folder; may be repeated"), .offset = FIELD(files),
	 .completion = COMPLETE_FILE},
	{"today", 0, OPTION_TEXT, N_("DATE"), N_("the day to take for today"), .offset = FIELD(today)},
	{"format", 0, OPTION_LIST, N_("FORMAT"), N_("how to write the output"), .offset = FIELD(formats)},
	{"json", 0, OPTION_FLAG, NULL, N_("the same as --format json"), .offset = FIELD(json)},
	{"output", 'o', OPTION_LIST, N_("FILE"), N_("write to this file, all of it or none"),
	 .offset = FIELD(outputs), .completion = COMPLETE_FILE},
	{"lang", 0, OPTION_TEXT, N_("LANGUAGE"), N_("the language to speak: en or da"), .offset = FIELD(lang)},
	{"color", 0, OPTION_TEXT, N_("WHEN"), N_("colours: auto, always or never"), .offset = FIELD(color),
	 .choices = color_choices},
	{"no-pager", 0, OPTION_FLAG, NULL, N_("do not show long output in a pager"), .offset = FIELD(no_pager)},
	{"stdin-filename", 0, OPTION_TEXT, N_("NAME"), N_("what to call standard input in messages"),
	 .offset = FIELD(stdin_name)},
	{"help", 'h', OPTION_FLAG, NULL, N_("show help"), .offset = FIELD(help)},
	{"version", 'V', OPTION_FLAG, NULL, N_("show the version"), .offset = FIELD(version)},
	{0},
};

/* clang-format off */
const struct command *const commands[] = {
	&command_status,
	&command_next,
	&command_check,
	&command_show,
	&command_list,
	&command_schedule,
	&command_timeline,
	&command_why,
	&command_date,
	&command_explain,
	&command_init,
	&command_schema,
	&command_completion,
	&command_complete,
	&command_manual,
	&command_help,
	NULL,
};
/* clang-format on */

const struct command *command_find(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

const char *command_similar(const char *name)
{
	struct similar similar;
	similar_begin(&similar, name, strlen(name));
	for (size_t i = 0; commands[i]; i++)
		similar_offer(&similar, commands[i]->name, i);
	return similar.best;
}
