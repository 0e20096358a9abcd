#!/bin/sh
# Prints what plan takes beside the bars that it is held to. Asserts nothing: figures are of this machine, now.
#
#     BUILD=build sh tests/bench/bench.sh [LARGEST]     LARGEST: steps of the largest file (500000)
set -eu

BUILD=${BUILD:-build}
largest=${1:-500000}
plan=$BUILD/plan tools=$BUILD/bench data=$BUILD/bench/data
today=2001-01-01
mkdir -p "$data"
unset PLAN_FILE PLAN_TODAY
export LC_ALL=C.UTF-8

row() { printf '%-58s %10s   %s\n' "$1" "$2" "$3"; }
pair() { "$tools/pair" "$@" | awk '{ print $5 }'; }
medians() { "$tools/pair" "$@" | awk '{ print $2, $4 }'; }
first() { "$tools/pair" "$@" | awk '{ print $2 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
size() { wc -c <"$1"; }

row 'what' 'measured' 'bar'
row '----' '--------' '---'
for command in status next check; do
  row "start-up: plan $command against an empty program, wall" \
    "$(pair -n 200 "$plan" $command --today 2018-09-03 -f data/plans/integrationspolitik-2018.plan.yaml --- \
      "$tools/loop")" "$([ $command != status ] || echo '<= 1.5')"
done

# Of 500 000 steps only terse ones fit into a file; the same of 1 000 tells whether the ratio grows. A third of
# what 1 000 take is starting and ending, which has rows of its own: what a plan of one step takes is left out.
tiny=$data/tiny.yaml
printf 'plan: one\ntitle: One\nmeetings:\n  m: {title: M, date: 2001-06-01}\n' >"$tiny"
net_of_start() { # RUNS FILE: the ratio for a file beyond the tiny one
  {
    medians -n "$1" -u cpu "$plan" check --today $today "$2" --- "$tools/loop" "$2"
    medians -n 101 -u cpu "$plan" check --today $today "$tiny" --- "$tools/loop" "$tiny"
  } | awk 'NR == 1 { a = $1; b = $2 } NR == 2 { printf "%.2f", (a - $1) / (b - $2) }'
}

for kind in 1000 10000 100000 1000-terse 500000-terse; do
  steps=${kind%-terse}
  [ "$steps" -le "$largest" ] || continue
  terse=$([ "$steps" = "$kind" ] || echo -t)
  file=$data/$kind.plan.yaml
  [ -f "$file" ] || "$tools/generate" ${terse:+-t} -n "$steps" >"$file"
  runs=$((steps < 50000 ? 101 : 9))
  row "plan check of $steps ${terse:+terse }steps against a libyaml loop, CPU" \
    "$(pair -n $runs -u cpu "$plan" check --today $today "$file" --- "$tools/loop" "$file")" \
    "$([ "$kind" != 100000 ] || echo '<= 1.3')"
  row "... beyond what starting takes" "$(net_of_start $runs "$file")" "$([ -z "$terse" ] || echo 'does not grow')"
  row "plan check of $steps ${terse:+terse }steps: memory against the file's size" \
    "$(ratio "$(first -n 1 -u memory "$plan" check --today $today "$file" --- "$tools/loop")" \
      $(($(size "$file") / 1024)))" "$([ "$kind" != 100000 ] || echo '<= 4')"
done

files=$data/files
[ -d "$files" ] || { mkdir -p "$files" && "$tools/generate" -n 100 -f 10000 -o "$files"; }
row '10 000 files of 100 steps against a loop, CPU' \
  "$(pair -n 3 -u cpu "$plan" check --today $today "$files" --- "$tools/loop" "$files"/*)" '<= 1.4'
row '10 000 files of 100 steps against a loop, wall' \
  "$(pair -n 3 "$plan" check --today $today "$files" --- "$tools/loop" "$files"/*)" "$(nproc) cores"
if [ "$(nproc)" -gt 1 ] && command -v taskset >/dev/null; then
  row '10 000 files of 100 steps on two cores against one, wall' \
    "$(pair -n 3 taskset -c 0,1 "$plan" check --today $today "$files" --- \
      taskset -c 0 "$plan" check --today $today "$files")" '<= 0.6'
fi

large=$data/large.yaml
truncate -s 65M "$large"
row 'a file of 65 MiB is refused: seconds' \
  "$(ratio "$(first -n 5 "$plan" check --today $today "$large" --- "$tools/loop")" 1000)" '<= 0.1'

# Of files that were made to hurt: the worst, and how many there are.
hostile=$data/hostile
rm -rf "$hostile" && mkdir -p "$hostile" && awk -v folder="$hostile" -f tests/bench/hostile.awk
worst() { # WHAT UNIT BAR DIVISOR COMMAND...
  what=$1 unit=$2 bar=$3 divisor=$4
  shift 4
  for file in "$hostile"/*.yaml; do
    case "$* $file" in check*|*/plan-*) ;; *) continue ;; esac
    echo "$(ratio "$(first -n 3 -u "$unit" "$plan" "$@" -f "$file" --- "$tools/loop")" "$divisor") $(basename "$file" .yaml)"
  done | sort -rn >"$data/worst"
  row "hostile: $* of $(wc -l <"$data/worst") files: $what ($(head -n 1 "$data/worst" | cut -d' ' -f2))" \
    "$(head -n 1 "$data/worst" | cut -d' ' -f1)" "$bar"
}
for command in check status 'status --json' 'schedule --json' timeline next; do
  worst 'seconds' wall '<= 0.5' 1000 $command
  worst 'MiB' memory '<= 64' 1024 $command
done

[ ! -x "$tools/network" ] || "$tools/network"
