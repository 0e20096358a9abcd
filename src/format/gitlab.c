#include "format/findings.h"
#include "format/fingerprint.h"
#include "format/json.h"

/* GitLab Docs, "Code Quality report format". */
static const char *severity_word(enum plan_severity severity)
{
	static const char *const words[] = {"info", "info", "minor", "major"};
	return words[severity];
}

static json_t *location(const char *path, struct plan_span span, bool *failed)
{
	json_t *place = json_object(), *lines = json_object();
	json_put(lines, "begin", json_integer(span.line ? span.line : 1), failed);
	json_put(place, "path", json_text(path), failed);
	json_put(place, "lines", lines, failed);
	return place;
}

static void add_finding(struct buf *out, const char *path, const struct plan_diag *diag,
						const struct fingerprint *fingerprint)
{
	bool failed = false;
	json_t *object = json_object();
	json_put(object, "description", json_shown(diag->message), &failed);
	json_put(object, "check_name", json_string(plan_rule_name(diag->rule)), &failed);
	json_put(object, "fingerprint", json_string(fingerprint_text(fingerprint).text), &failed);
	json_put(object, "severity", json_string(severity_word(diag->severity)), &failed);
	json_put(object, "location", location(path, diag->span, &failed), &failed);
	json_emit(out, object, failed);
}

enum plan_status findings_write_gitlab(struct buf *out, const struct findings *findings,
									   const struct findings_style *style)
{
	(void)style;
	buf_char(out, '[');
	out->failed |= !fingerprints_write(out, findings, add_finding);
	buf_text(out, "]\n");
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
