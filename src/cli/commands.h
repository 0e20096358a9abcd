/*
 * The commands, one a file; their order is that of the table in commands.c.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command command_check;
extern const struct command command_complete;
extern const struct command command_completion;
extern const struct command command_date;
extern const struct command command_explain;
extern const struct command command_help;
extern const struct command command_init;
extern const struct command command_list;
extern const struct command command_manual;
extern const struct command command_next;
extern const struct command command_schedule;
extern const struct command command_schema;
extern const struct command command_show;
extern const struct command command_status;
extern const struct command command_timeline;
extern const struct command command_why;

#endif
