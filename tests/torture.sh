#!/bin/sh
# Lets allocations of plan's commands fail: every STEP-th one. Without STEP it is a share that `make check` has time
# for, less of it with sanitizers. Ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/torture.sh [STEP]
set -u

export LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_FILE PLAN_LANG NO_COLOR CLICOLOR_FORCE GITHUB_ACTIONS
case $BUILD in */san) step=${1:-61} ;; *) step=${1:-13} ;; esac
"$BUILD/torture/oom" -s "$step" tests/torture/commands
