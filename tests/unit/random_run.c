#include "random_run.h"

#include "random_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static uint64_t seed_at_hand;

unsigned long long random_seed(void)
{
	return seed_at_hand;
}

/* Whether the plan of a seed loads; it is looked at then. */
static bool run_seed(uint64_t seed, bool print, random_look *look)
{
	struct buf text = {0};
	struct loaded loaded;
	seed_at_hand = seed;
	random_plan(&text, seed, 0);
	if (print)
		printf("%s", buf_string(&text));
	load_text(&loaded, buf_string(&text));
	bool good = loaded.plan != NULL;
	if (good) {
		struct plan_timeline *timeline = NULL;
		assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
		look(loaded.plan, timeline);
		plan_timeline_free(timeline);
	}
	load_free(&loaded);
	buf_free(&text);
	return good;
}

struct random_count random_run(unsigned count, random_look *look)
{
	const char *seed = getenv("SEED"), *seeds = getenv("SEEDS");
	struct random_count found = {0, seeds ? (unsigned)strtoul(seeds, NULL, 10) : count};
	if (seed) {
		found.all = 1;
		found.loaded = run_seed(strtoull(seed, NULL, 10), true, look);
		return found;
	}
	for (uint64_t s = 1; s <= found.all; s++)
		found.loaded += run_seed(s, false, look);
	return found;
}
