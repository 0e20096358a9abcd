#include "cli/checker.h"

#include "cli/sandbox.h"
#include "format/verdict.h"

#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORKERS_MAX = 16, FILES_A_WORKER = 16 };

/* What the workers share. */
struct work {
	struct checker *checker; /* each worker writes to the files it takes */
	const struct cli *cli;
	const struct file_names *names;
	const struct plan_check_options *rules;
	const char *folder; /* where the program runs, with a slash at the end; "" where it is not known */
	atomic_size_t next;
	atomic_bool failed;
};

/* The file as programs should find it; NULL where that is its name. The result points into the name. */
static const char *path_of(const char *name, const char *folder)
{
	size_t length = strlen(folder);
	if (length && !strncmp(name, folder, length))
		return name + length;
	while (!strncmp(name, "./", 2))
		name += 2;
	return name;
}

static enum plan_status find_all(const struct work *work, struct checked *checked, struct findings_file *file)
{
	struct input *input = &checked->input;
	enum plan_status status = plan_timeline_new(input->plan, &input->timeline);
	if (status == PLAN_OK)
		status = plan_check(input->timeline, work->rules, &input->diags);
	if (status != PLAN_OK)
		return status;
	struct ruling ruling = ruling_of(input->timeline, work->rules->today);
	struct buf id = {0}, standing = {0};
	verdict_sentence(&standing, &ruling);
	buf_text(&id, input->plan->id);
	checked->id = id.data;
	checked->standing = standing.data;
	file->plan = checked->id;
	file->standing = checked->standing;
	file->verdict = input->timeline->verdict;
	return id.failed || standing.failed ? PLAN_NOMEM : PLAN_OK;
}

/* Frees what nobody asks for again: ten thousand plans take no more memory at a time than there are workers.
 * Only findings quote the file. */
static enum plan_status forget(struct input *input, const char *name)
{
	input_free_plan(input);
	if (input->diags.count)
		return input_fetch(name, input);
	input_free_bytes(input);
	return PLAN_OK;
}

static enum plan_status check_file(const struct work *work, size_t at)
{
	struct checked *checked = &work->checker->checked[at];
	struct findings_file *file = &work->checker->files[at];
	struct input *input = &checked->input;
	const char *name = work->names->names.at[at];
	enum plan_status status = input_load_plan(work->cli, name, input);
	if (status == PLAN_OK && input->plan) {
		input_put_away(input);
		status = find_all(work, checked, file);
	}
	if (status == PLAN_OK)
		status = forget(input, name);
	if (status != PLAN_OK)
		return status;
	plan_diags_sort(&input->diags);
	file->source = &input->source;
	file->path = path_of(input->source.name, work->folder);
	file->diags = &input->diags;
	return PLAN_OK;
}

static void *run_worker(void *data)
{
	struct work *work = data;
	size_t count = work->names->names.count, at;
	while (!work->failed && (at = atomic_fetch_add(&work->next, 1)) < count)
		if (check_file(work, at) != PLAN_OK)
			work->failed = true;
	return NULL;
}

static size_t worker_count(size_t files)
{
	size_t wanted = files / FILES_A_WORKER;
	size_t cores = wanted > 1 ? (size_t)sysconf(_SC_NPROCESSORS_ONLN) : 1; /* -1, unknown: no limit */
	return wanted > cores ? cores : wanted;
}

/* One worker is the caller; where a thread cannot be made the others do its work. */
static void run_workers(struct work *work, size_t wanted)
{
	pthread_t threads[WORKERS_MAX];
	size_t started = 0;
	while (started + 1 < wanted && started < WORKERS_MAX &&
		   pthread_create(&threads[started], NULL, run_worker, work) == 0)
		started++;
	run_worker(work);
	while (started)
		pthread_join(threads[--started], NULL);
}

enum plan_status checker_run(struct checker *checker, const struct cli *cli, const struct file_names *names,
							 const struct plan_check_options *rules)
{
	char folder[PATH_MAX + 1];
	size_t count = names->names.count;
	if (!getcwd(folder, PATH_MAX))
		folder[0] = '\0';
	else if (strcmp(folder, "/") != 0)
		memcpy(folder + strlen(folder), "/", sizeof "/");
	*checker = (struct checker){
		.checked = calloc(count, sizeof *checker->checked),
		.files = calloc(count, sizeof *checker->files),
	};
	if (!checker->checked || !checker->files)
		return PLAN_NOMEM;
	checker->count = count;
	checker->findings = (struct findings){.files = checker->files, .count = count};
	struct work work = {.checker = checker, .cli = cli, .names = names, .rules = rules, .folder = folder};
	size_t workers = worker_count(count);
	sandbox_enter(cli, names);
	run_workers(&work, workers);
	if (work.failed)
		return PLAN_NOMEM;
	for (size_t i = 0; i < count; i++)
		checker->unreadable |= checker->checked[i].input.reason != 0;
	return PLAN_OK;
}

void checker_free(struct checker *checker)
{
	for (size_t i = 0; i < checker->count; i++) {
		input_free(&checker->checked[i].input);
		free(checker->checked[i].id);
		free(checker->checked[i].standing);
	}
	free(checker->checked);
	free(checker->files);
	*checker = (struct checker){0};
}
