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
copy() { mkdir -p "$1" && cp -R Makefile .make .ci src include data tests "$1"; }
copy "$dest/here"
try 'make install' make -s -C "$dest/here" -j"$(nproc)" install PREFIX=$prefix DESTDIR="$dest/root"
try 'the program runs' "$there/bin/plan" --version
[ ! -f data/locale/da.po ] ||
  try 'it finds its Danish where it was installed' sh -c '"$1" --lang da help | grep -q Brug' - "$there/bin/plan"

cat >"$dest/user.c" <<'END'
#include <plan/plan.h>
#include <stdio.h>
int main(void)
{
	struct plan_civil day = plan_day_to_civil(plan_day_add_months(plan_day_from_civil((struct plan_civil){2018, 8, 31}), 1));
	struct plan_holiday holidays[PLAN_HOLIDAYS_MAX];
	size_t count = plan_country_holidays("DK", 2018, holidays);
	printf("%d-%02d-%02d %d %s\n", day.year, day.month, day.day, count > 0, plan_rule_code(plan_rule_find("deadline-missed")));
	return 0;
}
END
want='2018-09-30 1 PLAN101'
export PKG_CONFIG_PATH="$there/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$dest/root"
compile() { # OUTPUT ARGUMENTS...: as another project would, with what pkg-config says
  output=$1
  shift
  ${CC:-gcc} -std=c11 -Wall -Wextra -Werror -o "$dest/$output" "$dest/user.c" "$@"
}
try 'a program compiles against the shared library' compile shared $(pkg-config --cflags --libs plan)
try 'it runs with it' same "$want" "$(LD_LIBRARY_PATH="$there/lib" "$dest/shared")"
try 'it asks for the soname' sh -c 'readelf -d "$1" | grep -q "NEEDED.*libplan\.so\.0"' - "$dest/shared"
try 'a program compiles against the static library' \
  compile static $(pkg-config --cflags plan) "$there/lib/libplan.a" $(PKG_CONFIG_SYSROOT_DIR= pkg-config --libs yaml-0.1 jansson libutf8proc)
try 'it runs with it' same "$want" "$("$dest/static")"

declared() { sed -n '/^static/d; s/^[a-z][a-z0-9_ *]*[ *]\(plan_[a-z0-9_]*\)(.*/\1/p' include/plan/*.h | sort -u; }
shown() { nm "$@" | sed -n 's/^[0-9a-f]* [TDBRVWi] //p' | sort -u; }
declared >"$dest/declared"
hidden() { ! shown "$@" | grep -vxF -f "$dest/declared"; }
try 'the shared library shows only what the headers declare' hidden -D "$there/lib/libplan.so"
try 'the static library shows only what the headers declare' hidden "$there/lib/libplan.a"

# The same bytes, wherever it is built.
elsewhere=$dest/elsewhere/at/a/longer/path
copy "$elsewhere"
try 'it builds elsewhere' make -s -C "$elsewhere" -j"$(nproc)" install PREFIX=$prefix DESTDIR="$dest/again"
try 'the build is reproducible' diff -r "$dest/root" "$dest/again"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
