/*
 * Lines of a plan file as findings show them: the part around a span, safe for a terminal, with the columns
 * that the span takes.
 */
#ifndef FORMAT_EXCERPT_H
#define FORMAT_EXCERPT_H

#include "base/buf.h"
#include "base/vec.h"

#include <plan/diag.h>

/*
 * Where the lines of a source begin, found as far as they are asked for, and where the last span was: spans
 * that are asked for in the order of the file cost one pass over it altogether.
 */
struct source_lines {
	const struct plan_source *source;
	VEC(uint32_t) starts;  /* of line 1, 2, ... */
	uint32_t line, column; /* the last place asked for */
	size_t offset;         /* its bytes into that line */
	bool complete, failed; /* all lines found; memory ran out */
};

/* One line without its line break; `text` is NULL when there is no such line. */
struct source_line {
	const char *text;
	size_t length;
};

/* Starts on a source, which is kept. Nothing is allocated yet. */
void source_lines_init(struct source_lines *lines, const struct plan_source *source);

/* Frees the memory. */
void source_lines_free(struct source_lines *lines);

/* A line, from 1; a byte order mark is left out. Sets `failed` when memory ran out. */
struct source_line source_lines_get(struct source_lines *lines, uint32_t line);

/* The bytes of a span within its line. */
struct source_range {
	size_t from, to;
};
struct source_range source_line_range(struct source_line text, struct plan_span span);

/* The same for spans that are asked for in the order of the file: goes on from the last one. */
struct source_range source_lines_range(struct source_lines *lines, struct source_line text,
									   struct plan_span span);

/* What to show: text to print, and the columns of the span in it. */
struct excerpt {
	struct buf text;
	size_t mark, mark_columns; /* columns before the span; columns it takes, at least 1 */
};

/*
 * Puts the part of the line around `range` that fits into `columns` into `excerpt`, its buffer cleared first
 * and the caller's to free. `ellipsis` (one column wide, or ASCII) stands for what is cut.
 */
void excerpt_make(struct excerpt *excerpt, struct source_line line, struct source_range range, size_t columns,
				  const char *ellipsis);

#endif
