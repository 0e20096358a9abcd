/*
 * What is certain of random plans, the verdict on each deadline, and the pairs of dates that may fall in the
 * wrong order, against trying every day that somebody else may choose (slow_certain.h).
 */
#include "random_run.h"
#include "slow_certain.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_certain)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
