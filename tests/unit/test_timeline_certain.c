/*
 * What is certain of random plans, the verdict on each deadline, and the pairs of dates that may fall in the
 * wrong order, against trying every day that somebody else may choose (slow_certain.h).
 */
#include "random_run.h"
#include "slow_certain.h"
#include "timeline/certain.h"

#include <plan/check.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { DEFAULT_COUNT = 4000 };

static struct slow slow;
static struct slow_choices choices;

/* How often each kind was met. */
static struct {
	unsigned certain, not_certain, tried, on_track, at_risk, uncertain;
} met;

static void check_certain(const struct plan_timeline *timeline)
{
	bool tried, certain = slow_is_certain(&choices, NULL);
	CHECK(timeline->certain == certain, "certain is %d", timeline->certain);
	bool placed = slow_some_placement(&choices, &tried);
	if (tried) {
		met.tried++;
		CHECK(placed == certain, "certain is %d, but of all placements some is good: %d", certain, placed);
	}
	met.certain += certain;
	met.not_certain += !certain;
}

static void check_deadlines(const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->deadline_count; i++) {
		const struct plan_deadline *deadline = &timeline->deadlines[i];
		bool kept = slow_is_certain(&choices, deadline->step);
		CHECK(deadline->verdict == (kept ? PLAN_ON_TRACK : PLAN_AT_RISK), "the deadline of %s has verdict %d",
			  deadline->step->entry.id, deadline->verdict);
		CHECK((deadline->risk.count > 0) == !kept, "%zu reasons for the risk of %s", deadline->risk.count,
			  deadline->step->entry.id);
		met.on_track += kept;
		met.at_risk += !kept;
	}
}

/* The constraint that an uncertainty is about. */
static const struct slow_constraint *find_constraint(const struct plan_uncertainty *found)
{
	for (size_t i = 0; i < slow.constraint_count; i++) {
		const struct slow_constraint *c = &slow.constraints[i];
		if (c->link == found->cause->link && slow_is_uncertain(&choices, c) &&
			slow.variables[c->x].step != NULL)
			return c;
	}
	return NULL;
}

/* Whether some days of the first and second step, one of them each as reported, break a constraint. */
static bool breaks(const struct plan_uncertainty *found)
{
	plan_day days[SLOW_VARIABLES];
	for (size_t i = 0; i < slow.constraint_count; i++) {
		const struct slow_constraint *c = &slow.constraints[i];
		if (c->link != found->cause->link || !c->link)
			continue;
		if (c->type == SLOW_FROM || c->type == SLOW_UNTIL) {
			days[c->x] = found->second_day;
			if (slow_may_be(&choices, c->x, found->second_day) && !slow_holds(&slow, c, days))
				return true;
			continue;
		}
		bool turned = slow.variables[c->x].step != found->first;
		size_t first = turned ? c->y : c->x, second = turned ? c->x : c->y;
		if (slow.variables[first].step != found->first || slow.variables[second].step != found->second)
			continue;
		days[first] = found->first_day;
		days[second] = found->second_day;
		if (slow_may_be(&choices, first, found->first_day) &&
			slow_may_be(&choices, second, found->second_day) && !slow_holds(&slow, c, days))
			return true;
	}
	return false;
}

static void check_uncertainties(const struct plan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->uncertainty_count; i++) {
		const struct plan_uncertainty *found = &timeline->uncertainties[i];
		CHECK(find_constraint(found), "line %u is not uncertain", found->cause->span.line);
		CHECK(breaks(found), "the days %d and %d do not break line %u", found->first_day, found->second_day,
			  found->cause->span.line);
	}
	for (size_t i = 0; i < slow.constraint_count; i++) {
		const struct slow_constraint *c = &slow.constraints[i];
		if (!c->link || !slow_is_uncertain(&choices, c))
			continue;
		bool reported = false;
		for (size_t j = 0; j < timeline->uncertainty_count; j++)
			reported |= timeline->uncertainties[j].cause->link == c->link;
		CHECK(reported, "the order at line %u is uncertain and not reported", c->link->to.span.line);
		met.uncertain++;
	}
}

static void look(const struct plan *plan, struct plan_timeline *timeline)
{
	if (!timeline->feasible)
		return;
	slow_init(&slow, plan, false);
	slow_choices_init(&choices, &slow);
	check_uncertainties(timeline);
	check_certain(timeline);
	check_deadlines(timeline);
}

static void test_certain(void **state)
{
	(void)state;
	struct random_count count = random_run(DEFAULT_COUNT, look);
	print_message(
		"%u certain, %u not, %u by all placements; %u deadlines on track, %u at risk; %u orders uncertain\n",
		met.certain, met.not_certain, met.tried, met.on_track, met.at_risk, met.uncertain);
	if (count.all >= 1000)
		assert_true(met.certain > count.all / 20 && met.not_certain > count.all / 50 &&
					met.tried > count.all / 50 && met.on_track > count.all / 50 &&
					met.at_risk > count.all / 100 && met.uncertain > count.all / 100);
}

/* A ring that gains a day a round in January, from whatever day of the year the meeting turns out to be. */
static const char ring_text[] =
	"plan: p\ntitle: P\napproval: z\nrules: {severity: {unordered-step: off, must-be-set: off}}\nmeetings:\n"
	"  m: {title: M, date: 2019-01-01..2019-12-31}\n"
	"  w: {title: W, date: 2019-03-04, deadline: 2019-04-01}\n"
	"documents:\n"
	"  x: {title: X, after: [m + 0d, y - 30d]}\n"
	"  y: {title: Y, after: x + 1m}\n"
	"  z: {title: Z, after: y, deadline: 2020-06-01}\n";

static enum plan_verdict verdict_of(struct timeline_work *work, const struct certainty *certainty,
									const struct plan_step *step)
{
	enum plan_verdict verdict;
	struct plan_chain chain = {0};
	assert_int_equal(certainty_deadline(work, certainty, step->number, &verdict, &chain), PLAN_OK);
	assert_true((verdict == PLAN_AT_RISK) == (chain.count > 0));
	return verdict;
}

/* Where what is certain takes too long to find out, that is not taken for a risk; what does not depend on it
 * is known. */
static void test_given_up(void **state)
{
	(void)state;
	struct loaded loaded;
	struct timeline_work work;
	struct certainty certainty;
	load_good_text(&loaded, ring_text);
	for (unsigned tired = 0; tired < 2; tired++) {
		struct arena *arena = arena_new();
		assert_int_equal(work_init(&work, loaded.plan, arena), PLAN_OK);
		assert_true(work.feasible);
		if (tired)
			work.solver.moves_left = -1;
		assert_int_equal(certainty_find(&work, &certainty), PLAN_OK);
		assert_int_equal(certainty.violations.count > 0, tired);
		assert_int_equal(verdict_of(&work, &certainty, load_step(&loaded, "z")),
						 tired ? PLAN_UNDECIDED : PLAN_ON_TRACK);
		assert_int_equal(verdict_of(&work, &certainty, load_step(&loaded, "w")), PLAN_ON_TRACK);
		certainty_free(&certainty);
		work_free(&work);
		arena_free(arena);
	}
	load_free(&loaded);
}

/* It is told as a limit that was met, at the deadline. */
static void test_given_up_is_told(void **state)
{
	(void)state;
	struct loaded loaded;
	struct plan_timeline *timeline;
	struct plan_check_options options = {.today = plan_day_from_civil((struct plan_civil){2018, 12, 1})};
	load_good_text(&loaded, ring_text);
	assert_int_equal(plan_timeline_new(loaded.plan, &timeline), PLAN_OK);
	struct plan_deadline unknown = *plan_timeline_deadline(timeline, load_step(&loaded, "z"));
	unknown.verdict = PLAN_UNDECIDED;
	timeline->deadlines = &unknown;
	timeline->deadline_count = 1;
	assert_int_equal(plan_check(timeline, &options, &loaded.diags), PLAN_OK);
	assert_true(load_has(&loaded, PLAN_RULE_LIMIT_EXCEEDED, 11, 0));
	plan_timeline_free(timeline);
	load_free(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_given_up),
									   cmocka_unit_test(test_given_up_is_told),
									   cmocka_unit_test(test_certain)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
