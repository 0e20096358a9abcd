/*
 * The way out: bytes that were made in memory go to standard output, a pager or a file.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/buf.h"
#include "cli/cli.h"
#include "format/screen.h"

/* A screen for people that writes to a buffer: as wide as standard output, with its colours; a file gets
 * colours only where --color always asks for them. */
struct screen output_screen(const struct cli *cli, struct buf *out);

/*
 * Writes what a command made to where the user wants it (-o, a pager, standard output), frees the buffer, and
 * returns `status`, or CLI_TROUBLE after saying why it could not be written. A buffer that ran out of memory
 * is such a reason: half an output is none. A pipe that nobody reads any more is none.
 */
int output_finish(const struct cli *cli, struct buf *out, int status);

/*
 * Writes a buffer to a file, atomically: whoever looks sees the old file or all of the new one. "-" is
 * standard output; what is no regular file (a device, a pipe) is written to as it is. Returns CLI_FINE, or
 * CLI_TROUBLE after saying why. The buffer stays.
 */
int output_file(const struct cli *cli, const char *name, const struct buf *out);

/* The same for a format whose lines are commands to a CI system, and in which each text is escaped already.
 */
int output_commands(const struct cli *cli, const char *name, const struct buf *out);

/* Writes a buffer to a file that must not exist yet. Returns as output_file. */
int output_new_file(const struct cli *cli, const char *name, const struct buf *out);

#endif
