/*
 * Some of the links of a reason, and the days that they alone lead to.
 */
#ifndef TIMELINE_SUBSET_H
#define TIMELINE_SUBSET_H

#include "timeline/reason.h"

/* The links of a reason, each once, and the places that they are about. */
struct subset {
	const struct view *view;
	struct reason *reason;
	bool *in;          /* by link: not left out */
	size_t *from, *to; /* by link: where among the places its source and its place are */
	uint32_t *places;
	plan_day *days;  /* by place */
	size_t *by;      /* by place: the link that moved it last; the count of links at first */
	size_t *move_of; /* by place: the link that moves it to its set; the count of links for none */
	size_t *met;     /* by place: where the search for rings came to it from */
	size_t place_count;
	uint32_t *ring; /* arcs of a ring that gains for ever, if one was met */
	uint32_t ring_count;
	int64_t left; /* so many links may be looked at, each time that they are */
};

/* All the links of a reason, and half of what is left for reducing reasons. PLAN_NOMEM on failure;
 * subset_free it either way. */
enum plan_status subset_init(struct subset *subset, const struct view *view, struct reason *reason);
void subset_free(struct subset *subset);

/* Where among its places one of them is. */
size_t subset_place(const struct subset *subset, uint32_t place);

/* Whether the links that are in lead `place` beyond `limit`. */
bool subset_leads_beyond(struct subset *subset, uint32_t place, plan_day limit);

/* The first place that the links that are in lead out of 1900-2199, or one of a ring that gains for ever,
 * which is then in `ring`; NETWORK_NONE when they come to rest. */
uint32_t subset_way_out(struct subset *subset);

#endif
