#include "cli/input.h"

#include "base/diag.h"
#include "base/pages.h"
#include "base/text.h"
#include "cli/descriptor.h"
#include "cli/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIPE_CHUNK = 1 << 16, LARGE = 1 << 20 };

static bool is_stdin(const char *name)
{
	return !strcmp(name, "-");
}

/* What a regular file holds, and one byte more to see its end; a pipe's length shows as it comes. */
static size_t expected_size(const struct stat *about)
{
	if (!S_ISREG(about->st_mode))
		return PIPE_CHUNK;
	return (size_t)about->st_size < PLAN_SOURCE_MAX ? (size_t)about->st_size + 1 : PLAN_SOURCE_MAX + 1;
}

static bool grow(struct input *input, size_t *room, size_t wanted)
{
	char *bytes = realloc(input->bytes, wanted + 1); /* and the terminator */
	if (!bytes)
		return false;
	pages_expect(bytes + *room, wanted - *room);
	input->bytes = bytes;
	*room = wanted;
	return true;
}

/* Whether a regular file has more to read than a plan may have. */
static bool is_too_large(int fd, const struct stat *about)
{
	if (!S_ISREG(about->st_mode) || about->st_size <= (off_t)PLAN_SOURCE_MAX)
		return false;
	off_t at = lseek(fd, 0, SEEK_CUR);
	return at >= 0 && about->st_size - at > (off_t)PLAN_SOURCE_MAX;
}

/* Reads to the end, or to one byte beyond what a plan may have; nothing of a file that is known to have more.
 * A file that grows or shrinks meanwhile is read as far as it goes. */
static enum plan_status read_all(int fd, struct input *input)
{
	size_t room = 0, length = 0;
	if (fstat(fd, &input->about) != 0)
		input->about = (struct stat){0};
	if (is_too_large(fd, &input->about)) {
		input->source.length = PLAN_SOURCE_MAX + 1;
		return PLAN_OK;
	}
	if (!grow(input, &room, expected_size(&input->about)))
		return PLAN_NOMEM;
	while (length <= PLAN_SOURCE_MAX) {
		if (length == room &&
			!grow(input, &room, room * 2 < PLAN_SOURCE_MAX ? room * 2 : PLAN_SOURCE_MAX + 1))
			return PLAN_NOMEM;
		ssize_t size = read(fd, input->bytes + length, room - length);
		if (size < 0 && !descriptor_again(fd, POLLIN))
			return PLAN_IO;
		if (size == 0)
			break;
		if (size > 0)
			length += (size_t)size;
	}
	input->bytes[length] = '\0';
	input->source.bytes = input->bytes;
	input->source.length = length;
	return PLAN_OK;
}

enum plan_status input_read(const struct cli *cli, const char *name, struct input *input)
{
	bool standard = is_stdin(name);
	*input = (struct input){.source = {.name = name, .bytes = ""}};
	if (standard)
		input->source.name = cli->stdin_name ? cli->stdin_name : "<stdin>";
	int fd = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	enum plan_status status = fd < 0 ? PLAN_IO : read_all(fd, input);
	if (status == PLAN_IO)
		input->reason = errno;
	if (standard)
		input->about = (struct stat){0}; /* even where it is a file, nobody can tell which one */
	else if (fd >= 0)
		close(fd);
	return status;
}

static enum plan_status add_unreadable(struct input *input)
{
	struct diag_draft draft;
	diag_begin(&draft, &input->diags, PLAN_RULE_UNREADABLE_FILE, PLAN_ERROR, (struct plan_span){0});
	diag_message(&draft, _("the file cannot be read: %s"), reason_text(input->reason));
	return diag_end(&draft);
}

enum plan_status input_load_plan(const struct cli *cli, const char *name, struct input *input)
{
	enum plan_status status = input_read(cli, name, input);
	if (status == PLAN_NOMEM)
		return status;
	if (plan_diags_init(&input->diags, &input->source) != PLAN_OK)
		return PLAN_NOMEM;
	input->has_diags = true;
	input->diags.limit = INPUT_DIAGS_MAX;
	if (status == PLAN_IO)
		return add_unreadable(input);
	status = plan_load(&input->source, &input->diags, &input->plan);
	if (!input->bytes) /* a file that was too large: findings have nothing to quote */
		input->source.length = 0;
	return status;
}

enum plan_status input_load(const struct cli *cli, const char *name, struct input *input)
{
	enum plan_status status = input_load_plan(cli, name, input);
	if (status == PLAN_OK && input->plan)
		status = plan_timeline_new(input->plan, &input->timeline);
	return status;
}

void input_complain(const struct cli *cli, const struct input *input)
{
	cli_error(cli, _("cannot read %1$s: %2$s"), input->source.name, reason_text(input->reason));
}

void input_free_bytes(struct input *input)
{
	free(input->bytes);
	input->bytes = NULL;
	input->source.bytes = "";
	input->source.length = 0;
}

void input_put_away(struct input *input)
{
	input->away = S_ISREG(input->about.st_mode) && input->source.length >= LARGE &&
				  input->about.st_size == (off_t)input->source.length;
	if (input->away)
		input_free_bytes(input);
}

/* Whether nobody wrote to the file, or put another in its place, between two looks at it: whatever changes of
 * a file, its status changes with it. */
static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
		   a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

enum plan_status input_fetch(const char *name, struct input *input)
{
	struct stat first = input->about, last;
	if (!input->away)
		return PLAN_OK;
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	enum plan_status status = fd < 0 ? PLAN_IO : read_all(fd, input);
	if (status != PLAN_OK || fstat(fd, &last) != 0 || !is_same(&first, &last))
		input_free_bytes(input);
	if (fd >= 0)
		close(fd);
	return status == PLAN_NOMEM ? status : PLAN_OK;
}

void input_free_plan(struct input *input)
{
	plan_timeline_free(input->timeline);
	plan_free(input->plan);
	input->timeline = NULL;
	input->plan = NULL;
}

void input_free(struct input *input)
{
	input_free_plan(input);
	if (input->has_diags)
		plan_diags_free(&input->diags);
	free(input->bytes);
	*input = (struct input){0};
}
