/*
 * What a command may still open once it reads plans. Landlock restricts a thread, and for good, so each case
 * has one of its own; what an old kernel answers is put there by a filter of system calls (seccomp),
 * likewise.
 */
#undef PLAN_NO_SANDBOX
#include "cli/sandbox.c"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static char folder[] = "/tmp/plan-sandbox-XXXXXX";
static bool pager;

bool pager_possible(const struct cli *cli)
{
	(void)cli;
	return pager;
}

/* --- a thread of its own -------------------------------------------------------------------- */

struct trial {
	const char *input, *output; /* NULL: none */
	long refused;               /* a system call that the kernel refuses; 0: none */
	unsigned reason;            /* with this errno */
	bool reads, writes, reads_other, creates, creates_beside, lists;
};

static void refuse_call(long number, unsigned reason)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | reason),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	const struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static bool opens(const char *path, int how)
{
	int fd = open(path, how | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static void *run_trial(void *data)
{
	struct trial *trial = data;
	char *input = (char *)trial->input;
	struct option_value output = {.text = trial->output};
	struct cli cli = {.outputs = {.at = &output, .count = trial->output != NULL}};
	struct file_names inputs = {.names = {.at = &input, .count = input != NULL}};
	if (trial->refused)
		refuse_call(trial->refused, trial->reason);
	sandbox_enter(&cli, &inputs);
	trial->reads = input && opens(input, O_RDONLY);
	trial->writes = trial->output && opens(trial->output, O_WRONLY);
	trial->reads_other = opens("/etc/passwd", O_RDONLY);
	trial->creates = opens("/tmp/plan-sandbox-stray", O_RDWR | O_CREAT | O_EXCL);
	trial->creates_beside = opens("beside", O_RDWR | O_CREAT | O_EXCL) && !rename("beside", "renamed");
	trial->lists = opens(".", O_RDONLY | O_DIRECTORY);
	unlink("/tmp/plan-sandbox-stray");
	unlink("renamed");
	unlink("beside");
	return NULL;
}

static struct trial try(struct trial trial)
{
	pthread_t thread;
	assert_int_equal(pthread_create(&thread, NULL, run_trial, &trial), 0);
	assert_int_equal(pthread_join(thread, NULL), 0);
	unlink("/tmp/plan-sandbox-stray"); /* what a restricted thread could not clear away */
	unlink("renamed");
	return trial;
}

static bool is_free(const struct trial *trial)
{
	return trial->reads_other && trial->creates && trial->creates_beside && trial->lists;
}

static void need_landlock(void)
{
	if (syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
		skip();
}

/* --- cases ---------------------------------------------------------------------------------- */

static void only_the_input_can_be_read(void **state)
{
	(void)state;
	need_landlock();
	struct trial trial = try((struct trial){.input = "plan.yaml"});
	assert_true(trial.reads);
	assert_false(trial.reads_other || trial.creates || trial.creates_beside || trial.lists);
	trial = try((struct trial){.input = "-"});
	assert_false(trial.reads_other || trial.creates || trial.creates_beside || trial.lists);
	assert_true(opens("/etc/passwd", O_RDONLY)); /* other threads are not restricted */
}

static void outputs_can_be_replaced_where_they_lie(void **state)
{
	(void)state;
	need_landlock();
	char whole[64];
	snprintf(whole, sizeof whole, "%s/new.json", folder);
	const char *const outputs[] = {"new.json", "./new.json", whole, "old.json", "link.json"};
	for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++) {
		struct trial trial = try((struct trial){.input = "plan.yaml", .output = outputs[i]});
		assert_true(trial.reads && trial.creates_beside);
		assert_false(trial.reads_other || trial.creates || trial.lists);
	}
	assert_false(try((struct trial){.input = "plan.yaml", .output = "-"}).creates_beside);
}

static void devices_can_be_written(void **state)
{
	(void)state;
	need_landlock();
	struct trial trial = try((struct trial){.input = "plan.yaml", .output = "/dev/null"});
	assert_true(trial.reads && trial.writes);
	assert_false(trial.reads_other || trial.creates || trial.creates_beside || trial.lists);
}

/* A pipe has no name that Landlock could forbid. */
static void pipes_can_be_read(void **state)
{
	(void)state;
	need_landlock();
	int ends[2];
	char name[32];
	assert_int_equal(pipe(ends), 0);
	snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
	struct trial trial = try((struct trial){.input = name});
	assert_true(trial.reads);
	assert_false(trial.reads_other || trial.creates || trial.creates_beside || trial.lists);
	close(ends[0]);
	close(ends[1]);
}

/* Whoever cannot be allowed what it needs is not restricted: what is wrong shows where it is opened. */
static void what_is_missing_restricts_nothing(void **state)
{
	(void)state;
	char longer[PATH_MAX + 1];
	memset(longer, 'x', PATH_MAX);
	longer[PATH_MAX] = '\0';
	const struct trial trials[] = {
		{.input = "missing.yaml"},
		{.input = "plan.yaml", .output = "missing/new.json"},
		{.input = "plan.yaml", .output = longer},
	};
	for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
		struct trial trial = try(trials[i]);
		assert_true(is_free(&trial));
	}
}

static void a_pager_is_not_restricted(void **state)
{
	(void)state;
	pager = true;
	struct trial trial = try((struct trial){.input = "plan.yaml"});
	pager = false;
	assert_true(is_free(&trial));
}

static void other_kernels_restrict_nothing(void **state)
{
	(void)state;
	const struct trial trials[] = {
		{.refused = SYS_landlock_create_ruleset, .reason = ENOSYS},
		{.refused = SYS_landlock_create_ruleset, .reason = EOPNOTSUPP},
		{.refused = SYS_landlock_add_rule, .reason = EINVAL},
		{.refused = SYS_landlock_restrict_self, .reason = E2BIG},
		{.refused = SYS_prctl, .reason = EPERM},
	};
	for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
		struct trial trial = trials[i];
		trial.input = "plan.yaml";
		trial = try(trial);
		assert_true(trial.reads && is_free(&trial));
	}
}

static bool make(const char *name)
{
	return opens(name, O_WRONLY | O_CREAT | O_EXCL);
}

static int set_up(void **state)
{
	(void)state;
	bool ready = mkdtemp(folder) && chdir(folder) == 0 && make("plan.yaml") && make("old.json") &&
				 symlink("old.json", "link.json") == 0;
	return ready ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	const char *const names[] = {"plan.yaml", "old.json", "link.json"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(names[i]);
	return chdir("/") == 0 ? rmdir(folder) : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_the_input_can_be_read),
		cmocka_unit_test(outputs_can_be_replaced_where_they_lie),
		cmocka_unit_test(devices_can_be_written),
		cmocka_unit_test(pipes_can_be_read),
		cmocka_unit_test(what_is_missing_restricts_nothing),
		cmocka_unit_test(a_pager_is_not_restricted),
		cmocka_unit_test(other_kernels_restrict_nothing),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
