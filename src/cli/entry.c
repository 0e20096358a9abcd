#include "cli/entry.h"

#include "base/text.h"

enum {
	STEPS = 1u << PLAN_KIND_PHASE | 1u << PLAN_KIND_MEETING | 1u << PLAN_KIND_DOCUMENT,
	ENTRIES = (1u << PLAN_KIND_COUNT) - 1
};

static int none(const struct cli *cli, const struct plan *plan, const char *id, unsigned kinds)
{
	const struct plan_entry *near = plan_find_similar(plan, id, kinds);
	if (near)
		cli_error(cli, _("%1$s has no '%2$s'; did you mean '%3$s'?"), plan->source->name, id, near->id);
	else if (kinds == STEPS)
		cli_error(cli, _("%1$s has no step '%2$s'; 'plan list steps' shows them"), plan->source->name, id);
	else
		cli_error(cli, _("%1$s has no '%2$s'; 'plan list steps' shows the steps"), plan->source->name, id);
	return CLI_FINDINGS;
}

int entry_find(const struct cli *cli, const struct plan *plan, const char *id,
			   const struct plan_entry **entry)
{
	*entry = plan_find(plan, id);
	return *entry ? CLI_FINE : none(cli, plan, id, ENTRIES);
}

int entry_find_step(const struct cli *cli, const struct plan *plan, const char *id,
					const struct plan_step **step)
{
	const struct plan_entry *entry = plan_find(plan, id);
	*step = entry ? plan_entry_step(entry) : NULL;
	if (*step)
		return CLI_FINE;
	if (!entry)
		return none(cli, plan, id, STEPS);
	cli_error(cli, _("'%s' is no step: only phases, meetings and documents have a place in time"), id);
	return CLI_FINDINGS;
}
