#include "readers.h"

#include "fuzz.h"
#include "report_json.h"

#include "base/text.h"

#include <string.h>

static bool in(char c, const char *set)
{
	return c && strchr(set, c);
}

/* --- for people ----------------------------------------------------------------------------------------- */

/* Past a sequence that sets colours: ESC [ numbers m. Notes whether it resets them. */
static const char *pass_colour(const char *at, bool *open)
{
	HOLDS(at[0] == '\033' && at[1] == '[');
	size_t length = strspn(at + 2, "0123456789;");
	HOLDS(at[2 + length] == 'm');
	*open = length > 1 || (length == 1 && at[2] != '0');
	return at + 3 + length;
}

void read_screen(const struct buf *out, bool coloured)
{
	const char *at = buf_string(out), *end = at + out->length;
	bool open = false;
	while (at < end) {
		uint32_t code_point;
		size_t size = text_decode(at, (size_t)(end - at), &code_point);
		HOLDS(size);
		if (coloured && code_point == 0x1B) {
			at = pass_colour(at, &open);
			continue;
		}
		HOLDS(code_point == '\n' || !text_is_hidden(code_point));
		at += size;
	}
	HOLDS(!open && (!out->length || end[-1] == '\n'));
}

/* --- for programs --------------------------------------------------------------------------------------- */

static json_t *json_of(const struct buf *out)
{
	json_error_t error;
	json_t *root = json_loadb(buf_string(out), out->length, JSON_REJECT_DUPLICATES, &error);
	HOLDS(root);
	return root;
}

void read_json(const struct buf *out)
{
	json_decref(json_of(out));
}

static void read_region(const json_t *region)
{
	json_int_t line = json_integer_value(json_object_get(region, "startLine"));
	json_int_t column = json_integer_value(json_object_get(region, "startColumn"));
	const json_t *end = json_object_get(region, "endColumn");
	HOLDS(!region || (line >= 1 && column >= 1));
	HOLDS(!end || json_integer_value(end) >= column);
}

static void read_location(const json_t *location)
{
	const json_t *place = json_object_get(location, "physicalLocation");
	HOLDS(json_string_value(json_object_get(json_object_get(place, "artifactLocation"), "uri")));
	read_region(json_object_get(place, "region"));
}

static void read_result(const json_t *result, const json_t *rules)
{
	size_t i;
	const json_t *location;
	const char *id = json_string_value(json_object_get(result, "ruleId"));
	size_t index = (size_t)json_integer_value(json_object_get(result, "ruleIndex"));
	const char *found = json_string_value(json_object_get(json_array_get(rules, index), "id"));
	HOLDS(id && found && !strcmp(id, found));
	const char *text = json_string_value(json_object_get(json_object_get(result, "message"), "text"));
	HOLDS(text && *text);
	HOLDS(json_array_size(json_object_get(result, "locations")) == 1);
	json_array_foreach(json_object_get(result, "locations"), i, location) read_location(location);
	json_array_foreach(json_object_get(result, "relatedLocations"), i, location) read_location(location);
}

void read_sarif(const struct buf *out)
{
	size_t i;
	const json_t *result;
	json_t *root = json_of(out);
	const json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	const json_t *driver = json_object_get(json_object_get(run, "tool"), "driver");
	HOLDS(json_is_array(json_object_get(run, "results")));
	json_array_foreach(json_object_get(run, "results"), i, result)
		read_result(result, json_object_get(driver, "rules"));
	json_decref(root);
}

void read_xml(const struct buf *out)
{
	const char *error;
	HOLDS(strlen(buf_string(out)) == out->length);
	json_t *root = xml_json(buf_string(out), &error);
	HOLDS(root);
	json_decref(root);
}

/* A text in which only %25, %0A, %0D, %3A and %2C are escapes, up to one of `stops`. */
static const char *pass_escaped(const char *at, const char *stops)
{
	for (; *at && !in(*at, stops); at++)
		if (*at == '%')
			HOLDS(!strncmp(at, "%25", 3) || !strncmp(at, "%0A", 3) || !strncmp(at, "%0D", 3) ||
				  !strncmp(at, "%3A", 3) || !strncmp(at, "%2C", 3));
	return at;
}

/* ::error file=F,line=1,title=T::message */
static const char *pass_command(const char *at)
{
	static const char *const names[] = {"::error ", "::warning ", "::notice "};
	size_t name = 0;
	while (name < 3 && strncmp(at, names[name], strlen(names[name])) != 0)
		name++;
	HOLDS(name < 3);
	at += strlen(names[name]);
	for (bool more = true; more; at++) {
		size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
		HOLDS(length && at[length] == '=');
		at = pass_escaped(at + length + 1, ",:\n");
		HOLDS(*at == ',' || *at == ':');
		more = *at == ',';
	}
	HOLDS(*at == ':');
	return pass_escaped(at + 1, "\n");
}

void read_github(const struct buf *out)
{
	for (const char *at = buf_string(out); *at;) {
		bool command = at[strspn(at, " \t")] == ':' && at[strspn(at, " \t") + 1] == ':';
		const char *end = command ? pass_command(at) : at + strcspn(at, "\n");
		HOLDS(*end == '\n');
		for (; at < end; at++)
			HOLDS(at[0] != '#' || at[1] != '#');
		at = end + 1;
	}
}

/* A field that begins as a formula does is a number, or it is text to a spreadsheet by its apostrophe. */
static void check_formula(const char *from, const char *end)
{
	if (from == end || !in(*from, "=+-@\t\r"))
		return;
	HOLDS(*from == '-' && end - from > 1 && (size_t)(end - from - 1) == strspn(from + 1, "0123456789"));
}

static const char *pass_field(const char *at)
{
	const char *from = at;
	if (*at != '"') {
		at += strcspn(at, "\",\r\n");
		HOLDS(*at != '"' && *at != '\n');
		check_formula(from, at);
		return at;
	}
	for (at++; at[0] != '"' || at[1] == '"'; at++) {
		HOLDS(*at);
		at += at[0] == '"';
	}
	check_formula(from + 1, at);
	return at + 1;
}

void read_csv(const struct buf *out)
{
	size_t columns = 0;
	HOLDS(strlen(buf_string(out)) == out->length);
	for (const char *at = buf_string(out); *at;) {
		size_t fields = 1;
		for (at = pass_field(at); *at == ','; fields++)
			at = pass_field(at + 1);
		HOLDS(at[0] == '\r' && at[1] == '\n');
		HOLDS(!columns || fields == columns);
		columns = fields;
		at += 2;
	}
	HOLDS(columns);
}

void read_markdown(const struct buf *out)
{
	size_t columns = 0, rows = 0;
	read_screen(out, false);
	for (const char *at = buf_string(out); *at; at++, rows++) {
		size_t bars = 0;
		HOLDS(*at == '|');
		for (; *at != '\n'; at++) {
			HOLDS(!in(*at, "<>&`*_[]") && (*at != '~' || at[1] == ' '));
			bars += *at == '|';
			at += *at == '\\';
		}
		HOLDS(at[-1] == '|' && (!columns || bars == columns));
		columns = bars;
	}
	HOLDS(columns > 1 && rows >= 2);
}
