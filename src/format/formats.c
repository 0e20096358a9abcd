#include "base/text.h"
#include "format/findings.h"

#include <string.h>

const struct findings_format findings_formats[] = {
	{"text", N_("for people: each finding with its line of the file and the reasons"), findings_write_text},
	{"short", N_("one line each, as compilers write them, for editors"), findings_write_short},
	{0},
};

const struct findings_format *findings_format_find(const char *name)
{
	for (const struct findings_format *format = findings_formats; format->name; format++)
		if (!strcmp(format->name, name))
			return format;
	return NULL;
}
