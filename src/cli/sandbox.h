/*
 * What a command that reads plans may still open: the plans, where its output goes, and nothing else.
 *
 * Plans come from strangers. Should one make a reader or a rule do what they were not written to do, the
 * kernel still refuses to open another file, to write one, or to run a program (Landlock, Linux 5.13). This
 * is best effort: where the kernel does not offer it, or a pager may have to be started, nothing is
 * restricted, and nothing is said. The variants of the build with sanitizers and with coverage, which write
 * files of their own at the end, do without (PLAN_NO_SANDBOX).
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include "cli/finder.h"

#ifdef PLAN_NO_SANDBOX
static inline void sandbox_enter(const struct cli *cli, const struct file_names *inputs)
{
	(void)cli;
	(void)inputs;
}
#else
/* Restricts the calling thread, those that it starts from here on, and their children, to reading the inputs
 * and to what lies in the folders that the -o of the command line write to. There is no way back. */
void sandbox_enter(const struct cli *cli, const struct file_names *inputs);
#endif

#endif
