#include <plan/check.h>

#include "check/precedence.h"
#include "check/rules.h"

#include <stdlib.h>

/* What finds each rule; in the order of their codes. unused-allow is not among them: it looks at what the
 * others used. */
static const struct {
	enum plan_rule rule;
	void (*find)(struct check *check);
} rules[] = {
	{PLAN_RULE_LIMIT_EXCEEDED, rule_undecided},
	{PLAN_RULE_DEADLINE_MISSED, rule_deadline_missed},
	{PLAN_RULE_TIMELINE_CONFLICT, rule_timeline_conflict},
	{PLAN_RULE_CIRCULAR_ORDER, rule_circular_order},
	{PLAN_RULE_CLOSED_DAY, rule_closed_day},
	{PLAN_RULE_NOT_A_MEETING_DAY, rule_not_a_meeting_day},
	{PLAN_RULE_NO_MEETING_DAY_LEFT, rule_no_meeting_day_left},
	{PLAN_RULE_POLICY_GAP, rule_policy_gap},
	{PLAN_RULE_PAPERS_LATE, rule_papers_late},
	{PLAN_RULE_FACTS_OUT_OF_ORDER, rule_facts_out_of_order},
	{PLAN_RULE_CANCELLED_DEPENDENCY, rule_cancelled_dependency},
	{PLAN_RULE_NO_APPROVAL, rule_no_approval},
	{PLAN_RULE_PERIOD_GAP, rule_period_gap},
	{PLAN_RULE_DEADLINE_AT_RISK, rule_deadline_at_risk},
	{PLAN_RULE_ORDER_UNCERTAIN, rule_order_uncertain},
	{PLAN_RULE_TIGHT_DEADLINE, rule_tight_deadline},
	{PLAN_RULE_OVERDUE, rule_overdue},
	{PLAN_RULE_MUST_BE_SET, rule_must_be_set},
	{PLAN_RULE_LISTED_ON_HOLIDAY, rule_listed_on_holiday},
	{PLAN_RULE_HELD_IN_FUTURE, rule_held_in_future},
	{PLAN_RULE_CONFIRMED_WITHOUT_DAY, rule_confirmed_without_day},
	{PLAN_RULE_HEARING_TOO_SHORT, rule_hearing_too_short},
	{PLAN_RULE_HEARING_IN_RECESS, rule_hearing_in_recess},
	{PLAN_RULE_HEARING_WITHOUT_PARTIES, rule_hearing_without_parties},
	{PLAN_RULE_HEARING_IGNORED, rule_hearing_ignored},
	{PLAN_RULE_PARTY_NOT_HEARD, rule_party_not_heard},
	{PLAN_RULE_READING_ORDER, rule_reading_order},
	{PLAN_RULE_THEME_WITHOUT_MEETING, rule_theme_without_meeting},
	{PLAN_RULE_THEME_WITHOUT_SPEAKER, rule_theme_without_speaker},
	{PLAN_RULE_FOCUS_AREA_WITHOUT_BODY, rule_focus_area_without_body},
	{PLAN_RULE_FOCUS_AREA_WITHOUT_GOAL, rule_focus_area_without_goal},
	{PLAN_RULE_APPROVAL_NOT_LAST, rule_approval_not_last},
	{PLAN_RULE_BODY_WITHOUT_MEETING, rule_body_without_meeting},
	{PLAN_RULE_UNORDERED_STEP, rule_unordered_step},
	{PLAN_RULE_UNDELIVERED, rule_undelivered},
	{PLAN_RULE_HEARING_ENDS_ON_DAY_OFF, rule_hearing_ends_on_day_off},
};

#define RULE_COUNT (sizeof rules / sizeof *rules)

/*
 * The rules that are errors in this plan come first, the notes last: where the list of findings is limited,
 * the worst are in it.
 */
static void apply(struct check *check)
{
	for (int severity = PLAN_ERROR; severity > PLAN_OFF; severity--)
		for (size_t i = 0; i < RULE_COUNT && !check->failed; i++)
			if (check->severity[rules[i].rule] == severity)
				rules[i].find(check);
	if (!check->failed && check->severity[PLAN_RULE_UNUSED_ALLOW] != PLAN_OFF)
		rule_unused_allow(check);
}

enum plan_status plan_check(struct plan_timeline *timeline, const struct plan_check_options *options,
							struct plan_diags *diags)
{
	struct check check = {
		.timeline = timeline,
		.plan = timeline->plan,
		.options = options,
		.diags = diags,
	};
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		check.severity[rule] = options->off[rule] ? PLAN_OFF : check.plan->rules.severity[rule];
	if (survey_init(&check.survey, check.plan))
		apply(&check);
	else
		check.failed = true;
	precedence_free(check.precedence);
	survey_free(&check.survey);
	return check.failed ? PLAN_NOMEM : PLAN_OK;
}
