#include "query/ruling.h"

static enum ruling_kind infeasible(const struct plan_timeline *timeline)
{
	return timeline->undecided ? RULING_UNDECIDED : RULING_INFEASIBLE;
}

static enum ruling_kind kind_of(const struct ruling *ruling)
{
	const struct plan_deadline *deadline = ruling->deadline;
	if (!ruling->approval.step)
		return ruling->timeline->feasible ? RULING_NO_APPROVAL : infeasible(ruling->timeline);
	if (ruling->approval.state == STATE_DONE)
		return RULING_APPROVED;
	if (ruling->approval.state == STATE_CANCELLED)
		return RULING_CANCELLED;
	if (!ruling->timeline->feasible)
		return deadline && deadline->earliest_end > deadline->by ? RULING_LATE : infeasible(ruling->timeline);
	if (ruling->approval.state == STATE_OVERDUE)
		return RULING_OVERDUE;
	if (!deadline)
		return RULING_NO_DEADLINE;
	static const enum ruling_kind kinds[] = {[PLAN_ON_TRACK] = RULING_ON_TRACK,
											 [PLAN_AT_RISK] = RULING_AT_RISK,
											 [PLAN_UNDECIDED] = RULING_UNDECIDED};
	return kinds[deadline->verdict];
}

struct ruling ruling_of_approval(const struct plan_timeline *timeline, const struct plan_ref *approval,
								 plan_day today)
{
	struct ruling ruling = {.timeline = timeline, .today = today};
	const struct plan_step *step = approval ? plan_entry_step(approval->entry) : NULL;
	if (step) {
		ruling.approval = standing_of(timeline, step, today);
		ruling.deadline = plan_timeline_deadline(timeline, step);
	}
	ruling.kind = kind_of(&ruling);
	return ruling;
}

struct ruling ruling_of(const struct plan_timeline *timeline, plan_day today)
{
	return ruling_of_approval(timeline, timeline->plan->approval, today);
}
