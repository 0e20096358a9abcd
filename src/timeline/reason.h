/*
 * Reasons: the constraints that lead to a day, every one of them needed.
 */
#ifndef TIMELINE_REASON_H
#define TIMELINE_REASON_H

#include "base/vec.h"
#include "timeline/view.h"

enum reason_kind {
	REASON_HORIZON, /* the first or last day there is: only ever the first, as is the next */
	REASON_BOUND,   /* the bound of a place itself */
	REASON_ARC,
	REASON_MOVE /* to a day of the place's set */
};

struct reason_link {
	enum reason_kind kind;
	uint32_t place, arc; /* the arc leads to the place; NETWORK_NONE for the others */
	plan_day day;        /* what it leads to */
};

struct reason {
	VEC(struct reason_link) links; /* in the order in which days follow from each other */
	bool ring;                     /* nothing but a ring that can never come to rest */
	bool rounds;                   /* it goes round rings on its way, and has each link once */
	bool endless;                  /* the limit is not needed: it leads out of 1900-2199, at its last place */
};

void reason_free(struct reason *reason);

/* The reason that a ring of arcs, in order, can never come to rest. */
enum plan_status reason_of_ring(const struct view *view, const uint32_t *arcs, uint32_t count,
								struct reason *reason);

/* Adds every link of a reason to what is left out. PLAN_NOMEM on failure. */
enum plan_status reason_spend(const struct view *view, const struct reason *reason, struct spent *spent);

#endif
