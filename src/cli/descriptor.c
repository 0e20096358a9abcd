#include "cli/descriptor.h"

#include "format/log_command.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool descriptor_again(int fd, short events)
{
	struct pollfd wanted = {.fd = fd, .events = events};
	if (errno == EAGAIN)
		poll(&wanted, 1, -1);
	else if (errno != EINTR)
		return false;
	return true;
}

bool descriptor_write(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t written = write(fd, bytes, length);
		if (written < 0 && !descriptor_again(fd, POLLOUT))
			return false;
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
	return true;
}

static bool is_log(int fd)
{
	static const char *const systems[] = {"GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"};
	struct stat about;
	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
		const char *value = getenv(systems[i]);
		if (value && *value)
			return fstat(fd, &about) != 0 || !S_ISREG(about.st_mode);
	}
	return false;
}

bool descriptor_write_lines(int fd, const char *bytes, size_t length)
{
	bool line_start = true;
	if (!is_log(fd))
		return descriptor_write(fd, bytes, length);
	for (;;) {
		size_t at = log_command_find(bytes, length, line_start);
		if (!descriptor_write(fd, bytes, at))
			return false;
		if (at == length)
			return true;
		char shown[16];
		int size = snprintf(shown, sizeof shown, "<U+%04X>", (unsigned char)bytes[at]);
		if (!descriptor_write(fd, shown, (size_t)size))
			return false;
		bytes += at + 1;
		length -= at + 1;
		line_start = false;
	}
}
