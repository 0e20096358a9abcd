#!/bin/sh
# Every header opens with a comment, is guarded by a name made from its path, and compiles alone.
#
#     sh tests/lint/headers.sh 'COMPILER AND FLAGS' HEADER...
set -u

compile=$1
shift
failed=0
wrong() { echo "$1: $2"; failed=1; }

for header; do
  guard=$(echo "$header" | sed 's,^include/plan/plan\.h,plan.h,; s,^\(include\|src\)/,,' | tr 'a-z/.-' 'A-Z___')
  [ "$(head -n 1 "$header")" = '/*' ] || wrong "$header" 'does not open with a comment on what it is for'
  grep -A1 "^#ifndef $guard\$" "$header" | grep -q "^#define $guard\$" || wrong "$header" "is not guarded by $guard"
  [ "$(grep -v '^$' "$header" | tail -n 1)" = '#endif' ] || wrong "$header" 'does not end in its #endif'
  case $header in
    include/*) echo "#include <${header#include/}>" ;;
    *) echo "#include \"${header#src/}\"" ;;
  esac | $compile -Werror -fsyntax-only -x c - || wrong "$header" 'does not compile alone'
done
exit $failed
