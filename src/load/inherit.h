/*
 * What belongs to what: the track that a step has from its phase, and rings of things that belong to each
 * other.
 */
#ifndef LOAD_INHERIT_H
#define LOAD_INHERIT_H

#include "load/loader.h"

/* Gives steps without a track that of the phase they belong to, and reports rings of phases. */
bool inherit_tracks(struct loader *loader);

/* Reports rings of focus areas that are parts of each other. False, as above, when memory ran out. */
bool inherit_check_parts(struct loader *loader);

#endif
