# Gaps from an lcov file: for each function of src/ that has one, `FILE FUNCTION: N lines, M branches`, and below it,
# indented, the source lines. Last come the sums, as `= KIND REACHED ALL PERCENT`.
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
	if (!is_counted(part[1] + 0, branch)) next
	all_branches++
	if (part[4] == 0 || part[4] == "-") {
		untaken[part[1] + 0] = untaken[part[1] + 0] (untaken[part[1] + 0] ? " " : "") branch
		missed_branches++
	}
}
/^end_of_record/ { tell() }
END {
	printf "= lines %d %d %.2f\n", all_lines - missed_lines, all_lines, 100 - 100 * missed_lines / all_lines
	printf "= branches %d %d %.2f\n", all_branches - missed_branches, all_branches,
		100 - 100 * missed_branches / all_branches
}
