/*
 * The first pass over values that are lists, or mappings from rules.
 */
#ifndef LOAD_LISTS_H
#define LOAD_LISTS_H

#include "load/values.h"

value_reader list_lines, list_weekdays, list_days, list_meets, list_allow, list_severities;

/* Takes one item of a list, the current event, a scalar that is not empty. False when reading must stop. */
typedef bool list_item_reader(struct loader *loader, const struct key *key);

/* Reads a list, or the one text that stands for a list of it. False when reading must stop. */
bool list_read(struct loader *loader, const struct key *key, list_item_reader *item);

/* The weekday that a text names, in either language and any case; -1 for none. */
int list_weekday(const char *text);

/* The set of weekdays, a bit each, that texts name; what is none is reported. */
unsigned list_weekday_bits(struct loader *loader, struct plan_texts texts);

#endif
