# Writes files of at most 1 MiB that were made to hurt: `libyaml-*` its scanner, `file-*` what reads its events,
# `plan-*` load as plans and hurt what comes after.
#
#     awk -v folder=FOLDER -f tests/bench/hostile.awk

function repeat(text, count,   all) {
  for (all = ""; count > 0; count = int(count / 2)) {
    if (count % 2) all = all text
    text = text text
  }
  return all
}

function begin(name) {
  if (file != "") close(file)
  file = folder "/" name ".yaml"
  printf "" >file
  bytes = 0
}

function put(text) {
  bytes += length(text)
  printf "%s", text >file
}

function head(name) {
  begin(name)
  put("plan: p\ntitle: t\n")
}

# The text again and again, until there is no more room.
function fill(text) {
  put(repeat(text, int((MIB - bytes) / bytelength(text))))
}

# Only ASCII and the letters below are used.
function bytelength(text,   other) {
  other = text
  return length(text) + gsub(/ø/, "", other) * (length("ø") == 1) # awks count bytes or letters
}

function room(size) { return bytes < MIB - size }

# --- libyaml -------------------------------------------------------------------------------------------------

function scalars(name, opening, closing, line,   i) {
  head("libyaml-" name)
  put("notes: " opening)
  fill(line)
  put(closing "\n")
}

function libyaml(   blanks, gap, i, deep) {
  blanks = repeat(" ", 4090)
  gap = repeat("\n", 990)
  scalars("plain-lines", "a", "", "\n a")
  scalars("plain-words", "a", "", "\n " repeat(" b", 30000))
  scalars("plain-blanks", "a", "", blanks "b\n a")
  scalars("plain-gaps", "a", "", gap " b")
  scalars("plain-colons", "a", "", "\n " repeat("a:b", 20000))
  scalars("plain-hashes", "a", "", "\n " repeat("a#b", 20000))
  scalars("plain-indented", "a", "", "\n" blanks "b")
  scalars("single-lines", "'a", "'", "\n a")
  scalars("single-blanks", "'a", "'", blanks "b\n")
  scalars("single-gaps", "'a", "'", gap " b")
  scalars("single-quotes", "'a", "'", "\n " repeat("''", 30000))
  scalars("single-open", "'a", "", "\n a")
  scalars("double-lines", "\"a", "\"", "\n a")
  scalars("double-blanks", "\"a", "\"", blanks "b\n")
  scalars("double-gaps", "\"a", "\"", gap " b")
  scalars("double-escapes", "\"a", "\"", "\n " repeat("\\u00e6", 10000))
  scalars("double-joined", "\"a", "\"", "\\\n b")
  scalars("double-open", "\"a", "", "\n a")
  scalars("literal-lines", "|\n", "", "  a\n")
  scalars("literal-blanks", "|\n", "", "  " blanks "a" blanks "\n")
  scalars("literal-gaps", "|\n", "", "  a\n" gap)
  scalars("literal-indented", "|\n", "", blanks "a\n")
  scalars("literal-falling", "|\n" blanks "\n", "", blanks "\n")
  scalars("literal-long", "|\n", "", "  " repeat("a", 60000) "\n")
  scalars("folded-lines", ">\n", "", "  a\n")
  scalars("folded-blanks", ">\n", "", "  " blanks "a" blanks "\n")
  scalars("folded-gaps", ">\n", "", "  a\n" gap)
  scalars("folded-stairs", ">\n", "", "  a\n   b\n")
  scalars("comments", "", "", "# c\n")
  scalars("comments-long", "", "", "#" repeat("c", 60000) "\n")
  scalars("comments-inside", "[", "]", "a, # c\n ")
  scalars("blank-lines", "", "", "# c\n" gap)
  scalars("flow-list", "[", "]", "a, a, a,\n ")
  scalars("flow-commas", "[", "]", ",")
  scalars("flow-nothing", "[", "]", "a: ,\n ")
  scalars("flow-keys", "{", "}", "a, b,\n ")
  scalars("flow-questions", "{", "}", "? a : b,\n ")
  scalars("flow-quoted", "[", "]", "'a','b',\n ")
  scalars("flow-lists", "[", "]", "[],{},\n ")
  scalars("flow-adjacent", "{", "}", "\"a\":b,\n ")
  scalars("flow-open", "", "", "[")
  scalars("flow-maps-open", "", "", "{a: ")
  deep = 60
  scalars("flow-deep", repeat("[", deep), repeat("]", deep), "a,\n ")
  scalars("flow-deep-maps", repeat("{a: ", deep), repeat("}", deep), "b: c,\n ")
  scalars("flow-valleys", "[", "]", repeat("[", deep) repeat("]", deep) ",\n ")
  scalars("flow-key-lists", "{", "}", "[" repeat(",", 1000) "]: a,\n ")
  begin("libyaml-key-lists"); fill("[" repeat("a,", 500) "]: b\n")
  begin("libyaml-keys-long"); fill(repeat("k", 1020) ": v\n")
  begin("libyaml-keys-too-long"); fill(repeat("k", 1030) ": v\n")
  begin("libyaml-keys-quoted"); fill("\"" repeat("k", 1000) "\": v\n")
  begin("libyaml-questions"); fill("? ")
  begin("libyaml-question-lines"); fill("? a\n")
  begin("libyaml-question-nothing"); fill("?\n")
  begin("libyaml-colons"); fill(": ")
  begin("libyaml-colon-lines"); fill(":\n")
  begin("libyaml-dashes"); fill("- ")
  begin("libyaml-dash-lines"); fill("-\n")
  begin("libyaml-dash-deep"); fill(repeat("- ", deep) "\n")
  begin("libyaml-documents"); fill("---\n")
  begin("libyaml-ends"); fill("...\n")
  begin("libyaml-directives"); fill("%YAML 1.1\n")
  begin("libyaml-tags"); fill("%TAG !a! tag:a,2000:\n")
  begin("libyaml-directive-comment"); put("%YAML 1.1 #"); fill("c"); put("\n---\nplan: p\n")
  begin("libyaml-anchors"); fill("&a")
  begin("libyaml-anchor-lines"); fill("a: &b c\n")
  begin("libyaml-anchors-long"); fill("- &" repeat("a", 60000) " b\n")
  begin("libyaml-aliases"); fill("- *a\n")
  begin("libyaml-tags-long"); fill("- !<" repeat("a", 60000) "> b\n")
  begin("libyaml-tags-escaped"); fill("- !" repeat("%41", 20000) " b\n")
  begin("libyaml-tag-lines"); fill("- !!str a\n")
  begin("libyaml-headers"); fill("- |2-\n")
  begin("libyaml-tabs"); put("notes: a"); fill("\n" repeat("\t", 4000) "b")
  begin("libyaml-letters"); fill("- " repeat("ø", 30000) "\n")
  begin("libyaml-stairs")
  for (i = 0; i < 60; i++) put(repeat(" ", i) "a:\n")
  fill(repeat(" ", 60) "- a\n")
  begin("libyaml-up-and-down")
  for (deep = ""; room(8000);) {
    for (i = 0; i < 60; i++) put(repeat(" ", i) "- \n")
    put("- a\n")
  }
  begin("libyaml-nested")
  for (i = 0; i < 1000; i++) put(repeat(" ", i) "- a:\n")
}

# --- what reads the events ------------------------------------------------------------------------------------

# The text with a value for each mark. (mawk keeps every replacement that gsub ever made.)
function filled(text, mark, value,   at, all) {
  for (all = ""; (at = index(text, mark)) > 0; text = substr(text, at + 1)) all = all substr(text, 1, at - 1) value
  return all text
}

# Entries of a section, `i` of them being numbered where the text has a #.
function entries(section, text, most,   i) {
  put(section ":\n")
  for (i = 0; i < most && room(length(text) + 100); i++) {
    put("  " filled(text, "#", i) "\n")
  }
  return i
}

function files(   i) {
  head("file-unknown-keys"); for (i = 0; room(100); i++) put("key" i ": v\n")
  head("file-same-keys"); fill("notes: v\n")
  head("file-same-ids"); entries("meetings", "a: {}", 200000)
  head("file-untitled"); entries("meetings", "m#: {}", 200000)
  head("file-nothing"); entries("meetings", "m#:", 200000)
  head("file-unknown-references"); entries("meetings", "m#: {title: t, after: x# + 1w}", 200000)
  head("file-near-references"); entries("meetings", "meeting-#: {title: t, after: meetinng-#}", 200000)
  head("file-bad-dates"); entries("meetings", "m#: {title: t, date: 32. smarch}", 200000)
  head("file-long-dates"); put("meetings:\n"); fill("  a: {title: t, date: " repeat("1", 16000) "}\n")
  head("file-word-dates"); put("meetings:\n"); fill("  a: {title: t, date: " repeat("a ", 8000) "}\n")
  head("file-range-dates"); put("meetings:\n"); fill("  a: {title: t, date: " repeat("1..", 5000) "}\n")
  head("file-bad-gaps"); entries("meetings", "m#: {title: t, after: m# + 9999999999999999999999d}", 200000)
  head("file-long-gaps"); put("meetings:\n"); fill("  a: {title: t, after: a + " repeat("1", 16000) "d}\n")
  head("file-long-ids"); put("meetings:\n"); fill("  " repeat("i", 1000) ": {title: t}\n")
  head("file-long-list"); put("meetings:\n  a: {title: t, after: ["); fill("b,\n   "); put("b]}\n")
  head("file-list-of-ids"); put("meetings:\n  a: {title: t, after: [")
  for (i = 0; room(100); i++) put("x" i ",\n   ")
  put("b]}\n")
  head("file-escapes"); entries("meetings", "m#: {title: \"\\e[31m\\u202e\"}", 200000)
  head("file-one-line"); put("meetings: {"); put(repeat("a: {},", 10000)); put("}\n")
  head("file-marks"); entries("meetings", "m#: {title: " repeat("e\314\201", 5000) "}", 200000)
  head("file-rings"); entries("meetings", "m#: {title: t, phase: m#}", 200000)
  begin("file-quotes"); put("plan: "); fill("\"")
  begin("file-letters"); fill("ø")
  begin("file-words"); fill("word ")
  begin("file-lines"); fill("a\n")
  begin("file-colons-missing"); fill("key\nother: v\n")
  begin("file-long-key"); put(repeat("k", 60000) ": v\n")
}

# --- what comes after -------------------------------------------------------------------------------------------

# A chain or ring of entries, each naming the one before it.
function chain(section, first, text, most, ring,   i, last) {
  last = int((MIB - bytes - 200) / (length(text) + 10))
  if (most && most < last) last = most
  put(section ":\n")
  for (i = 0; i < last; i++) {
    put("  " filled(filled(i || ring ? text : first, "#", i), "@", i ? i - 1 : last - 1) "\n")
  }
}

function lists(name, section, text, count, most,   i, j, one) {
  put(section ":\n")
  for (i = 0; i < most && room(length(text) + count * 8); i++) {
    one = ""
    for (j = 0; j < count; j++) one = one (j ? ", " : "") name j
    put("  " section i ": {title: t, " text "[" one "]}\n")
  }
}

function plans(   i, title, dates) {
  title = repeat("x", 16000)
  head("plan-chain"); chain("meetings", "m#: {title: t}", "m#: {title: t, after: m@}")
  head("plan-chain-back"); chain("meetings", "m#: {title: t}", "m#: {title: t, before: m@}")
  head("plan-chain-workdays"); chain("meetings", "m#: {title: t, date: 1950-01-02}", "m#: {title: t, after: m@ + 1wd}")
  head("plan-chain-months"); chain("meetings", "m#: {title: t, date: 1950-01-31}", "m#: {title: t, after: m@ + 1m}", 2500)
  head("plan-chain-bounded"); chain("meetings", "m#: {title: t, date: 1950-01-31}", "m#: {title: t, after: m@ + 1d..2d}")
  head("plan-chain-beyond"); chain("meetings", "m#: {title: t, date: 2018-01-31}", "m#: {title: t, after: m@ + 70000d}")
  head("plan-ring"); chain("meetings", "", "m#: {title: t, after: m@}", 0, 1)
  head("plan-ring-creeping"); chain("meetings", "", "m#: {title: t, date: 1900-01-01..2199-12-31, after: m@ + 1wd}", 0, 1)
  head("plan-ring-slow"); chain("meetings", "", "m#: {title: t, after: [m@ + 1wd..]}", 0, 1)
  head("plan-ring-bounded"); chain("meetings", "m#: {title: t, after: m@ + ..9d}", "m#: {title: t, after: m@ + 0d..3d}", 0, 1)
  head("plan-ring-weekdays"); put("bodies: {a: {name: a, meets: monday}, b: {name: b, meets: tuesday}}\nmeetings:\n")
  for (i = 0; i < 20000; i++) put("  m" i ": {title: t, body: " (i % 2 ? "a" : "b") ", after: m" (i + 19999) % 20000 " + 0d}\n")
  head("plan-ring-months"); put("documents:\n")
  for (i = 0; i < 20000; i++) put("  m" i ": {title: t, after: [m" (i + 19999) % 20000 (i ? (i % 13 ? " + 1m" : " - 365d") : " + 4d") "]}\n")
  head("plan-rings"); entries("meetings", "a#: {title: t, after: b#}\n  b#: {title: t, after: a#}", 200000)
  head("plan-pairs"); entries("meetings", "a#: {title: t, date: 2018}\n  b#: {title: t, after: a# + 1d..2wd}", 200000)
  head("plan-component")
  put("meetings:\n  m0: {title: t, date: 2018-01-01}\n")
  for (i = 1; room(200); i++) put("  m" i ": {title: t, after: m" int(i / 2) " + 1d..400d, before: m" int(i / 3) " + -9000d..}\n")
  head("plan-star"); put("meetings:\n  a: {title: t, date: 2018-01-01}\n"); for (i = 0; room(100); i++) put("  m" i ": {title: t, after: a}\n")
  head("plan-star-in"); put("meetings:\n"); for (i = 0; i < 20000; i++) put("  m" i ": {title: t}\n")
  put("  a:\n    title: t\n    after:\n"); for (i = 0; i < 20000; i++) put("      - m" i "\n")
  head("plan-dense"); put("meetings:\n")
  for (i = 0; i < 380; i++) put("  m" i ": {title: t}\n")
  lists("m", "phases", "after: ", 380, 380)
  head("plan-same-links"); put("meetings:\n  a: {title: t}\n  b:\n    title: t\n    after:\n"); fill("      - a\n")
  head("plan-conflicts"); put("meetings:\n  a: {title: t, date: 2018-06-01}\n"); for (i = 0; room(100); i++) put("  m" i ": {title: t, date: 2018-05-01, after: a}\n")
  head("plan-conflict-pairs"); entries("meetings", "a#: {title: t, date: 2018-06-01}\n  b#: {title: t, date: 2018-05-01, after: a#}", 200000)
  head("plan-conflict-chain"); chain("meetings", "m#: {title: t, date: 2018-01-01}", "m#: {title: t, after: m@ + 1d, deadline: 2018-06-01}")
  head("plan-deadlines"); chain("meetings", "m#: {title: t, date: 2018-01-01}", "m#: {title: t, after: m@ + 1d, deadline: 2199}")
  head("plan-imprecise"); chain("meetings", "m#: {title: t, date: 2018}", "m#: {title: t, date: 2018, after: m@}")
  head("plan-imprecise-pairs"); entries("meetings", "a#: {title: t, date: juni 2018}\n  b#: {title: t, date: juni 2018, after: a#}", 200000)
  head("plan-facts"); chain("meetings", "m#: {title: t, held: 2018-01-02}", "m#: {title: t, held: 2018-01-01, after: m@}")
  head("plan-cancelled"); chain("meetings", "m#: {title: t, status: cancelled}", "m#: {title: t, status: cancelled, after: m@}")
  head("plan-cancelled-between"); chain("meetings", "m#: {title: t}", "c#: {title: t, status: cancelled, after: m@}\n  m#: {title: t, after: c#}")
  head("plan-recesses"); put("calendar:\n  recess:\n"); for (i = 0; i < 8000; i++) put("    r" i ": {title: t, date: 2018-01-01/2018-12-31}\n")
  entries("meetings", "m#: {title: t, date: 2018-06-05}", 200000)
  head("plan-recess-days"); put("calendar:\n  recess:\n")
  for (i = 0; i < 8000; i++) put(sprintf("    r%d: {title: t, date: %d-%02d-%02d}\n", i, 1950 + i / 100, 1 + i % 12, 1 + i % 28))
  entries("phases", "h#: {title: t, kind: hearing, date: 1950-01-01/2199-12-31}", 200000)
  head("plan-closed"); put("calendar:\n  closed:\n")
  for (i = 0; i < 30000; i++) put(sprintf("    - %d-%02d-%02d\n", 1900 + i % 300, 1 + i % 12, 1 + i % 28))
  entries("meetings", "m#: {title: t, after: m0 + #wd}", 8000)
  head("plan-meets"); dates = ""
  for (i = 0; i < 20000; i++) dates = dates sprintf("%d-%02d-%02d,\n      ", 1900 + i % 300, 1 + i % 12, 1 + i % 28)
  put("bodies:\n  b:\n    name: n\n    meets: [" dates "2018-01-01]\n"); entries("meetings", "m#: {title: t, body: b}", 30000)
  head("plan-bodies"); put("bodies:\n"); for (i = 0; i < 6000; i++) put("  b" i ": {name: n, meets: [2018-01-01, 2018-02-05, 2018-03-05]}\n")
  lists("b", "meetings", "bodies: ", 300, 250)
  head("plan-body-sets"); put("bodies:\n"); for (i = 0; i < 2000; i++) put("  b" i ": {name: n, meets: [2018-01-01, 2018-02-05]}\n")
  put("meetings:\n"); for (i = 0; room(200); i++) put("  m" i ": {title: t, bodies: [b" i % 2000 ", b" i * 7 % 2000 ", b" i * 13 % 2000 "]}\n")
  head("plan-parts"); chain("focus_areas", "f#: {title: t}", "f#: {title: t, part_of: f@}")
  head("plan-parts-ring"); chain("focus_areas", "", "f#: {title: t, part_of: f@}", 0, 1)
  head("plan-phases"); chain("phases", "p#: {title: t}", "p#: {title: t, phase: p@}")
  head("plan-during"); chain("phases", "p#: {title: t}", "p#: {title: t, during: p@}")
  head("plan-alongside"); chain("phases", "p#: {title: t}", "p#: {title: t, alongside: p@}")
  head("plan-tracks"); put("tracks:\n"); for (i = 0; i < 9000; i++) put("  t" i ": {title: t, approval: m" i "}\n")
  chain("meetings", "m#: {title: t}", "m#: {title: t, track: t#, after: m@}", 9000)
  head("plan-track"); put("approval: m0\ntracks:\n  t: {title: t, approval: m0}\n"); entries("meetings", "m#: {title: t, track: t}", 200000)
  head("plan-readings"); entries("meetings", "m#: {title: t, item: i, reading: 1}", 200000)
  head("plan-readings-two"); entries("meetings", "m#: {title: t, item: i, reading: 2}", 200000)
  head("plan-items"); entries("meetings", "m#: {title: t, item: i#, reading: 2}", 200000)
  head("plan-hearings"); put("parties:\n  a: {name: n}\n"); entries("phases", "h#: {title: t, kind: hearing, date: 2018, parties: [a]}", 200000)
  head("plan-hearings-read"); put("parties:\n  a: {name: n}\n"); entries("phases", "h#: {title: t, kind: hearing, parties: [a]}", 9000)
  chain("meetings", "m#: {title: t, item: i, reading: 1}", "m#: {title: t, item: i, reading: #, after: m@}", 9000)
  head("plan-documents"); put("rules: {papers: 4wd}\nmeetings:\n  m: {title: t, date: 2018-06-05}\n"); entries("documents", "d#: {title: t, for: m}", 200000)
  head("plan-themes"); put("meetings:\n  m: {title: t, date: 2018-06-05}\n"); entries("themes", "t#: {title: t, meeting: m}", 200000)
  head("plan-groups"); put("meetings:\n  m: {title: t}\n"); put("groups:\n")
  for (i = 0; room(4200); i++) put("  g" i ": {title: t, meeting: m, members: [" repeat("a, ", 1000) "b]}\n")
  head("plan-parties"); entries("parties", "p#: {name: n}", 30000); lists("p", "meetings", "parties: ", 200, 300)
  head("plan-titles"); put("meetings:\n"); for (i = 0; room(16200); i++) put("  m" i ": {title: " title ", date: 2018-06-0" i % 9 + 1 "}\n")
  head("plan-titles-wide"); put("meetings:\n"); for (i = 0; room(16200); i++) put("  m" i ": {title: \"" repeat("\360\237\207\251\360\237\207\260", 1000) repeat("e\314\201", 2600) "\", date: 2018-06-05}\n")
  head("plan-titles-words"); put("meetings:\n"); for (i = 0; room(16200); i++) put("  m" i ": {title: t" repeat(" w", 7900) ", after: m" (i ? i - 1 : 0) "}\n")
  head("plan-notes"); put("meetings:\n"); for (i = 0; room(16200); i++) put("  m" i ":\n    title: t\n    notes: |\n" repeat("      a\n", 2000))
  head("plan-allow"); put("meetings:\n  m:\n    title: t\n    allow:\n      overdue: r\n"); entries("documents", "d#: {title: t, allow: {overdue: r, undelivered: r, closed-day: r}}", 200000)
  head("plan-long-phases"); entries("phases", "p#: {title: t, date: 1900-01-01/2199-12-31, duration: 1wd..73000wd}", 200000)
  head("plan-durations"); entries("phases", "p#: {title: t, duration: 1m..70000wd}", 200000)
  head("plan-days"); entries("meetings", "m#: {title: t, days: 9999, date: 2018}", 200000)
  head("plan-horizon"); entries("meetings", "m#: {title: t, date: fra 2199-12-30, after: m0 + #d}", 20000)
  head("plan-everyone"); put("bodies:\n  b: {name: n, meets: monday}\nmeetings:\n"); for (i = 0; room(200); i++) put("  m" i ": {title: t, body: b, after: [m" (i ? i - 1 : 0) " + " i % 9 "wd]}\n")
}

BEGIN {
  MIB = 1048576
  libyaml()
  files()
  plans()
}
