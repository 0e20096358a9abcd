#include "base/text.h"
#include "format/findings.h"
#include "format/xml.h"

/*
 * JUnit's report as Jenkins, GitLab and Azure read it (jenkinsci/xunit-plugin, junit-10.xsd): a suite for
 * each file, a case for each finding. Those that make the check fail are failures; the rest passes and says
 * what it is in system-out.
 */

static enum plan_severity fail_on(const struct findings *findings)
{
	return findings->fail_on ? findings->fail_on : PLAN_ERROR;
}

static size_t kept(const struct findings_file *file, enum plan_severity least)
{
	size_t count = 0;
	for (size_t k = 0; k < file->diags->count; k++)
		count += file->diags->at[k].severity >= least;
	return count;
}

static void add_attribute(struct buf *out, const char *name, const char *value)
{
	buf_printf(out, " %s=\"", name);
	xml_text(out, value);
	buf_char(out, '"');
}

static void add_place(struct buf *out, const char *path, struct plan_span span)
{
	xml_text(out, path);
	if (span.line)
		buf_printf(out, ":%u:%u", (unsigned)span.line, (unsigned)span.column);
	buf_text(out, ": ");
}

/* What `plan check` says of the finding, as plain text. */
static void add_story(struct buf *out, const char *path, const struct plan_diag *diag)
{
	add_place(out, path, diag->span);
	buf_printf(out, "%s: ", plan_severity_name(diag->severity));
	xml_text(out, diag->message);
	for (size_t i = 0; i < diag->because_count; i++) {
		buf_char(out, '\n');
		add_place(out, path, diag->because[i].span);
		xml_text(out, diag->because[i].message);
	}
	if (diag->help) {
		buf_printf(out, "\n%s ", _("help:"));
		xml_text(out, diag->help);
	}
}

static void add_case(struct buf *out, const char *path, const struct plan_diag *diag, bool failure)
{
	buf_text(out, "  <testcase");
	add_attribute(out, "classname", path);
	buf_printf(out, " name=\"%s", plan_rule_name(diag->rule));
	if (diag->step) {
		buf_text(out, ": ");
		xml_text(out, diag->step);
	}
	buf_text(out, "\">\n    ");
	if (failure) {
		buf_printf(out, "<failure type=\"%s\"", plan_rule_name(diag->rule));
		add_attribute(out, "message", diag->message);
		buf_char(out, '>');
	} else
		buf_text(out, "<system-out>");
	add_story(out, path, diag);
	buf_text(out, failure ? "</failure>" : "</system-out>");
	buf_text(out, "\n  </testcase>\n");
}

/* A file without findings is one case that passes. */
static void add_suite(struct buf *out, const struct findings_file *file, enum plan_severity least)
{
	const char *path = findings_path(file);
	size_t count = file->diags->count;
	buf_text(out, " <testsuite");
	add_attribute(out, "name", path);
	buf_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", count ? count : 1, kept(file, least));
	for (size_t k = 0; k < count && !out->failed; k++)
		add_case(out, path, &file->diags->at[k], file->diags->at[k].severity >= least);
	if (!count) {
		buf_text(out, "  <testcase");
		add_attribute(out, "classname", path);
		buf_text(out, " name=\"plan check\"/>\n");
	}
	buf_text(out, " </testsuite>\n");
}

enum plan_status findings_write_junit(struct buf *out, const struct findings *findings,
									  const struct findings_style *style)
{
	(void)style;
	enum plan_severity least = fail_on(findings);
	size_t tests = 0, failures = 0;
	for (size_t i = 0; i < findings->count; i++) {
		tests += findings->files[i].diags->count ? findings->files[i].diags->count : 1;
		failures += kept(&findings->files[i], least);
	}
	buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	buf_printf(out, "<testsuites name=\"plan check\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", tests,
			   failures);
	for (size_t i = 0; i < findings->count && !out->failed; i++)
		add_suite(out, &findings->files[i], least);
	buf_text(out, "</testsuites>\n");
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
