#!/bin/sh
# Writes reports of plans, good ones, broken ones and one full of traps, and gives them, the schema and an editor's
# language server to validators from npm (validate.mk fetches them). Ends in 'N passed, N failed'.
set -u

BUILD=${BUILD:-build}
root=$PWD
work=$root/$BUILD/validate
rm -rf "$work/reports" "$work/plans" && mkdir -p "$work/reports" "$work/plans" || exit 3
export PLAN_TODAY=2018-09-03 PLAN_LANG=en NODE_PATH="$work/node_modules" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
unset GITHUB_ACTIONS TF_BUILD TEAMCITY_VERSION PLAN_FILE

cat >"$work/plans/traps & <more> 'æ' 100%, a;b#c.plan.yaml" <<'END'
plan: traps
title: "::stop-commands::t"
meetings:
  quotes: {title: "say \"yes\", 'no' or `x`; $(id) | x", date: 2018-08-11}
  percent: {title: "100 %, %25, %0A, %s: a::b", date: 2018-08-10, after: quotes}
  markup: {title: "<b>&amp;</b> ]]> <!-- --> [a](b) ##[error]x ##vso[y]", date: 2018-08-13, after: percent + 2w}
  wide: {title: "日本 😀 e\u0301 \u200f x \\ / \u00ad", date: 2018-08-18, before: markup}
  hidden: {title: "\e[31m \u202e", date: 2018-08-32}
  lines: {title: "a\nb\tc", date: 2018-08-13}
themes:
  t: {title: "=1+1, \\u0041"}
END
sed '/hidden:/d; /lines:/d' "$work/plans"/traps*.yaml >"$work/plans/timeline.plan.yaml"
cp data/plans/*.yaml "$work/plans"

count=0
write() { # PLAN...
  count=$((count + 1))
  for format in json sarif github gitlab junit; do
    "$root/$BUILD/plan" check --format $format -o "$work/reports/$count.$format" -- "$@"
    [ $? -le 1 ] || exit 3
  done
}
(
  cd "$work/plans" || exit 3
  write .
  for plan in *.yaml; do
    write "$plan"
  done
  cd "$root" || exit 3
  count=100
  write tests/rules/*/*.yaml tests/invalid/*.yaml
  for plan in tests/rules/*/fires.yaml; do
    write "$plan"
  done
) || exit 3

"$BUILD/plan" schema >"$work/plan.schema.json"
node tests/validate/formats.js "$work" && formats=0 || formats=1
node tests/validate/plans.js "$work" "$BUILD/plan" && plans=0 || plans=1
node tests/validate/editor.js "$work" && editor=0 || editor=1
cat "$work"/*.counts | awk '{ p += $1; f += $2 } END { printf "%d passed, %d failed\n", p, f }'
[ $formats$plans$editor = 000 ]
