/*
 * Dates: what they mean, and whether they may mean that where they stand.
 */
#ifndef LOAD_DATES_H
#define LOAD_DATES_H

#include "load/values.h"

/* The first pass over a date: worked out at once, unless it lacks a year or names a recess. */
value_reader dates_read;

/* Works out the dates that had to wait. */
void dates_resolve_pending(struct loader *loader);

/* Works out one that stands as the value of a key, if it had to wait. */
void dates_resolve(struct loader *loader, const struct key *key, struct plan_date *date);

/* Works out a date of which only text and span are set as one known day; false, reported, when it is none. */
bool dates_parse_day(struct loader *loader, struct plan_date *date);

#endif
