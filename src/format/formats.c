#include "base/text.h"
#include "format/findings.h"

#include <string.h>

const struct findings_format findings_formats[] = {
	{"text", N_("for people: each finding with its line of the file and the reasons"), findings_write_text},
	{"short", N_("one line each, as compilers write them, for editors"), findings_write_short},
	{"json", N_("for programs: every finding with all its parts"), findings_write_json},
	{"sarif", N_("SARIF 2.1.0, for code scanning"), findings_write_sarif},
	{"github", N_("annotations in GitHub Actions, the worst first"), findings_write_github},
	{"gitlab", N_("a code quality report for GitLab"), findings_write_gitlab},
	{"junit", N_("a JUnit test report, for other CI systems"), findings_write_junit},
	{0},
};

const struct findings_format *findings_format_find(const char *name)
{
	for (const struct findings_format *format = findings_formats; format->name; format++)
		if (!strcmp(format->name, name))
			return format;
	return NULL;
}
