/*
 * `plan next`: what comes next.
 */
#ifndef FORMAT_AGENDA_H
#define FORMAT_AGENDA_H

#include "format/sheet.h"
#include "query/agenda.h"

/* Adds what an event is: "Ekstern høring closes". */
void event_sentence(struct buf *out, const struct event *event);

/* Starts a sheet and adds a row for each event, for people with its plan when `merged`. sheet_free is due. */
void agenda_sheet(struct sheet *sheet, const struct agenda *agenda, plan_day today, bool merged);

/* Puts an agenda on a screen; of several plans when `merged`, each event with the title of its plan. */
void agenda_screen(struct screen *screen, const struct agenda *agenda, plan_day today, bool merged);

/* The days of an event as a person is told them: of a paper that nobody dated, the last one only. */
struct plan_window event_days(const struct event *event);

#endif
