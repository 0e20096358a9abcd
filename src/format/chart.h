/*
 * A plan drawn: swimlanes over an axis of time.
 */
#ifndef FORMAT_CHART_H
#define FORMAT_CHART_H

#include "format/screen.h"
#include "query/lanes.h"

enum chart_scale {
	CHART_FIT,   /* the whole plan over the width, with months and weeks */
	CHART_WEEKS, /* each week as wide as its number, in as many parts as that takes */
	CHART_MONTHS /* the whole plan over the width, with months */
};

struct chart_options {
	enum chart_scale scale;
	bool has_from, has_to;
	plan_day from, to; /* the days to draw, where given: from <= to */
};

/*
 * Draws the lanes of a plan. The screen has a width, of at least 60 columns. A buffer that failed
 * is the caller's to notice; PLAN_NOMEM when the drawing itself had no memory.
 */
enum plan_status chart_draw(struct screen *screen, const struct outlook *outlook, const struct lanes *lanes,
							const struct chart_options *options);

#endif
