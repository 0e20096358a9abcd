/*
 * Feeds files to a fuzz target without a fuzzer, each as it is and then mutated, always in the same way.
 *
 *     replay [-r ROUNDS] PATH...       a folder stands for the files below it
 *
 * Before each input the input is noted, so that whatever kills the target can be told: it is written to
 * crash-input in the current folder. Prints how many inputs there were.
 */
#include "fuzz.h"

#include <fts.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { INPUT_MAX = 32768 };

static uint8_t input[INPUT_MAX];
static size_t input_size;
static unsigned long inputs;

static void keep_input(int number)
{
	FILE *out = fopen("crash-input", "wb");
	if (out) {
		fwrite(input, 1, input_size, out);
		fclose(out);
	}
	signal(number, SIG_DFL);
	raise(number);
}

static void feed(void)
{
	/* A copy of exactly this size, so that a sanitizer sees what reads beyond it. */
	uint8_t *copy = malloc(input_size ? input_size : 1);
	HOLDS(copy);
	memcpy(copy, input, input_size);
	LLVMFuzzerTestOneInput(copy, input_size);
	free(copy);
	inputs++;
}

static void replay(const char *path, unsigned rounds)
{
	FILE *in = fopen(path, "rb");
	if (!in) {
		perror(path);
		exit(1);
	}
	static uint8_t original[INPUT_MAX];
	size_t size = fread(original, 1, sizeof original, in);
	fclose(in);
	for (unsigned round = 0; round <= rounds; round++) {
		memcpy(input, original, size);
		input_size = round ? LLVMFuzzerCustomMutator(input, size, INPUT_MAX, round) : size;
		feed();
	}
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

int main(int argc, char **argv)
{
	unsigned rounds = 0;
	int option;
	while ((option = getopt(argc, argv, "r:")) != -1) {
		if (option != 'r')
			return 2;
		rounds = (unsigned)strtoul(optarg, NULL, 10);
	}
	if (optind == argc)
		return 2;
	signal(SIGABRT, keep_input);
	signal(SIGSEGV, keep_input);
	signal(SIGALRM, keep_input);

	FTS *tree = fts_open(argv + optind, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	HOLDS(tree);
	for (FTSENT *entry; (entry = fts_read(tree)) != NULL;) {
		if (entry->fts_info != FTS_F)
			continue;
		alarm(60); /* one file and its mutations */
		replay(entry->fts_accpath, rounds);
	}
	fts_close(tree);
	printf("%lu inputs\n", inputs);
	return inputs == 0;
}
