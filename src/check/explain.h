/*
 * What each rule means, an example that it finds, and how to mend it: the source of `plan explain`, the
 * manual and the reference that CI shows.
 */
#ifndef CHECK_EXPLAIN_H
#define CHECK_EXPLAIN_H

#include <plan/diag.h>

/* How a person may do without a rule. */
enum explain_silence {
	EXPLAIN_NEVER,    /* a file that breaks it cannot be read */
	EXPLAIN_SEVERITY, /* `rules.severity` of the plan */
	EXPLAIN_ALLOW     /* also `allow` at the step that it is about */
};

/* The texts are in English: pass them to _(). The examples are YAML and are never translated. */
struct explanation {
	enum plan_rule rule;
	const char *meaning; /* some sentences */
	const char *mending; /* one or two sentences */
	/*
	 * A plan that the rule finds something in, and the same plan mended; without the two lines that every
	 * plan begins with (EXPLAIN_HEAD), unless one of these is the point. NULL when no plan shows it.
	 */
	const char *example, *mended;
	const char *today; /* the day for which it is so, as 2018-09-03; NULL when any will do */
	enum explain_silence silence;
};

#define EXPLAIN_HEAD "plan: eksempel\ntitle: Eksempel\n"

/* The explanation of a rule; static storage. */
const struct explanation *rule_explanation(enum plan_rule rule);

/* The tables of the families. */
struct explanations {
	const struct explanation *at;
	size_t count;
};

extern const struct explanations explain_file, explain_timeline, explain_risk, explain_process;

#endif
