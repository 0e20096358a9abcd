/*
 * Whether the approval makes its deadline, as of a day.
 *
 * The timeline's verdict says what the plan's own dates allow; a ruling also says what became of the
 * approval.
 */
#ifndef QUERY_RULING_H
#define QUERY_RULING_H

#include "query/outlook.h"

enum ruling_kind {
	RULING_NO_APPROVAL, /* the plan names none */
	RULING_CANCELLED,
	RULING_APPROVED,
	RULING_OVERDUE,    /* its last possible day is past */
	RULING_LATE,       /* the earliest day is after the deadline */
	RULING_INFEASIBLE, /* something else in the plan contradicts itself */
	RULING_UNDECIDED,  /* the orders of the plan take too long to work out */
	RULING_AT_RISK,
	RULING_ON_TRACK,
	RULING_NO_DEADLINE,
	RULING_COUNT
};

struct ruling {
	enum ruling_kind kind;
	struct standing approval;             /* all zero for RULING_NO_APPROVAL */
	const struct plan_deadline *deadline; /* the approval's; NULL when it has none */
	const struct plan_timeline *timeline;
	plan_day today;
};

/* Judges a timeline as of a day; nothing is allocated. */
struct ruling ruling_of(const struct plan_timeline *timeline, plan_day today);

/* The same of another approval than the plan's: of a track, say; NULL for none. */
struct ruling ruling_of_approval(const struct plan_timeline *timeline, const struct plan_ref *approval,
								 plan_day today);

#endif
