/*
 * The reasons of the timeline, told as sentences: "because the hearing ends Mon 19 Nov 2018 at the earliest".
 */
#ifndef CHECK_CAUSE_H
#define CHECK_CAUSE_H

#include "base/buf.h"
#include "base/diag.h"

#include <plan/timeline.h>

/* Adds one link of a chain as a sentence without full stop, with the day it leads to. */
void cause_sentence(struct buf *out, const struct plan *plan, const struct plan_cause *cause);

/*
 * Adds one link of a chain as a related place, at its own line, with the day it leads to; the first one of a
 * finding begins with "because", the others with "and".
 */
void cause_add(struct diag_draft *draft, const struct plan *plan, const struct plan_cause *cause);

/* Adds a chain, in its order. Of a very long one the middle is left out and counted. */
void chain_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain);

/* Adds the chain of a risk: imprecise dates are told at their latest. */
void risk_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain);

/* The imprecise date that the chain of a risk starts from; NULL for none. */
const struct plan_cause *risk_deciding(const struct plan_chain *chain);

/* Adds the links of a ring: what waits for what, without days. */
void ring_add(struct diag_draft *draft, const struct plan_chain *chain);

/* Adds the help that a repair is; nothing when there is none. */
void repair_add(struct diag_draft *draft, const struct plan_repair *repair);

#endif
