/*
 * The least that a program which reads YAML with libyaml can do: reads each file into memory and takes every
 * event of it. With no file it is an empty program that links libyaml. What plan is measured against.
 */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static unsigned char *read_all(const char *path, size_t *size)
{
	FILE *in = fopen(path, "rb");
	unsigned char *bytes = NULL;
	if (in && fseek(in, 0, SEEK_END) == 0) {
		*size = (size_t)ftell(in);
		rewind(in);
		bytes = malloc(*size + 1);
		if (bytes)
			*size = fread(bytes, 1, *size, in);
	}
	if (in)
		fclose(in);
	return bytes;
}

static int take_events(const unsigned char *bytes, size_t size)
{
	yaml_parser_t parser;
	yaml_event_t event;
	int last = 0;

	if (!yaml_parser_initialize(&parser))
		return 0;
	yaml_parser_set_input_string(&parser, bytes, size);
	while (!last) {
		if (!yaml_parser_parse(&parser, &event))
			break;
		last = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return last;
}

int main(int argc, char **argv)
{
	if (!yaml_get_version_string())
		return 1;
	for (int i = 1; i < argc; i++) {
		size_t size = 0;
		unsigned char *bytes = read_all(argv[i], &size);
		int ok = bytes && take_events(bytes, size);
		free(bytes);
		if (!ok) {
			fprintf(stderr, "loop: %s\n", argv[i]);
			return 1;
		}
	}
	return 0;
}
