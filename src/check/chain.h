/*
 * The chains of the timeline, told as the reasons of a finding: "because …", "and …", "but …", in the order
 * of time, each link at its own line with the day it leads to. What was just named, and what the finding is
 * about, is called by its id.
 */
#ifndef CHECK_CHAIN_H
#define CHECK_CHAIN_H

#include "base/diag.h"
#include "check/words.h"

#include <plan/timeline.h>

/* Adds one link. */
void cause_add(struct diag_draft *draft, const struct plan *plan, const struct plan_cause *cause);

/* Adds a chain. Of a very long one the middle is left out and counted. */
void chain_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain);

/* Adds the chain of a risk: imprecise dates are told as what they may turn out to be. */
void risk_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain);

/* The imprecise date that the chain of a risk starts from; NULL for none. */
const struct plan_cause *risk_deciding(const struct plan_chain *chain);

/* Adds a sentence as a reason, and frees it; `contrary`: it is what those before it run into. */
void reason_add(struct diag_draft *draft, struct plan_span span, bool contrary, struct buf *sentence);

/* A name that a reader of the finding can do with: of what the link before names, or the message, the id. */
struct name_text short_name(const struct diag_draft *draft, const struct plan_entry *entry,
							const struct plan_cause *before);

/* Adds the help that a repair is; nothing when there is none. (repair.c) */
void repair_add(struct diag_draft *draft, const struct plan_repair *repair);

#endif
