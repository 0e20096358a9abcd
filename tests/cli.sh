#!/bin/sh
# Golden tests of the program.
#
#     sh tests/cli.sh [CASE...]          runs the cases (all), ends in 'N passed, N failed'
#     sh tests/cli.sh --regen [CASE...]  rewrites what they expect, and shows what changed
#
# A case is a folder tests/cli/CASE with
#     cmd      a shell snippet, run in a copy of the folder; $PLAN is the program, $DATA the folder data/
#     stdout, stderr, status   what it must give; without the file: nothing, nothing, 0
# and whatever files the snippet wants. The environment is empty but for what `run_case` sets: today is
# 2018-09-03, the terminal has 80 columns, the locale is C.UTF-8, and there is neither HOME nor PLAN_FILE.
# Copies stay in build/tests/cli until the next run.
set -u

root=$PWD
BUILD=${BUILD:-build}
PLAN=$root/$BUILD/plan
work=$root/$BUILD/tests/cli

run_case() {
  rm -rf "$work/$1" && cp -R "tests/cli/$1" "$work/$1" || return 1
  (
    cd "$work/$1" && rm -f stdout stderr status &&
      exec env -i PATH="$PATH" PLAN="$PLAN" DATA=../data PLAN_TODAY=2018-09-03 LC_ALL=C.UTF-8 TZ=UTC \
        TERM=xterm-256color COLUMNS=80 ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
        ${LLVM_PROFILE_FILE+"LLVM_PROFILE_FILE=$LLVM_PROFILE_FILE"} timeout 60 sh ./cmd
  ) >"$work/$1.stdout" 2>"$work/$1.stderr" </dev/null
  echo $? >"$work/$1.status"
}

expected() { # CASE FILE: the file, or what stands for it when there is none
  if [ -f "tests/cli/$1/$2" ]; then
    echo "tests/cli/$1/$2"
  elif [ "$2" = status ]; then
    echo "$work/zero"
  else
    echo /dev/null
  fi
}

check_case() {
  run_case "$1"
  for file in stdout stderr status; do
    cmp -s "$(expected "$1" $file)" "$work/$1.$file" || echo $file
  done >"$work/$1.differs"
}

report() {
  if [ ! -f "$work/$1.differs" ]; then
    echo "not ok: cli/$1 did not run"
  elif [ -s "$work/$1.differs" ]; then
    echo "not ok: cli/$1"
    while read -r file; do
      diff -u --label "expected $file" --label "actual $file" "$(expected "$1" "$file")" "$work/$1.$file"
    done <"$work/$1.differs"
  fi
}

regenerate() {
  check_case "$1"
  report "$1" | sed '1d'
  while read -r file; do
    cp "$work/$1.$file" "tests/cli/$1/$file"
  done <"$work/$1.differs"
  [ -s "tests/cli/$1/stderr" ] || rm -f "tests/cli/$1/stderr"
  ! cmp -s "tests/cli/$1/status" "$work/zero" || rm -f "tests/cli/$1/status"
}

if [ "${1-}" = --batch ]; then
  shift
  for name; do check_case "$name"; done
  exit 0
fi

mode=${1-}
[ "$mode" != --regen ] || shift
[ $# -gt 0 ] || set -- $(for folder in tests/cli/*/cmd; do [ ! -f "$folder" ] || basename "$(dirname "$folder")"; done)

rm -rf "$work"
mkdir -p "$work" && ln -s "$root/data" "$work/data" && echo 0 >"$work/zero" || exit 3

if [ "$mode" = --regen ]; then
  for name; do regenerate "$name"; done
  exit 0
fi

[ $# -eq 0 ] || printf '%s\n' "$@" | BUILD=$BUILD xargs -P "$(nproc)" -n 8 sh tests/cli.sh --batch
failed=0
for name; do
  [ ! -s "$work/$name.differs" ] && [ -f "$work/$name.differs" ] && continue
  report "$name"
  failed=$((failed + 1))
done
echo "$(($# - failed)) passed, $failed failed"
[ "$failed" = 0 ]
