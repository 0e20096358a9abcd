/*
 * The day that is taken for today. Nothing else in the program reads the clock.
 */
#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H

#include "cli/cli.h"

/*
 * Today: --today, else PLAN_TODAY, else the clock's local day. Returns CLI_FINE, or CLI_USAGE after saying
 * what is wrong with the day that was given.
 */
int clock_today(const struct cli *cli, plan_day *today);

/*
 * Reads a known day that was given as `where` ("--today"): any date expression that is one day of a stated
 * year. Returns as clock_today.
 */
int clock_parse(const struct cli *cli, const char *where, const char *text, plan_day *day);

#endif
