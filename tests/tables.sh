#!/bin/sh
# The same commands, options, formats, rules and keys stand in help, manual, schema, explain, completions and SARIF, and
# README leaves out no key. Ends in 'N passed, N failed'.
set -u

BUILD=${BUILD:-build}
PLAN=$BUILD/plan
work=$BUILD/tests/tables
rm -rf "$work" && mkdir -p "$work" || exit 3
export PLAN_LANG=en COLUMNS=80
passed=0 failed=0

same() { # NAME EXPECTED FOUND: lists of words
  if [ "$2" = "$3" ] && [ -n "$2" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s\n' "$2" >"$work/one"
    printf '%s\n' "$3" >"$work/other"
    printf 'not ok: tables: %s\n' "$1"
    diff "$work/one" "$work/other"
  fi
}
probe() { "$BUILD/tests/probe" "$@"; }
words() { sed 's/	.*//' | sort -u; }
# The part of the manual on one command, unescaped.
manual_of() {
  sed 's/\\-/-/g; s/\\&//g' "$work/plan.1" | awk -v name="$1" '/^\.S/ { on = $2 == "plan" && $3 == name } on'
}

"$PLAN" manual plan >"$work/plan.1"
"$PLAN" manual plan.yaml >"$work/plan.yaml.5"
"$PLAN" schema >"$work/schema.json"
for shell in bash zsh fish; do "$PLAN" completion $shell >"$work/plan.$shell"; done

commands=$("$PLAN" complete commands | words)
same 'help has every command' "$commands" "$("$PLAN" help | sed -n 's/^  \([a-z]\{2,\}\) .*/\1/p' | grep -vx plan | sort -u)"
same 'the manual has every command' "$commands" "$(sed -n 's/^\.Ss plan \([a-z]*\).*/\1/p' "$work/plan.1" | sort -u)"
same 'bash has every command' "$commands" "$(sed -n "s/^	'') _plan_words \([a-z].*\) ;;/\1/p" "$work/plan.bash" | tr ' ' '\n' | sort -u)"
same 'zsh has every command' "$commands" "$(sed -n '/^_plan_commands/,/^}/s/^    .\([a-z]*\):.*/\1/p' "$work/plan.zsh" | sort -u)"
same 'fish has every command' "$commands" "$(sed -n 's/^complete -c plan -n .__plan_is "". -a \([a-z]*\) .*/\1/p' "$work/plan.fish" | sort -u)"

common=$("$PLAN" help | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u)
same 'the manual has every common option' "$(printf '%s\n' "$common" --format --json | sort)" "$(sed -n '/^\.Sh OPTIONS/,/^\.Sh ENV/s/.*Fl \\-\([^ ]*\).*/--\1/p' "$work/plan.1" | sed 's/\\-/-/g' | sort -u)"
for command in $commands; do
  options=$("$PLAN" help "$command" | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u)
  same "bash has the options of $command" "$options" \
    "$(sed -n "/^_plan_options/,/^}/s/^	$command) _plan_words//p" "$work/plan.bash" | grep -oE -e '--[a-z-]+' | sort -u)"
  same "zsh has the options of $command" "$options" \
    "$(sed -n "/^_plan_$command() {/,/^}/p" "$work/plan.zsh" | sed 's/\[.*//' | grep -oE -e '--[a-z-]+' | sort -u)"
  same "fish has the options of $command" "$options" \
    "$(sed -n "s/^complete -c plan -n .__plan_is \"$command\". -l \([a-z-]*\) .*/--\1/p" "$work/plan.fish" | sort -u)"
  own=$(printf '%s\n' "$options" | grep -vxF -e "$common
--format
--json")
  [ -z "$own" ] || same "the manual has the options of $command" "$own" \
    "$(manual_of "$command" | sed -n 's/^\.It .*Fl -\([a-z-]*\).*/--\1/p' | sort -u)"
done

formats=$("$PLAN" check --format nosuch 2>&1 | tr -s ",': " '\n' | grep -xE 'auto|text|short|json|sarif|github|gitlab|junit' | sort -u)
same 'the manual has every format of check' "$formats" \
  "$(manual_of check | sed -n '/^Formats:/,/^\.S/s/^\.Cm \([a-z]*\).*/\1/p' | sort -u)"
same 'README has every format of check' "$formats" \
  "$(for format in $formats; do [ $format != auto ] && ! grep -q "\`$format\`" README.md || echo "$format"; done)"

rules=$("$PLAN" complete rules | words)
same 'explain lists every rule' "$rules" "$("$PLAN" explain | sed -n 's/^  \([a-z-]*\) *PLAN[0-9]* .*/\1/p' | sort -u)"
same 'the manual has every rule' "$rules" "$(sed -n '/^\.Sh RULES/,/^\.Sh/s/^\.It Cm \([^ ]*\).*/\1/p' "$work/plan.1" | sed 's/\\-/-/g' | sort -u)"
"$PLAN" check --format sarif data/plans >"$work/sarif"
count=$(probe sarif "$work/sarif" runs 0 tool driver rules '#')
same 'SARIF has every rule' "$rules" \
  "$(i=0; while [ $i -lt "$count" ]; do probe sarif "$work/sarif" runs 0 tool driver rules $i id; i=$((i + 1)); done | sort -u)"
keys_of() { probe value "$work/schema.json" "$@" | grep -oE '"[a-z_-]+":\{' | tr -d '":{' | sort -u; }
silenced=$("$PLAN" explain | sed -n '/^The timeline/,$s/^  \([a-z-]*\) *PLAN[0-9]* .*/\1/p' | sort -u)
same 'the schema has every rule that may be silenced' "$silenced" "$(keys_of '$defs' allow properties)"
same 'with a severity, too' "$silenced" "$(keys_of '$defs' rules properties severity properties)"

# Names in backquotes in the schema's places are keys; so are the items of the manual of the file.
keys=$(sed -n '/^\.Ss Keys\|^\.Sh/,$s/^\.It Cm \([^ ]*\) No .*/\1/p' "$work/plan.yaml.5" | sed 's/\\[-&]//g; s/\\(ul/_/g' | sort -u)
same 'the schema has every key' "$keys" "$(
  { keys_of properties; for definition in $(probe value "$work/schema.json" '$defs' | grep -oE '"[a-z_]+":\{"type":' | cut -d'"' -f2 | grep -v allow); do
    keys_of '$defs' "$definition" properties
  done; } | grep -vxF "$silenced" | grep -vxE 'items|type|properties' | sort -u)"
same 'README has every key' "$keys" "$(for key in $keys; do ! grep -qE "\`$key\`|^ *$key:|\`$key:" README.md || echo "$key"; done)"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
