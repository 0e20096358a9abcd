#!/bin/sh
# Proves that README.md's examples are true: each line `$ COMMAND` in a block fenced as ```console is run from
# the top of the checkout, with the program just built first in PATH, and must print what stands below it.
# Ends in 'N passed, N failed'; with --regen it writes what the commands print into README.md instead.
set -u

BUILD=${BUILD:-build}
mkdir -p "$BUILD/tests"
new=$BUILD/tests/README.md
export PATH="$PWD/$BUILD:$PATH" LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color COLUMNS=80
unset HOME LANGUAGE PLAN_FILE PLAN_LANG PLAN_TODAY NO_COLOR CLICOLOR_FORCE

awk -v new="$new" '
  function finish() {
    if (command != "") {
      if (want == got) passed++
      else { failed++; print "not ok: README.md: $ " command }
    }
    command = want = got = ""
  }
  /^```/ { finish(); inside = !inside && $0 == "```console" }
  inside && /^\$ / {
    finish()
    command = substr($0, 3)
    print >new
    while ((("{ " command "; } 2>&1 </dev/null") | getline line) > 0) { got = got line "\n"; print line >new }
    close("{ " command "; } 2>&1 </dev/null")
    next
  }
  inside && command != "" { want = want $0 "\n"; next }
  { print >new }
  END { printf "%d passed, %d failed\n", passed, failed }' README.md >"$new.log"

diff -u --label README.md --label 'what it prints now' README.md "$new"
same=$?
if [ "${1-}" = --regen ]; then
  cp "$new" README.md
  exit 0
fi
cat "$new.log"
[ "$same" = 0 ]
