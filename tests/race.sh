#!/bin/sh
# `plan check` of some hundred files at once, which it does in threads, built with the thread sanitizer: every format,
# two languages. Ends in 'N passed, N failed'.
#
#     BUILD=build/tsan sh tests/race.sh
set -u

[ "$(nproc)" -gt 1 ] || { echo 'race: where there is one core only, there are no threads' >&2; exit 2; }
export LC_ALL=C.UTF-8 TZ=UTC PLAN_TODAY=2018-09-03
unset LANGUAGE PLAN_LANG GITHUB_ACTIONS
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
mkdir "$work/plans"
count=0
for file in data/plans/*.yaml tests/torture/*.yaml tests/invalid/*.yaml tests/rules/*/*.yaml tests/cli/*/*.yaml; do
  count=$((count + 1))
  cp "$file" "$work/plans/$count.plan.yaml" || exit 3
done

passed=0 failed=0
for words in 'text' 'short' 'json' 'sarif' 'github' 'gitlab' 'junit' 'text --lang da' 'json --lang da'; do
  TSAN_OPTIONS=exitcode=66 "$BUILD/plan" check --format $words "$work/plans" >"$work/out" 2>"$work/error" </dev/null
  got=$?
  if [ $got = 1 ] && [ -s "$work/out" ] && [ ! -s "$work/error" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "not ok: check --format $words of $count files: it ended with status $got"
    head -n 40 "$work/error"
  fi
done
echo "threads: $count files in $((passed + failed)) runs"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
