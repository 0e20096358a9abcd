/*
 * A network of days: variables, each with the days it can take, and constraints "y >= f(x)" between them.
 *
 * It knows nothing of plans. Variables and arcs are added, then network_close puts them in order: from then
 * on a variable is known by its place, and constraints lead from lower places to higher ones but inside
 * components, runs of places whose variables lie on a ring together. Bounds are the caller's: arrays of days
 * by place, which solve.h tightens.
 */
#ifndef TIMELINE_NETWORK_H
#define TIMELINE_NETWORK_H

#include "timeline/dayset.h"
#include "timeline/shift.h"

#include <plan/status.h>

#define NETWORK_NONE UINT32_MAX

/* target >= shift(source); the source is known from where the arc lies. */
struct arc {
	uint32_t target; /* a place */
	struct shift shift;
	uint32_t cause; /* the caller's */
};

/* The places first..end-1 of variables that depend on each other in rings. */
struct component {
	uint32_t first, end;
};

/* An arc seen from its target. */
struct entry {
	uint32_t source, arc;
};

/* What is so of a place in a component: most of a component need not be asked again. */
enum place_trait {
	PLACE_LEADS_OUT = 1 << 0,  /* an arc of it leads beyond the component */
	PLACE_FROM_BEHIND = 1 << 1 /* an arc leads to it from itself or a later place */
};

/* An arc as it is added: between variables. */
struct loose_arc {
	uint32_t source;
	struct arc arc;
};

struct network {
	const struct plan_calendar *calendar;
	uint32_t variable_count, arc_count;
	uint32_t *place; /* by variable */
	uint32_t *set;   /* by place: the days it can take, 1 + an index into sets; 0 for any */
	uint32_t *first; /* by place: its first arc; one more at the end */
	struct arc *arcs;
	struct component *components; /* by place */
	uint32_t component_count;
	uint32_t largest; /* variables of the largest component */
	unsigned weekend; /* the calendar's, a bit each; the caller's to set, only makes proofs sharper */

	const struct dayset *sets; /* the caller's */

	struct loose_arc *loose; /* until network_close */
	size_t loose_room;

	uint32_t *entry_first; /* by place: its first entry; made by network_link_entries, as are entries */
	struct entry *entries;
	uint8_t *traits; /* by place: enum place_trait, or-ed; made with the entries */
};

/* An empty network with `variables` variables and room for `arcs` arcs; free it with network_free, also on
 * failure. */
enum plan_status network_init(struct network *network, const struct plan_calendar *calendar,
							  uint32_t variables, uint32_t arcs);

/* Frees what a network owns; it may be all zero. */
void network_free(struct network *network);

/* Adds target >= shift(source) between two variables. PLAN_NOMEM on failure. */
enum plan_status network_add(struct network *network, uint32_t source, uint32_t target, struct shift shift,
							 uint32_t cause);

/* Puts variables and arcs in order. Linear. PLAN_NOMEM on failure. */
enum plan_status network_close(struct network *network);

/* Fills in `entries` and `traits`, for those who ask which arcs lead to a place; once is enough. PLAN_NOMEM
 * on failure. */
enum plan_status network_link_entries(struct network *network);

/* The place that an arc leads from. */
uint32_t network_source(const struct network *network, uint32_t arc);

/* The component that a place belongs to; NULL for none. */
const struct component *network_component(const struct network *network, uint32_t place);

/* The first day that a place can take on or after `day`, the last on or before it. */
static inline plan_day network_up(const struct network *network, uint32_t place, plan_day day)
{
	uint32_t set = network->set[place];
	return set ? dayset_next(&network->sets[set - 1], network->calendar, day) : day;
}

static inline plan_day network_down(const struct network *network, uint32_t place, plan_day day)
{
	uint32_t set = network->set[place];
	return set ? dayset_previous(&network->sets[set - 1], network->calendar, day) : day;
}

#endif
