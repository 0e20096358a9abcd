/*
 * What is wrong with a text that is no date expression, and what to write instead.
 */
#ifndef DATE_REFUSE_H
#define DATE_REFUSE_H

#include "date/parser.h"

/* Fills in the error for the next token, which does not belong where it stands; returns false. */
bool refuse_next(struct parser *parser);

/* Fills in the error when the text has a form that many write and none should: 13/8, 10:30, [a,b]; true then.
 */
bool refuse_forms(struct parser *parser);

#endif
