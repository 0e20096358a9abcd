/*
 * What the user looks at: how wide it is, whether it has colours, whether it draws more than ASCII.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

enum { TERMINAL_WIDTH_DEFAULT = 80, TERMINAL_WIDTH_MIN = 40, TERMINAL_WIDTH_MAX = 200 };

struct terminal {
	bool is_terminal;
	bool colour;
	bool ascii;      /* the locale is not UTF-8: draw with ASCII only */
	unsigned width;  /* columns to lay out for */
	unsigned height; /* lines; 0 when it is no terminal */
};

/*
 * Looks at a stream. `color` is the --color option ("auto", "always", "never") or NULL for auto, which heeds
 * NO_COLOR, CLICOLOR_FORCE (no-color.org, bixense.com/clicolors) and TERM=dumb, in this order.
 */
struct terminal terminal_of(int fd, const char *color);

#endif
