#include "cli/output.h"

#include "base/text.h"
#include "cli/descriptor.h"
#include "cli/pager.h"
#include "cli/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct screen output_screen(const struct cli *cli, struct buf *out)
{
	bool colour = cli->out.colour;
	if (cli->outputs.count)
		colour = cli->color && !strcmp(cli->color, "always");
	return (struct screen){.out = out, .width = cli->out.width, .colour = colour, .ascii = cli->out.ascii};
}

/* Writes bytes to a descriptor that somebody may be reading along at. */
typedef bool writer(int fd, const char *bytes, size_t length);

static int failed(const struct cli *cli, const char *name)
{
	cli_error(cli, _("cannot write to %1$s: %2$s"), name, reason_text(errno));
	return CLI_TROUBLE;
}

/* Standard output, to which others may be appending: checked to be open, and that what was written arrived.
 */
static int to_stdout(const struct cli *cli, const struct buf *out, writer *write_all)
{
	if (pager_wanted(cli, out) && pager_show(out))
		return CLI_FINE;
	if (write_all(STDOUT_FILENO, buf_string(out), out->length) || errno == EPIPE)
		return CLI_FINE;
	return failed(cli, _("standard output"));
}

/* The signals that would leave a half-written file behind wait until it is whole or gone. */
static void hold_signals(sigset_t *before)
{
	sigset_t held;
	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGHUP);
	sigprocmask(SIG_BLOCK, &held, before);
}

static bool fill(int fd, mode_t mode, const struct buf *out)
{
	bool whole =
		fchmod(fd, mode) == 0 && descriptor_write(fd, buf_string(out), out->length) && fsync(fd) == 0;
	if (whole)
		return close(fd) == 0;
	int reason = errno;
	close(fd);
	errno = reason;
	return false;
}

static mode_t default_mode(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* Gives a file a name that nothing has yet. Not every file system has links, or this way to rename. */
static int name_anew(const char *beside, const char *path)
{
	if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return 0;
	return errno == EEXIST ? -1 : link(beside, path);
}

/* Writes a new file beside `path` and gives it that name; errno says why not. `fresh`: nothing may have it
 * yet. */
static bool place(const char *path, mode_t mode, bool fresh, const struct buf *out)
{
	char beside[PATH_MAX];
	if (snprintf(beside, sizeof beside, "%s.XXXXXX", path) >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return false;
	}
	sigset_t before;
	hold_signals(&before);
	int fd = mkostemp(beside, O_CLOEXEC);
	bool done = fd >= 0 && fill(fd, mode, out) && (fresh ? name_anew : rename)(beside, path) == 0;
	int reason = errno;
	if (fd >= 0 && (fresh || !done))
		unlink(beside);
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = reason;
	return done;
}

static bool write_in_place(const char *name, const struct buf *out, writer *write_all)
{
	int fd = open(name, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool done = write_all(fd, buf_string(out), out->length);
	int reason = errno;
	close(fd);
	errno = reason;
	return done || errno == EPIPE;
}

static int to_file(const struct cli *cli, const char *name, const struct buf *out, writer *write_all)
{
	if (out->failed)
		return cli_nomem();
	if (!strcmp(name, "-"))
		return to_stdout(cli, out, write_all);
	struct stat about;
	char target[PATH_MAX];
	bool exists = stat(name, &about) == 0;
	bool unknown = !exists && errno != ENOENT; /* what it is: it could be a device */
	bool done;
	if (unknown) {
		done = false;
	} else if (exists && S_ISDIR(about.st_mode)) {
		errno = EISDIR;
		done = false;
	} else if (exists && !S_ISREG(about.st_mode)) {
		done = write_in_place(name, out, write_all);
	} else if (exists) { /* through a symbolic link, to the file that it names */
		done = realpath(name, target) && place(target, about.st_mode & 07777, false, out);
	} else {
		done = place(name, default_mode(), false, out);
	}
	return done ? CLI_FINE : failed(cli, name);
}

int output_file(const struct cli *cli, const char *name, const struct buf *out)
{
	return to_file(cli, name, out, descriptor_write_lines);
}

int output_commands(const struct cli *cli, const char *name, const struct buf *out)
{
	return to_file(cli, name, out, descriptor_write);
}

int output_new_file(const struct cli *cli, const char *name, const struct buf *out)
{
	if (out->failed)
		return cli_nomem();
	if (place(name, default_mode(), true, out))
		return CLI_FINE;
	if (errno == EEXIST) {
		cli_error(cli, _("%s is there already and is not overwritten"), name);
		return CLI_TROUBLE;
	}
	return failed(cli, name);
}

int output_finish(const struct cli *cli, struct buf *out, int status)
{
	int written = cli->outputs.count ? output_file(cli, cli->outputs.at[0].text, out)
				  : out->failed      ? cli_nomem()
									 : to_stdout(cli, out, descriptor_write_lines);
	buf_free(out);
	return written == CLI_FINE ? status : written;
}
