/*
 * The cells of a sheet that plans are made of.
 */
#ifndef FORMAT_CELLS_H
#define FORMAT_CELLS_H

#include "format/sheet.h"

#include <plan/model.h>

/* A text that is the same for people and for programs; NULL for none. The second is faint. */
void cell_text(struct sheet *sheet, const char *text);
void cell_dim(struct sheet *sheet, const char *text);

/* A number. */
void cell_number(struct sheet *sheet, long number);

/* A day, ISO 8601; nothing for an open one. */
void cell_day(struct sheet *sheet, plan_day value);

/* Texts, a line each. */
void cell_texts(struct sheet *sheet, const struct plan_texts *all);

/* What a reference names: its title for people, its id for programs; NULL for none. */
void cell_ref(struct sheet *sheet, const struct plan_ref *ref);

/* The same for several; bodies by their short names. */
void cell_refs(struct sheet *sheet, const struct plan_refs *refs);

/* Who holds a step, or writes it. */
void cell_bodies(struct sheet *sheet, const struct plan_step *step);

/* Adds a line to a list that is being gathered; cell_list makes it a cell and frees it. */
void cell_line(struct buf *list, const char *text);
void cell_list(struct sheet *sheet, struct buf *list);

/* A cell of two gathered lists, for people and for programs; both are freed. */
void cell_lists(struct sheet *sheet, struct buf *shown, struct buf *values);

#endif
