/*
 * Plan files: read, loaded, their timelines worked out.
 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/cli.h"

#include <plan/plan.h>
#include <sys/stat.h>

/* At most so many findings of a file are kept; the rest is counted. */
enum { INPUT_DIAGS_MAX = 100 };

/* One plan file. All zero is one that was not read. */
struct input {
	struct plan_source source;
	char *bytes;
	bool has_diags;
	struct plan_diags diags;
	struct plan *plan;              /* NULL when it has errors */
	struct plan_timeline *timeline; /* NULL when there is no plan */
	int reason;                     /* errno of a file that could not be read; else 0 */
	struct stat about;              /* of the file when it was read; zero for standard input */
	bool away;                      /* the bytes were put away */
};

/*
 * Reads a file, "-" being standard input, into `input->bytes`; no more than plan_load takes, and nothing of a
 * file that is larger: there are no bytes then. `name` is kept, not copied. PLAN_IO with `input->reason` set
 * when it cannot be read.
 */
enum plan_status input_read(const struct cli *cli, const char *name, struct input *input);

/*
 * Reads and loads a file. What is wrong with the plan is in `input->diags`; a
 * file that cannot be read has the one finding that says so. PLAN_NOMEM on failure. input_free is due in any
 * case.
 */
enum plan_status input_load_plan(const struct cli *cli, const char *name, struct input *input);

/* The same, and works out the timeline of the plan. */
enum plan_status input_load(const struct cli *cli, const char *name, struct input *input);

/*
 * Frees the bytes of a large file, which only excerpts need once the plan is loaded: its timeline then takes
 * no further memory. What can be read only once, standard input or a pipe, stays.
 */
void input_put_away(struct input *input);

/*
 * Reads again what was put away. The bytes of a file that was changed meanwhile are not what the findings are
 * about: they stay away, as do those of one that cannot be read any more. PLAN_NOMEM on failure.
 */
enum plan_status input_fetch(const char *name, struct input *input);

/* Says on standard error why the file could not be read. */
void input_complain(const struct cli *cli, const struct input *input);

/* Frees the bytes: the source is empty then. */
void input_free_bytes(struct input *input);

/* Frees the plan and its timeline, and keeps the source and the diagnostics. */
void input_free_plan(struct input *input);

/* Frees all of it. */
void input_free(struct input *input);

#endif
