/*
 * A walk back along the orders, from up to 64 targets at once: what the paths that lead to them put before
 * them, whatever the days are.
 *
 * A path of orders none of which leads back puts its beginning before its end when one of them leads on.
 * Orders here are the arcs of the network, those that facts break among them, and that a paper with a day of
 * its own comes before what it is for. Where an order that leads back comes to such a path ("after: x - 3d",
 * the most that something may last), more may be forced than paths tell: forced.h reckons with it, one target
 * at a time.
 */
#ifndef TIMELINE_WALK_H
#define TIMELINE_WALK_H

#include <plan/timeline.h>

/* Targets have numbers below this. */
#define WALK_TARGETS 64

struct walk;

/* A walk without targets; NULL when memory ran out. The timeline must outlive it. */
struct walk *walk_new(struct plan_timeline *timeline);

/* Frees a walk; NULL is allowed. */
void walk_free(struct walk *walk);

/* Makes the first day of a step a target; of several with one number what comes before any of them is told.
 * Nothing comes before a cancelled step. */
void walk_add(struct walk *walk, const struct plan_step *step, unsigned number);

/* Goes back from all targets that were added. Linear, but for rings. */
void walk_run(struct walk *walk);

/* The targets that the last day of the step with that number comes before, a bit each. */
uint64_t walk_before(const struct walk *walk, size_t number);

/* The targets before which more may come than that, a bit each. */
uint64_t walk_doubt(const struct walk *walk);

/* Leaves all targets. Linear in what was before them. */
void walk_forget(struct walk *walk);

#endif
