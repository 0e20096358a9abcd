/*
 * What contradicts what: all conflicts of a plan in one pass.
 */
#ifndef TIMELINE_CONFLICT_H
#define TIMELINE_CONFLICT_H

#include "timeline/chain.h"
#include "timeline/spent.h"

/* What was set aside so that the work could go on after a conflict. */
enum aside_kind {
	ASIDE_BOUND, /* the upper bound of a place */
	ASIDE_SET,   /* the set of a place */
	ASIDE_ARC    /* an arc: of a ring, or of a place that would leave 2199 */
};

struct aside {
	enum aside_kind kind;
	uint32_t at;        /* a place or an arc */
	uint32_t set;       /* ASIDE_SET: which it was */
	struct shift shift; /* ASIDE_ARC: what it was */
	plan_day before;    /* ASIDE_BOUND: what the bound was */
	struct bound bound; /* ... and what it is */
	size_t conflict;    /* 1 + the conflict that it was set aside for, 0 for none */
	size_t follows;     /* 1 + the conflict that this only follows from, 0 for none */
};

struct conflicts {
	VEC(struct plan_conflict) found;
	VEC(struct reason) reasons; /* of the first that are found */
	VEC(struct aside) aside;
	plan_day *lo, *hi; /* by place: the earliest days with the bounds that are left, and those bounds */
	plan_day *own_lo;  /* by place: the lower bounds that it began with */
};

/*
 * Finds the conflicts of a plan that is not feasible, one chain each, setting aside what each runs into. What
 * only follows from an earlier conflict is set aside but not reported, unless it is a deadline. What is
 * `spent` is left out from the beginning, and the chains that are found are added to it: asked again it
 * finds what has nothing to do with any of them, if there is anything. Leaves the network without what was
 * set aside; conflicts_restore puts it back. PLAN_NOMEM on failure; conflicts_free it either way, after
 * conflicts_restore.
 */
enum plan_status conflicts_find(struct timeline_work *work, struct spent *spent, struct conflicts *conflicts);
void conflicts_restore(struct timeline_work *work, const struct spent *spent,
					   const struct conflicts *conflicts);
void conflicts_free(struct conflicts *conflicts);

/* Where the shift of an arc is: in the network, or with what was set aside of it. */
struct shift *conflicts_shift(const struct conflicts *conflicts, const struct network *network, uint32_t arc);

/* The set of a place, or which it was before it was set aside. */
uint32_t conflicts_set(const struct conflicts *conflicts, const struct network *network, uint32_t place);

#endif
