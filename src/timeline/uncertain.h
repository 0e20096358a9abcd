/*
 * The constraints that some choice of two imprecise dates, or of one beside a recess, breaks.
 */
#ifndef TIMELINE_UNCERTAIN_H
#define TIMELINE_UNCERTAIN_H

#include "timeline/certain.h"

/* Writes down the uncertainties of a timeline, in file order. PLAN_NOMEM on failure. */
enum plan_status uncertainties_write(struct timeline_work *work, const struct certainty *certainty,
									 struct plan_timeline *timeline);

#endif
