#include "cli/cli.h"

#include "base/buf.h"
#include "base/text.h"
#include "format/escape.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Standard error is where failures are told; a failure to tell them cannot be told. */
static void write_error(const char *bytes, size_t length)
{
	while (length) {
		ssize_t written = write(STDERR_FILENO, bytes, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return;
		bytes += written;
		length -= (size_t)written;
	}
}

static void say(const struct cli *cli, const char *format, va_list args)
{
	struct buf message = {0}, line = {0};
	buf_vprintf(&message, format, args);
	buf_text(&line, cli->error.colour ? "\033[1mplan:\033[0m " : "plan: ");
	escape_terminal(&line, buf_string(&message), message.length);
	buf_char(&line, '\n');
	if (message.failed || line.failed)
		cli_nomem();
	else
		write_error(line.data, line.length);
	buf_free(&line);
	buf_free(&message);
}

void cli_error(const struct cli *cli, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(cli, format, args);
	va_end(args);
}

int cli_usage(const struct cli *cli, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(cli, format, args);
	va_end(args);
	if (cli->command)
		cli_error(cli, _("see 'plan help %s'"), cli->command->name);
	else
		cli_error(cli, _("see 'plan help'"));
	return CLI_USAGE;
}

int cli_nomem(void)
{
	const char *line = _("plan: out of memory\n");
	write_error(line, strlen(line));
	return CLI_TROUBLE;
}

bool cli_format_is(const struct cli *cli, const char *name)
{
	return cli->format && !strcmp(cli->format, name);
}
