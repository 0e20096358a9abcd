#include "format/escape.h"
#include "format/findings.h"

#include <string.h>

static void add_place(struct buf *out, const char *name, struct plan_span span)
{
	escape_terminal(out, name, strlen(name));
	if (span.line)
		buf_printf(out, ":%u:%u", (unsigned)span.line, (unsigned)span.column);
}

/* The words of severities stay English: editors look for them. */
static void add_finding(struct buf *out, const char *name, const struct plan_diag *diag)
{
	add_place(out, name, diag->span);
	buf_printf(out, ": %s: ", plan_severity_name(diag->severity));
	escape_terminal(out, diag->message, strlen(diag->message));
	buf_printf(out, " [%s]\n", plan_rule_name(diag->rule));
}

enum plan_status findings_write_short(struct buf *out, const struct findings *findings,
									  const struct findings_style *style)
{
	(void)style;
	for (size_t i = 0; i < findings->count; i++) {
		const struct findings_file *file = &findings->files[i];
		for (size_t k = 0; k < file->diags->count; k++)
			add_finding(out, file->source->name, &file->diags->at[k]);
	}
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
