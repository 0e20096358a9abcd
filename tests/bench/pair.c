/*
 * Times two commands in turns and prints what they took and their ratio.
 *
 *     pair [-n RUNS] [-u wall|cpu|memory] COMMAND [ARG...] --- COMMAND [ARG...]
 *
 * The turns take the machine's moods out of the ratio. Prints one line, five figures parted by blanks: the
 * first command's minimum and median, the second's, and the ratio of the medians (of the minima with -m).
 * Times are in milliseconds, memory is the largest resident set in KiB. Output of the commands goes to
 * /dev/null; a command that cannot be started or dies of a signal ends it with status 1.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum unit { WALL, CPU, MEMORY };

struct series {
	char **argv;
	double *taken;
};

static double milliseconds(long seconds, long nanoseconds)
{
	return (double)seconds * 1e3 + (double)nanoseconds / 1e6;
}

/* Runs a command once; false when it did not end by itself. */
static bool run(char **argv, const posix_spawn_file_actions_t *quiet, enum unit unit, double *taken)
{
	struct timespec from, to;
	struct rusage usage;
	pid_t child;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &from);
	errno = posix_spawnp(&child, argv[0], quiet, NULL, argv, environ);
	if (errno || wait4(child, &status, 0, &usage) != child) {
		fprintf(stderr, "pair: %s: %s\n", argv[0], strerror(errno));
		return false;
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 2) {
		fprintf(stderr, "pair: %s: ended with wait status %d\n", argv[0], status);
		return false;
	}
	switch (unit) {
	case WALL: *taken = milliseconds(to.tv_sec - from.tv_sec, to.tv_nsec - from.tv_nsec); break;
	case CPU:
		*taken = milliseconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec,
							  (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000);
		break;
	case MEMORY: *taken = (double)usage.ru_maxrss; break;
	}
	return true;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static int usage(void)
{
	fputs("usage: pair [-n RUNS] [-m] [-u wall|cpu|memory] COMMAND [ARG...] --- COMMAND [ARG...]\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	enum unit unit = WALL;
	size_t runs = 11;
	bool minima = false;
	int option;

	while ((option = getopt(argc, argv, "+n:mu:")) != -1) {
		if (option == 'n')
			runs = strtoul(optarg, NULL, 10);
		else if (option == 'm')
			minima = true;
		else if (option == 'u')
			unit = optarg[0] == 'c' ? CPU : optarg[0] == 'm' ? MEMORY : WALL;
		else
			return usage();
	}
	int split = optind;
	while (split < argc && strcmp(argv[split], "---") != 0)
		split++;
	if (runs < 1 || runs > 100000 || split == optind || split + 1 >= argc)
		return usage();
	argv[split] = NULL;

	struct series pair[2] = {{argv + optind, calloc(runs, sizeof(double))},
							 {argv + split + 1, calloc(runs, sizeof(double))}};
	posix_spawn_file_actions_t quiet;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	if (!pair[0].taken || !pair[1].taken)
		return 1;

	double warm;
	for (int side = 0; side < 2; side++)
		if (!run(pair[side].argv, &quiet, unit, &warm))
			return 1;
	for (size_t turn = 0; turn < runs; turn++)
		for (int side = 0; side < 2; side++)
			if (!run(pair[side].argv, &quiet, unit, &pair[side].taken[turn]))
				return 1;

	for (int side = 0; side < 2; side++)
		qsort(pair[side].taken, runs, sizeof(double), by_size);
	double *a = pair[0].taken, *b = pair[1].taken;
	printf("%.3f %.3f %.3f %.3f %.3f\n", a[0], a[runs / 2], b[0], b[runs / 2],
		   minima ? a[0] / b[0] : a[runs / 2] / b[runs / 2]);
	free(pair[0].taken);
	free(pair[1].taken);
	posix_spawn_file_actions_destroy(&quiet);
	return 0;
}
