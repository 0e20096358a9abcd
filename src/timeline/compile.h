/*
 * From a plan to its network, and back from the network to the plan.
 */
#ifndef TIMELINE_COMPILE_H
#define TIMELINE_COMPILE_H

#include "timeline/bound.h"
#include "timeline/cause.h"
#include "timeline/daysets.h"
#include "timeline/digest.h"
#include "timeline/network.h"

/* A meeting whose known day its set does not have. */
struct off_place {
	uint32_t step, set;
};

/* A phase whose two days are known: room keeps its length in their place. */
struct known_length {
	uint32_t step;
	struct shift shift;
};

struct compiled {
	const struct plan *plan;
	struct network network;
	struct daysets sets;
	struct digest *steps;           /* by step number */
	const struct plan_step **by_id; /* NULL: variables are in the order of the file */
	uint32_t *first_link; /* by step number: its first link among all links; may be dropped and made again */
	uint32_t deadline_count;
	VEC(struct off_place) off_days;
	VEC(struct known_length) lengths;
	VEC(uint32_t) broken; /* causes of arcs between facts that cannot be kept; their shift is SHIFT_NONE */
	VEC(const struct plan_link *) broken_links; /* of facts to recesses */
	VEC(uint32_t) broken_owners;                /* the steps of broken_links */
};

/* Compiles a plan, in the order of the file or (slower) by id; `arena` keeps what lives as long as the
 * network. compiled_free frees it, also after a failure. PLAN_NOMEM on failure. */
enum plan_status compiled_init(struct compiled *compiled, const struct plan *plan, struct arena *arena,
							   bool by_id);
void compiled_free(struct compiled *compiled);

/* The place of a step's first or last day; the step is not cancelled. Of the step with that number the same.
 */
uint32_t compiled_place(const struct compiled *compiled, const struct plan_step *step, bool at_end);

static inline uint32_t compiled_day(const struct compiled *compiled, size_t number, bool at_end)
{
	const struct digest *digest = &compiled->steps[number];
	return compiled->network.place[digest->variable + (at_end ? digest_end(digest) : 0)];
}

/* The bounds by place: both arrays have room for every variable. */
void compiled_bounds(const struct compiled *compiled, enum bound_view view, plan_day *lo, plan_day *hi);

/* What an arc comes from and is from and to. */
struct arc_meaning {
	enum cause_kind kind;
	const struct plan_step *owner; /* the step whose line in the file it is */
	const struct plan_link *link;  /* CAUSE_LINK and CAUSE_LINK_MOST only */
};

/* Whether the constraint of arc `a` is to be named before that of `b`, both between the same days: so that
 * the choice does not depend on the order of the file. After compiled_number_links. */
bool compiled_is_before(const struct compiled *compiled, uint32_t a, uint32_t b);

/* Makes compiled_meaning possible. PLAN_NOMEM on failure. */
enum plan_status compiled_number_links(struct compiled *compiled);
struct arc_meaning compiled_meaning(const struct compiled *compiled, uint32_t cause);

/* What the arc of a cause is when it is not left out. Needs compiled_number_links, too. */
struct shift compiled_shift(const struct compiled *compiled, uint32_t cause);

/* Turns the network into that of room, or back: the lengths of phases whose dates are known, and the days of
 * meetings whose known day is none of them. */
void compiled_set_room(struct compiled *compiled, bool room);

#endif
