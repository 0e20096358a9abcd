#!/bin/sh
# What of src/ the tests reach, from the profiles that a COV=1 run left: lines, branches, conditions (MC/DC) and
# the files that are not wholly covered. The listing of every line is build/cov/html/index.html.
#
#     BUILD=build/cov sh tests/coverage.sh PROGRAM...
set -eu

suffix=$(ls /usr/bin/llvm-cov-19 >/dev/null 2>&1 && echo -19 || :)
"llvm-profdata$suffix" merge --failure-mode=all -o "$BUILD/all.profdata" "$BUILD"/profiles/*.profraw
program=$1
shift
objects=$(printf ' -object %s' "$@")
sources=$(find src -name '*.c' | sort)
mcdc=$([ -z "$suffix" ] || echo -show-mcdc-summary)
llvm() { "llvm-cov$suffix" "$@" -instr-profile="$BUILD/all.profdata" "$program" $objects -sources $sources; }

llvm show -format=html -output-dir="$BUILD/html" -show-branches=count >/dev/null
llvm report $mcdc -ignore-filename-regex='(^|/)tests/' -show-region-summary=false |
  awk '/^Filename/ { print }
       /^[a-z].*\.c / { for (i = 1; i <= NF; i++) if ($i ~ /%$/ && $i != "100.00%") { print; next } }
       /^TOTAL/ { print }'
