/*
 * `plan list KIND`: all entries of a kind.
 */
#ifndef FORMAT_LIST_H
#define FORMAT_LIST_H

#include "format/sheet.h"
#include "query/outlook.h"

/* One kind of list. */
struct list_kind {
	const char *name; /* "focus-areas" */
	const struct sheet_column *columns;
	size_t column_count;
	/* Adds the rows of a plan. */
	void (*add)(struct sheet *sheet, const struct outlook *outlook);
};

/* Every kind, in the order of the help; ends with NULL. */
extern const struct list_kind *const list_kinds[];

/* The kind of a name, or NULL. */
const struct list_kind *list_kind_find(const char *name);

#endif
