/*
 * The steps of a plan as swimlanes: track by track, each phase with what belongs to it, in the order of time.
 */
#ifndef QUERY_LANES_H
#define QUERY_LANES_H

#include "base/vec.h"
#include "query/outlook.h"

struct lane_row {
	const struct plan_track *track;  /* of a heading; NULL for the steps outside the tracks */
	const struct standing *standing; /* NULL: the row is a heading */
	bool inside;                     /* it belongs to the phase above it */
};

struct lanes {
	VEC(struct lane_row) rows;
};

/* What is left out of the lanes. */
struct lane_filter {
	const char *track; /* the id of the only track; NULL: all, and what is outside of them */
	bool documents;    /* whether documents have rows */
};

/*
 * Makes the rows; cancelled steps and lanes without steps have none, and a plan without tracks has no
 * headings. PLAN_NOMEM on failure; lanes_free is due either way. The outlook outlives the lanes.
 */
enum plan_status lanes_make(struct lanes *lanes, const struct outlook *outlook,
							const struct lane_filter *filter);

/* Frees the rows; the lanes are empty again. */
void lanes_free(struct lanes *lanes);

#endif
