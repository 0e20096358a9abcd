/*
 * Reads a report, a YAML or a JSON file for the scripts of the tests, and prints what stands at a place in
 * it.
 *
 *     probe FORMAT FILE [KEY or INDEX...]
 *
 * FORMAT is one of `plan check` ("sarif"), whose reports must have the form of
 * tests/formats/FORMAT.schema.json, or "yaml", "value" (any JSON), or a JSON Schema's path, which then says
 * what the file, YAML or JSON, must be. A text is printed as it is, another value as JSON, of "#" how many
 * members there are. Fails, saying why, when the file is not what it should be or nothing stands there.
 */
#include "json_schema.h"
#include "report_json.h"
#include "yaml_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb"), *memory;
	char *text = NULL;
	size_t size = 0;
	if (!file || !(memory = open_memstream(&text, &size)))
		return NULL;
	for (int c; (c = fgetc(file)) != EOF;)
		fputc(c, memory);
	fclose(file);
	return fclose(memory) ? NULL : text;
}

/* What stands at a path; `count` is how many members it has when the path ends in "#". */
static json_t *find(json_t *value, char **path, long *count)
{
	for (; value && *path; path++)
		if (!strcmp(*path, "#"))
			*count = (long)(json_is_array(value) ? json_array_size(value) : json_object_size(value));
		else if (json_is_array(value))
			value = json_array_get(value, (size_t)strtoul(*path, NULL, 10));
		else
			value = json_object_get(value, *path);
	return value;
}

static int print(json_t *value, long count)
{
	if (!value)
		return 1;
	if (count >= 0)
		printf("%ld\n", count);
	else if (json_is_string(value))
		puts(json_string_value(value));
	else {
		json_dumpf(value, stdout, JSON_ENCODE_ANY | JSON_COMPACT);
		putchar('\n');
	}
	return 0;
}

static json_t *read_value(const char *format, const char *text, const char **error)
{
	*error = "not YAML";
	if (!strcmp(format, "yaml") || strchr(format, '/'))
		return yaml_json(text, strlen(text));
	return report_json(format, text, error);
}

/* Whether the value is of the form that the format has. */
static bool is_formed(const char *format, json_t *value)
{
	char path[4096];
	struct schema_fault fault;
	if (!strcmp(format, "yaml") || !strcmp(format, "value"))
		return true;
	snprintf(path, sizeof path, strchr(format, '/') ? "%s" : "tests/formats/%s.schema.json", format);
	json_t *schema = json_load_file(path, 0, NULL);
	bool fine = schema && schema_allows(schema, value, &fault);
	if (!fine)
		fprintf(stderr, "probe: %s: %s %s\n", path, schema ? fault.path : "",
				schema ? fault.message : "unreadable");
	json_decref(schema);
	return fine;
}

int main(int argc, char **argv)
{
	const char *error = "unreadable";
	long count = -1;
	if (argc < 3)
		return 2;
	char *text = read_file(argv[2]);
	json_t *value = text ? read_value(argv[1], text, &error) : NULL;
	if (!value)
		fprintf(stderr, "probe: %s: %s\n", argv[2], error);
	json_t *found = value && is_formed(argv[1], value) ? find(value, argv + 3, &count) : NULL;
	int status = print(found, count);
	json_decref(value);
	free(text);
	return status;
}
