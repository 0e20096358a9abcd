# Proves the order of the rooms from the include lines.
#
#     awk -f tests/lint/includes.awk src/*/*.[ch] include/plan/*
#
# A room may include itself and the rooms before it in `order`; load and timeline do not know each other.
# A public header belongs to the room that implements it. A source includes its own header first.
# include/plan knows only itself and the C library. No header is reached from itself. A few system headers
# belong to one room.

BEGIN {
  split("base date model load timeline check query format cli", order)
  for (i in order) rank[order[i]] = i
  split("status:base diag:base version:base rules:base calendar:date plan:cli", homes)
  for (i in homes) { split(homes[i], pair, ":"); home[pair[1]] = pair[2] }
  for (i in order) home[order[i]] = order[i]
  owner["yaml.h"] = "load"
  owner["jansson.h"] = "format"
  owner["utf8proc.h"] = "base"
  split("stdbool.h stddef.h stdint.h stdarg.h limits.h", names)
  for (i in names) plain[names[i]] = 1
}

function wrong(message) {
  printf "%s:%d: %s\n", FILENAME, FNR, message
  failed = 1
}

function stem(path) {
  sub(/.*\//, "", path)
  sub(/\.[a-z]*$/, "", path)
  return path
}

FNR == 1 {
  files[FILENAME] = 1
  first = ""
  public = FILENAME ~ /^include\/plan\//
  room = FILENAME
  sub(/^src\//, "", room)
  sub(/\/.*/, "", room)
  if (public) room = home[stem(FILENAME)]
  if (!(room in rank)) wrong(public ? "a public header of no known room" : "an unknown room")
}

/^[ \t]*#[ \t]*include/ {
  target = $0
  sub(/^[ \t]*#[ \t]*include[ \t]*/, "", target)
  quoted = target ~ /^"/
  sub(/^["<]/, "", target)
  sub(/[">].*$/, "", target)

  if (first == "") {
    first = target
    own = FILENAME
    sub(/^src\//, "", own)
    sub(/\.c$/, ".h", own)
    if (!public && FILENAME ~ /\.c$/ && first != own) {
      if ((getline line <("src/" own)) >= 0) wrong("includes its own header " own " not first")
      else if (!quoted && first !~ /^plan\//) wrong("includes a system header before one of its own")
    }
  }

  if (public) {
    if (quoted) edge["include/plan/" target] = edge["include/plan/" target] " " FILENAME
    else if (!(target in plain)) wrong("a public header includes <" target ">")
    if (quoted && target ~ /\//) wrong("a public header includes \"" target "\"")
    other = quoted ? home[stem(target)] : ""
  } else if (quoted) {
    if (target !~ /^[a-z]+\/[a-z0-9_]+\.(h|def)$/) wrong("\"" target "\" is not of the form \"room/file.h\"")
    other = target
    sub(/\/.*/, "", other)
    edge["src/" target] = edge["src/" target] " " FILENAME
  } else if (target ~ /^plan\//) {
    other = home[stem(target)]
    edge["include/" target] = edge["include/" target] " " FILENAME
  } else {
    other = ""
    if (target in owner && owner[target] != room) wrong("<" target "> is for " owner[target] " alone")
  }
  if (other != "" && !(other in rank)) wrong(target " is of no known room")
  else if (other != "" && rank[other] > rank[room]) wrong(room " includes " target " of " other)
  else if (room == "timeline" && other == "load") wrong("timeline includes " target " of load")
}

# A header that is included by what it includes: depth first along the reversed edges.
function visit(file,   users, count, i) {
  if (state[file] == 2) return
  if (state[file] == 1) { FILENAME = file; FNR = 1; wrong("is reached from itself by its includes"); return }
  state[file] = 1
  count = split(edge[file], users, " ")
  for (i = 1; i <= count; i++) visit(users[i])
  state[file] = 2
}

END {
  for (file in files) visit(file)
  exit failed
}
