/*
 * A YAML file as an editor's language server sees it: a JSON value by YAML 1.2's core schema, in which `2018`
 * is a number and `no` a text.
 */
#ifndef YAML_JSON_H
#define YAML_JSON_H

#include <jansson.h>
#include <stddef.h>

/* The first document of a text; NULL when it is no YAML, or has anchors, tags or keys that are no scalars. */
json_t *yaml_json(const char *bytes, size_t length);

#endif
