/*
 * References and links: what they lead to.
 *
 * What they lead to may stand further down in the file: then they wait for its end.
 */
#ifndef LOAD_LINKS_H
#define LOAD_LINKS_H

#include "load/values.h"

/* The first pass. */
value_reader links_read_ref, links_read_refs, links_read_link, links_read_links;

/* Gives a step the links that were read with it. False when memory ran out. */
bool links_keep(struct loader *loader, struct plan_step *step);

/* Finds what those that had to wait lead to; what leads nowhere, or to something of the wrong kind, is
 * reported.
 */
void links_resolve_pending(struct loader *loader);

#endif
