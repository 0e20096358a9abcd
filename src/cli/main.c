#include "base/text.h"
#include "cli/cli.h"
#include "cli/help.h"
#include "cli/language.h"
#include "cli/options.h"

#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the options say of the language and the colours, before the rest of them is read: errors in the
 * command line are told in the language, too. The options themselves are checked when they are read. */
static const char *early(int argc, char **argv, const char *name)
{
	const char *value = NULL;
	size_t length = strlen(name);
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], name, length) != 0)
			continue;
		if (argv[i][length] == '=')
			value = argv[i] + length + 1;
		else if (!argv[i][length] && i + 1 < argc)
			value = argv[i + 1];
	}
	return value;
}

static int run(struct cli *cli, int argc, char **argv)
{
	const char *language = NULL;
	enum language_result spoken = language_choose(early(argc, argv, "--lang"), &language);
	const char *color = early(argc, argv, "--color");
	cli->out = terminal_of(STDOUT_FILENO, color);
	cli->error = terminal_of(STDERR_FILENO, color);
	int status = options_read(cli, argc, argv);
	if (status != CLI_FINE)
		return status;
	if (spoken == LANGUAGE_UNKNOWN)
		return cli_usage(cli, _("no translation into the language '%s' is installed"), language);
	if (spoken == LANGUAGE_NO_LOCALE)
		cli_error(cli,
				  "this system has no locale but 'C', so nothing can be translated into '%s'; "
				  "installing C.UTF-8 mends it",
				  language);
	if (cli->version)
		return help_version(cli);
	if (cli->help)
		return help_show(cli, cli->command);
	if (!cli->command)
		return help_show(cli, NULL) == CLI_FINE ? CLI_USAGE : CLI_TROUBLE;
	return cli->command->run(cli);
}

/* What one part of the work frees the next one needs, a file's bytes for its timeline, one plan's memory for
 * the next plan's: new pages of the system's cost more than all that is done with them. */
static void keep_memory(void)
{
	enum { KEPT = 1 << 30, GROWTH = 1 << 20 };
	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_MMAP_THRESHOLD, KEPT);
	mallopt(M_TOP_PAD, GROWTH);
}

int main(int argc, char **argv)
{
	struct cli cli = {0};
	keep_memory();
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write(2), which output.c knows how to take */
	signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files, too */
	int status = run(&cli, argc, argv);
	options_free(&cli);
	return status;
}
