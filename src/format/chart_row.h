/*
 * One row of a chart: a cell for every column of the axis.
 */
#ifndef FORMAT_CHART_ROW_H
#define FORMAT_CHART_ROW_H

#include "format/axis.h"
#include "query/outlook.h"

/* What a cell shows, each over all that stands before it. */
enum glyph {
	GLYPH_EMPTY,
	GLYPH_CLOSED,    /* a recess or holidays */
	GLYPH_ROOM,      /* the room that is left after the step's latest day */
	GLYPH_IMPRECISE, /* a day that the step may lie on */
	GLYPH_TODAY,
	GLYPH_DEADLINE,
	GLYPH_PHASE,
	GLYPH_HEARING,
	GLYPH_DOCUMENT,
	GLYPH_EARLIEST, /* the earliest day of a meeting whose day is not known */
	GLYPH_MEETING,
	GLYPH_BEFORE, /* the step lies before the days that are drawn */
	GLYPH_AFTER,  /* ... after them */
	GLYPH_COUNT
};

struct cell {
	uint8_t glyph; /* enum glyph */
	uint8_t style; /* enum style */
};

/* How a glyph is drawn, and what it means, for the legend (translated with _()). */
const char *glyph_text(enum glyph glyph);
const char *glyph_meaning(enum glyph glyph);

/* Fills a row with what stands behind every step: closed days, today, the approval's deadline. */
void chart_ground(struct cell *cells, const struct axis *axis, const struct outlook *outlook);

/* Whether a step lies wholly before, or after, the days of the axis. What has not begun and has no date
 * begins today at the earliest. */
bool chart_is_before(const struct axis *axis, const struct standing *standing);
bool chart_is_after(const struct axis *axis, const struct standing *standing, plan_day today);

/* Marks the edge of the axis on whose side something lies. */
void chart_beside(struct cell *cells, const struct axis *axis, bool before);

/* Draws a step over a row that has its ground. */
void chart_step(struct cell *cells, const struct axis *axis, const struct outlook *outlook,
				const struct standing *standing);

#endif
