/*
 * What is wrong with a file, collected while it is read.
 *
 * A file is read in two passes and its faults are found out of order, yet the first hundred of the file are
 * to be reported. So faults are collected here, with what is clearly too far down in the file to be among
 * them only counted, and handed over in file order at the end.
 */
#ifndef LOAD_FINDINGS_H
#define LOAD_FINDINGS_H

#include "base/diag.h"

struct findings {
	struct plan_diags kept;   /* texts are in the arena of the list they will be handed over to */
	size_t limit;             /* so many are wanted; 0 for all */
	struct plan_span horizon; /* once `limit` are kept: where the last of them stands */
	bool full;                /* whether there is a horizon */
	bool failed;              /* memory ran out */
	const char *const *entry; /* where the id of the entry is kept that this is about; NULL for none */
	const struct plan_source *source;
};

/* A column or a length as spans have it: one that is too great is cut. */
static inline uint16_t span_narrow(size_t n)
{
	return n < UINT16_MAX ? (uint16_t)n : UINT16_MAX;
}

/* Starts collecting for a list. */
void findings_begin(struct findings *findings, const struct plan_diags *diags);

/*
 * Starts a finding of a rule's own severity. Returns false when it need not be made: it is counted then. Else
 * fill in the draft and call findings_end.
 */
bool findings_draft(struct findings *findings, struct diag_draft *draft, enum plan_rule rule,
					struct plan_span span);

/* Keeps a finding. */
void findings_end(struct findings *findings, struct diag_draft *draft);

/* A whole finding of a message made as by printf, without help. */
void findings_add(struct findings *findings, enum plan_rule rule, struct plan_span span, const char *format,
				  ...) __attribute__((format(printf, 4, 5)));

/* Whether an error was found. */
bool findings_has_error(const struct findings *findings);

/* Appends what was found to the list, in file order and up to its limit, and frees what is left.
 * PLAN_NOMEM when memory ran out at any time. */
enum plan_status findings_hand_over(struct findings *findings, struct plan_diags *diags);

#endif
