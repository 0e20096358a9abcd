#!/bin/sh
# Types at real shells, presses Tab, and looks at the command that comes out: bash always, zsh and fish where they are
# installed. Ends in 'N passed, N failed'.
set -u

BUILD=${BUILD:-build}
root=$PWD
work=$root/$BUILD/tests/completion
rm -rf "$work" && mkdir -p "$work/bin" && ln -s "$root/$BUILD/plan" "$work/bin/plan" && cd "$work" || exit 3
PATH=$work/bin:$PATH
export PATH LC_ALL=C.UTF-8 TERM=xterm HOME="$work" PLAN_LANG=en COLUMNS=80 LINES=40
unset PLAN_FILE ZDOTDIR
passed=0 failed=0

sed 's/^  hearing-note:/  økonomi-notat:/' "$root/data/plans/cycling.plan.yaml" >plan.yaml
cat >other.yaml <<'END'
plan: other
title: Other
tracks: {a-track: {title: "a 'track'; $(id) `id`"}}
bodies: {the-council: {name: "C: \"x\" [y] \\z"}}
meetings: {only-here: {title: Only, body: the-council, track: a-track}}
END
cp other.yaml 'a b.yaml'

# What is typed, and the words that the command then has.
cat >lines <<'END'
plan sched|schedule
plan --col|--color
plan --color al|--color|always
plan -f ./other.yaml sched|-f|./other.yaml|schedule
plan check --format ju|check|--format|junit
plan check --format=ju|check|--format=junit
plan check --fail-on w|check|--fail-on|warning
plan check --only deadline-mi|check|--only|deadline-missed
plan check --excep|check|--except
plan check ./plan.y|check|./plan.yaml
plan list part|list|parties
plan explain hearing-too|explain|hearing-too-short
plan show økon|show|økonomi-notat
plan why second|why|second-reading
plan -f ./other.yaml show only|-f|./other.yaml|show|only-here
plan why -f ./other.yaml only|why|-f|./other.yaml|only-here
plan --file=./other.yaml show only|--file=./other.yaml|show|only-here
plan show -f "a b.yaml" only|show|-f|a b.yaml|only-here
plan next --body cou|next|--body|council
plan -f ./other.yaml timeline --track a-|-f|./other.yaml|timeline|--track|a-track
plan completion zs|completion|zsh
plan help sched|help|schedule
plan nosuch sched|nosuch|sched
END

# What a shell reads first. `plan` prints its words, but is the program for the script that completes.
cat >rc.sh <<'END'
PS1='> '
plan() {
  case " $* " in
    *" complete "*) command plan "$@" ;;
    *) printf '\nRAN'; printf '|%s' "$@"; printf '|\n' ;;
  esac
}
END
{ cat rc.sh && plan completion bash; } >rc.bash
{ cat rc.sh && echo 'unsetopt beep; autoload -U compinit && compinit -D -u' && plan completion zsh; } >rc.zsh
plan completion fish >rc.fish

# Waits until the terminal has shown so many commands.
shown() { # LOG COUNT
  tries=400
  while [ "$(tr -d '\r' <"$1" | grep -ac '^RAN|')" -lt "$2" ] && [ $tries -gt 0 ]; do
    sleep 0.05
    tries=$((tries - 1))
  done
}

# SHELL COMMAND: a terminal in which the shell runs; what is typed is sent as its answers come.
at_terminal() {
  rm -f keys && mkfifo keys && : >"$1.log" || exit 3
  timeout 120 script -qfec "$2" "$1.log" <keys >/dev/null 2>&1 &
  exec 3>keys
  printf '. ./rc.%s\nplan ready\n' "$1" >&3
  shown "$1.log" 1
  count=1
  while IFS= read -r row; do
    printf '%s\t' "${row%%|*}" >&3
    sleep 0.05 # keys that arrive together might be taken for a paste
    printf '\n' >&3
    count=$((count + 1))
    shown "$1.log" $count
  done <lines
  printf 'exit\n' >&3
  exec 3>&-
  wait
  tr -d '\r' <"$1.log" | grep -a '^RAN|' | sed '1d; s/^RAN|//; s/|$//' >"$1.ran"
}

compare() { # SHELL: what it ran with what is wanted
  number=0
  while IFS= read -r row; do
    number=$((number + 1))
    found=$(sed -n "${number}p" "$1.ran")
    if [ "$found" = "${row#*|}" ]; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
      printf 'not ok: completion: %s: %s\n  expected: %s\n  found:    %s\n' "$1" "${row%%|*}" "${row#*|}" "$found"
    fi
  done <lines
}

# fish tells by itself what it would offer for a line: one word, here, which takes the place of the last.
ask_fish() {
  while IFS= read -r row; do
    wanted=${row##*|}
    found=$(fish --no-config -c 'source rc.fish; complete -C $argv[1]' -- "${row%%|*}" 2>&1 | cut -f1)
    if [ "$found" = "$wanted" ] || { [ -z "$found" ] && [ "${row%%|*}" = "plan nosuch sched" ]; }; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
      printf 'not ok: completion: fish: %s\n  expected: %s\n  found:    %s\n' "${row%%|*}" "$wanted" "$found"
    fi
  done <lines
}

command -v script >/dev/null || { echo 'not ok: completion: script (bsdutils) is missing'; exit 1; }
at_terminal bash 'bash --norc --noprofile -i'
compare bash
if command -v zsh >/dev/null; then
  at_terminal zsh 'zsh -f -i'
  compare zsh
else
  echo 'completion: zsh is not installed: left out'
fi
if command -v fish >/dev/null; then
  ask_fish
else
  echo 'completion: fish is not installed: left out'
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
