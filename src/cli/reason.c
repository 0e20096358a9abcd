#include "cli/reason.h"

#include "base/text.h"

#include <errno.h>
#include <string.h>

static const struct {
	int error;
	const char *text;
} reasons[] = {
	{ENOENT, N_("No such file or directory")},
	{EACCES, N_("Permission denied")},
	{EPERM, N_("Operation not permitted")},
	{EISDIR, N_("Is a directory")},
	{ENOTDIR, N_("Not a directory")},
	{EROFS, N_("Read-only file system")},
	{ENOSPC, N_("No space left on device")},
	{EDQUOT, N_("Disk quota exceeded")},
	{EFBIG, N_("File too large")},
	{EIO, N_("Input/output error")},
	{ELOOP, N_("Too many levels of symbolic links")},
	{ENAMETOOLONG, N_("File name too long")},
	{EMFILE, N_("Too many open files")},
	{EBADF, N_("Bad file descriptor")},
	{EEXIST, N_("File exists")},
};

const char *reason_text(int error)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].error == error)
			return _(reasons[i].text);
	return strerror(error);
}
