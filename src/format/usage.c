#include "format/usage.h"

#include <string.h>

const char *usage_value_word(enum usage_value value)
{
	static const char *const words[] = {
		[USAGE_ID] = "ids",           [USAGE_KIND] = "kinds",  [USAGE_RULE] = "rules",
		[USAGE_COMMAND] = "commands", [USAGE_BODY] = "bodies", [USAGE_TRACK] = "tracks",
	};
	return words[value];
}

bool usage_takes_value(const struct usage_option *option)
{
	return option->argument;
}

static bool has_name(const struct usage_option *options, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(options[i].name, name))
			return true;
	return false;
}

/* Whether the program, or a command before the one given, has an option of that name. */
static bool is_known(const struct usage *usage, size_t before, const char *name)
{
	if (has_name(usage->options, usage->option_count, name))
		return true;
	for (size_t i = 0; i < before; i++)
		if (has_name(usage->commands[i].options, usage->commands[i].own_count, name))
			return true;
	return false;
}

void usage_each_valued(const struct usage *usage,
					   void (*visit)(void *data, const struct usage_option *option), void *data)
{
	for (size_t i = 0; i < usage->option_count; i++)
		if (usage_takes_value(&usage->options[i]))
			visit(data, &usage->options[i]);
	for (size_t i = 0; i < usage->command_count; i++) {
		const struct usage_command *command = &usage->commands[i];
		for (size_t k = 0; k < command->own_count; k++)
			if (usage_takes_value(&command->options[k]) && !is_known(usage, i, command->options[k].name))
				visit(data, &command->options[k]);
	}
}
