#include "base/text.h"
#include "format/escape.h"
#include "format/findings.h"
#include "format/fingerprint.h"
#include "format/json.h"
#include "format/sarif_rules.h"

#include <plan/version.h>

#include <string.h>

/*
 * SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), with what GitHub code scanning asks for
 * (GitHub Docs, "SARIF support for code scanning").
 */
#define SCHEMA     "https://json.schemastore.org/sarif-2.1.0.json"
#define ROOT       "%SRCROOT%"
#define BRACKETS   "[]\\"
#define UNRESERVED "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"

/* A path as a URI reference (RFC 3986): everything but unreserved characters and '/' in percents. */
static json_t *uri_of(const char *path)
{
	struct buf uri = {0};
	buf_text(&uri, *path == '/' ? "file://" : "");
	for (const char *c = path; *c; c++)
		if (strchr(UNRESERVED, *c))
			buf_char(&uri, *c);
		else
			buf_printf(&uri, "%%%02X", (unsigned char)*c);
	json_t *value = uri.failed ? NULL : json_string(buf_string(&uri));
	buf_free(&uri);
	return value;
}

/* There is no informationUri, which SARIF recommends: plan has no address that would be true for every user.
 */
static void add_driver(struct buf *out)
{
	bool failed = false;
	json_t *driver = json_object();
	json_put(driver, "name", json_string("plan"), &failed);
	json_put(driver, "semanticVersion", json_string(PLAN_VERSION), &failed);
	json_put(driver, "rules", sarif_rules(&failed), &failed);
	json_emit(out, driver, failed);
}

/* Code scanning wants a region: that of a finding about the whole file is its first line. */
static json_t *region_of(struct plan_span span, bool *failed)
{
	json_t *region = json_object();
	json_put(region, "startLine", json_integer(span.line ? span.line : 1), failed);
	if (span.line) {
		json_put(region, "startColumn", json_integer(span.column), failed);
		json_put(region, "endLine", json_integer(span.line), failed);
		json_put(region, "endColumn", json_integer(span.column + span.length), failed);
	}
	return region;
}

static json_t *location_of(const char *path, struct plan_span span, bool *failed)
{
	json_t *location = json_object(), *physical = json_object(), *artifact = json_object();
	json_put(artifact, "uri", uri_of(path), failed);
	if (*path != '/')
		json_put(artifact, "uriBaseId", json_string(ROOT), failed);
	json_put(physical, "artifactLocation", artifact, failed);
	json_put(physical, "region", region_of(span, failed), failed);
	json_put(location, "physicalLocation", physical, failed);
	return location;
}

/* Adds text in which brackets are no links (SARIF 2.1.0, section 3.11.6). */
static void add_plain(struct buf *out, const char *text)
{
	struct buf shown = {0};
	escape_terminal(&shown, text, strlen(text));
	for (const char *c = buf_string(&shown); *c; c++) {
		if (strchr(BRACKETS, *c))
			buf_char(out, '\\');
		buf_char(out, *c);
	}
	if (shown.failed)
		out->failed = true;
	buf_free(&shown);
}

/* The message, the reasons with links to their places, and the help. */
static json_t *message_of(const struct plan_diag *diag, bool *failed)
{
	struct buf text = {0};
	add_plain(&text, diag->message);
	for (size_t i = 0; i < diag->because_count; i++) {
		buf_char(&text, '\n');
		add_plain(&text, diag->because[i].message);
		buf_text(&text, " ([");
		buf_printf(&text, _("line %u"), (unsigned)diag->because[i].span.line);
		buf_printf(&text, "](%zu))", i + 1);
	}
	if (diag->help) {
		buf_printf(&text, "\n%s ", _("help:"));
		add_plain(&text, diag->help);
	}
	json_t *message = text.failed ? NULL : sarif_message(buf_string(&text), failed);
	buf_free(&text);
	return message;
}

static json_t *related(const char *path, const struct plan_diag *diag, bool *failed)
{
	json_t *places = json_array();
	for (size_t i = 0; i < diag->because_count; i++) {
		json_t *place = location_of(path, diag->because[i].span, failed);
		json_put(place, "id", json_integer((json_int_t)i + 1), failed);
		json_t *message = json_object();
		json_put(message, "text", json_shown(diag->because[i].message), failed);
		json_put(place, "message", message, failed);
		json_push(places, place, failed);
	}
	return places;
}

static void add_result(struct buf *out, const char *path, const struct plan_diag *diag,
					   const struct fingerprint *fingerprint)
{
	bool failed = false;
	json_t *result = json_object(), *locations = json_array(), *fingerprints = json_object();
	json_put(result, "ruleId", json_string(plan_rule_name(diag->rule)), &failed);
	json_put(result, "ruleIndex", json_integer(diag->rule), &failed);
	json_put(result, "level", json_string(plan_severity_name(diag->severity)), &failed);
	json_put(result, "message", message_of(diag, &failed), &failed);
	json_push(locations, location_of(path, diag->span, &failed), &failed);
	json_put(result, "locations", locations, &failed);
	if (diag->because_count)
		json_put(result, "relatedLocations", related(path, diag, &failed), &failed);
	json_put(fingerprints, "primaryLocationLineHash", json_string(fingerprint_text(fingerprint).text),
			 &failed);
	json_put(result, "partialFingerprints", fingerprints, &failed);
	json_emit(out, result, failed);
}

/* What the files have beyond the findings that are listed. */
static void add_invocation(struct buf *out, const struct findings *findings)
{
	bool failed = false;
	json_t *invocation = json_object(), *notifications = json_array();
	json_put(invocation, "executionSuccessful", json_true(), &failed);
	for (size_t i = 0; i < findings->count; i++) {
		size_t omitted = findings_omitted(&findings->files[i]);
		if (!omitted)
			continue;
		struct buf text = {0};
		const char *path = findings_path(&findings->files[i]);
		escape_terminal(&text, path, strlen(path));
		buf_text(&text, ": ");
		buf_printf(&text, P_("%zu more finding is not shown.", "%zu more findings are not shown.", omitted),
				   omitted);
		json_t *notification = json_object();
		json_put(notification, "level", json_string("note"), &failed);
		json_put(notification, "message", sarif_message(buf_string(&text), &failed), &failed);
		failed |= text.failed;
		json_push(notifications, notification, &failed);
		buf_free(&text);
	}
	json_put(invocation, "toolExecutionNotifications", notifications, &failed);
	json_emit(out, invocation, failed);
}

enum plan_status findings_write_sarif(struct buf *out, const struct findings *findings,
									  const struct findings_style *style)
{
	(void)style;
	buf_text(out,
			 "{\"$schema\": \"" SCHEMA "\", \"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": ");
	add_driver(out);
	buf_text(out, "},\n \"invocations\": [");
	add_invocation(out, findings);
	buf_text(out, "],\n \"columnKind\": \"unicodeCodePoints\",\n \"results\": [");
	out->failed |= !fingerprints_write(out, findings, add_result);
	buf_text(out, "]}]}\n");
	return out->failed ? PLAN_NOMEM : PLAN_OK;
}
