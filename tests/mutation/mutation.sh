#!/bin/sh
# Builds mutants and runs the tests on each until one fails, as many at once as there are cores. Prints each
# mutant's fate, then the figures that stand in tests/MUTATION.md's table, and the survivors. A survivor that
# MUTATION.md explains (as one that does the same) counts neither way; only the tests that take less than a
# second are run on it. Fails when fewer than 95 % of the others were killed.
#
#     make mutate [SEED=1] [COUNT=200] [ROOMS='date timeline check'] [ONLY=PATTERN]
#
# ONLY takes those of the sample whose file or line of source matches, as after a change to the tests.
# Each of those that run at once has a folder slot/N with its own library, and with links to the programs, which find
# the library beside them. Tests run in the order of the time they take on the whole program.
set -u

work=$BUILD/mutation

programs_of() { # ROOM: the programs of tests that lean on it
  case $1 in
    date) echo 'date_* calendar similar load load_[iklor]* check* format_* query cli_malloc' ;;
    timeline) echo 'timeline_* check* format_reports format_shapes query cli_malloc' ;;
    *) echo 'check* format_reports format_shapes query cli_malloc' ;;
  esac
}

tests_of() { # ROOM: programs, and cases of tests/cli by their name
  for name in $(programs_of "$1"); do
    for program in "$work"/test_$name; do [ ! -x "$program" ] || echo "${program##*/}"; done
  done | awk '!seen[$0]++'
  for case in tests/cli/*/cmd; do case=${case%/cmd} && echo "${case##*/}"; done
}

passes() { # SLOT TEST SECONDS
  case $2 in
    test_*) BUILD=$1 timeout -k 1 "$3" "$1/mutation/$2" ;;
    *) BUILD=$1 timeout -k 1 "$3" sh tests/cli.sh "$2" ;;
  esac >"$1/log" 2>&1 </dev/null
}

make_slot() { # SLOT
  rm -rf "$1" && mkdir -p "$1/mutation" && ln -s ../../../locale "$1/locale" &&
    ln "$BUILD/plan" "$1/plan" && ln "$work"/test_* "$1/mutation" && cp "$work/libmutant.so" "$1/mutation"
}

measure() { # SLOT TEST: prints TEST MILLISECONDS, on the whole program
  begin=$(date +%s%3N)
  passes "$1" "$2" 600 || { echo "mutate: $2 fails on the whole program and is left out" >&2; return; }
  echo "$2 $(($(date +%s%3N) - begin))"
}

first_failing() { # SLOT ORDER
  while read -r test seconds; do
    passes "$1" "$test" "$seconds" && continue
    [ $? != 124 ] || test="$test, which did not end"
    echo "$test"
    break
  done <"$2"
}

differs() { # SLOT OBJECT: whether the mutant's code is another than the whole program's
  objcopy --strip-unneeded --strip-debug "$2" "$1/whole.o"
  objcopy --strip-unneeded --strip-debug "$1/mutant.o" "$1/stripped.o"
  ! cmp -s "$1/whole.o" "$1/stripped.o"
}

explained() { # FILE WHAT SOURCE: whether tests/MUTATION.md has a row for it
  awk -v file="$1" -v what="$2" -v source="$3" '
    { row = $0; gsub(/\\\|/, "|", row) }
    index(row, "| `" file "` | `" source "` | `" what "` |") == 1 { found = 1 }
    END { exit !found }' tests/MUTATION.md
}

fate() { # SLOT FILE OFFSET LENGTH REPLACEMENT WHAT SOURCE
  object=$BUILD/${2%.c}.o
  { echo "#line 1 \"$2\"" && "$work/mutants" make "$2" "$3" "$4" "$5"; } >"$1/mutant.c" &&
    $COMPILE -w -c -o "$1/mutant.o" "$1/mutant.c" 2>"$1/log" || { echo 'not C'; return; }
  differs "$1" "$object" || { echo 'the same code'; return; }
  $LINK "$1/mutation/libmutant.so" $(printf '%s\n' $OBJECTS | grep -vx "$object") "$1/mutant.o" $LIBRARIES ||
    { echo 'not C'; return; }
  order=$work/order.$(echo "$2" | cut -d/ -f2) survivor=SURVIVED
  ! explained "$2" "$6" "$7" || { order=$order.brief survivor=explained; }
  killer=$(first_failing "$1" "$order")
  echo "${killer:+killed by }${killer:-$survivor}"
}

case ${1-} in
  --measure)
    measure "$work/slot/$SLOT" "$2"
    exit
    ;;
  --one) # the line NUMBER of the list
    tab=$(printf '\t')
    sed -n "$2p" "$work/list" | {
      IFS=$tab read -r file line offset length replacement what source
      fate=$(fate "$work/slot/$SLOT" "$file" "$offset" "$length" "$replacement" "$what" "$source")
      printf '%s:%s: %s: %s: %s\n' "$file" "$line" "$what" "$fate" "$source" | tee "$work/fate/$2"
    }
    exit
    ;;
esac

# The random tests know SEED, too, as the one plan to look at.
seed=$SEED
unset SEED LANGUAGE PLAN_FILE PLAN_LANG PLAN_TODAY
export BUILD COMPILE LINK OBJECTS LIBRARIES LC_ALL=C.UTF-8 TZ=UTC
jobs=${JOBS:-$(nproc)}
for slot in $(seq 0 $((jobs - 1))); do make_slot "$work/slot/$slot" || exit 2; done

each() { # OPTION: runs this script on every line of the input, several at once
  xargs -P "$jobs" --process-slot-var=SLOT -I{} sh tests/mutation/mutation.sh "$1" {}
}

# Times hold until something is built or a case is changed.
if [ ! -s "$work/times" ] || find "$BUILD/plan" "$work"/*.so "$work"/test_* tests/cli -newer "$work/times" | grep -q .; then
  for room in date timeline check; do tests_of "$room"; done | sort -u | each --measure >"$work/measured"
  mv "$work/measured" "$work/times"
fi
# A test that is named for the room goes before others that take a tenth of its time.
for room in $ROOMS; do
  tests_of "$room" | awk -v room="$room" '
    NR == FNR { time[$1] = $2; next }
    $1 in time { print time[$1] * ($1 ~ room ? 1 : 10), $1, 5 + int(time[$1] / 100) }' "$work/times" - |
    sort -n | cut -d ' ' -f 2- >"$work/order.$room"
  awk '$2 < 15' "$work/order.$room" >"$work/order.$room.brief"
done

files=$(for room in $ROOMS; do ls src/"$room"/*.c; done)
"$work/mutants" list -s "$seed" -n "$COUNT" $files | grep -E "${ONLY:-.}" >"$work/list"
rm -rf "$work/fate" && mkdir "$work/fate" || exit 2
seq -w "$(wc -l <"$work/list")" | each --one

cat "$work"/fate/* | awk -F ': ' '
  / killed by / { killed++ }
  $3 == "SURVIVED" { survivors = survivors "\n" $0; survived++ }
  $3 == "explained" { explained++ }
  END {
    judged = killed + survived
    printf "%d mutants, %d of the same code or none, %d explained, %d others: %d killed (%.1f %%), %d survived%s\n",
      NR, NR - judged - explained, explained, judged, killed, judged ? 100 * killed / judged : 0, survived, survivors
    exit judged == 0 || killed < 0.95 * judged
  }'
