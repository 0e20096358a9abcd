#include "format/usage.h"

/*
 * The script looks the words up in the lists below; what depends on the plan it asks `plan complete` for.
 * Nothing of a plan is ever expanded by the shell: no compgen -W, no eval.
 */
static const char head[] =
	"# bash completion for plan; made by 'plan completion bash'\n"
	"\n"
	"_plan_words()\n"
	"{\n"
	"\tlocal word\n"
	"\tfor word; do\n"
	"\t\t[[ $word == \"$cur\"* ]] && COMPREPLY+=(\"$word\")\n"
	"\tdone\n"
	"}\n"
	"\n"
	"_plan_ask()\n"
	"{\n"
	"\tlocal word rest\n"
	"\twhile IFS=$'\\t' read -r word rest; do\n"
	"\t\t_plan_words \"$word\"\n"
	"\tdone < <(\"${COMP_WORDS[0]/#\\~/$HOME}\" \"${files[@]}\" complete \"$1\" 2>/dev/null)\n"
	"}\n"
	"\n"
	"_plan_files()\n"
	"{\n"
	"\tcompopt -o default\n"
	"}\n"
	"\n";

static const char body[] =
	"_plan()\n"
	"{\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} command= option= word i\n"
	"\tlocal -a files=()\n"
	"\tCOMPREPLY=()\n"
	"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	"\t\tword=${COMP_WORDS[i]}\n"
	"\t\tif [[ $word == = ]]; then\n"
	"\t\t\tcontinue\n"
	"\t\telif [[ $option ]]; then\n"
	"\t\t\tword=${word//[\\\"\\'\\\\]/}\n"
	"\t\t\t[[ $option == -f || $option == --file ]] && files+=(-f \"${word/#\\~/$HOME}\")\n"
	"\t\t\toption=\n"
	"\t\telif [[ $word == -* ]]; then\n"
	"\t\t\t_plan_takes_value \"$word\" && option=$word\n"
	"\t\telif [[ ! $command ]]; then\n"
	"\t\t\tcommand=$word\n"
	"\t\tfi\n"
	"\tdone\n"
	"\t[[ $cur == = ]] && cur=\n"
	"\tif [[ $option ]]; then\n"
	"\t\t_plan_value\n"
	"\telif [[ $cur == -* ]]; then\n"
	"\t\t_plan_options\n"
	"\telse\n"
	"\t\t_plan_operand\n"
	"\tfi\n"
	"}\n"
	"\n"
	"complete -F _plan plan\n";

/* "-f | --file" */
static void add_pattern(struct buf *out, const struct usage_option *option)
{
	if (option->letter)
		buf_printf(out, "-%c | ", option->letter);
	buf_printf(out, "--%s", option->name);
}

static void add_valued(void *data, const struct usage_option *option)
{
	struct buf *out = data;
	buf_text(out, "\t");
	add_pattern(out, option);
	buf_text(out, ") return 0 ;;\n");
}

static void add_words(struct buf *out, const char *const *words)
{
	buf_text(out, "_plan_words");
	for (; *words; words++)
		buf_printf(out, " %s", *words);
}

/* What to offer for a value: a call of one of the functions in `head`. */
static void add_offer(struct buf *out, enum usage_value value, const char *const *words)
{
	if (words)
		add_words(out, words);
	else if (value == USAGE_FILE)
		buf_text(out, "_plan_files");
	else
		buf_printf(out, "_plan_ask %s", usage_value_word(value));
}

static bool has_offer(enum usage_value value, const char *const *words)
{
	return words || value != USAGE_NOTHING;
}

static void add_values_of(struct buf *out, const char *command, const struct usage_option *options,
						  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!usage_takes_value(&options[i]) || !has_offer(options[i].value, options[i].choices))
			continue;
		buf_printf(out, "\t%s:--%s", command, options[i].name);
		if (options[i].letter)
			buf_printf(out, " | %s:-%c", command, options[i].letter);
		buf_text(out, ") ");
		add_offer(out, options[i].value, options[i].choices);
		buf_text(out, " ;;\n");
	}
}

static void add_values(struct buf *out, const struct usage *usage)
{
	buf_text(out, "_plan_value()\n{\n\tcase $command:$option in\n");
	for (size_t i = 0; i < usage->command_count; i++)
		add_values_of(out, usage->commands[i].name, usage->commands[i].options,
					  usage->commands[i].option_count);
	add_values_of(out, "", usage->options, usage->option_count);
	buf_text(out, "\tesac\n}\n\n");
}

static void add_options_of(struct buf *out, const char *command, const struct usage_option *options,
						   size_t count)
{
	buf_printf(out, "\t%s) _plan_words", command);
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, " --%s", options[i].name);
		if (options[i].letter)
			buf_printf(out, " -%c", options[i].letter);
	}
	buf_text(out, " ;;\n");
}

static void add_options(struct buf *out, const struct usage *usage)
{
	buf_text(out, "_plan_options()\n{\n\tcase $command in\n");
	for (size_t i = 0; i < usage->command_count; i++)
		add_options_of(out, usage->commands[i].name, usage->commands[i].options,
					   usage->commands[i].option_count);
	add_options_of(out, "''", usage->options, usage->option_count);
	buf_text(out, "\tesac\n}\n\n");
}

static void add_operands(struct buf *out, const struct usage *usage)
{
	buf_text(out, "_plan_operand()\n{\n\tcase $command in\n\t'') _plan_words");
	for (size_t i = 0; i < usage->command_count; i++)
		buf_printf(out, " %s", usage->commands[i].name);
	buf_text(out, " ;;\n");
	for (size_t i = 0; i < usage->command_count; i++) {
		const struct usage_command *command = &usage->commands[i];
		if (!has_offer(command->value, command->words))
			continue;
		buf_printf(out, "\t%s) ", command->name);
		add_offer(out, command->value, command->words);
		buf_text(out, " ;;\n");
	}
	buf_text(out, "\tesac\n}\n\n");
}

void completion_bash(struct buf *out, const struct usage *usage)
{
	buf_text(out, head);
	buf_text(out, "_plan_takes_value()\n{\n\tcase $1 in\n");
	usage_each_valued(usage, add_valued, out);
	buf_text(out, "\tesac\n\treturn 1\n}\n\n");
	add_values(out, usage);
	add_options(out, usage);
	add_operands(out, usage);
	buf_text(out, body);
}
