/*
 * The first pass over mappings: those with the keys of a table, and those from ids to entries.
 */
#ifndef LOAD_MAPPING_H
#define LOAD_MAPPING_H

#include "load/values.h"

/*
 * Reads the mapping that the current event begins into the struct at `base`. What is required and not there
 * is reported at `owner`; `name` is what is said to lack it, NULL for the file. False as a value_reader.
 */
bool mapping_read(struct loader *loader, const struct key_map *map, void *base, struct plan_span owner,
				  const char *name);

/* A mapping that stands as a key's value, and a section of entries. */
value_reader mapping_value, section_value;

#endif
