/*
 * The second pass over dates: what they mean, and whether they may mean that where they stand.
 */
#ifndef LOAD_DATES_H
#define LOAD_DATES_H

#include "load/loader.h"

/* Works out the recesses, by whose names later dates may refer to them. False when memory ran out. */
bool dates_resolve_recesses(struct loader *loader);

/* Works out a date that stands as the value of a key; one that was worked out before is left alone. */
void dates_resolve(struct loader *loader, const struct key *key, struct plan_date *date);

/* Works out the closed days, and on which days bodies meet. False when memory ran out. */
bool dates_resolve_lists(struct loader *loader);

/* Makes the plan's calendar from what was worked out. False when memory ran out. */
bool dates_make_calendar(struct loader *loader);

#endif
