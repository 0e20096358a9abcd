#include "format/usage.h"

static const char head[] =
	"# fish completion for plan; made by 'plan completion fish'\n"
	"\n"
	"# Prints the command of the line, and the options -f of it, each word on a line.\n"
	"function __plan_line\n"
	"    set -l option\n"
	"    set -l command\n"
	"    set -l files\n"
	"    for word in (commandline -opc)[2..]\n"
	"        if test -n \"$option\"\n"
	"            contains -- $option -f --file; and set -a files -f $word\n"
	"            set option\n"
	"        else if string match -q -- '--file=*' $word\n"
	"            set -a files -f (string replace -- --file= '' $word)\n"
	"        else if contains -- $word $__plan_valued\n"
	"            set option $word\n"
	"        else if not string match -q -- '-*' $word; and test -z \"$command\"\n"
	"            set command $word\n"
	"        end\n"
	"    end\n"
	"    printf '%s\\n' \"$command\" $files\n"
	"end\n"
	"\n"
	"function __plan_is\n"
	"    test \"$argv[1]\" = (__plan_line)[1]\n"
	"end\n"
	"\n"
	"function __plan_ask\n"
	"    command plan (__plan_line)[2..] complete $argv[1] 2>/dev/null\n"
	"end\n"
	"\n"
	"complete -c plan -f\n";

/* A text in single quotes. */
static void add_quoted(struct buf *out, const char *text)
{
	buf_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			buf_char(out, '\\');
		buf_char(out, *text);
	}
	buf_char(out, '\'');
}

static void add_spelling(void *data, const struct usage_option *option)
{
	struct buf *out = data;
	if (option->letter)
		buf_printf(out, " -%c", option->letter);
	buf_printf(out, " --%s", option->name);
}

static void add_offer(struct buf *out, enum usage_value value, const char *const *words)
{
	if (words) {
		buf_text(out, " -a '");
		for (size_t i = 0; words[i]; i++)
			buf_printf(out, i ? " %s" : "%s", words[i]);
		buf_char(out, '\'');
	} else if (value == USAGE_FILE)
		buf_text(out, " -F");
	else if (usage_value_word(value))
		buf_printf(out, " -a '(__plan_ask %s)'", usage_value_word(value));
}

static void add_option(struct buf *out, const char *command, const struct usage_option *option)
{
	buf_printf(out, "complete -c plan -n '__plan_is \"%s\"' -l %s", command, option->name);
	if (option->letter)
		buf_printf(out, " -s %c", option->letter);
	if (usage_takes_value(option)) {
		buf_text(out, option->value == USAGE_FILE ? " -r" : " -x");
		add_offer(out, option->value, option->choices);
	}
	buf_text(out, " -d ");
	add_quoted(out, option->help);
	buf_char(out, '\n');
}

static void add_command(struct buf *out, const struct usage_command *command)
{
	buf_printf(out, "\ncomplete -c plan -n '__plan_is \"\"' -a %s -d ", command->name);
	add_quoted(out, command->summary);
	buf_char(out, '\n');
	if (command->words || command->value != USAGE_NOTHING) {
		buf_printf(out, "complete -c plan -n '__plan_is \"%s\"'", command->name);
		add_offer(out, command->value, command->words);
		buf_char(out, '\n');
	}
	for (size_t i = 0; i < command->option_count; i++)
		add_option(out, command->name, &command->options[i]);
}

void completion_fish(struct buf *out, const struct usage *usage)
{
	buf_text(out, head);
	buf_text(out, "set -g __plan_valued");
	usage_each_valued(usage, add_spelling, out);
	buf_text(out, "\n\n");
	for (size_t i = 0; i < usage->option_count; i++)
		add_option(out, "", &usage->options[i]);
	for (size_t i = 0; i < usage->command_count; i++)
		add_command(out, &usage->commands[i]);
}
