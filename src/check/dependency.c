#include "check/rules.h"

#include "base/text.h"
#include "check/chain.h"
#include "check/words.h"
#include "date/print.h"

#include <stdlib.h>

#define REASONS_MAX 10 /* so many broken orders of one step are told */

static const char *const held_early[FORM_COUNT] = {
	[FORM_MEETING] = N_("%1$s was held on %2$s, which breaks the order of the plan"),
	[FORM_PHASE] = N_("%1$s took place on %2$s, which breaks the order of the plan"),
	[FORM_DOCUMENT] = N_("%1$s was done on %2$s, which breaks the order of the plan"),
};

/* A fact and the step that it is told of. */
struct broken {
	const struct plan_broken_fact *fact;
	const struct plan_step *step;
};

static int compare(const void *a, const void *b)
{
	const struct broken *one = a, *two = b;
	if (one->step != two->step)
		return one->step->number < two->step->number ? -1 : 1;
	return (one->fact > two->fact) - (one->fact < two->fact);
}

/* The facts that are told of one step, in one finding. */
static void add_broken(struct check *check, const struct broken *broken, size_t count)
{
	const struct plan_step *step = broken->step;
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_FACTS_OUT_OF_ORDER, &step->entry, step_date_span(step)))
		return;
	diag_message(&draft, _(held_early[step_form(step)]), name_text(&step->entry).text,
				 day_text(broken->fact->held).text);
	for (size_t i = 0; i < count && i < REASONS_MAX; i++)
		cause_add(&draft, check->plan, &broken[i].fact->cause);
	diag_help(&draft, _("correct the day that is wrong, or the order that was not kept"));
	finding_end(check, &draft);
}

void rule_facts_out_of_order(struct check *check)
{
	size_t count = check->timeline->broken_fact_count;
	if (!count)
		return;
	struct broken *broken = calloc(count, sizeof *broken);
	if (!broken) {
		check->failed = true;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct plan_broken_fact *fact = &check->timeline->broken_facts[i];
		broken[i] = (struct broken){fact, fact->second ? fact->second : fact->first};
	}
	qsort(broken, count, sizeof *broken, compare);
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && broken[end].step == broken[i].step;)
			end++;
		add_broken(check, &broken[i], end - i);
	}
	free(broken);
}

static const char *const waits[] = {
	[PLAN_AFTER] = N_("%1$s waits for %2$s, which is cancelled"),
	[PLAN_BEFORE] = N_("%1$s is to come before %2$s, which is cancelled"),
	[PLAN_DURING] = N_("%1$s is to lie within %2$s, which is cancelled"),
	[PLAN_PHASE_OF] = N_("%1$s belongs to %2$s, which is cancelled"),
	[PLAN_ALONGSIDE] = N_("%1$s is to run alongside %2$s, which is cancelled"),
};

/* One reference to something; NULL for none. */
static void find_cancelled(struct check *check, const struct plan_entry *entry, const struct plan_ref *ref,
						   const char *message)
{
	const struct plan_step *to = ref ? plan_entry_step(ref->entry) : NULL;
	struct diag_draft draft;
	if (!to || !step_is_cancelled(to) ||
		!finding_begin(check, &draft, PLAN_RULE_CANCELLED_DEPENDENCY, entry, ref->span))
		return;
	diag_message(&draft, _(message), name_text(entry).text, name_text(&to->entry).text);
	diag_help(&draft, _("cancel it too, or name a step that takes place"));
	finding_end(check, &draft);
}

void rule_cancelled_dependency(struct check *check)
{
	const struct plan *plan = check->plan;
	if (!check->survey.status_count[PLAN_CANCELLED])
		return;
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		if (step_is_cancelled(step))
			continue;
		for (size_t j = 0; j < step->link_count; j++)
			find_cancelled(check, &step->entry, &step->links[j].to, waits[step->links[j].relation]);
		find_cancelled(check, &step->entry, plan_step_paper_for(step),
					   N_("%1$s is written for %2$s, which is cancelled"));
	}
	for (size_t i = 0; i < plan->groups.count; i++)
		find_cancelled(check, &plan->groups.at[i]->entry, plan->groups.at[i]->meeting,
					   N_("the group %1$s works at %2$s, which is cancelled"));
	for (size_t i = 0; i < plan->questions.count; i++)
		find_cancelled(check, &plan->questions.at[i]->entry, plan->questions.at[i]->meeting,
					   N_("the question %1$s is for %2$s, which is cancelled"));
}
