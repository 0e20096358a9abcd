#!/bin/sh
# Runs test programs and scripts, as many at once as there are cores, shows what each printed and counts all.
#
#     BUILD=build sh tests/run.sh PROGRAM... SCRIPT.sh...
#
# A program is cmocka's: its own lines tell how many passed and failed. A script ends in 'N passed, N failed'.
# Whatever ends badly without saying so counts as one failure. The last line is the sum of all.
set -u

BUILD=${BUILD:-build}
export BUILD
logs=$BUILD/tests/logs
rm -rf "$logs" && mkdir -p "$logs" || exit 3

export ASAN_OPTIONS="detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
export LC_ALL=C.UTF-8 TZ=UTC
unset LANGUAGE PLAN_FILE PLAN_LANG PLAN_TODAY

one='
  name=$(basename "$1")
  case $1 in *.sh) sh "$1" ;; */*) "$1" ;; *) "./$1" ;; esac >"$0/$name.log" 2>&1 </dev/null
  echo $? >"$0/$name.status"'
[ $# -eq 0 ] || printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c "$one" "$logs" {}

passed=0 failed=0
for test; do
  name=$(basename "$test")
  log=$logs/$name.log
  status=$(cat "$logs/$name.status" 2>/dev/null || echo 'not run')
  counts=$(awk '
    /^\[  PASSED  \]/                        { p += $4; next }
    /^\[  FAILED  \] .*listed below/         { for (i = 1; i < NF; i++) if ($(i + 1) ~ /^test/) f += $i; next }
    /^[0-9]+ passed, [0-9]+ failed$/         { p += $1; f += $3 }
    END                                      { print p + 0, f + 0 }' "$log")
  p=${counts% *} f=${counts#* }
  printf '== %s\n' "$name"
  grep -Ev '^\[ RUN      \]|^\[       OK \]|^[0-9]+ passed, [0-9]+ failed$' "$log"
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then
    printf 'not ok: %s ended with status %s\n' "$name" "$status"
    f=1
  elif [ $((p + f)) = 0 ]; then
    printf 'not ok: %s ran no test\n' "$name"
    f=1
  fi
  passed=$((passed + p)) failed=$((failed + f))
done

[ $((passed + failed)) -gt 0 ] || { echo 'not ok: no test ran'; failed=1; }
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
