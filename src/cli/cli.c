#include "cli/cli.h"

#include "base/buf.h"
#include "base/text.h"
#include "cli/descriptor.h"
#include "format/escape.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE_MAX = 8192 };

/* Standard error is where failures are told; a failure to tell them cannot be told. */
static void write_error(const char *bytes, size_t length)
{
	descriptor_write_lines(STDERR_FILENO, bytes, length);
}

/* Puts a question mark for every byte that a terminal should not see: for when there is no memory to escape
 * it. */
static void mask(char *text, size_t length)
{
	for (size_t i = 0, size; i < length; i += size) {
		uint32_t code_point;
		size = text_decode(text + i, length - i, &code_point);
		if (!size || text_is_hidden(code_point)) {
			size = size ? size : 1;
			memset(text + i, '?', size);
		}
	}
}

/* What is wrong must be told without memory, too, so the message is made in place; it is cut where it is
 * absurd. */
static void say(const struct cli *cli, const char *format, va_list args)
{
	char message[MESSAGE_MAX] = "";
	struct buf line = {0};
	const char *name = cli->error.colour ? "\033[1mplan:\033[0m " : "plan: ";
	vsnprintf(message, sizeof message, format, args);
	size_t length = strlen(message);
	buf_text(&line, name);
	escape_terminal(&line, message, length);
	buf_char(&line, '\n');
	if (line.failed) {
		mask(message, length);
		write_error(name, strlen(name));
		write_error(message, length);
		write_error("\n", 1);
	} else {
		write_error(line.data, line.length);
	}
	buf_free(&line);
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
	return !strcmp(cli->format, name);
}
