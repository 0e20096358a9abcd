/*
 * What a timeline asks of every step again and again, a few bytes each: a large plan's steps themselves lie
 * too far apart to be gone through in every pass.
 */
#ifndef TIMELINE_DIGEST_H
#define TIMELINE_DIGEST_H

#include "timeline/bound.h"

enum digest_flag {
	DIGEST_CANCELLED = 1 << 0,
	DIGEST_TWO = 1 << 1,  /* its last day is a variable of its own */
	DIGEST_FACT = 1 << 2, /* step_is_fact */
	DIGEST_DATED = 1 << 3,
	DIGEST_ENDS = 1 << 4, /* its written date bounds its last day */
	DIGEST_DEADLINE = 1 << 5,
	DIGEST_TIED = 1 << 6,         /* its bounds are not its written windows alone */
	DIGEST_THEIRS_FIRST = 1 << 7, /* its first day is somebody else's to choose: see certain.h */
	DIGEST_THEIRS_LAST = 1 << 8
};

/* Days as in struct step_bounds, as written but for the deadline. A cancelled step has nothing but its flag.
 */
struct digest {
	uint32_t variable; /* its first; the caller's to set */
	uint16_t flags;    /* enum digest_flag */
	plan_day lo[2], hi[2];
	plan_day by; /* its deadline; PLAN_DAY_OPEN_END for none */
};

/* Digests one step; that it is tied to a recess is left to be told by digest_tie. */
struct digest digest_step(const struct plan *plan, const struct plan_step *step);

/* Fills in the days by the step itself. */
void digest_bounds(struct digest *digest, const struct plan *plan, const struct plan_step *step,
				   enum bound_view view);

/* Takes note that a step is tied to a recess. */
void digest_tie(struct digest *digest, const struct plan *plan, const struct plan_step *step);

/* How many variables it has. */
static inline unsigned digest_variables(const struct digest *digest)
{
	return digest->flags & DIGEST_CANCELLED ? 0 : digest->flags & DIGEST_TWO ? 2 : 1;
}

/* The place of its last day's bounds. */
static inline unsigned digest_end(const struct digest *digest)
{
	return (digest->flags & DIGEST_TWO) != 0;
}

#endif
