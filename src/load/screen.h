/*
 * The screen: what is looked at in a file's bytes before libyaml sees them.
 *
 * The file may come from a stranger. libyaml takes NEL, U+2028, U+2029 and a lone CR for line breaks, so that
 * what a reviewer sees as one line becomes two; it has no limits, and is quadratic in blank runs and %TAG
 * lines; and it has no line and column for an encoding error.
 */
#ifndef LOAD_SCREEN_H
#define LOAD_SCREEN_H

#include "load/findings.h"

/*
 * Looks at all bytes of a source. Returns true when libyaml may read them, from `*start` on (behind a byte
 * order mark); every fault is in `findings` otherwise. Takes linear time and no memory.
 */
bool screen_pass(const struct plan_source *source, struct findings *findings, size_t *start);

#endif
