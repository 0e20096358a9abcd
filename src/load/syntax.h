/*
 * What libyaml says about a file that it cannot read, in words for people and at the place to look.
 */
#ifndef LOAD_SYNTAX_H
#define LOAD_SYNTAX_H

#include "load/findings.h"

#include <yaml.h>

/* Reports a parser's error, which is not that memory ran out. */
void syntax_report(const yaml_parser_t *parser, struct findings *findings);

#endif
