/*
 * What refers to an entry of a plan, and how.
 */
#ifndef QUERY_REFERENCES_H
#define QUERY_REFERENCES_H

#include "base/vec.h"

#include <plan/model.h>

enum reference_kind {
	REFERENCE_AFTER, /* the links of steps, in the order of enum plan_relation */
	REFERENCE_BEFORE,
	REFERENCE_DURING,
	REFERENCE_PHASE_OF,
	REFERENCE_ALONGSIDE,
	REFERENCE_HELD_BY,     /* a step, to a body */
	REFERENCE_HEARS,       /* a step, to a party */
	REFERENCE_TRACK,       /* a step, to its track */
	REFERENCE_PAPER_FOR,   /* a document, to a step */
	REFERENCE_OWNED_BY,    /* a document, to a body */
	REFERENCE_AUDIENCE,    /* a step, to a body or party */
	REFERENCE_APPROVAL,    /* a track, to a step */
	REFERENCE_TAKEN_UP,    /* a theme, to its meeting */
	REFERENCE_GROUP_AT,    /* a group, to its meeting */
	REFERENCE_ASKED_AT,    /* a question, to its meeting */
	REFERENCE_RESPONSIBLE, /* a focus area, to a body */
	REFERENCE_PART_OF,     /* a focus area, to another */
	REFERENCE_COUNT
};

struct reference {
	enum reference_kind kind;
	const struct plan_entry *from;
	const struct plan_link *link; /* of the first five kinds; else NULL */
};

struct references {
	VEC(struct reference) list; /* by kind, then in file order */
};

/* Finds everything that refers to an entry. PLAN_NOMEM on failure; references_free is due either way. */
enum plan_status references_find(struct references *references, const struct plan *plan,
								 const struct plan_entry *entry);

/* Frees the list. */
void references_free(struct references *references);

#endif
