/*
 * The first pass over values that are one text: each becomes what its key's type says.
 */
#ifndef LOAD_VALUES_H
#define LOAD_VALUES_H

#include "load/loader.h"

/*
 * Reads the value that the current event begins, whatever it is, into the struct at `base`, and leaves the
 * reader at the value's last event. False when reading must stop: a syntax error, a limit, no memory.
 */
typedef bool value_reader(struct loader *loader, const struct key *key, void *base);

value_reader value_id, value_line, value_prose, value_number, value_word, value_country, value_duration,
	value_amount;

/*
 * The text of the current event as a date, a word or a number wants it: a scalar, not empty, of one line,
 * with nothing hidden. NULL, reported, when it is none; the value is read then.
 */
const char *value_plain_text(struct loader *loader, const struct key *key);

/* Whether reading may go on. */
bool value_go_on(const struct loader *loader);

/*
 * The text of the current event, a scalar, in the plan's memory: without what may not stand in a text.
 * `prose` allows several lines. NULL for a text that is empty or was refused, or when memory ran out.
 */
const char *value_text(struct loader *loader, bool prose);

/* Reports the first character of the current event, a scalar, that may not stand in a text of one line;
 * returns whether there is one. */
bool value_refuse_hidden(struct loader *loader);

/* Reports that a value is of the wrong type, and skips it. */
bool value_refuse_type(struct loader *loader, const struct key *key);

/* Reports that there is no value where one belongs. */
void value_refuse_nothing(struct loader *loader, const struct key *key);

/* The number of the row of `words` that is the text; -1, reported at `span`, when none is. */
int value_find_word(struct loader *loader, const struct key_word *words, size_t count, const char *text,
					struct plan_span span);

#endif
