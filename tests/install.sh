#!/bin/sh
# Installs into a folder, builds and runs a program of another project with the shared and the static library that
# are there, and proves that neither shows its inside. Then builds and installs the checkout again from another
# folder and compares bytes. Ends in 'N passed, N failed'.
set -u

BUILD=${BUILD:-build}
root=$PWD
dest=$root/$BUILD/tests/install
rm -rf "$dest" && mkdir -p "$dest" || exit 3
passed=0 failed=0
try() { # NAME COMMAND...
  name=$1
  shift
  if "$@" >"$dest/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "not ok: install: $name"
    cat "$dest/log"
  fi
}
same() { [ "$1" = "$2" ] || { printf '%s\n' "expected: $1" "found:    $2"; false; }; }

# Make's own variables are not for the makes below; what the user set (CC, CFLAGS, WERROR) is in the environment.
unset MAKEFLAGS MAKELEVEL MFLAGS

prefix=/opt/plan
there=$dest/root$prefix
# From a copy: another PREFIX would build the program anew under the tests that run beside this one.
copy() { mkdir -p "$1" && cp -R Makefile .make .ci .github src include data tests "$1"; }
copy "$dest/here"
try 'make install' make -s -C "$dest/here" -j"$(nproc)" install PREFIX=$prefix DESTDIR="$dest/root"
try 'the program runs' "$there/bin/plan" --version
[ ! -f data/locale/da.po ] ||
  try 'it finds its Danish where it was installed' sh -c '"$1" --lang da help | grep -q Brug' - "$there/bin/plan"

# What an issue, a package and a person expect to find, and nothing that leads elsewhere.
for file in bin/plan lib/libplan.a lib/libplan.so lib/pkgconfig/plan.pc include/plan/plan.h include/plan/rules.def \
  share/man/man1/plan.1 share/man/man5/plan.yaml.5 share/bash-completion/completions/plan \
  share/zsh/site-functions/_plan share/fish/vendor_completions.d/plan.fish share/plan/schema/plan.schema.json \
  share/locale/da/LC_MESSAGES/plan.mo share/plan/plans/cycling.plan.yaml \
  share/plan/plans/integrationspolitik-2010.plan.yaml share/plan/plans/integrationspolitik-2018.plan.yaml; do
  try "$file is there" test -s "$there/$file"
done
try 'every header is there' diff -r include/plan "$there/include/plan"
try 'the installed plans hold' "$there/bin/plan" check --today 2018-09-03 --fail-on error "$there/share/plan/plans"
try 'the installed schema is what the program writes' sh -c '"$1" schema | cmp - "$2"' - "$there/bin/plan" \
  "$there/share/plan/schema/plan.schema.json"

cat >"$dest/user.c" <<'END'
#include <plan/plan.h>
#include <stdio.h>

static const char *const verdicts[] = {
	[PLAN_NO_DEADLINE] = "no deadline", [PLAN_ON_TRACK] = "on track", [PLAN_AT_RISK] = "at risk", [PLAN_MISSED] = "missed"};

int main(void)
{
	static char bytes[1 << 16];
	struct plan_source source = {"plan.yaml", bytes, fread(bytes, 1, sizeof bytes, stdin)};
	struct plan_diags diags;
	struct plan *plan;
	struct plan_timeline *timeline;
	if (plan_diags_init(&diags, &source) != PLAN_OK || plan_load(&source, &diags, &plan) != PLAN_OK || !plan ||
		plan_timeline_new(plan, &timeline) != PLAN_OK)
		return 1;
	printf("%s: %s\n", plan->title, verdicts[timeline->verdict]);
	plan_timeline_free(timeline);
	plan_free(plan);
	plan_diags_free(&diags);
	return 0;
}
END
want='Cycling policy 2028–2031: on track'
run() { LD_LIBRARY_PATH=$there/lib "$dest/$1" <"$there/share/plan/plans/cycling.plan.yaml"; }
export PKG_CONFIG_PATH="$there/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$dest/root"
compile() { # OUTPUT ARGUMENTS...: as another project would, with what pkg-config says
  output=$1
  shift
  ${CC:-gcc} -std=c11 -Wall -Wextra -Werror -o "$dest/$output" "$dest/user.c" "$@"
}
try 'a program compiles against the shared library' compile shared $(pkg-config --cflags --libs plan)
try 'it runs with it' same "$want" "$(run shared)"
try 'it asks for the soname' sh -c 'readelf -d "$1" | grep -q "NEEDED.*libplan\.so\.0"' - "$dest/shared"
try 'a program compiles against the static library' \
  compile static $(pkg-config --cflags plan) "$there/lib/libplan.a" $(PKG_CONFIG_SYSROOT_DIR= pkg-config --libs yaml-0.1 jansson libutf8proc)
try 'it runs with it' same "$want" "$(run static)"

declared() { sed -n '/^static/d; s/^[a-z][a-z0-9_ *]*[ *]\(plan_[a-z0-9_]*\)(.*/\1/p' include/plan/*.h | sort -u; }
shown() { nm "$@" | sed -n 's/^[0-9a-f]* [TDBRVWi] //p' | sort -u; }
declared >"$dest/declared"
only() { shown "$@" | diff "$dest/declared" -; }
try 'the shared library shows what the headers declare, and nothing else' only -D "$there/lib/libplan.so"
try 'the static library shows what the headers declare, and nothing else' only "$there/lib/libplan.a"

# Hardened, as far as the files themselves tell (readelf).
elf() { readelf -W -h -d -l -s "$there/$1"; }
for file in bin/plan lib/libplan.so; do
  elf "$file" >"$dest/elf"
  try "$file: position-independent" grep -q 'Type: .*DYN' "$dest/elf"
  try "$file: relocations are read-only" grep -q GNU_RELRO "$dest/elf"
  try "$file: bound at start" grep -qE 'BIND_NOW|FLAGS_1.*NOW' "$dest/elf"
  try "$file: no executable stack" grep -qE 'GNU_STACK .* RW +0x' "$dest/elf"
  try "$file: no segment is both written and run" sh -c '! grep -qE "LOAD .* RWE " "$1"' - "$dest/elf"
  try "$file: no code is relocated, no path is searched" sh -c '! grep -qE "TEXTREL|RPATH|RUNPATH" "$1"' - "$dest/elf"
  try "$file: stacks are guarded" grep -q __stack_chk_fail "$dest/elf"
  try "$file: sources are fortified" grep -qE '__(v?snprintf|memcpy|realpath)_chk' "$dest/elf"
done
case $(${CC:-gcc} -dumpmachine) in x86_64*)
  # In our own code: the C library's start files take the mark off whatever is linked with them on Debian 12.
  try 'control flow is guarded' sh -c 'readelf -n "$1" | grep -q "IBT, SHSTK"' - "$there/lib/libplan.a"
  ;;
esac

# Where pre-commit and the action keep this repository, both build it, and find what is wrong in a plan.
probe=$root/$BUILD/tests/probe
printf 'plan: x\ntitle: X\nmeetings:\n  m: {title: M, date: 2018-02-30}\n' >"$dest/plan.yaml"
"$probe" yaml .github/actions/check/action.yml runs steps 0 run >"$dest/step.sh"
try 'the action builds' env GITHUB_ACTION_PATH="$dest/here/.github/actions/check" bash --noprofile --norc -eo pipefail "$dest/step.sh"
try 'what it built is there' "$dest/here/build/plan" --version
sh "$dest/here/.ci/pre-commit" "$dest/plan.yaml" >"$dest/hook" 2>&1
try 'the hook fails' same 1 $?
try 'the hook shows the line' grep -q "plan.yaml:4:31: error\[bad-date\]" "$dest/hook"

# The same bytes, wherever it is built.
elsewhere=$dest/elsewhere/at/a/longer/path
copy "$elsewhere"
try 'it builds elsewhere' make -s -C "$elsewhere" -j"$(nproc)" install PREFIX=$prefix DESTDIR="$dest/again"
try 'the build is reproducible' diff -r "$dest/root" "$dest/again"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
