/*
 * The steps of `plan status`: track by track, in the order of time.
 */
#ifndef FORMAT_STATUS_STEPS_H
#define FORMAT_STATUS_STEPS_H

#include "format/screen.h"
#include "query/outlook.h"

/*
 * Puts the steps on the screen. Of a plan of many steps what was done long ago and what comes much later is
 * counted, not listed, unless `all`: the screen is for what goes on. What is under way or overdue is always
 * listed.
 */
void status_steps(struct screen *screen, const struct outlook *outlook, bool all);

#endif
