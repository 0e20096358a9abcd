#include "timeline/digest.h"

static bool is_closed(struct plan_window window)
{
	return window.earliest != PLAN_DAY_OPEN_START && window.latest != PLAN_DAY_OPEN_END;
}

/* Whether a step lasts at most so long, so that one of its days decides the other. */
static bool has_most(const struct plan_step *step)
{
	if (step->entry.kind == PLAN_KIND_MEETING)
		return true;
	return plan_step_duration(step) && plan_step_duration(step)->range.max.given && !step_is_fact(step);
}

/* Which of a step's days are somebody else's to choose: those with a closed window, and the other one of a
 * step that such a day decides. */
static unsigned theirs(const struct plan_step *step)
{
	bool first = is_closed(step_window(step, false)), last = is_closed(step_window(step, true));
	bool decides = step_end(step) && has_most(step);
	return (first || (decides && last) ? DIGEST_THEIRS_FIRST : 0u) |
		   (last || (decides && first) ? DIGEST_THEIRS_LAST : 0u);
}

/* Whether what is written of the step itself bounds its last day; else nobody has picked one yet. */
static bool has_end(const struct plan_step *step)
{
	const struct plan_date *last = plan_step_end(step) ? plan_step_end(step) : plan_step_start(step);
	const struct plan_date *date = step->held ? step->held : step->date ? step->date : last;
	return date->expr.end.latest != PLAN_DAY_OPEN_END;
}

/* Whether one date is written for both days and does not say each by itself: a window bounds one side of each
 * day of a longer step, a period both sides of the only day. */
static bool shares_date(const struct plan_step *step)
{
	const struct plan_date *start = step_date(step, false);
	bool window = start && start->expr.kind == PLAN_DATE_WINDOW;
	return start && start == step_date(step, true) && window == (step_end(step) == 1);
}

/* Flags of what is written. */
static unsigned written(const struct plan_step *step)
{
	unsigned flags = step->deadline ? DIGEST_DEADLINE : 0u;
	if (step->held || step->date || plan_step_start(step) || plan_step_end(step))
		flags |= DIGEST_DATED | (step_is_fact(step) ? DIGEST_FACT : 0u) | (has_end(step) ? DIGEST_ENDS : 0u) |
				 (shares_date(step) ? DIGEST_TIED : 0u) | theirs(step);
	return flags;
}

/* The bounds of a day that only its window bounds. */
static void keep_window(struct digest *digest, unsigned at, struct plan_window window)
{
	if (window.earliest > PLAN_DAY_MIN)
		digest->lo[at] = window.earliest;
	if (window.latest < PLAN_DAY_MAX)
		digest->hi[at] = window.latest;
}

struct digest digest_step(const struct plan *plan, const struct plan_step *step)
{
	struct digest digest = {.lo = {PLAN_DAY_MIN, PLAN_DAY_MIN},
							.hi = {PLAN_DAY_MAX, PLAN_DAY_MAX},
							.by = step->deadline ? step->deadline->expr.end.latest : PLAN_DAY_OPEN_END};
	if (step_is_cancelled(step)) {
		digest.flags = DIGEST_CANCELLED;
		return digest;
	}
	digest.flags = (uint16_t)(written(step) | (step_end(step) ? DIGEST_TWO : 0u));
	if (digest.flags & DIGEST_TIED)
		digest_tie(&digest, plan, step);
	else if (digest.flags & DIGEST_DATED)
		for (unsigned at = 0; at <= digest_end(&digest); at++)
			keep_window(&digest, at, step_window(step, at));
	return digest;
}

void digest_bounds(struct digest *digest, const struct plan *plan, const struct plan_step *step,
				   enum bound_view view)
{
	struct bound_except deadline = {step->deadline, step_end(step), true};
	struct step_bounds bounds;
	step_bounds(plan, step, view, &deadline, step->deadline != NULL, &bounds);
	for (unsigned at = 0; at < 2; at++) {
		digest->lo[at] = bounds.lo[at].day;
		digest->hi[at] = bounds.hi[at].day;
	}
}

void digest_tie(struct digest *digest, const struct plan *plan, const struct plan_step *step)
{
	digest->flags |= DIGEST_TIED;
	digest_bounds(digest, plan, step, BOUND_WRITTEN);
}
