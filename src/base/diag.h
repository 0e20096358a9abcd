/*
 * Adding diagnostics to a list. The structs are public: <plan/diag.h>.
 *
 *     struct diag_draft draft;
 *     diag_begin(&draft, diags, PLAN_RULE_DEADLINE_MISSED, severity, span);
 *     diag_message(&draft, _("%s cannot end by %s"), title, day);
 *     diag_because(&draft, link_span, _("because %s"), reason);
 *     status = diag_end(&draft);
 *
 * A draft that ran out of memory ignores what is added; diag_end says so.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/buf.h"
#include "base/vec.h"

#include <plan/diag.h>

struct diag_draft {
	struct plan_diags *diags;
	struct plan_diag diag;
	VEC(struct plan_because) because;
	bool failed;
};

/* Starts a diagnostic. The severity is the one that it will have: PLAN_OFF makes diag_end forget it. */
void diag_begin(struct diag_draft *draft, struct plan_diags *diags, enum plan_rule rule,
				enum plan_severity severity, struct plan_span span);

/* The id of the entry that it is about; NULL is allowed. Copied. */
void diag_step(struct diag_draft *draft, const char *id);

/* The message, the help, and one more related place, each made as by printf. A later message or help
 * replaces. */
void diag_message(struct diag_draft *draft, const char *format, ...) __attribute__((format(printf, 2, 3)));
void diag_help(struct diag_draft *draft, const char *format, ...) __attribute__((format(printf, 2, 3)));
void diag_because(struct diag_draft *draft, struct plan_span span, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Appends the diagnostic to the list, or only counts it when the list is full. PLAN_NOMEM when anything
 * failed. */
enum plan_status diag_end(struct diag_draft *draft);

/* A whole diagnostic of a rule's own severity with only a message, and perhaps a help (NULL for none). */
enum plan_status diag_add(struct plan_diags *diags, enum plan_rule rule, struct plan_span span,
						  const char *message, const char *help);

#endif
