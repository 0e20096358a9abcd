#!/bin/sh
# Only cli prints, exits, reads files, the clock or the environment; nobody calls what cannot be used safely.
# Read from the symbols that the objects ask for, so that no macro and no compiler's rewriting hides a call.
#
#     sh tests/lint/calls.sh OBJECT...
set -u

nobody='gets|strcpy|strcat|sprintf|vsprintf|strtok|alloca|system|popen|mktemp|tmpnam|rand|srand|atoi|atol|strncpy'
# Documents of libyaml have no limit in depth, and leak when memory runs out: its events alone are read.
nobody="$nobody|yaml_parser_load|yaml_document_initialize|yaml_parser_set_input|yaml_parser_scan"
outside_cli='printf|vprintf|fprintf|vfprintf|puts|fputs|putchar|fputc|putc|fwrite|perror|stdout|stderr|stdin
  |exit|_exit|_Exit|abort|quick_exit|atexit|err|errx|warn|warnx|getenv|secure_getenv|setenv|putenv|environ
  |time|clock|clock_gettime|gettimeofday|localtime|localtime_r|mktime|fopen|fdopen|open|open64|openat|creat
  |read|write|mmap|stat|lstat|opendir|fts_open|isatty|ioctl|setlocale|signal|sigaction|fork|execvp
  |posix_spawn|posix_spawnp|bindtextdomain|textdomain'
outside_cli=$(printf '%s' "$outside_cli" | tr -d ' \n')

failed=0
for object; do
  case $object in */src/cli/*) pattern=$nobody ;; *) pattern="$nobody|$outside_cli" ;; esac
  found=$(nm -u "$object" | sed 's/^ *U //; s/@.*//; s/^__\(.*\)_chk$/\1/; s/^__isoc99_//' | grep -Ex "$pattern")
  [ -z "$found" ] || { echo "${object%.o}: calls" $found; failed=1; }
done
exit $failed
