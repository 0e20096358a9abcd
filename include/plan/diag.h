/*
 * Diagnostics: what is wrong with, or worth knowing about, a plan, and where in its file.
 *
 * A diagnostic has a rule (rules.def), a severity, a place, a message in the user's language, perhaps a help,
 * and the related places that explain it. Messages are plain text: whoever prints them escapes them.
 */
#ifndef PLAN_DIAG_H
#define PLAN_DIAG_H

#include "status.h"

#include <stddef.h>
#include <stdint.h>

/* Every rule there is; the rows are in rules.def. */
enum plan_rule {
#define RULE(code, NAME, name, severity, summary) PLAN_RULE_##NAME,
#include "rules.def"
#undef RULE
	PLAN_RULE_COUNT
};

enum plan_severity { PLAN_OFF, PLAN_NOTE, PLAN_WARNING, PLAN_ERROR };

/*
 * A place in a file: a run of code points on one line. Lines and columns count from 1, columns and lengths in
 * code points. Something of several lines is shown by its first. A line of 0 means the file as a whole.
 * (Lines of more than 65,535 bytes are refused, so 16 bits hold every column.)
 */
struct plan_span {
	uint32_t line;
	uint16_t column;
	uint16_t length;
};

/* A file's bytes and name; the owner of both outlives every diagnostic that points here. */
struct plan_source {
	const char *name;  /* as the user named it, or as it was found */
	const char *bytes; /* terminated: a zero byte stands behind them, which is not counted */
	size_t length;
};

/* A related place. */
struct plan_because {
	struct plan_span span; /* in the same file as the diagnostic */
	const char *message;
};

struct plan_diag {
	enum plan_rule rule;
	enum plan_severity severity;
	struct plan_span span;
	const char *step;    /* id of the entry it is about; NULL for none */
	const char *message; /* one line, no full stop */
	const char *help;    /* what to do; NULL for none */
	const struct plan_because *because;
	size_t because_count;
	size_t order; /* how many were found before it */
};

/* The diagnostics of one file, in the order they were found until plan_diags_sort. */
struct plan_diags {
	const struct plan_source *source;
	struct plan_diag *at;
	size_t count, room;
	size_t counted[PLAN_ERROR + 1]; /* how many of each severity, those beyond the limit included */
	size_t limit;                   /* at most so many are kept; 0 for all */
	struct arena *arena;            /* owns every text; made by plan_diags_init */
};

/* An empty list for a file. PLAN_NOMEM on failure. `source` is kept, not owned. */
enum plan_status plan_diags_init(struct plan_diags *diags, const struct plan_source *source);

/* Frees what the list owns; the list may be all zero. */
void plan_diags_free(struct plan_diags *diags);

/* Sorts by line, column, then rule; the order of findings at one place is kept. */
void plan_diags_sort(struct plan_diags *diags);

/* The permanent code ("PLAN101"), the name ("deadline-missed"), one line of explanation, and the severity
 * that a rule has when no plan says otherwise. Static storage; the summary is in the user's language. */
const char *plan_rule_code(enum plan_rule rule);
const char *plan_rule_name(enum plan_rule rule);
const char *plan_rule_summary(enum plan_rule rule);
enum plan_severity plan_rule_severity(enum plan_rule rule);

/* The rule of a name or code, in any case; PLAN_RULE_COUNT when there is none. */
enum plan_rule plan_rule_find(const char *name);

/* "error", "warning", "note" or "off": the word used in files and options, never translated. */
const char *plan_severity_name(enum plan_severity severity);

#endif
