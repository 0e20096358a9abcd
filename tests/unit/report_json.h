/*
 * The reports of `plan check`, read as their readers do, by code that shares nothing with their writers. Each
 * becomes a JSON value, so that a schema in tests/formats/ can say what it must hold.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <jansson.h>

/*
 * An XML document without a document type (XML 1.0): {"element": NAME, "attributes": {…}, "text": TEXT,
 * "children": […]}. NULL when it is not well-formed, with `*error` (static storage) telling why.
 */
json_t *xml_json(const char *text, const char **error);

/*
 * The lines of a log as the runner of GitHub Actions reads them (ActionCommand.cs, TryParseV2): [{"command":
 * NAME, "properties": {…}, "message": TEXT} or {"line": TEXT}, …].
 */
json_t *github_json(const char *text);

/* A report of a format by its name ("sarif"); JSON is read with everything that jansson is strict about. */
json_t *report_json(const char *format, const char *text, const char **error);

#endif
