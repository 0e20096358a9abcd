#include "timeline/cause.h"

#include "timeline/bound.h"

/* Whether a phase's first and last day are both written. */
static bool has_both_ends(const struct plan_step *step)
{
	if (step->date)
		return step->date->expr.kind == PLAN_DATE_PERIOD;
	return plan_step_start(step) && plan_step_end(step);
}

/* The number of days from the first to the last day of a phase whose days are both known; -1 for others. */
static int32_t known_length(const struct plan_step *step)
{
	struct plan_window start = step_window(step, false), end = step_window(step, true);
	bool known = has_both_ends(step) && plan_window_is_day(start) && plan_window_is_day(end);
	return known && end.latest >= start.latest ? end.latest - start.latest : -1;
}

static bool has_hearing_rule(const struct plan *plan, const struct plan_step *step)
{
	return step->hearing && plan->rules.hearing.given && !has_both_ends(step);
}

struct shift cause_length(const struct plan *plan, const struct plan_step *step, enum cause_kind kind)
{
	const struct plan_range *range = plan_step_duration(step) ? &plan_step_duration(step)->range : NULL;
	bool meeting = step->entry.kind == PLAN_KIND_MEETING;
	switch (kind) {
	case CAUSE_ORDER: return shift_days(0);
	case CAUSE_LASTS_LEAST:
		if (meeting)
			return shift_days(step->days - 1);
		if (range && range->min.given)
			return shift_lasts_at_least(range->min);
		break;
	case CAUSE_LASTS_MOST:
		if (meeting)
			return shift_days(1 - step->days);
		if (range && range->max.given)
			return shift_lasts_at_most(range->max);
		break;
	case CAUSE_HEARING:
		if (has_hearing_rule(plan, step))
			return shift_lasts_at_least(plan->rules.hearing);
		break;
	default: /* CAUSE_LENGTH: what else has no length is not asked for one */
		if (!range && known_length(step) >= 0)
			return shift_days(known_length(step));
		break;
	}
	return (struct shift){.kind = SHIFT_NONE};
}

struct shift cause_papers(const struct plan *plan)
{
	return plan->rules.papers.given ? shift_at_least(plan->rules.papers) : shift_days(0);
}
