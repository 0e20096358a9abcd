/*
 * What `plan check` found, and the formats it can be written in.
 *
 * The findings are a value: cli gathers them from the files that were checked, a format only reads them and
 * adds bytes to a buffer. Nothing here prints, or asks for the environment, the terminal or the clock.
 */
#ifndef FORMAT_FINDINGS_H
#define FORMAT_FINDINGS_H

#include "base/buf.h"

#include <plan/diag.h>
#include <plan/timeline.h>

/* One file that was checked. Everything is borrowed and outlives the findings. */
struct findings_file {
	const struct plan_source *source; /* never NULL; empty for a file that could not be read */
	/* The file as programs should find it: relative to the folder where `plan` ran, with '/'. NULL: the
	 * source's name. */
	const char *path;
	const char *plan;          /* its id; NULL when it did not load: then only the rules of the file ran */
	enum plan_verdict verdict; /* of a plan that loaded */
	const char *standing; /* the verdict in words, a whole sentence without full stop; NULL: by `verdict` */
	const struct plan_diags *diags; /* never NULL; sorted by plan_diags_sort */
};

struct findings {
	const struct findings_file *files; /* in the order to report them */
	size_t count;
	enum plan_severity fail_on; /* the least severity that makes the check fail; PLAN_OFF: PLAN_ERROR */
};

/* How findings are shown to people; formats for programs do not look at it. All zero is for a pipe. */
struct findings_style {
	size_t columns; /* the width of the terminal, at least 40; 0: wrap nothing and cut nothing that is worth
					   reading */
	bool colour;    /* ANSI colours */
	bool ascii;     /* marks and quotation marks are ASCII; the plan's lines and letters stay as they are */
};

/* The findings of a severity in all files, those beyond a list's limit included. */
size_t findings_count(const struct findings *findings, enum plan_severity severity);

/* How many findings of a file its list counted but did not keep; the worst are kept. */
size_t findings_omitted(const struct findings_file *file);

/* The worst severity there is; PLAN_OFF when there are no findings. */
enum plan_severity findings_worst(const struct findings *findings);

/* The path of a file for programs: `path`, else its source's name. */
const char *findings_path(const struct findings_file *file);

/*
 * The severity's word for people, translated, and the verdict's: "error", "on track".
 */
const char *severity_label(enum plan_severity severity);
const char *verdict_label(enum plan_verdict verdict);

/* The verdict's word for programs: "missed", "at-risk", "on-track", "no-deadline". */
const char *verdict_name(enum plan_verdict verdict);

/* Adds "1 error, 2 warnings" or "no findings", from counts by severity. */
void findings_add_counts(struct buf *out, const size_t counted[PLAN_ERROR + 1]);

/* Adds a line with the counts of all files: "2 files: 1 error". */
void findings_add_total(struct buf *out, const struct findings *findings);

/* One format of `plan check --format`. */
struct findings_format {
	const char *name;    /* "sarif" */
	const char *summary; /* one line for help; translate with _() */
	/* Adds the findings to `out`. PLAN_NOMEM when memory ran out: what is in `out` is then of no use. */
	enum plan_status (*write)(struct buf *out, const struct findings *findings,
							  const struct findings_style *style);
};

/* Every format; ends with a row whose name is NULL. The name "auto" is cli's business. */
extern const struct findings_format findings_formats[];

/* The names that `--format` takes: "auto", then those of the table; ends with NULL. */
extern const char *const findings_format_names[];

/* The format of a name, or NULL. */
const struct findings_format *findings_format_find(const char *name);

enum plan_status findings_write_text(struct buf *out, const struct findings *findings,
									 const struct findings_style *style);
enum plan_status findings_write_short(struct buf *out, const struct findings *findings,
									  const struct findings_style *style);
enum plan_status findings_write_json(struct buf *out, const struct findings *findings,
									 const struct findings_style *style);
enum plan_status findings_write_sarif(struct buf *out, const struct findings *findings,
									  const struct findings_style *style);
enum plan_status findings_write_github(struct buf *out, const struct findings *findings,
									   const struct findings_style *style);
enum plan_status findings_write_gitlab(struct buf *out, const struct findings *findings,
									   const struct findings_style *style);
enum plan_status findings_write_junit(struct buf *out, const struct findings *findings,
									  const struct findings_style *style);

#endif
