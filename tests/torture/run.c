#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MAX = 20, FILES_MAX = 32 };

int plan_main(int argc, char **argv);

#ifdef __SANITIZE_ADDRESS__

const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "exitcode=99:detect_leaks=1:allocator_may_return_null=1";
}

#endif

void (*run_end)(int status) = exit;

void command_make(struct command *command, const char *line)
{
	char *rest;
	snprintf(command->line, sizeof command->line, "%s", line);
	memcpy(command->words, command->line, sizeof command->words);
	command->variable_count = 0;
	command->argc = 1;
	command->argv[0] = "plan";
	command->input = "/dev/null";
	for (char *word = strtok_r(command->words, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		if (command->argc == 1 && strchr(word, '='))
			command->variables[command->variable_count++] = word;
		else if (word[0] == '<')
			command->input = word + 1;
		else if (command->argc < WORDS_MAX)
			command->argv[command->argc++] = word;
}

size_t commands_read(const char *path, struct command *commands, size_t room)
{
	char line[sizeof commands->line];
	size_t count = 0;
	FILE *in = fopen(path, "r");
	while (in && count < room && fgets(line, sizeof line, in)) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] && line[0] != '#')
			command_make(&commands[count++], line);
	}
	if (in)
		fclose(in);
	return count;
}

void become(const struct command *command, int out, int error, void (*arm)(bool begins))
{
	for (int i = 0; i < command->variable_count; i++)
		putenv(command->variables[i]);
	if (!freopen(command->input, "r", stdin) || dup2(out, 1) < 0 || dup2(error, 2) < 0)
		_exit(125);
	alarm(SECONDS_MAX);
	char *argv[WORDS_MAX + 1];
	memcpy(argv, command->argv, sizeof command->argv);
	argv[command->argc] = NULL;
	arm(true);
	int status = plan_main(command->argc, argv);
	arm(false);
	run_end(status);
}

static void read_back(int fd, struct text *text)
{
	ssize_t size = pread(fd, text->bytes, sizeof text->bytes - 1, 0);
	text->size = size > 0 ? (size_t)size : 0;
	text->bytes[text->size] = '\0';
}

void *shared(size_t size)
{
	void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		abort();
	return at;
}

/* Two files in memory for what a run writes. */
struct files {
	int out, error;
};

static void empty(struct files *files)
{
	if (!files->out)
		*files = (struct files){memfd_create("out", 0), memfd_create("error", 0)};
	if (ftruncate(files->out, 0) || ftruncate(files->error, 0) || lseek(files->out, 0, SEEK_SET) ||
		lseek(files->error, 0, SEEK_SET))
		abort();
}

static void wait_for(pid_t child, const struct files *files, struct result *result)
{
	int status;
	if (child < 0 || waitpid(child, &status, 0) != child)
		abort();
	result->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	read_back(files->out, &result->out);
	read_back(files->error, &result->error);
}

static struct files branch_files;

void run(const struct command *command, void (*arm)(bool begins), struct result *result)
{
	static struct files files;
	empty(&files);
	empty(&branch_files);
	fflush(stdout);
	pid_t child = fork();
	if (child == 0)
		become(command, files.out, files.error, arm);
	wait_for(child, &files, result);
}

/* What has been written so far, of a branch as well. */
static void copy(int from, int to)
{
	char bytes[4096];
	off_t at = 0;
	for (ssize_t size; (size = pread(from, bytes, sizeof bytes, at)) > 0; at += size)
		if (write(to, bytes, (size_t)size) != size)
			abort();
}

bool run_branch(struct result *result)
{
	off_t places[FILES_MAX];
	empty(&branch_files);
	copy(1, branch_files.out);
	copy(2, branch_files.error);
	for (int fd = 0; fd < FILES_MAX; fd++)
		places[fd] = lseek(fd, 0, SEEK_CUR);
	pid_t child = fork();
	if (child == 0) {
		dup2(branch_files.out, 1);
		dup2(branch_files.error, 2);
		alarm(SECONDS_MAX);
		return true;
	}
	alarm(0);
	wait_for(child, &branch_files, result);
	for (int fd = 0; fd < FILES_MAX; fd++)
		if (places[fd] >= 0)
			lseek(fd, places[fd], SEEK_SET);
	alarm(SECONDS_MAX);
	return false;
}

bool text_same(const struct text *a, const struct text *b)
{
	return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

size_t text_lines(const struct text *text)
{
	size_t count = 0;
	for (size_t i = 0; i < text->size; i++)
		count += text->bytes[i] == '\n';
	return count;
}
