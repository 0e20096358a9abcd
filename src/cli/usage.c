#include "cli/usage.h"

#include "base/arena.h"
#include "base/text.h"
#include "cli/help.h"

#include <string.h>

/* What is being made, and whether all went well so far. */
struct maker {
	struct arena *arena;
	bool translated;
};

static const char *text_of(const struct maker *maker, const char *text)
{
	return text && maker->translated ? _(text) : text;
}

static enum usage_value value_of(enum completion completion)
{
	static const enum usage_value values[] = {
		[COMPLETE_NOTHING] = USAGE_NOTHING, [COMPLETE_FILE] = USAGE_FILE,
		[COMPLETE_ID] = USAGE_ID,           [COMPLETE_KIND] = USAGE_KIND,
		[COMPLETE_RULE] = USAGE_RULE,       [COMPLETE_COMMAND] = USAGE_COMMAND,
		[COMPLETE_BODY] = USAGE_BODY,       [COMPLETE_TRACK] = USAGE_TRACK,
	};
	return values[completion];
}

static struct usage_option option_of(const struct maker *maker, const struct option_row *row,
									 const struct command *command)
{
	bool format = command && !strcmp(row->name, "format");
	return (struct usage_option){
		.name = row->name,
		.letter = row->letter,
		.argument = text_of(maker, row->argument),
		.help = text_of(maker, row->help),
		.choices = format ? command->formats : row->choices,
		.value = value_of(row->completion),
	};
}

/* The options of a command, those that it shares last; of none: those that may stand before a command. */
static bool make_options(const struct maker *maker, const struct command *command,
						 const struct usage_option **options, size_t *count, size_t *own_count)
{
	const struct option_row *own = command ? command->options : NULL;
	size_t room = 0, at = 0;
	for (const struct option_row *row = own; row && row->name; row++)
		room++;
	for (const struct option_row *row = global_options; row->name; row++)
		room++;
	struct usage_option *made = ARENA_ARRAY(maker->arena, room, struct usage_option);
	if (!made)
		return false;
	for (const struct option_row *row = own; row && row->name; row++)
		made[at++] = option_of(maker, row, command);
	*own_count = at;
	for (const struct option_row *row = global_options; row->name; row++)
		if (!command || help_concerns(command, row))
			made[at++] = option_of(maker, row, command);
	*options = made;
	*count = at;
	return true;
}

static bool make_examples(const struct maker *maker, const struct command *command,
						  struct usage_command *made)
{
	size_t count = 0;
	while (command->examples && command->examples[count].line)
		count++;
	struct usage_example *examples = ARENA_ARRAY(maker->arena, count, struct usage_example);
	if (!examples)
		return false;
	for (size_t i = 0; i < count; i++)
		examples[i] =
			(struct usage_example){command->examples[i].line, text_of(maker, command->examples[i].text)};
	made->examples = examples;
	made->example_count = count;
	return true;
}

static bool make_command(const struct maker *maker, const struct command *command, struct usage_command *made)
{
	*made = (struct usage_command){
		.name = command->name,
		.summary = text_of(maker, command->summary),
		.operands = command->operands,
		.description = text_of(maker, command->description),
		.words = command->words,
		.value = value_of(command->completion),
	};
	return make_options(maker, command, &made->options, &made->option_count, &made->own_count) &&
		   make_examples(maker, command, made);
}

bool usage_make(const struct cli *cli, bool translated, struct usage *usage)
{
	struct maker maker = {cli->arena, translated};
	size_t count = 0, at = 0, none;
	while (commands[count])
		count++;
	struct usage_command *made = ARENA_ARRAY(cli->arena, count, struct usage_command);
	if (!made || !make_options(&maker, NULL, &usage->options, &usage->option_count, &none))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!commands[i]->hidden && !make_command(&maker, commands[i], &made[at++]))
			return false;
	usage->commands = made;
	usage->command_count = at;
	return true;
}
