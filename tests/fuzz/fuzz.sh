#!/bin/sh
# Runs libFuzzer over targets, one worker a core. What is new goes to build/fuzz/corpus/TARGET, what breaks a
# target to build/fuzz/crash-*; the next run begins with both. Ends in 'N passed, N failed'.
#
#     FUZZ_SEEDS='FOLDER...' BUILD=build/fuzz sh tests/fuzz/fuzz.sh SECONDS TARGET...
set -u

seconds=$1
shift
passed=0 failed=0
for target; do
  corpus=$BUILD/corpus/$target
  mkdir -p "$corpus"
  seeds=
  [ ! -d "tests/fuzz/corpus/$target" ] || seeds=tests/fuzz/corpus/$target
  [ "$target" != plan ] || seeds="$seeds $FUZZ_SEEDS"
  echo "== $target for $seconds s"
  if ASAN_OPTIONS=allocator_may_return_null=1 "$BUILD/fuzz_$target" -max_total_time="$seconds" -timeout=5 \
    -rss_limit_mb=1024 -max_len=16384 -fork="$(nproc)" -ignore_crashes=0 -dict=tests/fuzz/plan.dict -print_final_stats=1 \
    -artifact_prefix="$BUILD/crash-$target-" "$corpus" $seeds >"$BUILD/$target.log" 2>&1; then
    tail -n 1 "$BUILD/$target.log"
    passed=$((passed + 1))
  else
    grep -E 'ERROR|SUMMARY|does not hold|Test unit written' "$BUILD/$target.log" | head -n 20
    echo "not ok: fuzz $target, see $BUILD/$target.log"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
