/*
 * A small interpreter of JSON Schema (draft 2020-12), for the tests alone: enough of it for the schemas of
 * this project, and any keyword that it does not know is refused.
 */
#ifndef JSON_SCHEMA_H
#define JSON_SCHEMA_H

#include <jansson.h>
#include <stdbool.h>

/* What is wrong first, and where. */
struct schema_fault {
	char path[256], message[256];
};

/*
 * Whether a value is one that the schema allows; `fault` tells why not. A schema with an unknown keyword or a
 * pattern that cannot be read ends the program.
 */
bool schema_allows(json_t *schema, json_t *value, struct schema_fault *fault);

#endif
