#!/bin/sh
# A repository with a broken plan, checked as README says: by hand, in GitHub Actions, in GitLab, by pre-commit. Each
# format shows the finding at its line. What the services themselves would do is left out: their steps are read
# from the files here and run by the shells that they name. Ends in 'N passed, N failed'.
set -u

BUILD=${BUILD:-build}
root=$PWD
work=$root/$BUILD/tests/ci
rm -rf "$work" && mkdir -p "$work/repo/plans" "$work/bin" || exit 3
passed=0 failed=0

same() { # NAME EXPECTED FOUND
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'not ok: ci: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
  fi
}
has() { # NAME FILE PATTERN
  same "$1" yes "$(grep -qE "$3" "$2" && echo yes || { echo no; cat "$2"; })"
}
at() { "$root/$BUILD/tests/probe" "$@" 2>&1; } # run where tests/formats is
place() { # FORMAT FILE FINDING: what the report of a format says of a finding, as RULE FILE:LINE
  (
    cd "$root" && case $1 in
      json) at json "$2" findings "$3" rule && at json "$2" findings "$3" file && at json "$2" findings "$3" line ;;
      sarif)
        at sarif "$2" runs 0 results "$3" ruleId
        set -- "$2" runs 0 results "$3" locations 0 physicalLocation
        at sarif "$@" artifactLocation uri && at sarif "$@" region startLine
        ;;
      github)
        at github "$2" "$3" properties title && at github "$2" "$3" properties file && at github "$2" "$3" properties line
        ;;
      gitlab)
        at gitlab "$2" "$3" check_name && at gitlab "$2" "$3" location path && at gitlab "$2" "$3" location lines begin
        ;;
      junit)
        set -- "$2" children 0 children "$3" children 0
        at junit "$@" attributes type && at junit "$@" text | sed -n '1s/^\([^:]*\):\([0-9]*\):.*/\1\n\2/p'
        ;;
    esac
  ) | paste -sd ' ' | sed 's/ \([0-9]*\)$/:\1/'
}
fingerprints() { # FILE.sarif
  (cd "$root" && for i in 0 1 2; do at sarif "$1" runs 0 results $i partialFingerprints primaryLocationLineHash; done)
}

# --- the repository ------------------------------------------------------------------------------------------------

cd "$work/repo" || exit 3
sed -e 's/25 June/20 August/' -e "s/title: Second reading/title: \"Second, reading: 100% 'sure' \\\\\"::x <b>\&amp; ##[y]\"/" \
  "$root/data/plans/cycling.plan.yaml" >plans/plan.yaml
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
git init -q . && git add . && git commit -qm 'the hearing is extended' || exit 3
line=$(grep -n 'mid September' plans/plan.yaml | cut -d: -f1)
want="timeline-conflict plans/plan.yaml:$line"
ln -s "$root/$BUILD/plan" "$work/bin/plan"
PATH=$work/bin:$PATH
export PLAN_TODAY=2027-05-24
unset GITHUB_ACTIONS TF_BUILD TEAMCITY_VERSION PLAN_FILE PLAN_LANG

# --- by hand -------------------------------------------------------------------------------------------------------

for format in text short json sarif github gitlab junit auto; do
  plan check --format $format plans/ >"$work/one.$format" 2>"$work/stderr"
  same "$format: the status" 1 $?
  same "$format: nothing on standard error" '' "$(cat "$work/stderr")"
done
has 'text: the line' "$work/one.text" "^plans/plan.yaml:$line:11: error\[timeline-conflict\]: "
has 'short: the line' "$work/one.short" "^plans/plan.yaml:$line:11: error: .* \[timeline-conflict\]$"
for format in json sarif github gitlab junit; do
  same "$format: the line" "$want" "$(place $format "$work/one.$format" 0)"
done
same 'auto: text' "$(cat "$work/one.text")" "$(cat "$work/one.auto")"
same 'auto: annotations in GitHub Actions' "$(cat "$work/one.github")" "$(GITHUB_ACTIONS=true plan check plans/ | cat)"
cd plans && plan check --format sarif -o "$work/below.sarif"
same 'paths are relative to where it runs' "timeline-conflict plan.yaml:$line" "$(place sarif "$work/below.sarif" 0)"
cd ..

plan check --format text -o - --format json -o "$work/all.json" --format sarif -o "$work/all.sarif" --format github \
  -o "$work/all.github" --format gitlab -o "$work/all.gitlab" --format junit -o "$work/all.junit" --format short \
  -o "$work/all.short" plans/ >"$work/all.text"
same 'several at once: the status' 1 $?
for format in text short json sarif github gitlab junit; do
  same "several at once: $format" '' "$(cmp "$work/one.$format" "$work/all.$format" 2>&1)"
done

# The same findings on other lines, a day later, with another title: the same fingerprints.
{ printf '# one\n# two\n\n' && cat plans/plan.yaml; } >plans/moved.yaml
sed -i 's/Second, reading/Another reading/; s/20 August/19 August/' plans/moved.yaml
cp plans/plan.yaml "$work/kept.yaml" && mv plans/moved.yaml plans/plan.yaml
for format in sarif gitlab; do
  PLAN_TODAY=2027-05-25 plan check --format $format plans/ >"$work/moved.$format"
done
same 'the finding moved' "timeline-conflict plans/plan.yaml:$((line + 3))" "$(place sarif "$work/moved.sarif" 0)"
same 'sarif: its fingerprint stays' "$(fingerprints "$work/one.sarif")" "$(fingerprints "$work/moved.sarif")"
same 'gitlab: its fingerprint stays' "$(cd "$root" && at gitlab "$work/one.gitlab" 0 fingerprint)" \
  "$(cd "$root" && at gitlab "$work/moved.gitlab" 0 fingerprint)"
mv "$work/kept.yaml" plans/plan.yaml

# --- as README says ------------------------------------------------------------------------------------------------

# README's example that holds a word, as a file of its own.
example() {
  awk -v word="$1" '/^```yaml/ { text = ""; next } /^```/ { if (index(text, word)) printf "%s", text; text = "" }
    { text = text $0 "\n" }' "$root/README.md"
}
example 'uses: OWNER/plan' >"$work/github.yml"
example 'extends: .plan-check' >"$work/gitlab.yml"
example 'id: plan-check' >"$work/pre-commit.yml"
mkdir -p "$work/plan/build" && cp -R "$root/.github" "$root/.pre-commit-hooks.yaml" "$root/data/ci" "$work/plan" || exit 3
ln -s "$root/$BUILD/plan" "$work/plan/build/plan"
action=$work/plan/.github/actions/check/action.yml
get() { (cd "$root" && at yaml "$@"); }

inputs='FILES:files FAIL_ON:fail-on TODAY:today SARIF:sarif'
for name in $inputs; do
  same "the action hands on ${name#*:}" "\${{ inputs.${name#*:} }}" "$(get "$action" runs steps 1 env "${name%:*}")"
done

# An action's step as the runner starts it: shell: bash, with what the step's `env` gives.
step() { # NUMBER
  get "$action" runs steps "$1" run >"$work/step.sh"
  (
    for name in $inputs; do
      input=${name#*:}
      value=$(get "$work/github.yml" steps 1 with "$input") || value=$(get "$action" inputs "$input" default)
      export "${name%:*}=$value"
    done
    unset PLAN_TODAY
    TODAY=2027-05-24 GITHUB_ACTIONS=true GITHUB_ACTION_PATH=${action%/*} GITHUB_WORKSPACE=$PWD \
      bash --noprofile --norc -eo pipefail "$work/step.sh"
  )
}
same 'README uses the action that is there' OWNER/plan/.github/actions/check@VERSION "$(get "$work/github.yml" steps 1 uses)"
same 'README lets it upload' write "$(get "$work/github.yml" permissions security-events)"
same 'the action is composite' composite "$(get "$action" runs using)"
for number in 0 1; do
  same "step $number has a shell" bash "$(get "$action" runs steps $number shell)"
done
step 1 >"$work/action.log" 2>"$work/stderr"
same 'the action fails the job' 1 $?
same 'the action: nothing on standard error' '' "$(cat "$work/stderr")"
same 'the action annotates the line' "$want" "$(place github "$work/action.log" 0)"
same 'the action writes SARIF' "$want" "$(place sarif "$PWD/plan.sarif" 0)"
same 'the action uploads that file' '${{ inputs.sarif }}' "$(get "$action" runs steps 2 with sarif_file)"
has 'the action uploads it after a failure, too' "$action" '!cancelled\(\)'
rm -f plan.sarif

job() { get "$work/plan/ci/gitlab.yml" .plan-check "$@"; }
same 'README extends the job that is there' .plan-check "$(get "$work/gitlab.yml" plan-check extends)"
job script 0 | sed "s,/tmp/plan/,$work/plan/,g" >"$work/script.sh"
(
  for name in PLAN_FILES PLAN_FAIL_ON; do
    value=$(get "$work/gitlab.yml" plan-check variables $name) || value=$(job variables $name)
    export "$name=$value"
  done
  CI=true GITLAB_CI=true sh -e "$work/script.sh"
) >"$work/gitlab.log" 2>"$work/stderr"
same 'the job fails' 1 $?
has 'the job shows the line in its log' "$work/gitlab.log" "^plans/plan.yaml:$line:11: error\[timeline-conflict\]: "
same 'the job reports code quality' "$want" "$(place gitlab "$PWD/$(job artifacts reports codequality)" 0)"
same 'the job reports tests' "$want" "$(place junit "$PWD/$(job artifacts reports junit)" 0)"
same 'the job keeps its reports when it fails' always "$(job artifacts when)"
rm -f plan-quality.json plan-junit.xml

hooks=$work/plan/.pre-commit-hooks.yaml
same 'README names a hook that is there' "$(get "$hooks" 0 id)" "$(get "$work/pre-commit.yml" repos 0 hooks 0 id)"
for number in 0 1; do
  pattern=$(get "$hooks" $number files)
  same "hook $number takes plans" 'a/x.plan.yaml
plan.yaml
plans/plan.yml' "$(printf '%s\n' a/x.plan.yaml plan.yaml plans/plan.yml aplan.yaml x.plan.yml plan.yaml.orig README.md |
    grep -E "$pattern")"
done
same 'the hook of what is installed' system "$(get "$hooks" 1 language)"
git ls-files | grep -E "$(get "$hooks" 1 files)" | xargs $(get "$hooks" 1 entry) >"$work/hook.log" 2>&1
same 'the hook fails' 123 $? # xargs' word for it
has 'the hook shows the line' "$work/hook.log" "^plans/plan.yaml:$line:11: error\[timeline-conflict\]: "
same 'the hook that builds is there' yes "$([ -x "$root/$(get "$hooks" 0 entry)" ] && echo yes)"

# The line that README gives for editors: the schema that the program writes takes the plan.
plan schema -o plans/plan.schema.json
example 'yaml-language-server' >"$work/first.yaml"
same 'README names the schema for editors' '# yaml-language-server: $schema=plan.schema.json' "$(cat "$work/first.yaml")"
same 'the schema takes the plan' cycling "$(cd "$root" && at "$work/repo/plans/plan.schema.json" "$work/repo/plans/plan.yaml" plan)"
rm plans/plan.schema.json

# --- mended --------------------------------------------------------------------------------------------------------

sed -i 's/20 August/25 June/' plans/plan.yaml
for format in text short json sarif github gitlab junit auto; do
  plan check --format $format plans/ >"$work/clean.$format" 2>&1
  same "$format: a plan that holds" 0 $?
done
same 'sarif: no results' 0 "$(cd "$root" && at sarif "$work/clean.sarif" runs 0 results '#')"
same 'gitlab: no findings' 0 "$(cd "$root" && at gitlab "$work/clean.gitlab" '#')"
same 'short: nothing' '' "$(cat "$work/clean.short")"
step 1 >"$work/action.log" 2>&1
same 'the action passes' 0 $?

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
