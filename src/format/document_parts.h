/*
 * What the documents of document.h are made of. Every json_t is the caller's; NULL, or `*failed`, when memory
 * ran out.
 */
#ifndef FORMAT_DOCUMENT_PARTS_H
#define FORMAT_DOCUMENT_PARTS_H

#include "format/json.h"
#include "query/outlook.h"

/* An ISO date; null for an open end. */
json_t *document_day(plan_day value);

/* {"earliest", "latest", "text"}: a window with the text that it was written as (NULL: none); null for a plan
 * that has no schedule. */
json_t *document_window(struct plan_window window, const char *text, bool feasible, bool *failed);

/* The ids that references name. */
json_t *document_ids(const struct plan_refs *refs, bool *failed);

/* {"step", "by", "slack_days"}; null for NULL. */
json_t *document_deadline(const struct plan_deadline *deadline, bool *failed);

/* A step with its windows, latest days and slack. */
json_t *document_step(const struct outlook *outlook, const struct plan_step *step, bool *failed);

/* The first members of a document: the format's version, and the plan's where `outlook` is not NULL. */
json_t *document_head(const struct outlook *outlook, bool *failed);

/* Adds the members of `head`, which is taken, and the name of the array that follows. */
void document_open(struct buf *out, json_t *head, const char *array, bool failed);

/* Adds one member of that array, which is taken, on a line of its own. */
void document_member(struct buf *out, size_t index, json_t *value, bool failed);

/* Ends the array of `count` members. */
void document_close(struct buf *out, size_t count);

/* "hearing", else the kind as in files; "planned", "confirmed", "done", "cancelled". */
const char *step_kind_name(const struct plan_step *step);
const char *step_status_name(const struct plan_step *step);

#endif
