/*
 * The examples of the key tables, which are written as in a plan file, as JSON.
 */
#ifndef FORMAT_FLOW_H
#define FORMAT_FLOW_H

#include "format/json.h"

/*
 * The value of "text", "[a, b]" or "{a: b, c: d}" - lists and mappings of one level, of plain texts - with
 * numbers where `number` is true. NULL when memory ran out.
 */
json_t *flow_value(const char *text, bool number);

#endif
