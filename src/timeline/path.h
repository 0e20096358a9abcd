/*
 * How a day came about: the path of constraints that leads to it from a bound in the file.
 */
#ifndef TIMELINE_PATH_H
#define TIMELINE_PATH_H

#include "timeline/hop.h"

/*
 * Finds a path to a day of `place` beyond `limit`, which there must be. It is left empty when following it
 * through a component takes too long. PLAN_NOMEM on failure. `path` is the caller's to VEC_FREE.
 */
enum plan_status path_find(const struct view *view, uint32_t place, plan_day limit, struct path *path);

/* Fills in the days of a path from its first bound on. */
void path_recount(const struct view *view, struct path *path);

#endif
