#!/bin/sh
# clang-tidy over one file, without its count of the warnings that it held back.
#
#     sh tests/lint/tidy.sh FILE FLAGS...
file=$1
shift
found=$(clang-tidy --quiet "$file" -- "$@" 2>&1)
status=$?
printf '%s\n' "$found" | grep -v '^[0-9]* warnings\{0,1\} generated\.$' | grep .
exit $status
