/*
 * Lets every command write what it has to say of a plan, in each of its formats, and reads it.
 */
#ifndef TESTS_FUZZ_OUTPUTS_H
#define TESTS_FUZZ_OUTPUTS_H

#include <plan/plan.h>

/* The findings of a file as `check` writes them. `plan` and `timeline` are NULL when it does not load. */
void try_findings(const struct plan_source *source, const struct plan *plan,
				  const struct plan_timeline *timeline, const struct plan_diags *diags);

/* The screens and documents of the commands that show a plan. `turn` chooses which screen they get. */
void try_commands(const struct plan *plan, struct plan_timeline *timeline, const struct plan_diags *diags,
				  plan_day today, size_t turn);

#endif
