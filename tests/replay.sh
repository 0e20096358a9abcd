#!/bin/sh
# Replays the corpora of the fuzz targets and mutations of them, the same each time, with the replayers that
# `make` built: some seconds, and so no mutations of plans where sanitizers watch. Ends in 'N passed, N failed'; an input that breaks a target is kept under build/.
#
#     FUZZ_SEEDS='FOLDER...' BUILD=build sh tests/replay.sh
set -u

root=$PWD
passed=0 failed=0
for replayer in "$BUILD"/replay/*; do
  [ -f "$replayer" ] && [ -x "$replayer" ] || continue
  target=${replayer##*/}
  rounds=300
  seeds=$root/tests/fuzz/corpus/$target
  if [ "$target" = plan ]; then
    case $BUILD in */san) rounds=0 ;; *) rounds=2 ;; esac
    for folder in $FUZZ_SEEDS; do seeds="$seeds $root/$folder"; done
  fi
  found=$BUILD/tests/replay/$target
  mkdir -p "$found"
  if (cd "$found" && "$root/$replayer" -r $rounds $seeds) >"$found/log" 2>&1; then
    echo "$target: $(tail -n 1 "$found/log")"
    passed=$((passed + 1))
  else
    echo "not ok: replay $target; the input is $found/crash-input"
    tail -n 40 "$found/log"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
