#include "cli/sandbox.h"

#include "base/text.h"
#include "cli/pager.h"

#if !defined PLAN_NO_SANDBOX && __has_include(<linux/landlock.h>)

#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* All that the first version of Landlock knows, which every later one knows, too. */
enum {
	EVERYTHING = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
	TO_READ = LANDLOCK_ACCESS_FS_READ_FILE,
	TO_WRITE = LANDLOCK_ACCESS_FS_WRITE_FILE,
	/* mkostemp opens what it makes for reading, too */
	TO_REPLACE = TO_READ | TO_WRITE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE
};

/* False when what is at the path could not be opened any more, though it can now. */
static bool allow(int ruleset, const char *path, uint64_t access)
{
	struct landlock_path_beneath_attr rule = {.allowed_access = access};
	struct stat about;
	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return false;
	bool pipe = fstat(rule.parent_fd, &about) == 0 && (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode));
	bool allowed = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
	close(rule.parent_fd);
	return allowed || pipe; /* one without a name (/dev/stdin) is no matter of Landlock's */
}

/* An output is written beside the file that it replaces, and renamed; a device is written itself. */
static bool allow_output(int ruleset, const char *name)
{
	char folder[PATH_MAX];
	struct stat about;
	bool exists = stat(name, &about) == 0;
	if (!strcmp(name, "-"))
		return true;
	if (exists && !S_ISREG(about.st_mode))
		return allow(ruleset, name, TO_WRITE);
	if (strlen(name) >= sizeof folder || (exists && !realpath(name, folder)))
		return false;
	if (!exists)
		memcpy(folder, name, strlen(name) + 1);
	char *slash = strrchr(folder, '/');
	if (!slash)
		return allow(ruleset, ".", TO_REPLACE);
	slash[slash == folder] = '\0';
	return allow(ruleset, folder, TO_REPLACE);
}

static bool allow_all(int ruleset, const struct cli *cli, const struct file_names *inputs)
{
	for (size_t i = 0; i < cli->outputs.count; i++)
		if (!allow_output(ruleset, cli->outputs.at[i].text))
			return false;
	for (size_t i = 0; i < inputs->names.count; i++)
		if (strcmp(inputs->names.at[i], "-") != 0 && !allow(ruleset, inputs->names.at[i], TO_READ))
			return false;
	return true;
}

void sandbox_enter(const struct cli *cli, const struct file_names *inputs)
{
	const struct landlock_ruleset_attr rules = {.handled_access_fs = EVERYTHING};
	if (pager_possible(cli))
		return;
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
	if (ruleset < 0)
		return;
	(void)_("plan: out of memory\n"); /* opens the catalogue */
	if (allow_all(ruleset, cli, inputs) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
}

#elif !defined PLAN_NO_SANDBOX

void sandbox_enter(const struct cli *cli, const struct file_names *inputs)
{
	(void)cli;
	(void)inputs;
}

#endif
