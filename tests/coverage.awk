# Gaps from an lcov file: for each function of src/ that has one, `FILE FUNCTION: N lines, M branches`, and below it,
# indented, the source lines. The branch that no value of an exhaustive `switch` takes is none: the compiler counts
# one, and nothing can reach it.

function plural(n, one, many) { return n == 0 ? "" : n == 1 ? "1 " one : n " " many }

function tell(  i, n, f, code, line, lines, branches, text) {
	for (line = 1; line <= last; line++) {
		if (line in starts) {
			report(f, lines, branches, text)
			f = starts[line]; lines = branches = 0; text = ""
		}
		n = split(untaken[line], which, " ")
		code = source[line]
		if (code ~ /^[ \t]*switch \(/) {
			i = n; n = 0
			for (; i > 0; i--)
				if (which[i] != "1:true") n++
		}
		if (!(line in unreached) && !n)
			continue
		lines += line in unreached
		branches += n
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
/^FN:/ {
	comma = index($0, ",")
	name = substr($0, comma + 1)
	sub(/^.*:/, "", name)
	starts[substr($0, 4, comma - 4) + 0] = name
}
/^DA:/ { split(substr($0, 4), part, ","); if (part[2] == 0) unreached[part[1] + 0] }
/^BRDA:/ {
	split(substr($0, 6), part, ",")
	if (part[4] == 0 || part[4] == "-")
		untaken[part[1] + 0] = untaken[part[1] + 0] (untaken[part[1] + 0] ? " " : "") \
			part[2] + 1 ":" (part[3] % 2 ? "false" : "true")
}
/^end_of_record/ && file ~ /^src\// { tell() }
