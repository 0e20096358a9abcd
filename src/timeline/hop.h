/*
 * Paths of constraints, place by place.
 */
#ifndef TIMELINE_HOP_H
#define TIMELINE_HOP_H

#include "base/vec.h"
#include "timeline/view.h"

/* One place on a path, and the arc that leads to it (NETWORK_NONE for the first). */
struct hop {
	uint32_t place, arc;
	plan_day asked; /* what the arc, or the first place's bound, asks for */
	plan_day day;   /* ... moved to a day of the place's set; open when there is none */
};

struct path {
	VEC(struct hop) hops;
};

#endif
