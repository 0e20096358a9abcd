/*
 * The days on which each meeting of a plan can be held: of its bodies, or of the calendar.
 */
#ifndef TIMELINE_DAYSETS_H
#define TIMELINE_DAYSETS_H

#include "base/arena.h"
#include "base/vec.h"
#include "timeline/dayset.h"

#include <plan/model.h>

/* Meetings with the same bodies share a set. Members of `at` are known by 1 + their index; 0 is any day. */
struct daysets {
	VEC(struct dayset) at;
	uint32_t by_weekdays[0x80]; /* those of the calendar alone, without asking the table; 0: not made yet */
	struct dayset_key *keys;    /* a hash table */
	struct arena *arena;        /* owns the lists, the keys and the table; the caller's */
};

void daysets_free(struct daysets *sets);

/*
 * The set of a step that is not cancelled: 0 for phases and documents. A meeting of several bodies is held
 * when all of them meet; a body that says nothing about when it meets does not matter beside others, and
 * where none says, every meeting day of the calendar will do. PLAN_NOMEM on failure.
 */
enum plan_status daysets_of(struct daysets *sets, const struct plan *plan, const struct plan_step *step,
							uint32_t *set);

#endif
