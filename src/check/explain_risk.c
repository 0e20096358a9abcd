#include "check/explain.h"

#include "base/text.h"

static const struct explanation rows[] = {
	{
		PLAN_RULE_DEADLINE_AT_RISK,
		N_("The deadline is kept by some of the days that the imprecise dates may turn out to be, but "
		   "not by "
		   "all. The chain that is shown starts at the date that decides it."),
		N_("Write a more precise date there, or agree on one that is early enough."),
		"approval: godkendelse\n"
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: 2018-11}\n"
		"  godkendelse: {title: Godkendelse, after: biu-2 + 3w, deadline: 2018-12-13}\n",
		"approval: godkendelse\n"
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: medio november 2018}\n"
		"  godkendelse: {title: Godkendelse, after: biu-2 + 3w, deadline: 2018-12-13}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_ORDER_UNCERTAIN,
		N_("Two imprecise dates overlap: on some of the days that they may turn out to be, the order "
		   "that the "
		   "plan asks for does not hold. A pair of such days is given."),
		N_("Make one of the two dates more precise."),
		"meetings:\n"
		"  raadet: {title: Drøftelse i rådet, date: 2018-09}\n"
		"  biu-1: {title: 1. behandling, date: ultimo september 2018, after: raadet}\n",
		"meetings:\n"
		"  raadet: {title: Drøftelse i rådet, date: primo september 2018}\n"
		"  biu-1: {title: 1. behandling, date: ultimo september 2018, after: raadet}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_TIGHT_DEADLINE,
		N_("The deadline is kept, but fewer days are left before it than `rules.margin` asks for: one "
		   "meeting "
		   "that is moved may break it."),
		N_("Plan the step earlier. Without a margin in the house rules nothing is said."),
		"rules: {margin: 2w}\n"
		"approval: godkendelse\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12-13, deadline: 2018-12-20}\n",
		"rules: {margin: 2w}\n"
		"approval: godkendelse\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-11-29, deadline: 2018-12-20}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_OVERDUE,
		N_("The last day on which the step can take place is past, and the plan says neither that it was "
		   "held "
		   "nor that it is cancelled. All that comes after it is judged as if it had been held then."),
		N_("Write `held:` with the day, `status: cancelled`, or a new date."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, held: 2018-08-13}\n",
		"2018-09-03",
		EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_MUST_BE_SET,
		N_("The step has no date, or one that is open at one end, and the last day that keeps the rest "
		   "of the "
		   "plan is less than `rules.notice` away (four weeks, unless the plan says otherwise)."),
		N_("Decide on a day and write it down."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, before: biu-2}\n"
		"  biu-2: {title: 2. behandling, date: 2018-09-17}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-09-10, before: biu-2}\n"
		"  biu-2: {title: 2. behandling, date: 2018-09-17}\n",
		"2018-09-03",
		EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_LISTED_ON_HOLIDAY,
		N_("A date that a body lists under `meets` is a public holiday, a day that the calendar closes, "
		   "or in "
		   "a recess. The body's list is its published calendar, so the day is used; but it is often a "
		   "slip."),
		N_("Make sure that the day is right, and take it off the list if it is not."),
		"calendar: {holidays: DK}\n"
		"bodies:\n"
		"  br: {name: Borgerrepræsentationen, meets: [2018-12-13, 2018-12-25]}\n",
		"calendar: {holidays: DK}\n"
		"bodies:\n"
		"  br: {name: Borgerrepræsentationen, meets: [2018-12-13]}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_HELD_IN_FUTURE,
		N_("The step is marked as held, or as done, on a day that is still to come: most often a slip in "
		   "the "
		   "year. Facts are never moved, so all that follows would be judged by it."),
		N_("Correct the day, or take the mark off until it has taken place."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, held: 2019-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, held: 2018-08-13}\n",
		"2018-09-03",
		EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_CONFIRMED_WITHOUT_DAY,
		N_("The step is confirmed, but it has no date, or an imprecise one: nobody can tell what was "
		   "confirmed."),
		N_("Write the day, or `status: planned` until there is one."),
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: november 2018, status: confirmed}\n",
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: 2018-11-12, status: confirmed}\n",
		.silence = EXPLAIN_ALLOW,
	},
};

const struct explanations explain_risk = {rows, sizeof rows / sizeof *rows};
