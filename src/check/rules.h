/*
 * The rules, one function each, grouped by family as in rules.def. Each looks at the whole plan and adds what
 * it finds; none is more than linear in the plan, but for sorting. What several ask of every step is found
 * once, for all of them, by survey.h.
 */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include "check/finding.h"

/* conflict.c: what the timeline cannot keep */
void rule_undecided(struct check *check);
void rule_deadline_missed(struct check *check);
void rule_timeline_conflict(struct check *check);
void rule_circular_order(struct check *check);
void rule_no_meeting_day_left(struct check *check);

/* meeting_day.c: known days on which nobody meets */
void rule_closed_day(struct check *check);
void rule_not_a_meeting_day(struct check *check);
void rule_listed_on_holiday(struct check *check);

/* dependency.c: facts and cancelled steps */
void rule_facts_out_of_order(struct check *check);
void rule_cancelled_dependency(struct check *check);

/* approval.c: the step that ends the process */
void rule_no_approval(struct check *check);
void rule_approval_not_last(struct check *check);

/* policy.c: the policy that is replaced and the one that is decided */
void rule_policy_gap(struct check *check);
void rule_period_gap(struct check *check);

/* paper.c: documents */
void rule_papers_late(struct check *check);
void rule_undelivered(struct check *check);

/* risk.c: what may still go wrong */
void rule_deadline_at_risk(struct check *check);
void rule_order_uncertain(struct check *check);
void rule_tight_deadline(struct check *check);

/* today.c: what today asks for */
void rule_overdue(struct check *check);
void rule_must_be_set(struct check *check);
void rule_held_in_future(struct check *check);
void rule_confirmed_without_day(struct check *check);

/* hearing.c, hearing_recess.c, last_reading.c */
void rule_hearing_too_short(struct check *check);
void rule_hearing_without_parties(struct check *check);
void rule_hearing_ends_on_day_off(struct check *check);
void rule_hearing_in_recess(struct check *check);
void rule_hearing_ignored(struct check *check);

/* reading.c */
void rule_reading_order(struct check *check);

/* people.c: who takes part and who is responsible */
void rule_party_not_heard(struct check *check);
void rule_body_without_meeting(struct check *check);
void rule_focus_area_without_body(struct check *check);
void rule_focus_area_without_goal(struct check *check);

/* loose_end.c: entries that nothing holds */
void rule_theme_without_meeting(struct check *check);
void rule_theme_without_speaker(struct check *check);
void rule_unordered_step(struct check *check);
void rule_unused_allow(struct check *check);

#endif
