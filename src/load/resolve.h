/*
 * The second pass: what cannot be known before the end of the file.
 */
#ifndef LOAD_RESOLVE_H
#define LOAD_RESOLVE_H

#include "load/loader.h"

/* Works everything out and makes the plan's lists and calendar. False when memory ran out. */
bool resolve(struct loader *loader);

#endif
