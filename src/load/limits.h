/*
 * What a file may not exceed. Beyond these, libyaml 0.2.5 takes quadratic time, or a reviewer sees less than
 * what is there.
 */
#ifndef LOAD_LIMITS_H
#define LOAD_LIMITS_H

#define LIMIT_LINE        65535   /* bytes in a line, without its line break */
#define LIMIT_BLANKS      4096    /* blanks and tabs in a row */
#define LIMIT_BLANK_LINES 1000    /* lines in a row that hold nothing else */
#define LIMIT_DEPTH       64      /* lists and mappings in each other */
#define LIMIT_NODES       4000000 /* lists, mappings and texts */
#define LIMIT_SCALAR      16384   /* bytes of a text, as decoded UTF-8 */
#define LIMIT_ID          64      /* characters of an id */

#endif
