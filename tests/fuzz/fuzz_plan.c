/*
 * Bytes to findings and screens: load, timeline, rules, and every command that shows a plan in every format.
 * Formats for programs must give what their readers can parse, whatever the file holds; nothing may show a
 * control character.
 */
#include "fuzz.h"
#include "outputs.h"

#include <string.h>

enum { TODAY = 17777 /* 2018-09-03 */ };

static const char file_name[] = "plans/<b>&'\"%0A,::x.plan.yaml";

static void check_spans(const struct plan_source *source, const struct plan_diags *diags)
{
	size_t lines = 1;
	for (size_t i = 0; i < source->length; i++)
		lines += source->bytes[i] == '\n';
	for (size_t i = 0; i < diags->count; i++) {
		HOLDS(diags->at[i].span.line <= lines);
		HOLDS(diags->at[i].message && diags->at[i].message[0]);
		for (size_t j = 0; j < diags->at[i].because_count; j++)
			HOLDS(diags->at[i].because[j].span.line <= lines);
	}
}

/* The windows lie within the calendar and in order, and whatever is asked of them is answered. */
static void check_times(const struct plan *plan, struct plan_timeline *timeline)
{
	for (size_t i = 0; i < plan->steps.count && i < 50; i++) {
		const struct plan_times *t = &timeline->times[i];
		struct plan_chain chain;
		if (timeline->feasible && plan->steps.at[i]->status != PLAN_CANCELLED) {
			HOLDS(t->start.earliest <= t->start.latest && t->end.earliest <= t->end.latest);
			HOLDS(t->start.earliest <= t->end.earliest && t->start.latest <= t->end.latest);
		}
		HOLDS(plan_timeline_why(timeline, plan->steps.at[i], false, &chain) == PLAN_OK);
		HOLDS(plan_timeline_why(timeline, plan->steps.at[i], true, &chain) == PLAN_OK);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size + 1); /* terminated, and no more of it than that */
	HOLDS(bytes);
	memcpy(bytes, data, size);
	bytes[size] = '\0';
	struct plan_source source = {.name = file_name, .bytes = bytes, .length = size};
	struct plan_diags diags;
	struct plan *plan = NULL;
	struct plan_timeline *timeline = NULL;
	HOLDS(plan_diags_init(&diags, &source) == PLAN_OK);
	diags.limit = 100;
	HOLDS(plan_load(&source, &diags, &plan) == PLAN_OK);
	HOLDS(plan || diags.counted[PLAN_ERROR]);
	if (plan) {
		struct plan_check_options options = {.today = TODAY};
		HOLDS(plan_timeline_new(plan, &timeline) == PLAN_OK);
		HOLDS(plan_check(timeline, &options, &diags) == PLAN_OK);
		check_times(plan, timeline);
	}
	plan_diags_sort(&diags);
	check_spans(&source, &diags);
	try_findings(&source, plan, timeline, &diags);
	if (plan)
		try_commands(plan, timeline, &diags, TODAY, size);
	plan_timeline_free(timeline);
	plan_diags_free(&diags);
	plan_free(plan);
	free(bytes);
	return 0;
}
