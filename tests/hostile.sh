#!/bin/sh
# Answers to files of 1 MiB that were made to hurt: `check` of each, and the commands that show plans of those that
# load. The limits here are wide, so that a busy machine passes and what is quadratic does not; `make bench` prints
# the figures. Ends in 'N passed, N failed'.
#
#     BUILD=build sh tests/hostile.sh
set -u

files=$BUILD/tests/hostile
passed=0 failed=0
export PLAN_TODAY=2018-06-01
mkdir -p "$files"
[ "$files/done" -nt tests/bench/hostile.awk ] || { awk -v folder="$files" -f tests/bench/hostile.awk && : >"$files/done"; } || exit 3
case $BUILD in */san | */cov) limits='ulimit -t 20' ;; *) limits='ulimit -t 2; ulimit -v 131072' ;; esac

try() {
  (eval "$limits"; exec timeout 60 "$BUILD/plan" "$@") >"$files/out" 2>&1
  status=$?
  if [ $status -gt 1 ]; then
    echo "not ok: $* ends with status $status"
    head -n 5 "$files/out"
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
}

number=0
for file in "$files"/*.yaml; do
  try check "$file"
  case $file in */plan-*) ;; *) continue ;; esac
  number=$((number + 1))
  for words in 'check --format sarif' 'schedule --json' 'status' 'timeline' 'next' 'status --json' 'show' 'schedule' 'timeline --by week' 'list steps' \
    'next --json' 'check --format github' 'show m5' 'why m9'; do
    [ $((number % 9)) = 0 ] || { number=$((number + 1)); continue; }
    number=$((number + 1))
    case $words in *\ m[0-9]*) grep -q "^  ${words##* }:" "$file" || continue ;; esac
    "$BUILD/plan" status -f "$file" >"$files/loads" 2>&1 || continue
    try $words -f "$file"
  done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
