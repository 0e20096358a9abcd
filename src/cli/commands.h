/*
 * The commands, one a file; their order is that of the table in commands.c.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command command_date, command_explain, command_schema, command_completion, command_complete,
	command_manual, command_help;

#endif
