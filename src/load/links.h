/*
 * The second pass over references and links: what they lead to.
 */
#ifndef LOAD_LINKS_H
#define LOAD_LINKS_H

#include "load/loader.h"

/* Finds the entry of a reference; one that is not there, or not of one of `kinds`, is reported. */
void links_resolve_ref(struct loader *loader, struct plan_ref *ref, unsigned kinds);

/* Finds what the links of a step lead to, and their gaps. */
void links_resolve(struct loader *loader, struct plan_step *step);

#endif
