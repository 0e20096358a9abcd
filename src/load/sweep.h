/*
 * A first look at all bytes of a file, as fast as memory is: nearly every file passes it, and is spared the
 * exact look at each line of the screen.
 */
#ifndef LOAD_SWEEP_H
#define LOAD_SWEEP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the bytes are certainly what the screen lets pass: UTF-8 without anything hidden, no line too long,
 * no long run of blanks, no line that begins with %. False when it is not certain.
 */
bool sweep_is_clean(const char *bytes, size_t length);

#endif
