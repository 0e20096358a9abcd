/*
 * Plans as text, loaded, solved and checked, for the tests of the rules.
 */
#ifndef TESTS_CHECK_SAMPLE_H
#define TESTS_CHECK_SAMPLE_H

#include <plan/plan.h>

/* A plan on its way through the library; all zero is none. */
struct sample {
	struct plan_source source;
	struct plan_diags diags;
	struct plan *plan; /* NULL when it did not load */
	struct plan_timeline *timeline;
};

/* Loads a plan and works out its timeline; fails the test when memory runs out. */
void sample_open(struct sample *sample, const char *name, const char *text, size_t length);

void sample_close(struct sample *sample);

/*
 * What is found in a plan, loading included, one finding after another as text; the caller's to free. "#
 * today: 2018-09-03" in it says what day it is; without it, it is that day.
 */
char *sample_findings(const char *name, const char *text, size_t length);

/* The day that "# today: 2018-09-03" in a plan says it is; without it, that day. */
plan_day sample_today(const char *text);

/* The day that a date as 2018-09-03 is. */
plan_day sample_day(const char *iso);

#endif
