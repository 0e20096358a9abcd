/*
 * The rule `unit` of the grammar of date expressions. How units make windows and periods is expr.c's.
 */
#ifndef DATE_GRAMMAR_H
#define DATE_GRAMMAR_H

#include "date/parser.h"
#include "date/unit.h"

/*
 * Reads one unit, with "ca." before it and a qualifier after it. Where it has no month yet ("14." of "14.-19.
 * august") it is a UNIT_NUMBER, where it is only "primo" a UNIT_PART. False with the error filled in when the
 * next tokens are no unit.
 */
bool grammar_read_unit(struct parser *parser, struct unit *unit);

#endif
