#include "check/rules.h"

#include "base/text.h"
#include "check/words.h"

#include <stdlib.h>

void rule_party_not_heard(struct check *check)
{
	const struct plan *plan = check->plan;
	const bool *heard = check->survey.heard.at;
	for (size_t i = 0; i < plan->parties.count; i++) {
		const struct plan_entry *party = &plan->parties.at[i]->entry;
		struct diag_draft draft;
		if (heard[i] || !finding_begin(check, &draft, PLAN_RULE_PARTY_NOT_HEARD, party, party->span))
			continue;
		diag_message(&draft, _("%s is not heard: no hearing and no meeting names it"), name_text(party).text);
		diag_help(&draft, _("name it under `parties:` of a hearing or a meeting, or take it off the list"));
		finding_end(check, &draft);
	}
}

/* An administration or somebody from outside writes and answers; a process does not list its meetings. */
static bool holds_meetings(const struct plan_body *body)
{
	return body->kind != PLAN_ADMINISTRATION && body->kind != PLAN_EXTERNAL;
}

void rule_body_without_meeting(struct check *check)
{
	const struct plan *plan = check->plan;
	const bool *meets = check->survey.meets.at;
	for (size_t i = 0; i < plan->bodies.count; i++) {
		const struct plan_entry *body = &plan->bodies.at[i]->entry;
		struct diag_draft draft;
		if (meets[i] || !holds_meetings(plan->bodies.at[i]) ||
			!finding_begin(check, &draft, PLAN_RULE_BODY_WITHOUT_MEETING, body, body->span))
			continue;
		diag_message(&draft, _("%s holds no meeting in this plan"), name_text(body).text);
		diag_help(&draft, _("write it under `body:` of its meetings, or take it off the list"));
		finding_end(check, &draft);
	}
}

static bool has_body(const struct plan_focus_area *area)
{
	return area->responsible.count > 0;
}

static bool has_goal(const struct plan_focus_area *area)
{
	return area->goals.count > 0;
}

static const struct plan_focus_area *parent(const struct plan *plan, const struct plan_focus_area *area)
{
	return area->part_of ? plan->focus_areas.at[area->part_of->entry->index] : NULL;
}

enum { OPEN, WITHOUT, WITH };

/* Settles an area and those it is part of: WITH when one of them has it. A walk upward stops at what another
 * one has settled, so each area is passed once. */
static void settle(const struct plan *plan, bool (*has)(const struct plan_focus_area *area),
				   const struct plan_focus_area *first, unsigned char *state)
{
	const struct plan_focus_area *area = first;
	while (area && state[area->entry.index] == OPEN && !has(area))
		area = parent(plan, area);
	unsigned char found = WITHOUT;
	if (area && state[area->entry.index] != OPEN)
		found = state[area->entry.index];
	else if (area)
		found = state[area->entry.index] = WITH;
	for (; first && first != area; first = parent(plan, first))
		state[first->entry.index] = found;
}

/*
 * What a focus area has, its parts have, and it has what one of its parts has: a goal of "Job" is one for
 * "Jobparate ledige" too, and "Job" needs no goal of its own when that has one. NULL when memory ran out.
 */
static unsigned char *find_covered(const struct plan *plan, bool (*has)(const struct plan_focus_area *area))
{
	size_t count = plan->focus_areas.count;
	unsigned char *state = calloc(count + 1, 1);
	if (!state)
		return NULL;
	for (size_t i = 0; i < count; i++)
		settle(plan, has, plan->focus_areas.at[i], state);
	for (size_t i = 0; i < count; i++) {
		const struct plan_focus_area *area = plan->focus_areas.at[i];
		for (area = has(area) ? parent(plan, area) : NULL; area && state[area->entry.index] == WITHOUT;
			 area = parent(plan, area))
			state[area->entry.index] = WITH;
	}
	return state;
}

static void find_areas(struct check *check, enum plan_rule rule,
					   bool (*has)(const struct plan_focus_area *area), const char *message, const char *help)
{
	const struct plan *plan = check->plan;
	if (!plan->focus_areas.count)
		return;
	unsigned char *state = find_covered(plan, has);
	if (!state)
		check->failed = true;
	for (size_t i = 0; state && i < plan->focus_areas.count; i++) {
		const struct plan_entry *area = &plan->focus_areas.at[i]->entry;
		struct diag_draft draft;
		if (state[i] == WITH || !finding_begin(check, &draft, rule, area, area->span))
			continue;
		diag_message(&draft, message, name_text(area).text);
		diag_help(&draft, "%s", help);
		finding_end(check, &draft);
	}
	free(state);
}

void rule_focus_area_without_body(struct check *check)
{
	find_areas(check, PLAN_RULE_FOCUS_AREA_WITHOUT_BODY, has_body,
			   _("nobody is responsible for the focus area %s"),
			   _("write `responsible:` with the bodies that are"));
}

void rule_focus_area_without_goal(struct check *check)
{
	find_areas(check, PLAN_RULE_FOCUS_AREA_WITHOUT_GOAL, has_goal, _("the focus area %s has no goal"),
			   _("write what is to be reached under `goals:`"));
}
