/*
 * Checking many plan files, on all cores.
 */
#ifndef CLI_CHECKER_H
#define CLI_CHECKER_H

#include "cli/finder.h"
#include "cli/input.h"
#include "format/findings.h"

/* One file that was checked: its plan is gone, its findings stay, and its bytes where findings quote them. */
struct checked {
	struct input input;
	char *id, *standing; /* of the plan; NULL when it did not load */
};

struct checker {
	struct findings findings; /* one for each file, in their order */
	bool unreadable;          /* a file could not be read */

	struct checked *checked;
	struct findings_file *files;
	size_t count;
};

/*
 * Loads and checks the files as of `rules->today`. The names outlive the checker. PLAN_NOMEM on failure;
 * checker_free is due either way.
 */
enum plan_status checker_run(struct checker *checker, const struct cli *cli, const struct file_names *names,
							 const struct plan_check_options *rules);

/* Frees all of it. */
void checker_free(struct checker *checker);

#endif
