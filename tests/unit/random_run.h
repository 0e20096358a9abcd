/*
 * Tests that go through thousands of random plans (random_plan.h). A failure names the seed: SEED=N runs that
 * one alone and prints its plan; SEEDS=N runs more or fewer.
 */
#ifndef RANDOM_RUN_H
#define RANDOM_RUN_H

#include "load_file.h"

#include <plan/timeline.h>

/* What a test does with each plan that loads; the timeline is its own until it returns. */
typedef void random_look(const struct plan *plan, struct plan_timeline *timeline);

/* Goes through the plans of the seeds from 1 to `count` (or what SEEDS says); how many loaded of how many. */
struct random_count {
	unsigned loaded, all;
};
struct random_count random_run(unsigned count, random_look *look);

/* The seed at hand. */
unsigned long long random_seed(void);

/* Fails the test, naming the seed, unless a condition holds. cmocka.h must be included. */
#define CHECK(condition, ...)                                                                                \
	do {                                                                                                     \
		if (!(condition)) {                                                                                  \
			print_error("seed %llu: ", random_seed());                                                       \
			fail_msg(__VA_ARGS__);                                                                           \
		}                                                                                                    \
	} while (0)

#endif
