#include "cli/finder.h"

#include "base/buf.h"
#include "base/text.h"
#include "cli/reason.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { UPWARD_MAX = 256 };

static const char *const plan_names[] = {"plan.yaml", "plan.yml"};

static bool is_folder(const char *name)
{
	struct stat about;
	return stat(name, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool is_plan_name(const char *name)
{
	static const char suffix[] = ".plan.yaml";
	size_t length = strlen(name), end = sizeof suffix - 1;
	return !strcmp(name, plan_names[0]) || !strcmp(name, plan_names[1]) ||
		   (length > end && !strcmp(name + length - end, suffix));
}

/* Takes over the text of `name`; false when memory ran out. */
static bool push(struct file_names *files, struct buf *name)
{
	char **slot = name->failed ? NULL : VEC_PUSH(&files->names);
	if (slot)
		*slot = name->data;
	else
		buf_free(name);
	return slot;
}

static bool push_path(struct file_names *files, const char *folder, const char *name)
{
	struct buf path = {0};
	if (folder && strcmp(folder, ".") != 0) {
		buf_text(&path, folder);
		if (path.length && path.data[path.length - 1] != '/')
			buf_char(&path, '/');
	}
	buf_text(&path, name);
	return push(files, &path);
}

static bool is_entry_folder(int folder, const struct dirent *entry)
{
	struct stat about;
	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return fstatat(folder, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(about.st_mode);
}

/* Adds the plans of one folder to `files`, the folders in it to `folders`. */
static int read_folder(const struct cli *cli, const char *name, struct file_names *files,
					   struct file_names *folders)
{
	DIR *folder = opendir(name);
	struct dirent *entry;
	int status = CLI_FINE;
	while (folder && status == CLI_FINE && (errno = 0, entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		bool below = is_entry_folder(dirfd(folder), entry);
		if (!below && !is_plan_name(entry->d_name))
			continue;
		if (!push_path(below ? folders : files, name, entry->d_name))
			status = cli_nomem();
	}
	if (status == CLI_FINE && errno) {
		cli_error(cli, _("cannot read the folder %1$s: %2$s"), name, reason_text(errno));
		status = CLI_TROUBLE;
	}
	if (folder)
		closedir(folder);
	return status;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int search_folder(const struct cli *cli, const char *name, struct file_names *files)
{
	struct file_names folders = {0};
	size_t first = files->names.count;
	int status = push_path(&folders, NULL, name) ? CLI_FINE : cli_nomem();
	for (size_t i = 0; status == CLI_FINE && i < folders.names.count; i++)
		status = read_folder(cli, folders.names.at[i], files, &folders);
	finder_free(&folders);
	size_t found = files->names.count - first;
	if (found)
		qsort(files->names.at + first, found, sizeof *files->names.at, by_name);
	if (status == CLI_FINE && !found) {
		cli_error(cli, _("there is no plan in the folder %s: no *.plan.yaml, plan.yaml or plan.yml"), name);
		return CLI_TROUBLE;
	}
	return status;
}

static int add(const struct cli *cli, const char *name, struct file_names *files)
{
	if (is_folder(name))
		return search_folder(cli, name, files);
	return push_path(files, NULL, name) ? CLI_FINE : cli_nomem();
}

/* Adds the plan that lies in a folder ("" or "../../"); CLI_USAGE when there is none. */
static int try_folder(const char *folder, struct file_names *files)
{
	for (size_t i = 0; i < sizeof plan_names / sizeof *plan_names; i++) {
		struct buf path = {0};
		buf_text(&path, folder);
		buf_text(&path, plan_names[i]);
		if (path.failed || access(path.data, F_OK) == 0)
			return push(files, &path) ? CLI_FINE : cli_nomem();
		buf_free(&path);
	}
	return CLI_USAGE;
}

/* The nearest plan from the current folder upward: "plan.yaml", "../plan.yaml", ... */
static int search_upward(const struct cli *cli, struct file_names *files)
{
	struct buf folder = {0};
	struct stat below, about = {0};
	int status = CLI_USAGE;
	bool more = stat(".", &about) == 0;
	for (int i = 0; i < UPWARD_MAX && more && status == CLI_USAGE; i++) {
		status = try_folder(buf_string(&folder), files);
		below = about;
		buf_text(&folder, "../");
		more = !folder.failed && stat(folder.data, &about) == 0 &&
			   (about.st_ino != below.st_ino || about.st_dev != below.st_dev); /* the root is above itself */
	}
	if (folder.failed)
		status = cli_nomem();
	buf_free(&folder);
	if (status == CLI_USAGE)
		return cli_usage(cli, _("there is no plan.yaml here or in a folder above: name a plan with -f FILE"));
	return status;
}

int finder_files(const struct cli *cli, bool operands, struct file_names *files)
{
	int status = CLI_FINE;
	*files = (struct file_names){0};
	const char *given = getenv("PLAN_FILE");
	bool own = operands && cli->operand_count;
	for (int i = 0; own && i < cli->operand_count && status == CLI_FINE; i++)
		status = add(cli, cli->operands[i], files);
	for (size_t i = 0; i < cli->files.count && status == CLI_FINE; i++)
		status = add(cli, cli->files.at[i].text, files);
	if (own || cli->files.count)
		return status;
	return given && *given ? add(cli, given, files) : search_upward(cli, files);
}

void finder_free(struct file_names *files)
{
	for (size_t i = 0; i < files->names.count; i++)
		free(files->names.at[i]);
	VEC_FREE(&files->names);
}
