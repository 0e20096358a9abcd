/*
 * The manual pages, in mdoc and in English: plan(1) from the tables of the command line, plan.yaml(5) from
 * those of the plan file.
 */
#ifndef FORMAT_MANUAL_H
#define FORMAT_MANUAL_H

#include "format/usage.h"

/* Adds plan(1). The texts of `usage` must be the untranslated ones. */
void manual_program(struct buf *out, const struct usage *usage);

/* Adds plan.yaml(5). */
void manual_file(struct buf *out);

#endif
