#!/bin/sh
# Builds mutants and runs the tests on each until one fails: those of the mutated room first. Prints each mutant's
# fate, then `N killed, N survived, N explained` and the survivors. A survivor that tests/MUTATION.md explains (as
# one that does the same) counts neither way. Fails when fewer than 95 % of the others were killed.
#
#     make mutate [SEED=1] [COUNT=200] [ROOMS='date timeline check']
set -u

export LC_ALL=C.UTF-8 TZ=UTC BUILD
unset LANGUAGE PLAN_FILE PLAN_LANG PLAN_TODAY
work=$BUILD/mutation
library=$work/libmutant.so
tab=$(printf '\t')

tests_of() { # ROOM: its tests, the quick ones first, then others that lean on it
  case $1 in
    date) names='date_* calendar similar load check_day check_rules' cases='date* today' ;;
    timeline) names='timeline_shift timeline_memory check* timeline_random' cases='why* schedule-* check-* slack-* seed*' ;;
    *) names='check* format_reports' cases='check-* seed* why*' ;;
  esac
  for name in $names; do
    for program in "$work"/test_$name; do [ -x "$program" ] && echo "$program"; done
  done | awk '!seen[$0]++'
  for case in $cases; do
    for folder in tests/cli/$case; do [ -d "$folder" ] && echo "${folder#tests/cli/}"; done
  done
}

passes() { # TEST, a program or a case of tests/cli
  case $1 in
    */*) timeout -k 1 "$limit" "$1" >"$work/log" 2>&1 ;;
    *) timeout -k 1 60 sh tests/cli.sh "$1" >"$work/log" 2>&1 ;;
  esac
}

first_failing() { # ROOM
  tests_of "$1" | while read -r test; do
    passes "$test" || { echo "${test##*/}"; break; }
  done
}

limit=600
cp "$library" "$work/whole.so"
TIMELINE_COUNT=${TIMELINE_COUNT:-60}
export TIMELINE_COUNT
for room in $ROOMS; do
  failing=$(first_failing "$room")
  [ -z "$failing" ] || { echo "mutate: $failing fails on the whole program"; exit 2; }
done
limit=30

fate() { # FILE OFFSET LENGTH REPLACEMENT
  object=$BUILD/${1%.c}.o
  "$work/mutants" make "$1" "$2" "$3" "$4" >"$work/mutant.c" &&
    $COMPILE -w -c -o "$work/mutant.o" "$work/mutant.c" 2>"$work/log" || { echo 'not C'; return; }
  objcopy -O binary -j '.text*' -j '.rodata*' -j '.data*' "$object" "$work/whole.bin"
  objcopy -O binary -j '.text*' -j '.rodata*' -j '.data*' "$work/mutant.o" "$work/mutant.bin"
  if cmp -s "$work/whole.bin" "$work/mutant.bin"; then
    echo 'the same code'
    return
  fi
  rm -f "$library"
  $LINK "$library" $(printf '%s\n' $OBJECTS | grep -vx "$object") "$work/mutant.o" $LIBRARIES || { echo 'not C'; return; }
  killer=$(first_failing "$(echo "$1" | cut -d/ -f2)")
  echo "${killer:+killed by $killer}"
}

explained() { # FILE WHAT SOURCE: whether tests/MUTATION.md has a row for it
  awk -v file="$1" -v what="$2" -v source="$3" '
    { row = $0; gsub(/\\\|/, "|", row) }
    index(row, "| `" file "` | `" source "` | `" what "` |") == 1 { found = 1 }
    END { exit !found }' tests/MUTATION.md
}

files=$(for room in $ROOMS; do ls src/"$room"/*.c; done)
"$work/mutants" list -s "$SEED" -n "$COUNT" $files >"$work/list"
: >"$work/fates"
while IFS="$tab" read -r file line offset length replacement what source; do
  fate=$(fate "$file" "$offset" "$length" "$replacement")
  if [ -z "$fate" ]; then
    fate=SURVIVED
    ! explained "$file" "$what" "$source" || fate=explained
  fi
  printf '%s:%s: %s: %s: %s\n' "$file" "$line" "$what" "$fate" "$source" | tee -a "$work/fates"
done <"$work/list"
mv "$work/whole.so" "$library"

awk -F ': ' '
  / killed by / { killed++ }
  $3 == "SURVIVED" { survivors = survivors "\n" $0; survived++ }
  $3 == "explained" { explained++ }
  END {
    judged = killed + survived
    printf "%d killed, %d survived, %d explained: %.1f %%%s\n", killed, survived, explained, judged ? 100 * killed / judged : 0, survivors
    exit judged == 0 || killed < 0.95 * judged
  }' "$work/fates"
