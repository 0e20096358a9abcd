# Gaps from what llvm-cov exports as JSON, cut before each bracket, and as lcov, in this order: for each function of
# src/ that has one, `FILE FUNCTION: N lines, M branches`, and below it, indented, the source lines. Last come the sums,
# as `= KIND REACHED ALL PERCENT`.
#
# A function of a header stands in many objects, and src/cli/malloc.c in the program and in its test: lcov has their
# branches once for each and does not say which are the same. Those of JSON have columns; they are put together.
#
# Two kinds of branches are no gaps and are not counted: the one that the compiler adds to a `switch` for values that
# have no case, where a switch over an enumeration has a case for each; and those in the macros of uthash.

function plural(n, one, many) { return n == 0 ? "" : n == 1 ? "1 " one : n " " many }

function is_counted(line, branch) {
	return source[line] !~ /HASH_/ && !(source[line] ~ /^[ \t]*switch \(/ && branch == "1:true")
}

function tell(  n, f, code, line, lines, branches, text) {
	for (line = 1; line <= last; line++) {
		if (line in starts) {
			report(f, lines, branches, text)
			f = starts[line]; lines = branches = 0; text = ""
		}
		n = split(untaken[line], which, " ")
		if (!(line in unreached) && !n)
			continue
		lines += line in unreached
		branches += n
		code = source[line]
		sub(/^[ \t]+/, "", code)
		text = text sprintf("    %d: %s%s\n", line, code, n ? "   // never " untaken[line] : "")
	}
	report(f, lines, branches, text)
}

function report(f, lines, branches, text,  both) {
	both = lines && branches ? ", " : ""
	if (lines || branches)
		printf "%s %s: %s%s%s\n%s", file, f, plural(lines, "line", "lines"), both,
			plural(branches, "branch", "branches"), text
}

# The branches of a line that stands in several objects, in the order of their columns.
function add_shared(line,  count, column, columns, i, k, swap) {
	count = split(shared[file, line], columns, " ")
	for (i = 2; i <= count; i++)
		for (k = i; k > 1 && columns[k] + 0 < columns[k - 1] + 0; k--) {
			swap = columns[k]; columns[k] = columns[k - 1]; columns[k - 1] = swap
		}
	for (i = 1; i <= count; i++) {
		all_branches += 2
		column = columns[i]
		if (!taken[file, line, column, "true"]) miss(line, i ":true")
		if (!taken[file, line, column, "false"]) miss(line, i ":false")
	}
}

function miss(line, branch) {
	untaken[line] = untaken[line] (untaken[line] ? " " : "") branch
	missed_branches++
}

function keep(name,  i, part, place, line) {
	sub(/^.*\/src\//, "src/", name)
	for (i = 1; i <= listed; i++) {
		split(list[i], part, ",")
		line = part[1]; place = name SUBSEP line SUBSEP part[2]
		taken[place, "true"] += part[5]
		taken[place, "false"] += part[6]
		if (++objects[place] == 2)
			repeated[name, line] = 1
		if (objects[place] == 1)
			shared[name, line] = shared[name, line] " " part[2]
	}
	listed = 0
}

FNR == 1 { exports++ }
exports == 1 {
	if (/"branches":$/ && !inside) wanted = 1
	if (wanted && /^[0-9]+,/) list[++listed] = $0
	if (/"expansions":/) { wanted = 0; inside = 1 }
	if (match($0, /"filename":"[^"]*"/)) { keep(substr($0, RSTART + 12, RLENGTH - 13)); inside = 0 }
	next
}
/^SF:/ {
	file = substr($0, 4)
	sub(/^.*\/src\//, "src/", file)
	delete starts; delete unreached; delete untaken; delete source
	for (last = 0; (getline code <file) > 0;) source[++last] = code
	close(file)
}
file !~ /^src\// { next }
/^FN:/ {
	comma = index($0, ",")
	name = substr($0, comma + 1)
	sub(/^.*:/, "", name)
	starts[substr($0, 4, comma - 4) + 0] = name
}
/^DA:/ {
	split(substr($0, 4), part, ",")
	all_lines++
	if (part[2] == 0) { unreached[part[1] + 0]; missed_lines++ }
}
/^BRDA:/ {
	split(substr($0, 6), part, ",")
	branch = part[2] + 1 ":" (part[3] % 2 ? "false" : "true")
	if ((file, part[1] + 0) in repeated || !is_counted(part[1] + 0, branch)) next
	all_branches++
	if (part[4] == 0 || part[4] == "-")
		miss(part[1] + 0, branch)
}
/^end_of_record/ {
	for (line = 1; line <= last; line++)
		if ((file, line) in repeated)
			add_shared(line)
	tell()
}
END {
	printf "= lines %d %d %.2f\n", all_lines - missed_lines, all_lines, 100 - 100 * missed_lines / all_lines
	printf "= branches %d %d %.2f\n", all_branches - missed_branches, all_branches,
		100 - 100 * missed_branches / all_branches
}
