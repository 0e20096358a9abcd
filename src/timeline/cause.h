/*
 * What constraints come from, and the shifts that the steps' own lines and the house rules give them.
 */
#ifndef TIMELINE_CAUSE_H
#define TIMELINE_CAUSE_H

#include "timeline/shift.h"

/* What an arc comes from: its kind in the lowest bits of arc.cause, a number in the others. */
enum cause_kind {
	CAUSE_ORDER, /* the number of the step, as in the next four */
	CAUSE_LASTS_LEAST,
	CAUSE_LASTS_MOST,
	CAUSE_HEARING,
	CAUSE_PAPERS,
	CAUSE_LENGTH, /* room only: a phase whose dates are known keeps its length */
	CAUSE_LINK,   /* which of all links of the plan, in the order of steps, as in the next */
	CAUSE_LINK_MOST
};

enum { CAUSE_BITS = 3 };

static inline uint32_t cause_of(enum cause_kind kind, uint32_t number)
{
	return number << CAUSE_BITS | kind;
}

static inline enum cause_kind cause_kind(uint32_t cause)
{
	return (enum cause_kind)(cause & ((1u << CAUSE_BITS) - 1));
}

static inline uint32_t cause_number(uint32_t cause)
{
	return cause >> CAUSE_BITS;
}

/* What a step's length comes from, as a shift from its first to its last day (CAUSE_LASTS_MOST: back again);
 * SHIFT_NONE where it comes from nothing. */
struct shift cause_length(const struct plan *plan, const struct plan_step *step, enum cause_kind kind);

/* The step that a paper is for, and not later than it: NULL for what is no paper, and for minutes, which are
 * written afterwards. */
static inline const struct plan_step *cause_paper_for(const struct plan_step *paper)
{
	return paper->document_kind == PLAN_MINUTES ? NULL : plan_step_purpose(paper);
}

/* Whether a paper has a day of its own, or is done: no arc binds it to what it is for. */
static inline bool cause_paper_has_day(const struct plan_step *paper)
{
	return paper->date || paper->held || paper->status == PLAN_DONE;
}

/* From the day on which a paper is due to the meeting that it is for. */
struct shift cause_papers(const struct plan *plan);

#endif
