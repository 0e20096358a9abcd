#include "cli/pager.h"

#include "cli/descriptor.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
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

bool pager_possible(const struct cli *cli)
{
	const char *pager = pager_command();
	if (!cli->out.is_terminal || !cli->out.height || cli->no_pager || !*pager || !strcmp(pager, "cat"))
		return false;
	const char *term = getenv("TERM");
	return term && strcmp(term, "dumb") != 0;
}

bool pager_wanted(const struct cli *cli, const struct buf *out)
{
	unsigned lines = 0;
	if (!pager_possible(cli))
		return false;
	for (size_t i = 0; i < out->length && lines < cli->out.height; i++)
		lines += out->data[i] == '\n';
	return lines >= cli->out.height;
}

/* The shell in a process of its own, reading from `input`; what the others do not see of it (the signals that
 * this program ignores, the environment) is as pagers want it. Returns whether there is one. */
static bool start(int input, pid_t *child)
{
	char *const arguments[] = {"sh", "-c", (char *)pager_command(), NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t usual;
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGXFSZ);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	posix_spawnattr_setsigdefault(&how, &usual);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
	setenv("LESS", "FRX", 0);          /* leave when it fits, let colours through, keep the screen */
	setenv("LESSCHARSET", "utf-8", 0); /* what plans are written in, whatever the locale */
	setenv("LV", "-c", 0);
	bool started = posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO) == 0 &&
				   posix_spawn(child, "/bin/sh", &files, &how, arguments, environ) == 0;
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&how);
	return started;
}

bool pager_show(const struct buf *out)
{
	int ends[2], status;
	pid_t child;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	bool started = start(ends[0], &child);
	close(ends[0]);
	if (started) {
		signal(SIGINT, SIG_IGN); /* Ctrl-C is the pager's while it runs */
		descriptor_write(ends[1], buf_string(out), out->length);
	}
	close(ends[1]);
	if (!started)
		return false;
	bool exited = waitpid(child, &status, 0) == child && WIFEXITED(status);
	signal(SIGINT, SIG_DFL);
	return !exited || (WEXITSTATUS(status) != NOT_FOUND && WEXITSTATUS(status) != NOT_RUNNABLE);
}
