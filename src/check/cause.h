/*
 * The reasons of the timeline, told as sentences: "the hearing ends Mon 19 Nov 2018 at the earliest".
 */
#ifndef CHECK_CAUSE_H
#define CHECK_CAUSE_H

#include "base/buf.h"

#include <plan/timeline.h>

/* Adds one link of a chain as a sentence without full stop, with the day it leads to. */
void cause_sentence(struct buf *out, const struct plan *plan, const struct plan_chain *chain, size_t link);

/* The same with other names for its step, and for what it comes from (of no matter where that is nothing);
 * `first` where no other day leads to it. */
void cause_write(struct buf *out, const struct plan *plan, const struct plan_cause *cause, bool first,
				 const char *name, const char *other);

/* Whether no other day of its chain, which is no ring, leads to a link's: a chain of earliest days begins
 * with it, one of latest days ends. */
bool cause_is_first(const struct plan_chain *chain, size_t link);

/* Whether a cause is a date that may turn out to be another day. */
bool cause_is_imprecise(const struct plan_cause *cause);

/* Whether a cause is a meeting whose bodies meet only on other days together, whatever each does alone. */
bool cause_is_joint(const struct plan_cause *cause);

#endif
