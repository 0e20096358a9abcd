/*
 * `plan status`: where the process stands.
 */
#ifndef FORMAT_STATUS_H
#define FORMAT_STATUS_H

#include "format/sheet.h"
#include "query/agenda.h"

/* One plan of the report. Everything is borrowed. */
struct status_plan {
	const struct outlook *outlook;
	const struct plan_diags *diags; /* what `plan check` finds, sorted */
	const struct agenda *agenda;    /* finished, its own alone */
};

/* Puts one plan on a whole screen; `all`: every step of it, however many there are. */
void status_screen(struct screen *screen, const struct status_plan *plan, bool all);

/* Starts a sheet and adds a row for each step of the plans, track by track, in the order of time. sheet_free
 * is due. */
void status_sheet(struct sheet *sheet, const struct status_plan *plans, size_t count);

/* Puts several plans on one screen, a line each. */
void status_lines(struct screen *screen, const struct status_plan *plans, size_t count);

#endif
