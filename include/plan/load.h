/*
 * From the bytes of a file to a plan.
 */
#ifndef PLAN_LOAD_H
#define PLAN_LOAD_H

#include "model.h"

/*
 * Reads a plan from `source`, which must outlive `*plan` and `diags`. Every error of the file is appended to
 * `diags` (already made by plan_diags_init for the same source). `*plan` becomes the plan, the caller's to
 * plan_free, or NULL when a diagnostic of severity error was found. Returns PLAN_NOMEM when memory ran out,
 * `*plan` NULL then.
 */
enum plan_status plan_load(const struct plan_source *source, struct plan_diags *diags, struct plan **plan);

/* The largest file that plan_load reads. It does not look at the bytes of a larger one: a caller need not
 * have them, and none beyond the first that is too many. */
#define PLAN_SOURCE_MAX ((size_t)64 << 20)

#endif
