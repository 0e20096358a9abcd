#include "load/reader.h"

#include "base/text.h"
#include "load/limits.h"
#include "load/syntax.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/*
 * libyaml decodes what it is given into a buffer of its own, one character at a time, which is a seventh of
 * all that it does. The screen has seen that the bytes are just what that buffer would hold in the end, and
 * they end in a zero byte like it: so they are made the buffer. libyaml never writes to what it has decoded,
 * and with no more input to come it leaves the buffer where it is. Its own comes back before libyaml frees
 * it.
 *
 * The fields are in libyaml's public header, but how they work together is its own business: any other
 * version than the one that this was written for is left to decode.
 */
static void lend_bytes(struct reader *reader, const char *bytes, size_t length)
{
	yaml_parser_t *parser = &reader->parser;
	/* NOLINTNEXTLINE(performance-no-int-to-ptr): libyaml only reads what it takes without const */
	unsigned char *first = (unsigned char *)(uintptr_t)bytes;
	reader->own_buffer = parser->buffer.start;
	reader->own_room = (size_t)(parser->buffer.end - parser->buffer.start);
	parser->buffer.start = parser->buffer.pointer = first;
	parser->buffer.end = parser->buffer.last = first + length + 1;
	parser->unread = length + 1; /* at least as many as there are characters: it never asks for more */
	parser->eof = 1;
}

static void take_back_bytes(struct reader *reader)
{
	yaml_parser_t *parser = &reader->parser;
	parser->buffer.start = parser->buffer.pointer = parser->buffer.last = reader->own_buffer;
	parser->buffer.end = reader->own_buffer + reader->own_room;
}

bool reader_begin(struct reader *reader, const char *bytes, size_t length, struct findings *findings)
{
	*reader = (struct reader){.findings = findings, .line = bytes, .end = bytes + length};
	if (!yaml_parser_initialize(&reader->parser)) {
		reader->failed = reader->no_memory = true;
		return false;
	}
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser, (const unsigned char *)bytes, length);
	if (strcmp(yaml_get_version_string(), "0.2.5") == 0)
		lend_bytes(reader, bytes, length);
	return true;
}

void reader_end(struct reader *reader)
{
	yaml_event_delete(&reader->event);
	if (reader->own_buffer)
		take_back_bytes(reader);
	yaml_parser_delete(&reader->parser);
}

/* The end of the line that is looked at, and that is not the last one. */
static const char *end_of_line(const struct reader *reader)
{
	const char *end = memchr(reader->line, '\n', (size_t)(reader->end - reader->line));
	assert(end);
	return end;
}

/* The code points from where a text of several lines begins to the end of its first line. Lines are looked
 * for from the last one on. */
static size_t rest_of_line(struct reader *reader, yaml_mark_t mark)
{
	assert(reader->line_number <= mark.line);
	for (; reader->line_number < mark.line; reader->line_number++)
		reader->line = end_of_line(reader) + 1;
	const char *end = end_of_line(reader);
	while (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r')
		end--;
	return text_code_points(reader->line, (size_t)(end - reader->line)) - mark.column;
}

struct plan_span reader_span(struct reader *reader)
{
	const yaml_mark_t *start = &reader->event.start_mark, *end = &reader->event.end_mark;
	bool collection =
		reader_at(reader, YAML_SEQUENCE_START_EVENT) || reader_at(reader, YAML_MAPPING_START_EVENT);
	size_t length = 1;
	if (!collection)
		length = end->line == start->line ? end->column - start->column : rest_of_line(reader, *start);
	return (struct plan_span){
		.line = (uint32_t)start->line + 1,
		.column = span_narrow(start->column + 1),
		.length = span_narrow(length ? length : 1),
	};
}

bool reader_at_nothing(const struct reader *reader)
{
	return reader_at(reader, YAML_SCALAR_EVENT) && reader->event.data.scalar.length == 0 &&
		   reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static void refuse(struct reader *reader, enum plan_rule rule, struct plan_span span, const char *message,
				   const char *help)
{
	struct diag_draft draft;
	if (!findings_draft(reader->findings, &draft, rule, span))
		return;
	diag_message(&draft, "%s", message);
	if (help)
		diag_help(&draft, "%s", help);
	findings_end(reader->findings, &draft);
}

static void refuse_anchor(struct reader *reader, const char *name)
{
	struct plan_span span = reader_span(reader);
	span.length = span_narrow(text_code_points(name, strlen(name)) + 1);
	refuse(reader, PLAN_RULE_UNSUPPORTED_YAML, span, _("a plan has no anchors (&) and aliases (*)"),
		   _("write the text out where it is needed; put a text that begins with & or * in quotes"));
}

/* An anchor or a tag hides from a reviewer what stands in the file. */
static void check_properties(struct reader *reader, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		refuse_anchor(reader, (const char *)anchor);
	if (!tag)
		return;
	struct plan_span span = reader_span(reader);
	span.length = 1;
	refuse(reader, PLAN_RULE_UNSUPPORTED_YAML, span, _("a plan has no tags (!)"),
		   _("remove the tag; put a text that begins with ! in quotes"));
}

/* Reports a limit that the current event breaks, and reads no further. */
static bool stop(struct reader *reader)
{
	refuse(reader, PLAN_RULE_LIMIT_EXCEEDED, reader_span(reader),
		   reader->depth > LIMIT_DEPTH ? _("more than 64 lists and mappings in each other")
									   : _("more than 4 million keys and values"),
		   NULL);
	reader->failed = true;
	return false;
}

static bool count_node(struct reader *reader)
{
	reader->nodes++;
	return reader->nodes <= LIMIT_NODES && reader->depth <= LIMIT_DEPTH ? true : stop(reader);
}

/* Cuts a text that is too long, so that what comes after it is still read. */
static void refuse_length(struct reader *reader)
{
	yaml_event_t *event = &reader->event;
	refuse(reader, PLAN_RULE_LIMIT_EXCEEDED, reader_span(reader), _("a text of more than 16 KiB"), NULL);
	size_t length = LIMIT_SCALAR;
	while ((event->data.scalar.value[length] & 0xC0) == 0x80)
		length--;
	event->data.scalar.value[length] = '\0';
	event->data.scalar.length = length;
}

/* Looks at an event that is not a text. */
static bool check_other(struct reader *reader)
{
	yaml_event_t *event = &reader->event;
	switch (event->type) {
	case YAML_ALIAS_EVENT: refuse_anchor(reader, (const char *)event->data.alias.anchor); break;
	case YAML_SEQUENCE_START_EVENT:
		check_properties(reader, event->data.sequence_start.anchor, event->data.sequence_start.tag);
		reader->depth++;
		break;
	case YAML_MAPPING_START_EVENT:
		check_properties(reader, event->data.mapping_start.anchor, event->data.mapping_start.tag);
		reader->depth++;
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: reader->depth--; return true;
	default: return true;
	}
	return count_node(reader);
}

/* Most events are texts, and few texts have anything to look at. */
static bool check_event(struct reader *reader)
{
	if (!reader_at(reader, YAML_SCALAR_EVENT))
		return check_other(reader);
	yaml_event_t *event = &reader->event;
	if (event->data.scalar.anchor || event->data.scalar.tag)
		check_properties(reader, event->data.scalar.anchor, event->data.scalar.tag);
	if (event->data.scalar.length > LIMIT_SCALAR)
		refuse_length(reader);
	return count_node(reader);
}

/* There is no memory, or the file is no YAML. libyaml 0.2.5 names no error where there is no memory for the
 * handle of a tag. */
static bool fail(struct reader *reader)
{
	yaml_error_type_t error = reader->parser.error;
	reader->failed = true;
	reader->no_memory = error == YAML_MEMORY_ERROR || error == YAML_NO_ERROR;
	if (!reader->no_memory)
		syntax_report(&reader->parser, reader->findings);
	return false;
}

/* Frees the current event. Most are texts without a name: of such a one there is only the text itself, which
 * the version that is known has from malloc. The end of a mapping, the next in number, has nothing. */
static void drop_event(struct reader *reader)
{
	yaml_event_t *event = &reader->event;
	if (reader_at(reader, YAML_SCALAR_EVENT) && !event->data.scalar.anchor && !event->data.scalar.tag &&
		reader->own_buffer)
		free(event->data.scalar.value);
	else if (!reader_at(reader, YAML_MAPPING_END_EVENT))
		yaml_event_delete(event);
}

bool reader_next(struct reader *reader)
{
	if (reader->failed)
		return false;
	drop_event(reader);
	return yaml_parser_parse(&reader->parser, &reader->event) ? check_event(reader) : fail(reader);
}

bool reader_skip(struct reader *reader)
{
	if (!reader_at(reader, YAML_SEQUENCE_START_EVENT) && !reader_at(reader, YAML_MAPPING_START_EVENT))
		return true;
	size_t outside = reader->depth - 1;
	while (reader->depth > outside)
		if (!reader_next(reader))
			return false;
	return true;
}
