#!/bin/sh
# What of src/ the tests reach, from the profiles that a COV=1 run left: lines, branches, conditions (MC/DC), file by
# file where something is missing, and each gap. Fails when a gap is not in tests/COVERAGE.md or one there is none
# any more. The listing of every line is build/cov/html/index.html.
#
#     BUILD=build/cov sh tests/coverage.sh PROGRAM...
set -eu

suffix=$(ls /usr/bin/llvm-cov-19 >/dev/null 2>&1 && echo -19 || :)
"llvm-profdata$suffix" merge --failure-mode=all -o "$BUILD/all.profdata" "$BUILD"/profiles/*.profraw
program=$1
shift
objects=$(printf ' -object %s' "$@")
mcdc=$([ -z "$suffix" ] || echo -show-mcdc-summary)
llvm() { "llvm-cov$suffix" "$@" -instr-profile="$BUILD/all.profdata" -ignore-filename-regex='(^|/)tests/' "$program" $objects; }

llvm show -format=html -output-dir="$BUILD/html" -show-branches=count >/dev/null
llvm report $mcdc -show-region-summary=false >"$BUILD/report"
llvm export -format=lcov >"$BUILD/lcov"
llvm export -format=text -skip-functions | tr '[' '\n' >"$BUILD/json"

awk '/^Filename/ { print }
     /^src.*\.[ch] / { for (i = 1; i <= NF; i++) if ($i ~ /%$/ && $i != "100.00%") { print; next } }
     /^TOTAL/ { print }' "$BUILD/report"
awk -f tests/coverage.awk "$BUILD/json" "$BUILD/lcov" >"$BUILD/gaps"
sed -n 's/^| `\(src[^`]*\)` | `\([^`]*\)` | \([^|]*[^ |]\) *|.*/\1 \2: \3/p' tests/COVERAGE.md | sort >"$BUILD/listed"
grep '^src' "$BUILD/gaps" | sort >"$BUILD/measured"
sed -n 's/^= \([a-z]*\) \([0-9]*\) \([0-9]*\) \(.*\)/\1: \2 of \3, \4 %/p' "$BUILD/gaps"
[ -z "$mcdc" ] || awk '/^TOTAL/ { printf "conditions (MC/DC): %d of %d, %s\n", $(NF - 2) - $(NF - 1), $(NF - 2), $NF }' "$BUILD/report"

new=$(comm -23 "$BUILD/measured" "$BUILD/listed")
gone=$(comm -13 "$BUILD/measured" "$BUILD/listed")
[ -z "$new" ] || {
  printf '\nnot in tests/COVERAGE.md:\n'
  printf '%s\n' "$new" | while IFS= read -r gap; do
    printf '%s\n' "$gap" | sed 's/^\([^ ]*\) \([^:]*\): \(.*\)/| `\1` | `\2` | \3 |  |/'
    awk -v gap="$gap" '/^[^ ]/ { on = $0 == gap; next } on' "$BUILD/gaps"
  done
}
[ -z "$gone" ] || printf '\nin tests/COVERAGE.md, but no gap:\n%s\n' "$gone"
[ -z "$new$gone" ]
