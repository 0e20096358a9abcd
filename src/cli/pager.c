#include "cli/pager.h"

#include "cli/descriptor.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127, NOT_RUNNABLE = 126 }; /* what sh exits with, POSIX.1 2.8.2 */

/* Nobody asked for less by name, so that where there is none nothing is said of it. */
static const char *const default_command = "command -v less >/dev/null || exit 127; exec less";

static const char *pager_command(void)
{
	const char *pager = getenv("PLAN_PAGER");
	if (!pager)
		pager = getenv("PAGER");
	return pager ? pager : default_command;
}

bool pager_wanted(const struct cli *cli, const struct buf *out)
{
	const char *pager = pager_command();
	if (!cli->out.is_terminal || !cli->out.height || cli->no_pager || !*pager || !strcmp(pager, "cat"))
		return false;
	const char *term = getenv("TERM");
	if (!term || !strcmp(term, "dumb"))
		return false;
	unsigned lines = 0;
	for (size_t i = 0; i < out->length && lines < cli->out.height; i++)
		lines += out->data[i] == '\n';
	return lines >= cli->out.height;
}

static void be_pager(const int pipe_ends[2])
{
	dup2(pipe_ends[0], STDIN_FILENO);
	close(pipe_ends[0]);
	close(pipe_ends[1]);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	setenv("LESS", "FRX", 0);          /* leave when it fits, let colours through, keep the screen */
	setenv("LESSCHARSET", "utf-8", 0); /* what plans are written in, whatever the locale */
	setenv("LV", "-c", 0);
	execl("/bin/sh", "sh", "-c", pager_command(), (char *)NULL);
	_exit(NOT_FOUND);
}

static int wait_for(pid_t child)
{
	int status;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool pager_show(const struct buf *out)
{
	int ends[2];
	if (pipe(ends) != 0)
		return false;
	pid_t child = fork();
	if (child == 0)
		be_pager(ends);
	close(ends[0]);
	if (child > 0) {
		signal(SIGINT, SIG_IGN); /* Ctrl-C is the pager's while it runs */
		descriptor_write(ends[1], buf_string(out), out->length);
	}
	close(ends[1]);
	if (child < 0)
		return false;
	int status = wait_for(child);
	signal(SIGINT, SIG_DFL);
	return status != NOT_FOUND && status != NOT_RUNNABLE;
}
