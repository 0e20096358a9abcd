/*
 * Loading plans in tests: from texts and files, and what was found as text.
 */
#ifndef LOAD_FILE_H
#define LOAD_FILE_H

#include <plan/load.h>

struct loaded {
	struct plan_source source;
	struct plan_diags diags;
	struct plan *plan;
	char *bytes; /* the file's, where it was read from one */
};

/* Loads bytes, which stay the caller's; fails the test when memory runs out. At most 100 findings are kept.
 */
void load_bytes(struct loaded *loaded, const char *bytes, size_t length);

/* The same of a terminated text. */
void load_text(struct loaded *loaded, const char *text);

/* The same of a file; fails the test when it cannot be read. */
void load_file(struct loaded *loaded, const char *path);

/* The same of a file or text that must load without an error: prints what was found, and fails. */
void load_good_file(struct loaded *loaded, const char *path);
void load_good_text(struct loaded *loaded, const char *text);

void load_free(struct loaded *loaded);

/*
 * What was found, one line each: "LINE:COLUMN+LENGTH: SEVERITY[RULE]: message", its help and related places
 * indented below it, and last how many were found of each severity. The caller's to free.
 */
char *load_findings(const struct loaded *loaded);

/* The step of an id in a plan that loaded; fails the test when there is none. */
const struct plan_step *load_step(const struct loaded *loaded, const char *id);

/* Fails the test unless a window has these two ends. */
void load_assert_window(struct plan_window window, plan_day earliest, plan_day latest);

/* Whether a finding of a rule stands at a place; column 0 for anywhere on the line. */
bool load_has(const struct loaded *loaded, enum plan_rule rule, unsigned line, unsigned column);

#endif
