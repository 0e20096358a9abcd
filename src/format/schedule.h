/*
 * `plan schedule`: every step with its window, its latest day and its slack; the critical chain. And `plan
 * why`.
 */
#ifndef FORMAT_SCHEDULE_H
#define FORMAT_SCHEDULE_H

#include "format/sheet.h"
#include "query/outlook.h"

/* Starts a sheet and adds a row for every step, in the order of time; `brief`: for people without the year
 * where it is today's. sheet_free is due. */
void schedule_sheet(struct sheet *sheet, const struct outlook *outlook, bool brief);

/* Puts the schedule on a screen. */
void schedule_screen(struct screen *screen, const struct outlook *outlook, const struct sheet *sheet);

/* Puts why a step is not earlier, and not later, on a screen. */
void why_screen(struct screen *screen, const struct outlook *outlook, const struct plan_step *step,
				const struct plan_chain *earlier, const struct plan_chain *later);

#endif
