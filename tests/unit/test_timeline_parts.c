/*
 * Plans with several contradictions at once: random parts beside each other have the conflicts that each has
 * alone, with the same chains and repairs; parts that wait for one another have a chain for every conflict
 * that shares nothing with those that are told, each irreducible, and each repair mends its own.
 */
#include "random_plan.h"
#include "random_run.h"
#include "slow_chain.h"
#include "slow_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The plans are of 2019: few years will do, and rings get through them sooner. */
enum { DEFAULT_COUNT = 500, FEWER_BEFORE = 39100, FEWER_AFTER = 59500 };

static struct {
	unsigned plans, conflicts, several, repairs, follow;
} met;

static unsigned long long seed_at_hand;

#undef CHECK
#define CHECK(condition, ...)                                                                                \
	do {                                                                                                     \
		if (!(condition)) {                                                                                  \
			print_error("seed %llu: ", seed_at_hand);                                                        \
			fail_msg(__VA_ARGS__);                                                                           \
		}                                                                                                    \
	} while (0)

struct solved {
	struct buf text;
	struct loaded loaded;
	struct plan_timeline *timeline;
};

static bool solve(struct solved *solved, unsigned parts, bool joined)
{
	*solved = (struct solved){0};
	random_parts(&solved->text, seed_at_hand, parts, joined);
	if (getenv("SEED"))
		printf("%s\n", buf_string(&solved->text));
	load_text(&solved->loaded, buf_string(&solved->text));
	if (!solved->loaded.plan)
		return false;
	assert_int_equal(plan_timeline_new(solved->loaded.plan, &solved->timeline), PLAN_OK);
	return true;
}

static void drop(struct solved *solved)
{
	plan_timeline_free(solved->timeline);
	load_free(&solved->loaded);
	buf_free(&solved->text);
}

static bool same_entry(const struct plan_entry *a, const struct plan_entry *b)
{
	return a && b ? strcmp(a->id, b->id) == 0 : a == b;
}

static bool same_cause(const struct plan_cause *a, const struct plan_cause *b)
{
	if (!a || !b)
		return a == b;
	bool same_link = a->link && b->link
						 ? a->link->relation == b->link->relation && a->link->point == b->link->point &&
							   !memcmp(&a->link->gap, &b->link->gap, sizeof a->link->gap)
						 : !a->link && !b->link;
	return a->kind == b->kind && same_entry(&a->step->entry, &b->step->entry) &&
		   same_entry(a->other, b->other) && same_link && a->at_end == b->at_end &&
		   a->other_at_end == b->other_at_end && a->upper == b->upper && a->most == b->most &&
		   a->day == b->day;
}

static bool same_chain(const struct plan_chain *a, const struct plan_chain *b)
{
	if (a->count != b->count || a->ring != b->ring)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!same_cause(&a->at[i], &b->at[i]))
			return false;
	return true;
}

static bool same_repair(const struct plan_repair *a, const struct plan_repair *b)
{
	return same_cause(a->cause, b->cause) && a->day == b->day && a->amount.count == b->amount.count &&
		   a->amount.unit == b->amount.unit;
}

static bool same_conflict(const struct plan_conflict *a, const struct plan_conflict *b)
{
	return a->kind == b->kind && same_entry(&a->step->entry, &b->step->entry) && a->at_end == b->at_end &&
		   a->earliest == b->earliest && a->latest == b->latest && same_chain(&a->chain, &b->chain);
}

/* Finds every conflict of one part among those of the whole. */
static void check_part(const struct plan_timeline *part, const struct plan_timeline *whole)
{
	for (size_t i = 0; i < part->conflict_count; i++) {
		const struct plan_conflict *conflict = &part->conflicts[i];
		size_t j = 0;
		while (j < whole->conflict_count && !same_conflict(conflict, &whole->conflicts[j]))
			j++;
		CHECK(j < whole->conflict_count, "the conflict of %s is not told beside others",
			  conflict->step->entry.id);
		/* Of the many conflicts of a plan only the first have repairs. */
		CHECK(j >= PLAN_REPAIRS_MAX || same_repair(&conflict->repair, &whole->conflicts[j].repair),
			  "the conflict of %s is mended otherwise beside others", conflict->step->entry.id);
		met.repairs += conflict->repair.cause != NULL;
	}
}

static void test_beside(void)
{
	struct solved whole, part;
	unsigned parts = (1u << RANDOM_PARTS) - 1;
	size_t conflicts = 0;
	if (solve(&whole, parts, false)) {
		for (unsigned p = 0; p < RANDOM_PARTS; p++) {
			assert_true(solve(&part, 1u << p, false));
			check_part(part.timeline, whole.timeline);
			conflicts += part.timeline->conflict_count;
			drop(&part);
		}
		CHECK(whole.timeline->conflict_count == conflicts, "%zu conflicts in all, %zu of the parts",
			  whole.timeline->conflict_count, conflicts);
		CHECK(whole.timeline->feasible == (conflicts == 0), "feasible or not");
		met.plans++;
		met.conflicts += (unsigned)conflicts;
		met.several += conflicts > 1;
	}
	drop(&whole);
}

static void narrow(struct slow *slow)
{
	slow->first += FEWER_BEFORE;
	slow->last -= FEWER_AFTER;
}

static void check_conflict(struct slow *slow, const struct plan_conflict *conflict)
{
	const struct plan_chain *chain = &conflict->chain;
	slow_turn_on(slow, chain);
	CHECK(!slow_earliest(slow), "the chain of %s is no conflict", conflict->step->entry.id);
	for (size_t i = 0; i < chain->count; i++) {
		struct slow_constraint *constraint = slow_find(slow, &chain->at[i]);
		if (!constraint)
			continue;
		constraint->on = false;
		CHECK(slow_earliest(slow), "the chain of %s does not need its link %zu", conflict->step->entry.id, i);
		constraint->on = true;
	}
}

/* Prints a conflict that is left: what cannot be turned off, too. */
static void print_rest(struct slow *slow)
{
	for (size_t i = 0; i < slow->constraint_count; i++) {
		struct slow_constraint *c = &slow->constraints[i];
		if (!c->on)
			continue;
		c->on = false;
		c->on = slow_earliest(slow);
		if (c->on)
			print_error("%s of %s\n", slow->variables[c->x].step->entry.id, c->owner->entry.id);
	}
}

/* Turns off a link. That a step does not end before it starts is not said beside what it lasts at the least.
 */
static void turn_off(struct slow *slow, struct slow_constraint *constraint)
{
	constraint->on = false;
	for (size_t i = 0; i < slow->constraint_count && constraint->type == SLOW_LASTS_LEAST; i++)
		if (slow->constraints[i].kind == PLAN_CAUSE_ORDER && slow->constraints[i].owner == constraint->owner)
			slow->constraints[i].on = false;
}

/* Turns off all links of all chains: what is left has no conflict, else one was not told. */
static void check_complete(struct slow *slow, const struct plan_timeline *timeline)
{
	slow_turn_all(slow, true);
	for (size_t i = 0; i < timeline->conflict_count; i++)
		for (size_t j = 0; j < timeline->conflicts[i].chain.count; j++) {
			struct slow_constraint *constraint = slow_find(slow, &timeline->conflicts[i].chain.at[j]);
			if (constraint)
				turn_off(slow, constraint);
		}
	bool rest = !slow_earliest(slow);
	if (rest)
		print_rest(slow);
	CHECK(!rest, "a conflict that shares nothing with the others is not told");
	slow_turn_all(slow, true);
}

/* A repair of several conflicts mends its own at the least; what one alone does test_timeline_repair tells.
 */
static void check_repair(struct slow *slow, const struct plan_timeline *timeline, size_t number)
{
	const struct plan_conflict *conflict = &timeline->conflicts[number];
	if (!conflict->repair.cause)
		return;
	slow_turn_on(slow, &conflict->chain);
	struct change change = change_of_repair(&conflict->repair);
	CHECK(change_mends(slow, timeline, &change), "the repair of %s at line %u does not help",
		  conflict->step->entry.id, (unsigned)conflict->repair.cause->span.line);
	met.repairs++;
}

static void test_joined(void)
{
	static struct slow slow;
	struct solved whole;
	if (solve(&whole, (1u << RANDOM_PARTS) - 1, true)) {
		const struct plan_timeline *timeline = whole.timeline;
		slow_init(&slow, whole.loaded.plan, false);
		narrow(&slow);
		CHECK(timeline->feasible == (timeline->conflict_count == 0), "feasible or not");
		for (size_t i = 0; i < timeline->conflict_count; i++)
			check_conflict(&slow, &timeline->conflicts[i]);
		check_complete(&slow, timeline);
		for (size_t i = 0; i < timeline->conflict_count; i++)
			check_repair(&slow, timeline, i);
		met.conflicts += (unsigned)timeline->conflict_count;
		met.several += timeline->conflict_count > 1;
	}
	drop(&whole);
}

/* SEED and SEEDS as in random_run.h. */
static void run(void (*look)(void))
{
	const char *seed = getenv("SEED"), *seeds = getenv("SEEDS");
	unsigned long long first = seed ? strtoull(seed, NULL, 10) : 1;
	unsigned long long last = seed ? first : seeds ? strtoull(seeds, NULL, 10) : DEFAULT_COUNT;
	memset(&met, 0, sizeof met);
	for (seed_at_hand = first; seed_at_hand <= last; seed_at_hand++)
		look();
	print_message("%u conflicts, %u plans with several, %u repairs\n", met.conflicts, met.several,
				  met.repairs);
	if (last - first >= 100)
		assert_true(met.several > (last - first) / 4);
}

static void test_beside_each_other(void **state)
{
	(void)state;
	run(test_beside);
}

static void test_after_one_another(void **state)
{
	(void)state;
	run(test_joined);
}

/* Each pair contradicts itself, and what is late of one makes all that come after it late. */
static void test_one_behind_the_other(void **state)
{
	(void)state;
	enum { PAIRS = 30, LATE = 1000 };
	struct solved solved = {0};
	plan_day day = plan_day_from_civil((struct plan_civil){2019, 1, 7});
	buf_text(&solved.text, "plan: p\ntitle: P\nmeetings:\n");
	for (unsigned i = 0; i < PAIRS; i++, day += 14) {
		struct plan_civil b = plan_day_to_civil(day), a = plan_day_to_civil(day + LATE - 20 * (plan_day)i);
		buf_printf(&solved.text, "  a%u: {title: A, date: %d-%02d-%02d", i, a.year, a.month, a.day);
		if (i)
			buf_printf(&solved.text, ", after: b%u", i - 1);
		buf_text(&solved.text, "}\n");
		buf_printf(&solved.text, "  b%u: {title: B, date: %d-%02d-%02d, after: a%u}\n", i, b.year, b.month,
				   b.day, i);
	}
	load_good_text(&solved.loaded, buf_string(&solved.text));
	assert_int_equal(plan_timeline_new(solved.loaded.plan, &solved.timeline), PLAN_OK);
	assert_int_equal(solved.timeline->conflict_count, PAIRS);
	for (unsigned i = 0; i < PAIRS; i++)
		assert_int_equal(solved.timeline->conflicts[i].chain.count, 3);
	drop(&solved);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_beside_each_other),
		cmocka_unit_test(test_after_one_another),
		cmocka_unit_test(test_one_behind_the_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
