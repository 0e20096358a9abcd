#include "base/text.h"
#include "format/findings.h"

#include <string.h>

/* FORMAT(name, summary): one row a format. */
#define FORMATS                                                                                              \
	FORMAT(text, N_("for people: each finding with its line of the file and the reasons"))                   \
	FORMAT(short, N_("one line each, as compilers write them, for editors"))                                 \
	FORMAT(json, N_("for programs: every finding with all its parts"))                                       \
	FORMAT(sarif, N_("SARIF 2.1.0, for code scanning"))                                                      \
	FORMAT(github, N_("annotations in GitHub Actions, the worst first"))                                     \
	FORMAT(gitlab, N_("a code quality report for GitLab"))                                                   \
	FORMAT(junit, N_("a JUnit test report, for other CI systems"))

const struct findings_format findings_formats[] = {
#define FORMAT(name, summary) {#name, summary, findings_write_##name},
	FORMATS
#undef FORMAT
	{0},
};

const char *const findings_format_names[] = {
	"auto",
#define FORMAT(name, summary) #name,
	FORMATS
#undef FORMAT
		NULL,
};

const struct findings_format *findings_format_find(const char *name)
{
	for (const struct findings_format *format = findings_formats; format->name; format++)
		if (!strcmp(format->name, name))
			return format;
	return NULL;
}
