#include "format/findings.h"

#include "base/text.h"

size_t findings_count(const struct findings *findings, enum plan_severity severity)
{
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++)
		count += findings->files[i].diags->counted[severity];
	return count;
}

size_t findings_omitted(const struct findings_file *file)
{
	const struct plan_diags *diags = file->diags;
	return diags->counted[PLAN_ERROR] + diags->counted[PLAN_WARNING] + diags->counted[PLAN_NOTE] -
		   diags->count;
}

enum plan_severity findings_worst(const struct findings *findings)
{
	for (int severity = PLAN_ERROR; severity > PLAN_OFF; severity--)
		if (findings_count(findings, (enum plan_severity)severity))
			return (enum plan_severity)severity;
	return PLAN_OFF;
}

const char *findings_path(const struct findings_file *file)
{
	return file->path ? file->path : file->source->name;
}

const char *severity_label(enum plan_severity severity)
{
	static const char *const labels[] = {N_("off"), N_("note"), N_("warning"), N_("error")};
	return _(labels[severity]);
}

const char *verdict_label(enum plan_verdict verdict)
{
	static const char *const labels[] = {
		[PLAN_NO_DEADLINE] = N_("no deadline"), [PLAN_ON_TRACK] = N_("on track"),
		[PLAN_AT_RISK] = N_("at risk"),         [PLAN_MISSED] = N_("deadline missed"),
		[PLAN_UNDECIDED] = N_("not known"),
	};
	return _(labels[verdict]);
}

const char *verdict_name(enum plan_verdict verdict)
{
	static const char *const names[] = {
		[PLAN_NO_DEADLINE] = "no-deadline", [PLAN_ON_TRACK] = "on-track",   [PLAN_AT_RISK] = "at-risk",
		[PLAN_MISSED] = "missed",           [PLAN_UNDECIDED] = "undecided",
	};
	return names[verdict];
}

void findings_add_counts(struct buf *out, const size_t counted[PLAN_ERROR + 1])
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

void findings_add_total(struct buf *out, const struct findings *findings)
{
	size_t counted[PLAN_ERROR + 1] = {0};
	for (int severity = PLAN_NOTE; severity <= PLAN_ERROR; severity++)
		counted[severity] = findings_count(findings, (enum plan_severity)severity);
	buf_printf(out, P_("%zu file: ", "%zu files: ", findings->count), findings->count);
	findings_add_counts(out, counted);
	buf_char(out, '\n');
}
