/*
 * Links: how a step is tied to others, with ends and gaps.
 */
#ifndef LOAD_LINKS_H
#define LOAD_LINKS_H

#include "load/values.h"

/* The first pass over one link without a gap, and over a list of those with one. */
value_reader links_read_one, links_read;

/* Gives a step the links that were read with it. False when memory ran out. */
bool links_keep(struct loader *loader, struct plan_step *step);

/* Finds what all links lead to; what leads nowhere, or to something of the wrong kind, is reported. */
void links_resolve(struct loader *loader);

#endif
