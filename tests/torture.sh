#!/bin/sh
# Lets allocations of plan's commands fail: every STEP-th one (13th). Ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/torture.sh [STEP]
set -u

export LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_FILE PLAN_LANG NO_COLOR CLICOLOR_FORCE GITHUB_ACTIONS
"$BUILD/torture/oom" -s "${1:-13}" tests/torture/commands
