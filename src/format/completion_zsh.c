#include "format/usage.h"

#include <string.h>

static const char head[] =
	"#compdef plan\n"
	"# zsh completion for plan; made by 'plan completion zsh'\n"
	"\n"
	"_plan_ask() {\n"
	"  local line word\n"
	"  local -a files found\n"
	"  integer i\n"
	"  for (( i = 2; i < $#plan_words; i++ )); do\n"
	"    case $plan_words[i] in\n"
	"      -f|--file) files+=(-f ${${(Q)plan_words[i+1]}/#\\~/$HOME}) ;;\n"
	"      --file=*) files+=(-f ${${(Q)plan_words[i]#--file=}/#\\~/$HOME}) ;;\n"
	"    esac\n"
	"  done\n"
	"  for line in ${(f)\"$(_call_program $1 ${plan_words[1]} ${(q)files} complete $1 2>/dev/null)\"}; do\n"
	"    word=${line%%$'\\t'*}\n"
	"    found+=(\"$word:${${line#$word}#$'\\t'}\")\n"
	"  done\n"
	"  _describe -t $1 $1 found\n"
	"}\n"
	"\n";

/* Text inside '[...]' of a specification, which stands in single quotes. */
static void add_explanation(struct buf *out, const char *text)
{
	for (; *text; text++)
		if (*text == '\'')
			buf_text(out, "'\\''");
		else {
			if (strchr("[]:\\", *text))
				buf_char(out, '\\');
			buf_char(out, *text);
		}
}

/* ":FILE:_files" */
static void add_action(struct buf *out, const char *title, enum usage_value value, const char *const *words)
{
	buf_char(out, ':');
	add_explanation(out, title);
	buf_char(out, ':');
	if (words) {
		buf_char(out, '(');
		for (size_t i = 0; words[i]; i++)
			buf_printf(out, i ? " %s" : "%s", words[i]);
		buf_char(out, ')');
	} else if (value == USAGE_FILE)
		buf_text(out, "_files");
	else if (usage_value_word(value))
		buf_printf(out, " _plan_ask %s", usage_value_word(value)); /* the blank: with these words alone */
	else
		buf_char(out, ' ');
}

static void add_option(struct buf *out, const struct usage_option *option)
{
	const char *equals = usage_takes_value(option) ? "=" : "";
	if (option->letter)
		buf_printf(out, " \\\n    '*'{-%c%s,--%s%s}'[", option->letter, *equals ? "+" : "", option->name,
				   equals);
	else
		buf_printf(out, " \\\n    '*--%s%s[", option->name, equals);
	add_explanation(out, option->help);
	buf_char(out, ']');
	if (usage_takes_value(option))
		add_action(out, option->argument, option->value, option->choices);
	buf_char(out, '\'');
}

static void add_command(struct buf *out, const struct usage_command *command)
{
	buf_printf(out, "_plan_%s() {\n  _arguments -S", command->name);
	for (size_t i = 0; i < command->option_count; i++)
		add_option(out, &command->options[i]);
	if (command->operands) {
		buf_text(out, " \\\n    '*");
		add_action(out, command->operands, command->value, command->words);
		buf_char(out, '\'');
	}
	buf_text(out, "\n}\n\n");
}

static void add_commands(struct buf *out, const struct usage *usage)
{
	buf_text(out, "_plan_commands() {\n  local -a found=(");
	for (size_t i = 0; i < usage->command_count; i++) {
		buf_printf(out, "\n    '%s:", usage->commands[i].name);
		add_explanation(out, usage->commands[i].summary);
		buf_char(out, '\'');
	}
	buf_text(out, "\n  )\n  _describe -t commands command found\n}\n\n");
}

void completion_zsh(struct buf *out, const struct usage *usage)
{
	buf_text(out, head);
	for (size_t i = 0; i < usage->command_count; i++)
		add_command(out, &usage->commands[i]);
	add_commands(out, usage);
	buf_text(out, "_plan() {\n"
				  "  local curcontext=$curcontext state line\n"
				  "  local -a plan_words=(\"${words[@]}\")\n"
				  "  typeset -A opt_args\n"
				  "  _arguments -C -S");
	for (size_t i = 0; i < usage->option_count; i++)
		add_option(out, &usage->options[i]);
	buf_text(out, " \\\n    '(-)1:command:_plan_commands' \\\n    '(-)*::argument:->argument'\n"
				  "  if [[ $state == argument ]] && (( $+functions[_plan_$words[1]] )); then\n"
				  "    curcontext=${curcontext%:*}-$words[1]:\n"
				  "    _plan_$words[1]\n"
				  "  fi\n"
				  "}\n"
				  "\n"
				  "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
				  "  _plan \"$@\"\n"
				  "else\n"
				  "  compdef _plan plan\n"
				  "fi\n");
}
