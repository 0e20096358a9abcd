#include "cli/options.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/similar.h"
#include "base/text.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>

enum { ROWS_MAX = 64, ROW_BASE = 256, NUMBER_MAX = 1000000 };

/* The options that are known at one point of the command line, as rows and as getopt_long wants them. */
struct grammar {
	const struct option_row *rows[ROWS_MAX];
	void *base[ROWS_MAX]; /* the struct that a row's offset is in */
	struct option options[ROWS_MAX + 1];
	char letters[2 * ROWS_MAX + 3];
	size_t count;
};

static bool takes_value(const struct option_row *row)
{
	return row->type != OPTION_FLAG;
}

static void add_rows(struct grammar *grammar, const struct option_row *rows, void *base)
{
	size_t letters = strlen(grammar->letters);
	for (; rows && rows->name; rows++) {
		assert(grammar->count < ROWS_MAX);
		size_t at = grammar->count++;
		grammar->rows[at] = rows;
		grammar->base[at] = base;
		grammar->options[at] = (struct option){
			rows->name, takes_value(rows) ? required_argument : no_argument, NULL, ROW_BASE + (int)at};
		if (rows->letter) {
			grammar->letters[letters++] = rows->letter;
			if (takes_value(rows))
				grammar->letters[letters++] = ':';
		}
	}
}

static const struct option_row *row_of(const struct grammar *grammar, int code, size_t *at)
{
	for (*at = 0; *at < grammar->count; ++*at)
		if (code == ROW_BASE + (int)*at || (code && code == grammar->rows[*at]->letter))
			return grammar->rows[*at];
	return NULL;
}

static int unknown_option(const struct cli *cli, const struct grammar *grammar, const char *word)
{
	size_t length = strcspn(word, "=");
	struct similar similar;
	similar_begin(&similar, word + 2, length - 2);
	for (size_t i = 0; i < grammar->count; i++)
		similar_offer(&similar, grammar->rows[i]->name, i);
	for (size_t i = 0; !similar.best && length > 3 && i < grammar->count; i++) /* what getopt would guess */
		if (!strncmp(grammar->rows[i]->name, word + 2, length - 2))
			similar.best = grammar->rows[i]->name;
	if (similar.best)
		return cli_usage(cli, _("unknown option '%1$.*2$s'; did you mean '--%3$s'?"), word, (int)length,
						 similar.best);
	return cli_usage(cli, _("unknown option '%1$.*2$s'"), word, (int)length);
}

/* What getopt_long refused: '?' or ':'. */
static int refused(const struct cli *cli, const struct grammar *grammar, int code, const char *word)
{
	size_t at;
	const struct option_row *row = row_of(grammar, optopt, &at);
	assert(row || code == '?');
	if (code == ':')
		return cli_usage(cli, _("the option '--%1$s' needs a value: %2$s"), row->name, _(row->argument));
	if (row)
		return cli_usage(cli, _("the option '--%s' takes no value"), row->name);
	if (!strncmp(word, "--", 2))
		return unknown_option(cli, grammar, word);
	return cli_usage(cli, _("unknown option '-%c'"), optopt);
}

static int read_number(const struct cli *cli, const struct option_row *row, const char *text, int *number)
{
	int least = row->type == OPTION_YEAR ? PLAN_YEAR_MIN : 1;
	int most = row->type == OPTION_YEAR ? PLAN_YEAR_MAX : NUMBER_MAX;
	size_t digits = strspn(text, "0123456789");
	int value = 0;
	for (size_t i = 0; i < digits && value <= NUMBER_MAX; i++)
		value = value * 10 + (text[i] - '0');
	if (!digits || text[digits] || value < least || value > most)
		return cli_usage(cli, _("'%1$s' is not a number from %2$d to %3$d, which '--%4$s' takes"), text,
						 least, most, row->name);
	*number = value;
	return CLI_FINE;
}

static int check_choice(const struct cli *cli, const struct option_row *row, const char *text)
{
	struct buf all = {0};
	for (size_t i = 0; row->choices[i]; i++) {
		if (!strcmp(row->choices[i], text))
			return buf_free(&all), CLI_FINE;
		buf_text(&all, i ? ", " : "");
		buf_text(&all, row->choices[i]);
	}
	const char *near = similar_word(text, row->choices);
	int status = all.failed ? cli_nomem()
				 : near ? cli_usage(cli, _("'--%1$s' does not know '%2$s'; did you mean '%3$s'?"), row->name,
									text, near)
						: cli_usage(cli, _("'--%1$s' does not know '%2$s'; it takes %3$s"), row->name, text,
									buf_string(&all));
	buf_free(&all);
	return status;
}

/* No list is longer than the command line. */
static int push(struct cli *cli, struct option_values *values, const char *text, int order)
{
	if (!values->at)
		values->at = ARENA_ARRAY(cli->arena, cli->word_count, struct option_value);
	if (!values->at)
		return cli_nomem();
	values->at[values->count++] = (struct option_value){text, order};
	return CLI_FINE;
}

static int store(struct cli *cli, const struct option_row *row, void *base, const char *value, int order)
{
	void *field = (char *)base + row->offset;
	int status = row->choices ? check_choice(cli, row, value) : CLI_FINE;
	if (status != CLI_FINE)
		return status;
	switch (row->type) {
	case OPTION_FLAG: *(bool *)field = true; return CLI_FINE;
	case OPTION_TEXT: *(const char **)field = value; return CLI_FINE;
	case OPTION_NUMBER:
	case OPTION_YEAR: return read_number(cli, row, value, field);
	case OPTION_LIST: break;
	}
	return push(cli, field, value, order);
}

/* The word of the command line that the option just read was written as; getopt_long takes any beginning of a
 * name that is not ambiguous, and a name that is added later would change what old scripts mean. */
static bool is_abbreviated(const struct option_row *row, char **argv)
{
	const char *word = argv[optind - 1];
	if (takes_value(row) && optarg == word)
		word = argv[optind - 2];
	size_t length = strcspn(word + 2, "=");
	return strlen(row->name) != length;
}

static int read_options(struct cli *cli, const struct grammar *grammar, int argc, char **argv)
{
	int code;
	opterr = 0;
	optind = 0; /* glibc: start over */
	while ((code = getopt_long(argc, argv, grammar->letters, grammar->options, NULL)) != -1) {
		size_t at;
		const struct option_row *row = row_of(grammar, code, &at);
		if (code == '?' || code == ':')
			return refused(cli, grammar, code, argv[optind - 1]);
		assert(row);
		if (code >= ROW_BASE && is_abbreviated(row, argv))
			return unknown_option(cli, grammar,
								  optarg == argv[optind - 1] ? argv[optind - 2] : argv[optind - 1]);
		int status = store(cli, row, grammar->base[at], optarg, cli->order++);
		if (status != CLI_FINE)
			return status;
	}
	return CLI_FINE;
}

static int find_command(struct cli *cli, const char *name)
{
	cli->command = command_find(name);
	if (cli->command)
		return CLI_FINE;
	const char *near = command_similar(name);
	if (near)
		return cli_usage(cli, _("unknown command '%1$s'; did you mean '%2$s'?"), name, near);
	return cli_usage(cli, _("unknown command '%s'"), name);
}

static int choose_format(struct cli *cli)
{
	const struct command *command = cli->command;
	struct option_row row = {.name = "format", .choices = command->formats};
	if (!command->formats && (cli->json || cli->formats.count))
		return cli_usage(cli, _("'%1$s' has no '%2$s'"), command->name, cli->json ? "--json" : "--format");
	for (size_t i = 0; i < cli->formats.count; i++)
		if (check_choice(cli, &row, cli->formats.at[i].text) != CLI_FINE)
			return CLI_USAGE;
	if (!command->many_outputs && cli->outputs.count > 1)
		return cli_usage(cli, _("'-o' may be given once"));
	if (command->formats)
		cli->format = cli->formats.count ? cli->formats.at[cli->formats.count - 1].text
					  : cli->json        ? "json"
										 : command->formats[0];
	return CLI_FINE;
}

static int check_operands(struct cli *cli)
{
	const struct command *command = cli->command;
	if (cli->operand_count < command->operands_min)
		return cli_usage(cli, _("'%1$s' needs %2$s"), command->name, _(command->operands));
	if (command->operands_max != OPERANDS_ANY && cli->operand_count > command->operands_max)
		return cli_usage(cli, _("'%1$s' does not take '%2$s'"), command->name,
						 cli->operands[command->operands_max]);
	return CLI_FINE;
}

static int read_command(struct cli *cli, int argc, char **argv)
{
	struct grammar grammar = {.letters = ":"};
	cli->settings = arena_alloc(cli->arena, cli->command->settings_size);
	if (!cli->settings)
		return cli_nomem();
	add_rows(&grammar, cli->command->options, cli->settings);
	add_rows(&grammar, global_options, cli);
	int status = read_options(cli, &grammar, argc, argv);
	if (status != CLI_FINE || cli->help || cli->version)
		return status;
	cli->operands = argv + optind;
	cli->operand_count = argc - optind;
	status = choose_format(cli);
	return status == CLI_FINE ? check_operands(cli) : status;
}

int options_read(struct cli *cli, int argc, char **argv)
{
	struct grammar grammar = {.letters = "+:"};
	cli->word_count = (size_t)argc;
	cli->arena = arena_new();
	if (!cli->arena)
		return cli_nomem();
	add_rows(&grammar, global_options, cli);
	int status = read_options(cli, &grammar, argc, argv);
	if (status != CLI_FINE || optind >= argc)
		return status;
	int first = optind;
	status = find_command(cli, argv[first]);
	return status == CLI_FINE ? read_command(cli, argc - first, argv + first) : status;
}

void options_free(struct cli *cli)
{
	arena_free(cli->arena);
	cli->arena = NULL;
}
