/*
 * What a CI system would take for a command of its own in what a program prints: GitHub Actions "::name::" at
 * the start of a line and "##[name]" anywhere (actions/runner, ActionCommand.cs), Azure Pipelines
 * "##vso[name]", TeamCity "##teamcity[name]". A plan's texts must never be one.
 */
#ifndef FORMAT_LOG_COMMAND_H
#define FORMAT_LOG_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where the first such thing begins in a text, `length` when there is none. It is one no more once its first
 * character is written as something else. `line_start`: the text starts a line.
 */
size_t log_command_find(const char *text, size_t length, bool line_start);

#endif
