/*
 * The readings of a plan: meetings that take up the same item for the 1st, 2nd … time.
 */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include "check/survey.h"

struct reading_list {
	const struct plan_step **at; /* items together, each by reading, then by place in the file */
	size_t count;
};

/* All readings that are not cancelled. False when memory ran out. The list is freed with free(list->at). */
bool readings_find(const struct survey *survey, struct reading_list *list);

/* The number of readings of one item from `from` on: a run of the list. */
size_t readings_run(const struct reading_list *list, size_t from);

#endif
