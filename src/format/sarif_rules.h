/*
 * The rules as SARIF tells of them, from the table that `plan explain` reads.
 */
#ifndef FORMAT_SARIF_RULES_H
#define FORMAT_SARIF_RULES_H

#include "format/json.h"

/* An array of all rules, by enum plan_rule; sets `*failed` when memory ran out. */
json_t *sarif_rules(bool *failed);

/* {"text": ...} */
json_t *sarif_message(const char *text, bool *failed);

#endif
