#!/bin/sh
# Lets allocations of plan's commands fail: every STEP-th one. Without STEP it is a share that `make check` has time
# for: one for each chain of callers. Ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/torture.sh [STEP]
set -u

export LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_FILE PLAN_LANG NO_COLOR CLICOLOR_FORCE GITHUB_ACTIONS
if [ $# -gt 0 ]; then set -- -s "$1"; else set -- -d; fi
"$BUILD/torture/oom" "$@" tests/torture/commands
