#include "base/text.h"
#include "format/block.h"
#include "format/escape.h"
#include "format/findings.h"
#include "format/plain.h"

#include <string.h>

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

static void add_standing(struct buf *out, const struct findings_file *file, bool ascii)
{
	if (!file->plan) {
		buf_text(out, "; ");
		buf_text(out, _("the timeline is checked once the file can be read"));
		return;
	}
	const char *standing = file->standing ? file->standing : verdict_label(file->verdict);
	buf_text(out, ". ");
	plain_add(out, standing, strlen(standing), ascii);
}

/* "plan.yaml: 1 error. Deadline missed: …" */
static void add_summary(struct buf *out, const struct findings_file *file, const struct findings_style *style)
{
	struct buf line = {0};
	escape_terminal(&line, file->source->name, strlen(file->source->name));
	buf_text(&line, ": ");
	findings_add_counts(&line, file->diags->counted);
	add_standing(&line, file, style->ascii);
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
	size_t hidden = findings_omitted(file);
	if (hidden) {
		buf_printf(out, P_("%zu more finding is not shown.", "%zu more findings are not shown.", hidden),
				   hidden);
		buf_text(out, "\n\n");
	}
	add_summary(out, file, style);
}

enum plan_status findings_write_text(struct buf *out, const struct findings *findings,
									 const struct findings_style *style)
{
	for (size_t i = 0; i < findings->count && !out->failed; i++) {
		if (i && (findings->files[i].diags->count || findings->files[i - 1].diags->count))
			buf_char(out, '\n');
		add_file(out, &findings->files[i], style);
	}
	if (findings->count > 1) {
		buf_char(out, '\n');
		findings_add_total(out, findings);
	}
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
