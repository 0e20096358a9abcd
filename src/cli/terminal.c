#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value && *value;
}

static bool wants_colour(const char *color, bool is_terminal)
{
	if (color && !strcmp(color, "always"))
		return true;
	if (color && !strcmp(color, "never"))
		return false;
	if (is_set("NO_COLOR"))
		return false;
	const char *force = getenv("CLICOLOR_FORCE");
	if (force && *force && strcmp(force, "0") != 0)
		return true;
	const char *term = getenv("TERM");
	return is_terminal && term && *term && strcmp(term, "dumb") != 0;
}

/* The character set that the locale names, without loading the locale: that alone would double the start-up.
 */
static bool locale_is_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *locale = getenv(names[i]);
		if (locale && *locale) {
			const char *set = strchr(locale, '.');
			return set && (!strncasecmp(set + 1, "UTF-8", 5) || !strncasecmp(set + 1, "utf8", 4));
		}
	}
	return false;
}

static unsigned within(long columns)
{
	return columns < TERMINAL_WIDTH_MIN   ? TERMINAL_WIDTH_MIN
		   : columns > TERMINAL_WIDTH_MAX ? TERMINAL_WIDTH_MAX
										  : (unsigned)columns;
}

static unsigned environment_width(void)
{
	const char *columns = getenv("COLUMNS");
	char *end = NULL;
	long wide = columns ? strtol(columns, &end, 10) : 0;
	return wide > 0 && !*end ? within(wide) : TERMINAL_WIDTH_DEFAULT;
}

struct terminal terminal_of(int fd, const char *color)
{
	struct winsize size = {0};
	struct terminal terminal = {.is_terminal = ioctl(fd, TIOCGWINSZ, &size) == 0};
	terminal.colour = wants_colour(color, terminal.is_terminal);
	terminal.ascii = !locale_is_utf8();
	terminal.width = size.ws_col ? within(size.ws_col) : environment_width();
	terminal.height = size.ws_row;
	return terminal;
}
