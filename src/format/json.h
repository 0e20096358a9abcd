/*
 * JSON through jansson, for writers that check for failure once, at the end.
 *
 * A CI system that reads the result in a log finds no command in it (log_command.h).
 *
 * Values are made whole, small ones, and added to a buffer; a document of many is written around them, so
 * that memory does not grow with it.
 */
#ifndef FORMAT_JSON_H
#define FORMAT_JSON_H

#include "base/buf.h"

#include <jansson.h>

/* A string value of any bytes: those that are not UTF-8 become U+FFFD. NULL gives null. NULL when memory ran
 * out. */
json_t *json_text(const char *text);

/* The same of a text that a page will show: without what hides or reorders text, as by escape_terminal. */
json_t *json_shown(const char *text);

/* Puts `value`, which is taken, into `object`; sets `*failed` when it is NULL or memory ran out. */
void json_put(json_t *object, const char *key, json_t *value, bool *failed);

/* The same for the end of an array. */
void json_push(json_t *array, json_t *value, bool *failed);

/* Adds a value on one line to `out` and releases it; NULL, or `failed`, fails the buffer. */
void json_emit(struct buf *out, json_t *value, bool failed);

/* The same on lines of their own, for people to read. */
void json_emit_pretty(struct buf *out, json_t *value, bool failed);

#endif
