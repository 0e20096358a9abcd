/*
 * What programs read of a plan as of a day: JSON documents with a format_version, and the CSV of the same.
 *
 * Fields are only ever added. Days are ISO 8601, open ends null.
 */
#ifndef FORMAT_DOCUMENT_H
#define FORMAT_DOCUMENT_H

#include "format/sheet.h"
#include "format/status.h"
#include "query/agenda.h"
#include "query/outlook.h"

/* Adds a list of one kind, its rows made by list.h. */
void document_list(struct buf *out, const struct outlook *outlook, const char *kind,
				   const struct sheet *sheet);

/* Adds the schedule: every step with its window, latest days and slack, and the critical chain. */
void document_schedule(struct buf *out, const struct outlook *outlook);

/* Adds where plans stand. */
void document_status(struct buf *out, const struct status_plan *plans, size_t count, plan_day today);

/* Adds an agenda. */
void document_agenda(struct buf *out, const struct agenda *agenda, plan_day today);

/* Adds why a step is not earlier, and not later. */
void document_why(struct buf *out, const struct outlook *outlook, const struct plan_step *step,
				  const struct plan_chain *earlier, const struct plan_chain *later);

#endif
