#!/bin/sh
# Lets allocations and system calls of plan's commands fail. With a STEP every STEP-th one, and one allocation for each
# chain of callers, with what is taken from arenas; as many programs at once as there are cores. Without it a share that
# `make check` has time for: one allocation for each chain of callers, some system calls; under the sanitizers, where
# each takes ten times as long, some of both. Says how many failures were tried; ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/torture.sh [STEP]
set -u

export LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_FILE PLAN_LANG NO_COLOR CLICOLOR_FORCE GITHUB_ACTIONS
files=$(mktemp -d) || exit 3
trap 'rm -rf "$files"' EXIT
mkdir "$files/written"
commands=tests/torture/commands
oom=$BUILD/torture/oom io="$BUILD/torture/io" faults="sh tests/torture/faults.sh" at_once=1

if [ $# -gt 0 ]; then
  at_once=$(nproc)
  set -- "$oom -s $1 -p 1/2 $commands" "$oom -s $1 -p 2/2 $commands" "$oom -d $commands" \
    "$io -s $1 $files/written $commands" "$faults $1"
elif [ "${BUILD##*/}" = san ]; then
  set -- "$oom -s 101 $commands" "$io -s 25 $files/written $commands" "$faults 25"
else
  set -- "$oom -d $commands" "$io -s 5 $files/written $commands" "$faults 5"
fi

# Every command in every format must be among the command lines.
passed=0 failed=0
for command in $("$BUILD/plan" complete commands | cut -f 1); do
  formats=$("$BUILD/plan" $command --format '?' 2>&1 | sed -n 's/.*it takes //p' | tr -d ,)
  for format in ${formats:-none}; do
    lines=$(grep -aE "^([A-Z_]+=[^ ]* )*$command( |\$)" $commands)
    case $format in
      none) ;;
      json) lines=$(echo "$lines" | grep -aE -e '--(format )?json') ;;
      text|auto) lines=$(echo "$lines" | grep -avE -e '--json' -e '--format [^ta]') ;;
      *) lines=$(echo "$lines" | grep -ae "--format $format") ;;
    esac
    if [ -n "$lines" ]; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
      echo "not ok: $commands has no line for $command as $format"
    fi
  done
done >"$files/formats"
echo "$passed passed, $failed failed" >>"$files/formats"

# A program that dies without its last line counts as one that failed.
printf '%s\n' "$@" | xargs -P "$at_once" -I{} sh -c '
  $2 >"$1/$$.log" 2>&1
  status=$?
  tail -n 1 "$1/$$.log" | grep -qE "^[0-9]+ passed, [0-9]+ failed$" ||
    { echo "not ok: $2: ended with status $status"; echo "0 passed, 1 failed"; } >>"$1/$$.log"
  cat "$1/$$.log"' sh "$files" {} >"$files/log"
awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3; next } { print }
  END { printf "%d passed, %d failed\n", p, f; exit f > 0 || p == 0 }' "$files/log"
