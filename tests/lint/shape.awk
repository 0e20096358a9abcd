# No file over 500 lines, no function over 80, no nesting over 4, no line over 110 columns (a tab is 4;
# but for tables in .def files, a row a line).
# clang-format has put a function's braces into column 1 and one tab before each level.
#
#     awk -f tests/lint/shape.awk FILE...

function wrong(message) {
  printf "%s:%d: %s\n", FILENAME, FNR, message
  failed = 1
}

FNR == 1 { previous = 0; in_function = 0 }
FNR == 501 { wrong("a file of more than 500 lines") }

/^[A-Za-z].*\(/ && !/;$/ { start = FNR; name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
/^\{$/ { in_function = 1 }
/^\}$/ && in_function {
  in_function = 0
  if (FNR - start + 1 > 80) wrong(name " has " FNR - start + 1 " lines")
}
in_function && /^\t*(if|for|while|switch|do|else if|\} else if|else|\} else|HASH_ITER|VEC_EACH)\>?.*\{$/ {
  match($0, /^\t*/)
  if (RLENGTH > 5) wrong(name " nests " RLENGTH " deep")
}

{
  text = $0
  columns = 0
  while ((at = index(text, "\t")) > 0) {
    columns += at - 1
    columns += 4 - columns % 4
    text = substr(text, at + 1)
  }
  gsub(/[\200-\277]/, "", text)
  if (FILENAME !~ /\.def$/ && columns + length(text) > 110) wrong("a line of " columns + length(text) " columns")
}

END { exit failed }
