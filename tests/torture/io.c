/*
 * Runs commands of plan with the system failing under them: each call of the operating system fails in turn,
 * with each reason that it may have; reads and writes take one byte at a time or are interrupted; files grow
 * and shrink while they are read.
 *
 *     io [-s STEP] FOLDER FILE     FOLDER: one to write files in; FILE: command lines, see run.h
 *
 * Each command also runs with `-o FOLDER/out`, where the file must be the old or the new one whatever fails,
 * and when the program is killed at any call; and `init FOLDER/out` must make a whole file or none.
 *
 * A run may end as the clean one did, with its output; or with status 3 and one more line on standard error
 * than there was reason for without the failure, and then nothing may be on standard output but what a
 * failing write left there, or a report of `check` that names the file that could not be read. -s tries every
 * STEP-th call only. Ends in 'N passed, N failed', counting commands.
 */
#include "run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- the system that fails -------------------------------------------------------------------------------
 */

enum call {
	CALL_OPEN,
	CALL_READ,
	CALL_WRITE,
	CALL_WRITE_OUT,
	CALL_WRITE_ERROR,
	CALL_CLOSE,
	CALL_STAT,
	CALL_FSTAT,
	CALL_ACCESS,
	CALL_OPENDIR,
	CALL_READDIR,
	CALL_REALPATH,
	CALL_MKOSTEMP,
	CALL_FCHMOD,
	CALL_FSYNC,
	CALL_RENAME,
	CALL_LINK,
	CALL_UNLINK,
	CALL_GETCWD
};

/* Their names, and why they fail, 0 behind the last. */
static const struct {
	const char *name;
	int reasons[4];
} calls[] = {
	[CALL_OPEN] = {"open", {EACCES, EMFILE, ENOMEM}},
	[CALL_READ] = {"read", {EIO, EISDIR}},
	[CALL_WRITE] = {"write to a file", {ENOSPC, EIO, EFBIG}},
	[CALL_WRITE_OUT] = {"write", {ENOSPC, EPIPE, EBADF}},
	[CALL_WRITE_ERROR] = {"write an error", {ENOSPC, EPIPE, EBADF}},
	[CALL_CLOSE] = {"close", {EIO}},
	[CALL_STAT] = {"stat", {EACCES}},
	[CALL_FSTAT] = {"fstat", {EIO}},
	[CALL_ACCESS] = {"access", {EACCES}},
	[CALL_OPENDIR] = {"opendir", {EACCES, EMFILE}},
	[CALL_READDIR] = {"readdir", {EIO}},
	[CALL_REALPATH] = {"realpath", {EACCES}},
	[CALL_MKOSTEMP] = {"mkostemp", {EACCES, ENOSPC, EROFS}},
	[CALL_FCHMOD] = {"fchmod", {EIO}},
	[CALL_FSYNC] = {"fsync", {EIO, ENOSPC}},
	[CALL_RENAME] = {"rename", {EACCES, EIO}},
	[CALL_LINK] = {"link", {EACCES, EIO}},
	[CALL_UNLINK] = {"unlink", {EACCES}},
	[CALL_GETCWD] = {"getcwd", {ENOENT}},
};

enum weather {
	WEATHER_FINE,
	WEATHER_FAIL,      /* the call `at` fails */
	WEATHER_KILL,      /* the program is killed before the call `at` */
	WEATHER_BYTES,     /* one byte at a time */
	WEATHER_INTERRUPT, /* every other read and write is interrupted */
	WEATHER_AGAIN,     /* every other read and write would have to wait */
	WEATHER_GROWS,     /* a file holds more than it was said to */
	WEATHER_SHRINKS,   /* a file ends in the middle */
	WEATHER_GONE       /* a file is empty when it is read */
};

/* Shared with the fork that runs the command. */
static struct fault {
	bool armed, happened;
	enum weather weather;
	long at;
	int reason;
	long calls;
	enum call hit; /* the call `at` */
} * fault;

static bool fails(enum call call)
{
	if (!fault || !fault->armed)
		return false;
	if (++fault->calls != fault->at)
		return false;
	fault->hit = call;
	fault->happened = true;
	if (fault->weather == WEATHER_KILL)
		raise(SIGKILL);
	errno = fault->reason;
	return fault->weather == WEATHER_FAIL && fault->reason;
}

/* The function, its kind, its type, what it gives when it fails, its parameters, their names. */
#define WRAP(name, call, type, failure, parameters, names)                                                   \
	type __real_##name parameters;                                                                           \
	type __wrap_##name parameters;                                                                           \
	type __wrap_##name parameters                                                                            \
	{                                                                                                        \
		return fails(call) ? (failure) : __real_##name names;                                                \
	}

WRAP(stat, CALL_STAT, int, -1, (const char *path, struct stat *about), (path, about))
WRAP(access, CALL_ACCESS, int, -1, (const char *path, int mode), (path, mode))
WRAP(opendir, CALL_OPENDIR, DIR *, NULL, (const char *path), (path))
WRAP(readdir, CALL_READDIR, struct dirent *, NULL, (DIR * folder), (folder))
WRAP(realpath, CALL_REALPATH, char *, NULL, (const char *path, char *out), (path, out))
WRAP(__realpath_chk, CALL_REALPATH, char *, NULL, (const char *path, char *out, size_t room),
	 (path, out, room))
WRAP(mkostemp, CALL_MKOSTEMP, int, -1, (char *path, int flags), (path, flags))
WRAP(fchmod, CALL_FCHMOD, int, -1, (int fd, mode_t mode), (fd, mode))
WRAP(fsync, CALL_FSYNC, int, -1, (int fd), (fd))
WRAP(rename, CALL_RENAME, int, -1, (const char *from, const char *to), (from, to))
WRAP(renameat2, CALL_RENAME, int, -1,
	 (int from_at, const char *from, int to_at, const char *to, unsigned flags),
	 (from_at, from, to_at, to, flags))
WRAP(link, CALL_LINK, int, -1, (const char *from, const char *to), (from, to))
WRAP(unlink, CALL_UNLINK, int, -1, (const char *path), (path))
WRAP(getcwd, CALL_GETCWD, char *, NULL, (char *out, size_t room), (out, room))
WRAP(__getcwd_chk, CALL_GETCWD, char *, NULL, (char *out, size_t room, size_t has), (out, room, has))

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
	va_list args;
	va_start(args, flags);
	mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
	va_end(args);
	return fails(CALL_OPEN) ? -1 : __real_open(path, flags, mode);
}

/* A failing close has closed the file all the same. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
	int status = __real_close(fd);
	return fails(CALL_CLOSE) ? -1 : status;
}

int __real_fstat(int fd, struct stat *about);
int __wrap_fstat(int fd, struct stat *about);
int __wrap_fstat(int fd, struct stat *about)
{
	int status = fails(CALL_FSTAT) ? -1 : __real_fstat(fd, about);
	if (fault->weather == WEATHER_GROWS)
		about->st_size /= 3;
	return status;
}

/* Whether a read or write is turned away: every other one is, and every third would not wait. */
static bool disturbed(void)
{
	static long count;
	bool now = fault->armed && ++count % 2 == 0;
	if (!now || (fault->weather != WEATHER_INTERRUPT && fault->weather != WEATHER_AGAIN))
		return false;
	errno = fault->weather == WEATHER_AGAIN ? EAGAIN : EINTR;
	return fault->happened = true;
}

static size_t measure(size_t length)
{
	return fault->armed && fault->weather == WEATHER_BYTES && length ? 1 : length;
}

ssize_t __real_read(int fd, void *bytes, size_t room);
ssize_t __wrap_read(int fd, void *bytes, size_t room);
ssize_t __wrap_read(int fd, void *bytes, size_t room)
{
	struct stat about;
	if (fails(CALL_READ) || disturbed())
		return -1;
	if (fault->weather == WEATHER_GONE)
		return 0;
	if (fault->weather == WEATHER_SHRINKS && __real_fstat(fd, &about) == 0) {
		off_t at = lseek(fd, 0, SEEK_CUR);
		size_t left = at < about.st_size / 2 ? (size_t)(about.st_size / 2 - at) : 0;
		return __real_read(fd, bytes, left < room ? left : room);
	}
	return __real_read(fd, bytes, measure(room));
}

ssize_t __real_write(int fd, const void *bytes, size_t length);
ssize_t __wrap_write(int fd, const void *bytes, size_t length);
ssize_t __wrap_write(int fd, const void *bytes, size_t length)
{
	enum call call = fd == 1 ? CALL_WRITE_OUT : fd == 2 ? CALL_WRITE_ERROR : CALL_WRITE;
	if (fails(call) || disturbed())
		return -1;
	return __real_write(fd, bytes, measure(length));
}

static void arm(bool begins)
{
	fault->armed = begins;
}

/* --- the file that is written ----------------------------------------------------------------------------
 */

static const char *folder;
static char out_path[4096];
static const char old_content[] = "what stood there before\n";

static void put_old_file(void)
{
	int fd = open(out_path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd < 0 || write(fd, old_content, sizeof old_content - 1) < 0 || close(fd))
		abort();
}

/* Whether there is one. */
static bool read_file(struct text *text)
{
	int fd = open(out_path, O_RDONLY);
	ssize_t size = fd < 0 ? 0 : read(fd, text->bytes, sizeof text->bytes - 1);
	text->size = size > 0 ? (size_t)size : 0;
	text->bytes[text->size] = '\0';
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* How many files besides `out` lie in the folder, which are removed. */
static int sweep(void)
{
	DIR *dir = opendir(folder);
	int count = 0;
	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		char path[8192];
		if (!strcmp(entry->d_name, "out") || entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		count += unlink(path) == 0;
	}
	if (dir)
		closedir(dir);
	return count;
}

/* --- all runs of a command -------------------------------------------------------------------------------
 */

struct trial {
	const struct command *command;
	bool to_file, fresh; /* fresh: there is no file before */
	struct result clean, result;
	struct text written, found; /* by the clean run; after the one that is judged */
	long calls;                 /* of the clean run */
	int complaints;
};

static void complain(struct trial *t, const char *wrong, const struct result *result)
{
	static const char *const weathers[] = {
		[WEATHER_FAIL] = "fails",
		[WEATHER_KILL] = "killed",
		[WEATHER_BYTES] = "one byte a time",
		[WEATHER_INTERRUPT] = "interrupts",
		[WEATHER_AGAIN] = "would wait",
		[WEATHER_GROWS] = "file grows",
		[WEATHER_SHRINKS] = "file shrinks",
		[WEATHER_GONE] = "file is emptied",
	};
	if (t->complaints++ >= 3)
		return;
	printf("not ok: %s%s: ", t->command->line, t->to_file ? " -o out" : "");
	if (fault->at)
		printf("call %ld (%s, %s) ", fault->at, calls[fault->hit].name, strerror(fault->reason));
	printf("%s: %s (status %d)\n%.1000s", weathers[fault->weather], wrong, result->status,
		   result->error.bytes);
}

static void start(struct trial *t, enum weather weather, long at, int reason, struct result *result)
{
	if (t->fresh)
		unlink(out_path);
	else if (t->to_file)
		put_old_file();
	*fault = (struct fault){.weather = weather, .at = at, .reason = reason};
	run(t->command, arm, result);
}

/* Whether a report of `check` says which file could not be read. */
static bool tells(const struct text *report)
{
	return strstr(report->bytes, "unreadable-file") || strstr(report->bytes, "PLAN014");
}

/* Whether standard output may hold something although the run has failed. */
static bool may_have_output(const struct trial *t, const struct result *result)
{
	if (fault->hit == CALL_WRITE_OUT) /* the beginning of what the clean run wrote */
		return result->out.size <= t->clean.out.size &&
			   !memcmp(result->out.bytes, t->clean.out.bytes, result->out.size);
	return tells(&result->out);
}

static const char *judge_end(const struct trial *t, const struct result *result)
{
	const struct result *clean = &t->clean;
	bool same_out = text_same(&clean->out, &result->out),
		 same_error = text_same(&clean->error, &result->error);
	if (result->status == SANITIZER_STATUS)
		return "a sanitizer speaks";
	if (result->status >= 128)
		return "it dies or hangs";
	if (fault->hit == CALL_WRITE_ERROR)
		return result->status == clean->status && same_out ? NULL : "it does not end as it should";
	if (fault->hit == CALL_WRITE_OUT && fault->reason == EPIPE)
		return result->status == clean->status && same_error ? NULL : "a closed pipe is no error";
	if (result->status == clean->status && same_out && same_error)
		return NULL;
	if (!strcmp(t->command->argv[1], "complete") && result->status == clean->status && !result->out.size)
		return NULL; /* whoever presses Tab is not told why nothing comes */
	if (result->status != TROUBLE_STATUS)
		return "it ends with a status that is neither the clean one nor 3, or says that all is well";
	if (result->out.size && !same_out && !may_have_output(t, result))
		return "it fails with something on standard output";
	if (!tells(&result->out) && text_lines(&result->error) == 0)
		return "it fails without a word";
	return text_lines(&result->error) > text_lines(&clean->error) + 1 ? "it fails with more than one line"
																	  : NULL;
}

static const char *judge_file(struct trial *t, const struct result *result)
{
	if (!t->to_file)
		return NULL;
	struct text *now = &t->found;
	bool there = read_file(now);
	bool old = t->fresh ? !there
						: now->size == sizeof old_content - 1 && !memcmp(now->bytes, old_content, now->size);
	bool new = there &&text_same(now, &t->written);
	int left = sweep();
	if (!old && !new)
		return tells(now) ? NULL : "the file is neither old nor new";
	if (fault->weather == WEATHER_KILL)
		return NULL;
	if (left && fault->hit != CALL_UNLINK)
		return "a file is left behind";
	return result->status == t->clean.status && !new ? "it says that all is well, and the file is the old one"
													 : NULL;
}

static long failures; /* runs in which a call failed, or the program was killed at it */

static void try(struct trial *t, enum weather weather, long at, int reason)
{
	failures += at > 0;
	start(t, weather, at, reason, &t->result);
	const char *wrong = weather == WEATHER_KILL ? NULL : judge_end(t, &t->result);
	if (!wrong)
		wrong = judge_file(t, &t->result);
	if (wrong)
		complain(t, wrong, &t->result);
}

/* The file that a command reads is another one: any end is fine that is no crash. */
static void try_change(struct trial *t, enum weather weather)
{
	struct result *result = &t->result;
	start(t, weather, 0, 0, result);
	if (result->status >= 128 || result->status == SANITIZER_STATUS)
		complain(t, "it dies or hangs", result);
	else if (result->status && !result->out.size && !text_lines(&result->error) && !t->to_file)
		complain(t, "it fails without a word", result);
	sweep();
}

static bool torture(struct trial *t, const struct command *command, bool to_file, bool fresh, long first,
					long step)
{
	t->command = command;
	t->to_file = to_file;
	t->fresh = fresh;
	t->complaints = 0;
	start(t, WEATHER_FINE, 0, 0, &t->clean);
	t->calls = fault->calls;
	if (t->clean.status > TROUBLE_STATUS) {
		printf("not ok: %s: ends with status %d\n%s", command->line, t->clean.status, t->clean.error.bytes);
		return false;
	}
	if (to_file)
		read_file(&t->written);
	try(t, WEATHER_BYTES, 0, 0);
	try(t, WEATHER_INTERRUPT, 0, 0);
	try(t, WEATHER_AGAIN, 0, 0);
	try(t, WEATHER_GROWS, 0, 0);
	try_change(t, WEATHER_SHRINKS);
	try_change(t, WEATHER_GONE);
	for (long at = first; at <= t->calls; at += step) {
		start(t, WEATHER_FAIL, at, 0, &t->clean); /* which call it is */
		enum call call = fault->hit;
		for (const int *reason = calls[call].reasons; *reason; reason++)
			try(t, WEATHER_FAIL, at, *reason);
		if (to_file)
			try(t, WEATHER_KILL, at, 0);
	}
	return t->complaints == 0;
}

/* Whether a command takes -o at all: `out` is not yet among its words, and it is no wrong usage. */
static bool make_writer(struct trial *t, const struct command *command, struct command *writer)
{
	char line[sizeof command->line + sizeof out_path + 8];
	if (strstr(command->line, " -o ") || !strcmp(command->argv[1], "complete"))
		return false;
	snprintf(line, sizeof line, "%.4000s -o %s", command->line, out_path);
	command_make(writer, line);
	*fault = (struct fault){0};
	unlink(out_path);
	run(writer, arm, &t->result);
	return t->result.status < 2 && access(out_path, F_OK) == 0;
}

/* Whether a command makes a file where it likes: what cannot be removed would stay there. `init` runs below.
 */
static bool leaves_file(const struct command *command)
{
	return !strcmp(command->argv[1], "init") && !strncmp(command->argv[command->argc - 1], "data/", 5);
}

/* `init` of a new file, and of one that is there. */
static bool torture_init(struct trial *t, struct command *init)
{
	char line[sizeof out_path + 8];
	snprintf(line, sizeof line, "init %s", out_path);
	command_make(init, line);
	bool ok = torture(t, init, true, true, 1, 1);
	return torture(t, init, true, false, 1, 1) && ok;
}

int main(int argc, char **argv)
{
	struct command *commands = shared((COMMANDS_MAX + 1) * sizeof *commands),
				   *writer = &commands[COMMANDS_MAX];
	struct trial *t = shared(sizeof *t);
	long step = 1;
	int option, passed = 0, failed = 0;
	while ((option = getopt(argc, argv, "s:")) != -1)
		if (option == 's')
			step = strtol(optarg, NULL, 10);
	size_t count =
		optind + 2 == argc && step > 0 ? commands_read(argv[optind + 1], commands, COMMANDS_MAX) : 0;
	if (!count) {
		fputs("usage: io [-s STEP] FOLDER FILE\n", stderr);
		return 2;
	}
	folder = argv[optind];
	snprintf(out_path, sizeof out_path, "%s/out", folder);
	fault = shared(sizeof *fault);
	for (long number = 0; number < (long)count; number++) {
		const struct command *command = &commands[number];
		if (leaves_file(command))
			continue;
		bool ok = torture(t, command, false, false, 1 + number % step, step);
		if (make_writer(t, command, writer))
			ok = torture(t, writer, true, false, 1 + number % step, step) && ok;
		*(ok ? &passed : &failed) += 1;
	}
	*(torture_init(t, writer) ? &passed : &failed) += 1;
	unlink(out_path);
	printf("system: %ld failures in %d commands\n", failures, passed + failed);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
