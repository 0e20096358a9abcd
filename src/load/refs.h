/*
 * References by id: what they lead to.
 *
 * That may stand further down in the file: then they wait for its end.
 */
#ifndef LOAD_REFS_H
#define LOAD_REFS_H

#include "load/values.h"

/* The first pass over one reference, and over a list of them. */
value_reader refs_read_one, refs_read;

/* Finds what those that had to wait lead to. */
void refs_resolve(struct loader *loader);

/*
 * Finds the entry with an id, a terminated text whose hash is known; what is not there, or not of one of
 * `kinds`, is reported at `span`.
 */
void refs_find(struct loader *loader, struct plan_ref *ref, uint32_t hash, const char *id,
			   struct plan_span span, unsigned kinds);

#endif
