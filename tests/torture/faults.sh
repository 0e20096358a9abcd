#!/bin/sh
# What a real system does to a program: full disks, closed descriptors and pipes, limits, files that are none,
# names that were made to deceive. Every command of tests/torture/commands in the first part. Ends in 'N passed,
# N failed'.
#
#     BUILD=build sh tests/torture/faults.sh
set -u

plan=$PWD/$BUILD/plan
good=$PWD/data/plans/cycling.plan.yaml
bad=$PWD/tests/torture/wrong.plan.yaml
work=$(mktemp -d) && chmod 755 "$work" || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# judge NAME STATUS: of what ran last; $why says what is wrong with it, if anything.
judge() {
  [ "$2" -lt 124 ] || why="it ended with status $2"
  ! grep -qE 'AddressSanitizer|LeakSanitizer|runtime error' "$work/error" || why='a sanitizer speaks'
  if [ -z "$why" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "not ok: $1: $why"
    head -n 5 "$work/error"
  fi
}

status_is() { [ "$1" = "$2" ] || why="it ended with status $1, not $2"; }
# (A build that measures coverage may add that it cannot keep its figures.)
one_line() { [ "$(grep -vc '^LLVM Profile Error' "$work/error")" = 1 ] || why='it does not say why in one line'; }
nothing_out() { [ ! -s "$work/out" ] || why='there is something on standard output'; }

# --- every command -------------------------------------------------------------------------------------------------

try_command() { # WORDS...: as `env` takes them
  timeout 20 env "$@" >"$work/clean" 2>"$work/clean-error" <"$input"
  clean=$?

  if [ -s "$work/clean" ]; then
    timeout 20 env "$@" >/dev/full 2>"$work/error" <"$input"
    got=$? why=
    status_is $got 3
    judge "$* >/dev/full" $got

    timeout 20 env "$@" >&- 2>"$work/error" <"$input"
    got=$? why=
    status_is $got 3
    judge "$* >&-" $got

    (ulimit -f 0 && timeout 20 env "$@" >"$work/out" <"$input" 2>&1)
    got=$? why=
    : >"$work/error"
    status_is $got 3
    nothing_out
    judge "$* with no room for files" $got

    timeout 20 env "$@" <&- >&- 2>&-
    got=$? why=
    status_is $got 3
    judge "$* with all descriptors closed" $got
  fi

  { timeout 20 env "$@" 2>"$work/error" <"$input"; echo $? >"$work/status"; } | :
  why=
  status_is "$(cat "$work/status")" $clean
  cmp -s "$work/clean-error" "$work/error" || why='it complains of a closed pipe'
  judge "$* | :" "$(cat "$work/status")"

  for target in /dev/full '&-'; do
    eval 'timeout 20 env "$@" >"$work/out" 2>'"$target"' <"$input"'
    got=$? why=
    : >"$work/error"
    status_is $got $clean
    cmp -s "$work/clean" "$work/out" || why='its output is another one'
    judge "$* 2>$target" $got
  done

  [ "$input" = /dev/null ] || return
  timeout 20 env "$@" >"$work/out" 2>"$work/error" <&-
  got=$? why=
  status_is $got $clean
  cmp -s "$work/clean" "$work/out" || why='its output is another one'
  judge "$* <&-" $got
}

share=${1:-1} number=0
while read -r line; do
  case $line in ''|'#'*) continue ;; esac
  number=$((number + 1))
  [ $((number % share)) = 0 ] || continue
  variables= input=/dev/null
  while case ${line%% *} in *=*) true ;; *) false ;; esac; do
    variables="$variables ${line%% *}" line=${line#* }
  done
  case $line in *' <'*) input=${line#*<} line=${line%% <*} ;; esac
  try_command $variables "$plan" $line
done <tests/torture/commands

# --- files that cannot be read ---------------------------------------------------------------------------------------

# unreadable NAME FILE: as each kind of command reads it.
unreadable() {
  name=$1
  for command in status show 'list steps --format csv' 'schedule' 'next'; do
    timeout 20 "$plan" $command -f "$2" >"$work/out" 2>"$work/error" </dev/null
    got=$? why=
    status_is $got 3
    one_line
    nothing_out
    judge "$command of $name" $got
  done
  for format in text short json sarif github gitlab junit; do
    timeout 20 "$plan" check --format $format "$2" >"$work/out" 2>"$work/error" </dev/null
    got=$? why=
    status_is $got 3
    grep -qE 'unreadable-file|PLAN014' "$work/out" || why='the report does not tell of it'
    judge "check --format $format of $name" $got
  done
}

mkdir "$work/folder" "$work/folder/empty"
ln -s gone "$work/dangling.yaml"
ln -s loop.yaml "$work/loop.yaml"
unreadable 'no file' "$work/none.yaml"
unreadable 'a link to nothing' "$work/dangling.yaml"
unreadable 'a link to itself' "$work/loop.yaml"
unreadable 'a path through a file' "$good/plan.yaml"
unreadable 'a name of 300 characters' "$work/$(printf '%0300d' 0).yaml"
unreadable 'a path of 5000 characters' "/$(printf '%05000d' 0 | sed 's,0,a/,g')plan.yaml"
unreadable 'memory of the program' /proc/self/mem
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  cp "$good" "$work/secret.yaml" && chmod 000 "$work/secret.yaml"
  cp "$plan" "$work/plan" && chmod 755 "$work/plan"
  real=$plan
  plan="setpriv --reuid 65534 --regid 65534 --clear-groups $work/plan"
  for command in status schedule; do
    timeout 20 $plan $command -f "$work/secret.yaml" >"$work/out" 2>"$work/error" </dev/null
    got=$? why=
    status_is $got 3
    one_line
    nothing_out
    judge "$command of a file that is not theirs" $got
  done
  timeout 20 $plan schema -o "$work/theirs" >"$work/out" 2>"$work/error" </dev/null
  got=$? why=
  status_is $got 3
  one_line
  judge '-o into a folder that is not theirs' $got
  plan=$real
fi

# A folder without a plan, standard input that is none.
run() { # NAME WANTED COMMAND...
  name=$1 wanted=$2
  shift 2
  timeout 20 "$@" >"$work/out" 2>"$work/error" </dev/null
  got=$? why=
  status_is $got "$wanted"
  [ "$got" != 3 ] || one_line
  judge "$name" $got
}
run 'a folder without a plan' 3 "$plan" status "$work/folder"
run 'standard input that is closed' 3 sh -c '"$1" status - <&-' - "$plan"
run 'standard input that is a folder' 3 sh -c '"$1" status - <"$2"' - "$plan" "$work/folder"
run 'standard input that is a plan' 0 sh -c '"$1" status - <"$2"' - "$plan" "$good"
run 'a file through a pipe' 0 sh -c 'cat "$2" | "$1" status -' - "$plan" "$good"
run 'half a file through a pipe' 1 sh -c 'head -c 700 "$2" | "$1" status -' - "$plan" "$good"
run '/dev/null' 1 "$plan" status -f /dev/null

# --- what never ends --------------------------------------------------------------------------------------------------

mkfifo "$work/endless" "$work/slow"
for command in 'check' 'status -f' 'schedule --json -f'; do
  run "$command /dev/zero" 1 "$plan" $command /dev/zero
  yes 'key: value' >"$work/endless" 2>/dev/null &
  run "$command of an endless pipe" 1 "$plan" $command "$work/endless"
done
{ head -c 300 "$good"; sleep 0.2; tail -c +301 "$good"; } >"$work/slow" &
run 'a pipe that is slow' 0 "$plan" status -f "$work/slow"

# What is too large is not read: not at all where its size is known, and no more than one byte too many from a pipe.
limit=67108864 more=80000000
truncate -s $more "$work/large.yaml"
run 'a file that is too large' 0 sh -c '{ "$1" check -; wc -c >&3; } <"$2" 3>"$3"' - "$plan" "$work/large.yaml" "$work/rest"
why=
[ "$(cat "$work/rest")" = $more ] || why="$(($more - $(cat "$work/rest"))) bytes of it were read"
judge 'how much is read of a file that is too large' 0
run 'a pipe that holds too much' 0 sh -c 'head -c $4 /dev/zero | { "$1" check -; wc -c >"$3"; }' - "$plan" - "$work/rest" $more
why=
[ "$(cat "$work/rest")" = $((more - limit - 1)) ] || why="$(($more - $(cat "$work/rest"))) bytes of it were read"
judge 'how much is read from a pipe that holds too much' 0
truncate -s 1T "$work/large.yaml" 2>/dev/null || truncate -s 8G "$work/large.yaml"
for words in check 'status -f' 'schedule --json -f' 'complete ids -f'; do
  case $words in complete*) wanted=0 ;; *) wanted=1 ;; esac
  run "$words a terabyte" $wanted "$plan" $words "$work/large.yaml"
done
truncate -s $((limit + 1)) "$work/large.yaml"
run 'one byte too many' 1 "$plan" check "$work/large.yaml"
tr -s ' \n' '  ' <"$work/out" | grep -q 'larger than 64 MiB' || why='it does not say why'
[ "$(stat -c %s "$work/large.yaml")" = $((limit + 1)) ] || why='the test is wrong'
judge 'what is said of one byte too many' 0
{ printf 'plan: p\ntitle: t\n'; yes "# $(printf '%0997d' 0)" | head -c $((limit - 18)); echo; } >"$work/large.yaml"
run 'as much as a plan may hold' 0 "$plan" check "$work/large.yaml"
rm -f "$work/large.yaml"

# --- limits -------------------------------------------------------------------------------------------------------------

case $BUILD in
*/san) ;; # a sanitizer needs more than these
*)
  # 16 MiB of the address space are what src/cli/malloc.c sets aside: two more are left for data, and twelve for all else.
  for limit in 'v 28672' 's 256' 'd 18432' 'n 5'; do
    run "ulimit -$limit" 0 sh -c 'ulimit -'"$limit"'; exec "$1" check "$2"' - "$plan" "$good"
  done
  ;;
esac
for variable in LC_ALL=xx_YY.bad COLUMNS=-1 COLUMNS=0 COLUMNS=99999999999 TERM=dumb TERM= HOME= TMPDIR=/nonexistent \
  TZ=Foo/Bar LANGUAGE=da:en:xx PLAN_LANG=xx PLAN_TODAY=; do
  case $variable in PLAN_LANG=xx) wanted=2 ;; *) wanted=0 ;; esac
  run "$variable" $wanted env "$variable" "$plan" status "$good"
done
run 'no environment' 0 env -i "$plan" status --today 2018-09-03 "$good"

# --- files that are written ---------------------------------------------------------------------------------------------

# kept NAME FILE: the file is as it was.
kept() {
  why=
  [ "$(cat "$2" 2>/dev/null)" = before ] || why='the file is not what it was'
  [ -z "$(find "$(dirname "$2")" -name "$(basename "$2").*")" ] || why='a file is left behind'
  judge "$1" 0
}
mkdir "$work/files" && echo before >"$work/files/out" && ln -s out "$work/files/link"
for format in text json sarif junit; do
  run "-o of $format beyond a limit" 3 sh -c 'ulimit -f 1; exec "$@"' - "$plan" check --format $format -o "$work/files/out" "$bad"
  [ $format = text ] || kept "the file of $format that did not fit" "$work/files/out"
  echo before >"$work/files/out"
done
run '-o into a folder that is not there' 3 "$plan" schema -o "$work/none/out"
run '-o to a folder' 3 "$plan" schema -o "$work/folder"
run '-o to /dev/full' 3 "$plan" schema -o /dev/full
run '-o to /dev/null' 0 "$plan" schema -o /dev/null
run 'init into a folder that is not there' 3 "$plan" init "$work/none/plan.yaml"
run 'init over a file' 3 "$plan" init "$work/files/out"
kept 'the file that init was to write over' "$work/files/out"
chmod 640 "$work/files/out"
run '-o through a link' 0 "$plan" schema -o "$work/files/link"
why=
[ -L "$work/files/link" ] && [ -f "$work/files/out" ] && cmp -s "$work/files/out" data/schema/plan.schema.json ||
  why='the link or its file is not as it should be'
[ "$(stat -c %a "$work/files/out")" = 640 ] || why='the file has other permissions'
judge 'what a link leads to' 0

mkdir "$work/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=16k tmpfs "$work/small" 2>/dev/null; then
  trap 'umount "$work/small"; rm -rf "$work"' EXIT
  echo before >"$work/small/out"
  run '-o onto a full disk' 3 "$plan" schema -o "$work/small/out"
  kept 'the file on a full disk' "$work/small/out"
  run 'output onto a full disk' 3 sh -c '"$1" schema >"$2"' - "$plan" "$work/small/rest"
  rm -f "$work/small/rest"
fi

# --- names that were made to deceive --------------------------------------------------------------------------------

escape=$(printf '\033')
for name in "$(printf 'new\nline')" "$(printf 'esc\033[31m')" "$(printf 'turned\342\200\256lmay')" "$(printf 'bad\377bytes')" \
  "$(printf 'line\342\200\250separator')" "$(printf 'c1\302\233x')" '::error file=a::b' '##vso[task.x]y' '<b>&amp;"' '%s%n' \
  '=1+1' '-o' 'a|b' '`id`' '$(id)'; do
  file="$work/./$name.plan.yaml"
  for state in missing bad good; do
    case $state in bad) cp "$bad" "$file" ;; good) cp "$good" "$file" ;; esac
    for words in 'status' 'status --json' 'schedule --format csv' 'show' 'check --format text' 'check --format short' 'check --format json' \
      'check --format sarif' 'check --format github' 'check --format gitlab' 'check --format junit'; do
      GITHUB_ACTIONS=true timeout 20 "$plan" $words -f "$file" >"$work/out" 2>"$work/error" </dev/null
      got=$? why=
      LC_ALL=C grep -q -e "$escape" -e "$(printf '\302\233')" -e "$(printf '\342\200\256')" -e "$(printf '\342\200\250')" -e "$(printf '\377')" \
        "$work/out" "$work/error" && why='a character of the name gets out'
      LC_ALL=C grep -q '^\(::error file=a\|##vso\)' "$work/out" "$work/error" && why='the name is a log command'
      [ "$state" != missing ] || [ -s "$work/out" ] || one_line
      judge "$words of $state $name" $got
    done
    rm -f "$file"
  done
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
