#include "format/findings.h"
#include "format/json.h"

/* A finding that is about its file as a whole has null for its place. */
static void put_span(json_t *object, struct plan_span span, bool *failed)
{
	bool placed = span.line != 0;
	json_put(object, "line", placed ? json_integer(span.line) : json_null(), failed);
	json_put(object, "column", placed ? json_integer(span.column) : json_null(), failed);
	json_put(object, "end_line", placed ? json_integer(span.line) : json_null(), failed);
	json_put(object, "end_column", placed ? json_integer(span.column + span.length) : json_null(), failed);
}

static json_t *because(const char *path, const struct plan_because *reason, bool *failed)
{
	json_t *object = json_object();
	json_put(object, "file", json_text(path), failed);
	json_put(object, "line", json_integer(reason->span.line), failed);
	json_put(object, "column", json_integer(reason->span.column), failed);
	json_put(object, "message", json_text(reason->message), failed);
	return object;
}

static void add_finding(struct buf *out, const char *path, const struct plan_diag *diag)
{
	bool failed = false;
	json_t *object = json_object();
	json_put(object, "rule", json_string(plan_rule_name(diag->rule)), &failed);
	json_put(object, "severity", json_string(plan_severity_name(diag->severity)), &failed);
	json_put(object, "file", json_text(path), &failed);
	put_span(object, diag->span, &failed);
	json_put(object, "step", json_text(diag->step), &failed);
	json_put(object, "message", json_text(diag->message), &failed);
	json_put(object, "help", json_text(diag->help), &failed);
	json_t *reasons = json_array();
	for (size_t i = 0; i < diag->because_count; i++)
		json_push(reasons, because(path, &diag->because[i], &failed), &failed);
	json_put(object, "because", reasons, &failed);
	json_emit(out, object, failed);
}

static void add_plan(struct buf *out, const struct findings_file *file)
{
	bool failed = false;
	json_t *object = json_object();
	json_put(object, "file", json_text(findings_path(file)), &failed);
	json_put(object, "plan", json_text(file->plan), &failed);
	json_put(object, "verdict", json_text(file->plan ? verdict_name(file->verdict) : NULL), &failed);
	json_emit(out, object, failed);
}

/* `omitted` of the findings counted are not in the list. */
static void add_summary(struct buf *out, const struct findings *findings)
{
	size_t omitted = 0;
	for (size_t i = 0; i < findings->count; i++)
		omitted += findings_omitted(&findings->files[i]);
	buf_printf(out, "{\"files\": %zu, \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"omitted\": %zu}",
			   findings->count, findings_count(findings, PLAN_ERROR), findings_count(findings, PLAN_WARNING),
			   findings_count(findings, PLAN_NOTE), omitted);
}

/* Each plan and each finding stands on a line of its own. */
enum plan_status findings_write_json(struct buf *out, const struct findings *findings,
									 const struct findings_style *style)
{
	(void)style;
	buf_text(out, "{\"format_version\": \"1.0\", \"summary\": ");
	add_summary(out, findings);
	buf_text(out, ",\n \"plans\": [");
	for (size_t i = 0; i < findings->count && !out->failed; i++) {
		buf_text(out, i ? ",\n  " : "\n  ");
		add_plan(out, &findings->files[i]);
	}
	buf_text(out, "],\n \"findings\": [");
	const char *between = "\n  ";
	for (size_t i = 0; i < findings->count; i++) {
		const struct findings_file *file = &findings->files[i];
		for (size_t k = 0; k < file->diags->count && !out->failed; k++) {
			buf_text(out, between);
			add_finding(out, findings_path(file), &file->diags->at[k]);
			between = ",\n  ";
		}
	}
	buf_text(out, "]}\n");
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
