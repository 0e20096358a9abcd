#include "base/text.h"
#include "format/escape.h"
#include "format/findings.h"

#include <string.h>

/*
 * Workflow commands (GitHub Docs, "Workflow commands for GitHub Actions"; escapes as in the actions toolkit,
 * packages/core/src/command.ts). What would move the cursor of a log is shown by its number first, and so is
 * what other CI systems would take for a command (log_command.h).
 */
static void add_escaped(struct buf *out, const char *text, bool property)
{
	struct buf clean = {0};
	escape_terminal(&clean, text, strlen(text));
	for (const char *c = buf_string(&clean); *c; c++)
		if (*c == '%' || (property && (*c == ':' || *c == ',')))
			buf_printf(out, "%%%02X", (unsigned char)*c);
		else if (*c == '#' && c[1] == '#')
			buf_text(out, "<U+0023>");
		else
			buf_char(out, *c);
	if (clean.failed)
		out->failed = true;
	buf_free(&clean);
}

static const char *command(enum plan_severity severity)
{
	static const char *const commands[] = {"notice", "notice", "warning", "error"};
	return commands[severity];
}

static void add_place(struct buf *out, const char *path, struct plan_span span)
{
	buf_text(out, " file=");
	add_escaped(out, path, true);
	if (span.line)
		buf_printf(out, ",line=%u,col=%u,endColumn=%u", (unsigned)span.line, (unsigned)span.column,
				   (unsigned)span.column + span.length);
}

static void add_finding(struct buf *out, const char *path, const struct plan_diag *diag)
{
	buf_printf(out, "::%s", command(diag->severity));
	add_place(out, path, diag->span);
	buf_printf(out, ",title=%s::", plan_rule_name(diag->rule));
	add_escaped(out, diag->message, false);
	for (size_t i = 0; i < diag->because_count; i++) {
		buf_text(out, "%0A");
		add_escaped(out, diag->because[i].message, false);
		if (diag->because[i].span.line) {
			buf_text(out, " (");
			buf_printf(out, _("line %u"), (unsigned)diag->because[i].span.line);
			buf_char(out, ')');
		}
	}
	if (diag->help) {
		buf_text(out, "%0A");
		buf_text(out, _("help:"));
		buf_char(out, ' ');
		add_escaped(out, diag->help, false);
	}
	buf_char(out, '\n');
}

static void add_all(struct buf *out, const struct findings *findings, enum plan_severity severity)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct findings_file *file = &findings->files[i];
		for (size_t k = 0; k < file->diags->count && !out->failed; k++)
			if (file->diags->at[k].severity == severity)
				add_finding(out, findings_path(file), &file->diags->at[k]);
	}
}

/* GitHub shows ten annotations of a kind for a step, so the worst findings come first. */
enum plan_status findings_write_github(struct buf *out, const struct findings *findings,
									   const struct findings_style *style)
{
	(void)style;
	for (int severity = PLAN_ERROR; severity > PLAN_OFF; severity--)
		add_all(out, findings, (enum plan_severity)severity);
	findings_add_total(out, findings);
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
