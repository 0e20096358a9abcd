/*
 * The reader: libyaml's events, one at a time, with what a plan file may not do refused.
 *
 * Only the event API of libyaml is used. Depth and number of nodes are checked at each event; anchors,
 * aliases, tags and further documents are findings.
 */
#ifndef LOAD_READER_H
#define LOAD_READER_H

#include "load/findings.h"

#include <yaml.h>

struct reader {
	yaml_parser_t parser;
	yaml_event_t event; /* the current one; all zero before the first */
	struct findings *findings;
	size_t depth; /* collections that are open, the one that the current event begins included */
	size_t nodes;
	bool failed; /* nothing more comes: a syntax error, a limit, or no memory */
	bool no_memory;
	const char *line; /* where the line `line_number` begins in the source */
	const char *end;  /* of the source */
	uint32_t line_number;
	unsigned char *own_buffer; /* libyaml's, while the source's bytes stand in for it; else NULL */
	size_t own_room;           /* in it */
};

/* Starts to read bytes that passed the screen and have a zero byte behind them. False when memory ran out. */
bool reader_begin(struct reader *reader, const char *bytes, size_t length, struct findings *findings);

/* Frees what the reader holds. */
void reader_end(struct reader *reader);

/* Goes on to the next event. False when there is none: see `failed`. The texts of the one before are freed.
 */
bool reader_next(struct reader *reader);

/* Goes on to the last event of the value that the current event begins. False as reader_next. */
bool reader_skip(struct reader *reader);

/* Where the current event stands in the file: of something of several lines, its first. */
struct plan_span reader_span(struct reader *reader);

static inline bool reader_at(const struct reader *reader, yaml_event_type_t type)
{
	return reader->event.type == type;
}

/* The text of the current event, a scalar. */
static inline const char *reader_text(const struct reader *reader)
{
	return (const char *)reader->event.data.scalar.value;
}

static inline size_t reader_length(const struct reader *reader)
{
	return reader->event.data.scalar.length;
}

/* Whether the current event is a scalar that was left empty: "key:". */
bool reader_at_nothing(const struct reader *reader);

#endif
