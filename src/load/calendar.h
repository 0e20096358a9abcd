/*
 * The second pass over the plan's calendar: recesses, closed days, and on which days bodies meet.
 */
#ifndef LOAD_CALENDAR_H
#define LOAD_CALENDAR_H

#include "load/loader.h"

/* Works out the recesses, by whose names dates may refer to them. False when memory ran out. */
bool calendar_resolve_recesses(struct loader *loader);

/* Works out the closed days, and on which days bodies meet. False when memory ran out. */
bool calendar_resolve_days(struct loader *loader);

/* Makes the plan's calendar from what was worked out. False when memory ran out. */
bool calendar_make(struct loader *loader);

#endif
