#include "check/explain.h"

/* Every rule has one. */
const struct explanation *rule_explanation(enum plan_rule rule)
{
	static const struct explanations *const families[] = {&explain_file, &explain_timeline, &explain_risk,
														  &explain_process};
	size_t family = 0, row = 0;
	while (families[family]->at[row].rule != rule)
		if (++row == families[family]->count) {
			family++;
			row = 0;
		}
	return &families[family]->at[row];
}
