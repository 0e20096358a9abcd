/*
 * The JSON Schema of the plan file (draft 2020-12), made from the key tables that the reader uses.
 *
 * It is for editors: what it accepts may still be refused by `plan check`, which also reads dates, gaps and
 * references.
 */
#ifndef FORMAT_SCHEMA_H
#define FORMAT_SCHEMA_H

#include "base/buf.h"

/* Adds the schema, descriptions in the user's language. The buffer fails when memory runs out. */
void schema_write(struct buf *out);

#endif
