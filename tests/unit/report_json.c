#include "report_json.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- XML --- */

/* Text that grows; a test that runs out of memory ends. */
struct text {
	char *bytes;
	size_t length;
};

static void add(struct text *text, const char *bytes, size_t length)
{
	text->bytes = realloc(text->bytes, text->length + length + 1);
	if (!text->bytes)
		abort();
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

static void add_code_point(struct text *text, unsigned c)
{
	char bytes[4];
	size_t length = 0;
	if (c < 0x80)
		bytes[length++] = (char)c;
	else if (c < 0x800)
		bytes[length++] = (char)(0xC0 | c >> 6);
	else if (c < 0x10000) {
		bytes[length++] = (char)(0xE0 | c >> 12);
		bytes[length++] = (char)(0x80 | (c >> 6 & 0x3F));
	} else {
		bytes[length++] = (char)(0xF0 | c >> 18);
		bytes[length++] = (char)(0x80 | (c >> 12 & 0x3F));
		bytes[length++] = (char)(0x80 | (c >> 6 & 0x3F));
	}
	if (c >= 0x80)
		bytes[length++] = (char)(0x80 | (c & 0x3F));
	add(text, bytes, length);
}

/* What is left to read, and what was wrong first. */
struct xml {
	const char *at, *error;
};

static bool fail(struct xml *xml, const char *error)
{
	if (!xml->error)
		xml->error = error;
	return false;
}

static bool is_character(unsigned c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
		   (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* "&lt;", "&#10;", "&#xA;" */
static bool read_reference(struct xml *xml, struct text *out)
{
	static const struct {
		const char *name;
		char c;
	} names[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
	unsigned c;
	int size = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strncmp(xml->at, names[i].name, strlen(names[i].name))) {
			add(out, &names[i].c, 1);
			xml->at += strlen(names[i].name);
			return true;
		}
	if ((sscanf(xml->at, "&#%u;%n", &c, &size) != 1 || !size) &&
		(sscanf(xml->at, "&#x%x;%n", &c, &size) != 1 || !size))
		return fail(xml, "a bare &");
	if (!is_character(c))
		return fail(xml, "a reference to what is no character");
	add_code_point(out, c);
	xml->at += size;
	return true;
}

/* Character data up to `end`, which is '<' or a quote. */
static bool read_text(struct xml *xml, char end, struct text *out)
{
	while (*xml->at != end) {
		uint32_t c;
		size_t size = *xml->at ? text_decode(xml->at, strlen(xml->at), &c) : 0;
		if (!size)
			return fail(xml, *xml->at ? "not UTF-8" : "the end is missing");
		if (!is_character(c))
			return fail(xml, "what is no character");
		if (c == '<' || !strncmp(xml->at, "]]>", 3))
			return fail(xml, "markup in text");
		if (c == '&') {
			if (!read_reference(xml, out))
				return false;
			continue;
		}
		bool blank = end != '<' && (c == '\n' || c == '\t' || c == '\r');
		add(out, blank ? " " : xml->at, blank ? 1 : size);
		xml->at += size;
	}
	return true;
}

static void skip_blanks(struct xml *xml)
{
	xml->at += strspn(xml->at, " \t\r\n");
}

static size_t name_length(const char *at)
{
	return strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
}

/* NAME="VALUE" */
static bool read_attribute(struct xml *xml, json_t *attributes)
{
	char name[64] = "";
	struct text value = {0};
	size_t length = name_length(xml->at);
	if (!length || length >= sizeof name)
		return fail(xml, "the name of an attribute is missing");
	memcpy(name, xml->at, length);
	xml->at += length;
	if (xml->at[0] != '=' || (xml->at[1] != '"' && xml->at[1] != '\''))
		return fail(xml, "an attribute without a value");
	char quote = xml->at[1];
	xml->at += 2;
	add(&value, "", 0);
	bool fine = read_text(xml, quote, &value);
	xml->at += fine;
	if (fine && json_object_get(attributes, name))
		fine = fail(xml, "an attribute twice");
	if (fine)
		json_object_set_new(attributes, name, json_string(value.bytes));
	free(value.bytes);
	return fine;
}

static json_t *read_element(struct xml *xml);

/* What stands between the tags, and the closing one. */
static bool read_content(struct xml *xml, json_t *element, const char *name)
{
	struct text text = {0};
	add(&text, "", 0);
	bool fine;
	while ((fine = read_text(xml, '<', &text)) && xml->at[1] != '/') {
		json_t *child = read_element(xml);
		fine = child && !json_array_append_new(json_object_get(element, "children"), child);
		if (!fine)
			break;
	}
	if (fine)
		json_object_set_new(element, "text", json_string(text.bytes));
	free(text.bytes);
	size_t length = strlen(name);
	if (!fine || strncmp(xml->at + 2, name, length) != 0 || xml->at[2 + length] != '>')
		return fail(xml, "tags that do not match");
	xml->at += length + 3;
	return true;
}

static json_t *read_element(struct xml *xml)
{
	char name[64] = "";
	size_t length = *xml->at == '<' ? name_length(xml->at + 1) : 0;
	if (!length || length >= sizeof name) {
		fail(xml, "a tag is missing");
		return NULL;
	}
	memcpy(name, xml->at + 1, length);
	xml->at += length + 1;
	json_t *element =
		json_pack("{s:s, s:{}, s:s, s:[]}", "element", name, "attributes", "text", "", "children");
	bool fine = true;
	for (skip_blanks(xml); fine && *xml->at && *xml->at != '>' && *xml->at != '/'; skip_blanks(xml))
		fine = read_attribute(xml, json_object_get(element, "attributes"));
	if (fine && !strncmp(xml->at, "/>", 2))
		xml->at += 2;
	else if (fine && *xml->at++ == '>')
		fine = read_content(xml, element, name);
	else
		fine = fail(xml, "a tag without an end");
	if (fine)
		return element;
	json_decref(element);
	return NULL;
}

json_t *xml_json(const char *text, const char **error)
{
	static const char prolog[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
	struct xml xml = {.at = text};
	json_t *root = NULL;
	if (strncmp(text, prolog, strlen(prolog)) != 0)
		fail(&xml, "no prolog");
	else {
		xml.at += strlen(prolog);
		root = read_element(&xml);
		skip_blanks(&xml);
	}
	if (root && *xml.at)
		fail(&xml, "something behind the root");
	*error = xml.error;
	if (xml.error) {
		json_decref(root);
		return NULL;
	}
	return root;
}

/* --- GitHub Actions --- */

static json_t *unescaped(const char *text, size_t length, bool property)
{
	static const struct {
		const char *code;
		char c;
		bool property;
	} codes[] = {{"%0D", '\r', false},
				 {"%0A", '\n', false},
				 {"%25", '%', false},
				 {"%3A", ':', true},
				 {"%2C", ',', true}};
	struct text out = {0};
	add(&out, "", 0);
	for (size_t i = 0, k; i < length; i++) {
		for (k = 0; k < sizeof codes / sizeof *codes; k++)
			if ((property || !codes[k].property) && !strncmp(text + i, codes[k].code, 3))
				break;
		bool coded = k < sizeof codes / sizeof *codes;
		add(&out, coded ? &codes[k].c : text + i, 1);
		i += coded ? 2 : 0;
	}
	json_t *value = json_string(out.bytes);
	free(out.bytes);
	return value;
}

static json_t *properties_of(const char *at, const char *end)
{
	json_t *properties = json_object();
	while (at < end) {
		const char *comma = memchr(at, ',', (size_t)(end - at));
		const char *last = comma ? comma : end;
		const char *equals = memchr(at, '=', (size_t)(last - at));
		if (equals) {
			char name[64] = "";
			snprintf(name, sizeof name, "%.*s", (int)(equals - at), at);
			json_object_set_new(properties, name, unescaped(equals + 1, (size_t)(last - equals - 1), true));
		}
		at = last + 1;
	}
	return properties;
}

static json_t *line_json(const char *line, size_t length)
{
	char copy[16384];
	snprintf(copy, sizeof copy, "%.*s", (int)length, line);
	const char *begin = copy + strspn(copy, " \t\r");
	const char *message = strncmp(begin, "::", 2) == 0 ? strstr(begin + 2, "::") : NULL;
	if (!message)
		return json_pack("{s:s}", "line", copy);
	const char *blank = memchr(begin, ' ', (size_t)(message - begin));
	const char *name_end = blank ? blank : message;
	return json_pack("{s:s%, s:o, s:o}", "command", begin + 2, (size_t)(name_end - begin - 2), "properties",
					 properties_of(blank ? blank + 1 : message, message), "message",
					 unescaped(message + 2, strlen(message + 2), false));
}

json_t *github_json(const char *text)
{
	json_t *lines = json_array();
	while (*text) {
		size_t length = strcspn(text, "\n");
		json_array_append_new(lines, line_json(text, length));
		text += length + (text[length] == '\n');
	}
	return lines;
}

json_t *report_json(const char *format, const char *text, const char **error)
{
	static json_error_t reason;
	if (!strcmp(format, "junit"))
		return xml_json(text, error);
	if (!strcmp(format, "github"))
		return github_json(text);
	json_t *value = json_loads(text, JSON_REJECT_DUPLICATES, &reason);
	*error = value ? NULL : reason.text;
	return value;
}
