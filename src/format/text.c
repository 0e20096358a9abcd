#include "base/text.h"
#include "format/block.h"
#include "format/escape.h"
#include "format/findings.h"

#include <string.h>

static size_t hidden_count(const struct plan_diags *diags)
{
	size_t all = diags->counted[PLAN_ERROR] + diags->counted[PLAN_WARNING] + diags->counted[PLAN_NOTE];
	return all - diags->count;
}

static bool is_clean(const struct findings_file *file)
{
	return !file->diags->count && !hidden_count(file->diags);
}

/* "1 error, 2 warnings" */
static void add_counts(struct buf *out, const size_t counted[PLAN_ERROR + 1])
{
	size_t start = out->length;
	for (int severity = PLAN_ERROR; severity > PLAN_OFF; severity--) {
		size_t n = counted[severity];
		if (!n)
			continue;
		if (out->length > start)
			buf_text(out, ", ");
		if (severity == PLAN_ERROR)
			buf_printf(out, P_("%zu error", "%zu errors", n), n);
		else if (severity == PLAN_WARNING)
			buf_printf(out, P_("%zu warning", "%zu warnings", n), n);
		else
			buf_printf(out, P_("%zu note", "%zu notes", n), n);
	}
	if (out->length == start)
		buf_text(out, _("no findings"));
}

/* The colour of the last line of a file: green only when there is nothing to do. */
static const char *colour_of(const struct findings_file *file)
{
	const size_t *counted = file->diags->counted;
	if (counted[PLAN_ERROR])
		return block_colour(PLAN_ERROR);
	if (counted[PLAN_WARNING])
		return block_colour(PLAN_WARNING);
	return counted[PLAN_NOTE] ? block_colour(PLAN_NOTE) : "32";
}

static void add_standing(struct buf *out, const struct findings_file *file)
{
	if (!file->plan) {
		buf_text(out, _("the timeline is checked once the file can be read"));
		return;
	}
	const char *standing = file->standing ? file->standing : verdict_label(file->verdict);
	escape_terminal(out, standing, strlen(standing));
}

/* "plan.yaml: 1 error; deadline missed" */
static void add_summary(struct buf *out, const struct findings_file *file, const struct findings_style *style)
{
	struct buf line = {0};
	escape_terminal(&line, file->source->name, strlen(file->source->name));
	buf_text(&line, ": ");
	add_counts(&line, file->diags->counted);
	buf_text(&line, "; ");
	add_standing(&line, file);
	block_colour_on(out, style, colour_of(file));
	if (line.failed)
		out->failed = true;
	block_wrapped(out, style, buf_string(&line));
	block_colour_off(out, style);
	buf_char(out, '\n');
	buf_free(&line);
}

static void add_file(struct buf *out, const struct findings_file *file, const struct findings_style *style)
{
	struct source_lines lines;
	source_lines_init(&lines, file->source);
	for (size_t i = 0; i < file->diags->count && !out->failed; i++) {
		block_write(out, &lines, &file->diags->at[i], style);
		buf_char(out, '\n');
	}
	source_lines_free(&lines);
	size_t hidden = hidden_count(file->diags);
	if (hidden) {
		buf_printf(out, P_("%zu more finding is not shown.", "%zu more findings are not shown.", hidden),
				   hidden);
		buf_text(out, "\n\n");
	}
	add_summary(out, file, style);
}

/* Of several files, the sum of all. */
static void add_total(struct buf *out, const struct findings *findings)
{
	size_t counted[PLAN_ERROR + 1] = {0};
	for (int severity = PLAN_NOTE; severity <= PLAN_ERROR; severity++)
		counted[severity] = findings_count(findings, (enum plan_severity)severity);
	buf_printf(out, P_("%zu file: ", "%zu files: ", findings->count), findings->count);
	add_counts(out, counted);
	buf_char(out, '\n');
}

enum plan_status findings_write_text(struct buf *out, const struct findings *findings,
									 const struct findings_style *style)
{
	for (size_t i = 0; i < findings->count && !out->failed; i++) {
		if (i && !(is_clean(&findings->files[i]) && is_clean(&findings->files[i - 1])))
			buf_char(out, '\n');
		add_file(out, &findings->files[i], style);
	}
	if (findings->count > 1) {
		buf_char(out, '\n');
		add_total(out, findings);
	}
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
