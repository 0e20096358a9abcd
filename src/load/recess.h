/*
 * The names by which dates refer to recesses: ids and titles, in any case.
 */
#ifndef LOAD_RECESS_H
#define LOAD_RECESS_H

#include "load/loader.h"

/* Adds a name of a recess. False when memory ran out. */
bool recess_add_name(struct loader *loader, const struct plan_recess *recess, const char *name);

/* Makes the names findable; none is added after that. */
void recess_sort_names(struct loader *loader);

/* Finds a recess by name, for plan_expr_parse; `data` is the loader. */
bool recess_find(const void *data, const char *name, size_t length, struct plan_window *days);

#endif
