#!/bin/sh
# Lets allocations and system calls of plan's commands fail: every STEP-th one. Without STEP it is a share that
# `make check` has time for: one allocation for each chain of callers, some system calls; fewer under the sanitizers,
# where each run takes thirty times as long. There a STEP stands for one allocation for each chain of callers, too: what
# is asked for on the same way fails on the same way. Says how many failures were tried; ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/torture.sh [STEP]
set -u

export LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_FILE PLAN_LANG NO_COLOR CLICOLOR_FORCE GITHUB_ACTIONS
files=$(mktemp -d) || exit 3
trap 'rm -rf "$files"' EXIT
memory() { "$BUILD/torture/oom" "$@" tests/torture/commands; }
if [ $# -gt 0 ]; then
  oom=-d io="-s $1" share=$1
elif [ "${BUILD##*/}" = san ]; then
  oom='-s 201' io='-s 25' share=25
else
  oom=-d io='-s 5' share=5
fi

{
  memory $oom
  [ $# = 0 ] || [ "${BUILD##*/}" = san ] || memory -s "$1"
  "$BUILD/torture/io" $io "$files" tests/torture/commands
  sh tests/torture/faults.sh $share
} | awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3; next } { print }
  END { printf "%d passed, %d failed\n", p, f; exit f > 0 || p == 0 }'
