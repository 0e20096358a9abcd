#include "check/explain.h"

#include "base/text.h"

static const struct explanation rows[] = {
	{
		PLAN_RULE_DEADLINE_MISSED,
		N_("With the dates, orders, gaps, durations and meeting days that the plan gives, there is no "
		   "schedule "
		   "in which the step ends by its deadline. The chain of lines that makes it so is shown, with "
		   "the "
		   "day that each leads to and the number of days that are missing."),
		N_("Give way at one of the lines of the chain: end something earlier, shorten a gap or a "
		   "duration, or "
		   "move the deadline. Where one such change is enough, the smallest is named."),
		"phases:\n"
		"  runde: {title: Udvalgsrunde, date: 2018-10-22/2018-12-03}\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, after: runde + 2w, deadline: 2018-12-13}\n",
		"phases:\n"
		"  runde: {title: Udvalgsrunde, date: 2018-10-15/2018-11-26}\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, after: runde + 2w, deadline: 2018-12-13}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_TIMELINE_CONFLICT,
		N_("Two or more lines of the plan cannot both be true: a step comes after another but has an "
		   "earlier "
		   "date, a phase has no room for its duration, a gap is larger than the time between two "
		   "dates."),
		N_("Correct the date, the order or the gap that is wrong; the chain shows all that take part."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, date: 2018-08-20, after: biu-1 + 2w}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, date: 2018-08-27, after: biu-1 + 2w}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_CIRCULAR_ORDER,
		N_("Each of these steps comes after the one before it, and the first after the last: none of "
		   "them can "
		   "ever be held. A ring that can be satisfied, such as two meetings at most four weeks apart, "
		   "is no "
		   "error."),
		N_("Take one of the orders out."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, after: biu-2}\n"
		"  biu-2: {title: 2. behandling, after: biu-1}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling}\n"
		"  biu-2: {title: 2. behandling, after: biu-1}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_CLOSED_DAY,
		N_("The meeting has a known day on which nobody meets: a weekend, a public holiday, a day that "
		   "the "
		   "calendar closes, or a day in a recess. The day is used all the same, so that the rest of the "
		   "plan "
		   "can be judged. A day that the meeting's body lists is never reported."),
		N_("Move the meeting to one of the days that are named, or say under `allow` why it is held on "
		   "that "
		   "day."),
		"calendar: {holidays: DK}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-05-10}\n",
		"calendar: {holidays: DK}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-05-11}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_NOT_A_MEETING_DAY,
		N_("The meeting has a known day on which its body does not meet, by the weekdays or the dates "
		   "that "
		   "the body's `meets` gives. The day is used all the same."),
		N_("Move the meeting to one of the days that are named, or add the day to `meets`."),
		"bodies:\n"
		"  biu: {name: Integrationsudvalget, meets: monday}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, body: biu, date: 2018-08-14}\n",
		"bodies:\n"
		"  biu: {name: Integrationsudvalget, meets: monday}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, body: biu, date: 2018-08-13}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_NO_MEETING_DAY_LEFT,
		N_("The meeting must be held in a certain time, and its body does not meet then (or, where the "
		   "body "
		   "does not say when it meets, no day then is one on which meetings are held)."),
		N_("Give the meeting more time, or add a day to the body's `meets`."),
		"bodies:\n"
		"  br: {name: Borgerrepræsentationen, meets: [2018-11-29, 2019-01-31]}\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, body: br, date: 2018-12}\n",
		"bodies:\n"
		"  br: {name: Borgerrepræsentationen, meets: [2018-11-29, 2018-12-13, 2019-01-31]}\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, body: br, date: 2018-12}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_POLICY_GAP,
		N_("The approval may come after the last day in force of the policy that the plan replaces, or "
		   "after "
		   "the first day of the period that is decided for. For some time there would be no policy."),
		N_("Give the approval a date or a deadline before that day."),
		"replaces: {title: Integrationspolitik 2015-2018, expires: 2018-12-31}\n"
		"approval: godkendelse\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12..2019-01}\n",
		"replaces: {title: Integrationspolitik 2015-2018, expires: 2018-12-31}\n"
		"approval: godkendelse\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_PAPERS_LATE,
		N_("`rules.papers` says how long before a meeting its papers go out, and this document is due "
		   "later, "
		   "even if the meeting is held on its last possible day. A due date that is not one day counts "
		   "with "
		   "its last one. Minutes are not papers of their meeting."),
		N_("Make it due earlier; the last day that will do is named. Without a due day, a document is "
		   "due in "
		   "time by itself."),
		"rules: {papers: 4wd}\n"
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: 2018-11-12}\n"
		"documents:\n"
		"  notat: {title: Høringsnotat, for: biu-2, due: 2018-11-08}\n",
		"rules: {papers: 4wd}\n"
		"meetings:\n"
		"  biu-2: {title: 2. behandling, date: 2018-11-12}\n"
		"documents:\n"
		"  notat: {title: Høringsnotat, for: biu-2, due: 2018-11-05}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_FACTS_OUT_OF_ORDER,
		N_("The days on which steps were held break an order of the plan. Facts are never moved, so the "
		   "order "
		   "is left out of the rest."),
		N_("Correct the day, if it is wrong; else change the order, or say under `allow` why it was not "
		   "kept."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, held: 2018-08-27}\n"
		"  biu-2: {title: 2. behandling, held: 2018-08-13, after: biu-1}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, held: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, held: 2018-08-27, after: biu-1}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_CANCELLED_DEPENDENCY,
		N_("A step that takes place refers to one that is cancelled. A cancelled step has no day, so "
		   "nothing "
		   "can come after it, and the order that was meant is lost."),
		N_("Refer to the step that takes its place, or cancel this one too."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13, status: cancelled}\n"
		"  biu-2: {title: 2. behandling, date: 2018-11-12, after: biu-1}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-27}\n"
		"  biu-2: {title: 2. behandling, date: 2018-11-12, after: biu-1}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_NO_APPROVAL,
		N_("`approval` names the step that ends the process, and its `deadline` the day by which that "
		   "must "
		   "be. Without them nobody is told that the process ends too late. A track's approval needs no "
		   "deadline, but it must not be cancelled."),
		N_("Name the approval and give it a deadline."),
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12-13}\n",
		"approval: godkendelse\n"
		"meetings:\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12-13, deadline: 2018-12-31}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_PERIOD_GAP,
		N_("The period that is decided for (`period`) begins later than the day after the old policy "
		   "(`replaces`) expires. However early the approval comes, there is a time without a policy."),
		N_("Let the period begin on the day after, or prolong the old policy."),
		"replaces: {title: Integrationspolitik 2015-2018, expires: 2018-12-31}\n"
		"period: 2020/2023\n",
		"replaces: {title: Integrationspolitik 2015-2018, expires: 2018-12-31}\n"
		"period: 2019/2022\n",
		.silence = EXPLAIN_SEVERITY,
	},
};

const struct explanations explain_timeline = {rows, sizeof rows / sizeof *rows};
