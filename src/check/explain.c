#include "check/explain.h"

const struct explanation *rule_explanation(enum plan_rule rule)
{
	static const struct explanation *const families[] = {explain_file, explain_timeline, explain_risk,
														 explain_process};
	size_t family = 0;
	while (family < 3 && !families[family][rule].meaning)
		family++;
	return &families[family][rule];
}
