#!/bin/sh
# Files that the program itself writes from its tables and that are kept in data/: are they what it writes now?
#
#     sh tests/generated.sh          compares, ends in 'N passed, N failed'
#     sh tests/generated.sh --regen  writes them anew
#
# Where mandoc and the shells are installed, manual pages and completions are given to them to read.
set -u

PLAN=${BUILD:-build}/plan
passed=0 failed=0

# FILE COMMAND...
generated() {
  file=$1 && shift
  if [ "$regen" ]; then
    mkdir -p "${file%/*}" && "$PLAN" --lang en "$@" >"$file.new" && mv "$file.new" "$file" || exit 1
  elif "$PLAN" --lang en "$@" | cmp - "$file"; then
    passed=$((passed + 1))
  else
    echo "not ok: $file is not what 'plan $*' writes; run 'make regen'"
    failed=$((failed + 1))
  fi
}

lint() {
  if [ "$regen" ] || ! command -v mandoc >/dev/null; then
    return
  elif ! mandoc -T lint "$1" | grep -v 'referenced manual not found'; then
    passed=$((passed + 1))
  else
    echo "not ok: mandoc has something to say about $1"
    failed=$((failed + 1))
  fi
}

# SHELL COMMAND...: the completion script is one that its shell can read.
readable() {
  shell=$1 && shift
  if [ "$regen" ] || ! command -v "$shell" >/dev/null; then
    return
  elif "$PLAN" completion "$shell" | "$@" /dev/stdin; then
    passed=$((passed + 1))
  else
    echo "not ok: $shell cannot read its completion"
    failed=$((failed + 1))
  fi
}

regen=
[ "${1-}" != --regen ] || regen=yes
generated data/schema/plan.schema.json schema
generated data/man/plan.1 manual plan
generated data/man/plan.yaml.5 manual plan.yaml
lint data/man/plan.1
lint data/man/plan.yaml.5
readable bash bash -n
readable zsh zsh -n
readable fish fish --no-execute
[ "$regen" ] || echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
