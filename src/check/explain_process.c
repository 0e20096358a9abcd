#include "check/explain.h"

#include "base/text.h"

static const struct explanation rows[] = {
	{
		PLAN_RULE_HEARING_TOO_SHORT,
		N_("`rules.hearing` says how long a hearing lasts at least, and for some of the days that its "
		   "dates "
		   "may turn out to be, this one is shorter. A hearing without dates is planned that long by "
		   "itself."),
		N_("Begin it earlier or end it later."),
		"rules: {hearing: 4w}\n"
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-05, parties: "
		"[lokaludvalg]}\n",
		"rules: {hearing: 4w}\n"
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, parties: "
		"[lokaludvalg]}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_HEARING_IN_RECESS,
		N_("More than a third of the days of the hearing lie in a recess of the calendar, whatever days "
		   "its "
		   "dates turn out to be: those who are heard are away."),
		N_("Move the hearing, or make it longer."),
		"calendar: {recess: {sommer: {title: Sommerferie, date: 2018-06-25/2018-08-05}}}\n"
		"parties: {raadet: {name: Rådet}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-07-09/2018-08-17, parties: [raadet]}\n",
		"calendar: {recess: {sommer: {title: Sommerferie, date: 2018-06-25/2018-08-05}}}\n"
		"parties: {raadet: {name: Rådet}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-06/2018-09-14, parties: [raadet]}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_HEARING_WITHOUT_PARTIES,
		N_("A hearing names nobody who is heard. Who is invited is the first thing that is asked about a "
		   "hearing."),
		N_("Name them under `parties`."),
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19}\n",
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, parties: "
		"[lokaludvalg]}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_HEARING_IGNORED,
		N_("No order makes the last reading of the hearing's track wait for the hearing to end. Should "
		   "the "
		   "hearing be prolonged, the matter would be decided before the answers are there."),
		N_("Write `after:` with the hearing at the reading, or at a step that the reading waits for."),
		"parties: {raadet: {name: Rådet}}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, reading: 1, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, reading: 2, date: 2018-11-12, after: biu-1}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, after: biu-1, parties: "
		"[raadet]}\n",
		"parties: {raadet: {name: Rådet}}\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, reading: 1, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, reading: 2, date: 2018-11-12, after: [biu-1, hoering]}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, after: biu-1, parties: "
		"[raadet]}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_PARTY_NOT_HEARD,
		N_("The party stands in the plan, but no hearing and no meeting names it under `parties` or "
		   "`audience`: it seems to be forgotten."),
		N_("Name it where it is heard, or take it off the list."),
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n",
		"parties: {lokaludvalg: {name: Lokaludvalgene}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, parties: "
		"[lokaludvalg]}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_READING_ORDER,
		N_("A 2nd reading needs a 1st one of the same item, and an order that makes it come later, "
		   "whatever "
		   "the dates are moved to. Readings that name no `item` are of the same item where they are on "
		   "the "
		   "same track. A body's own earlier reading is meant, if it has one."),
		N_("Write `after:` with the reading before it."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, reading: 1, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, reading: 2, date: 2018-11-12}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, reading: 1, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, reading: 2, date: 2018-11-12, after: biu-1}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_THEME_WITHOUT_MEETING,
		N_("The theme is to be discussed, but no meeting takes it up, or the meeting that did is "
		   "cancelled."),
		N_("Write `meeting:` with the meeting that takes it up."),
		"themes:\n"
		"  tema-1: {title: Medborgerskab, speakers: [Ukendt]}\n",
		"themes:\n"
		"  tema-1: {title: Medborgerskab, speakers: [Ukendt], meeting: biu-1}\n"
		"meetings:\n"
		"  biu-1: {title: Temadrøftelse, date: 2018-08-13}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_THEME_WITHOUT_SPEAKER,
		N_("Nobody is named who opens the discussion of the theme."),
		N_("Name the speaker under `speakers`, once there is one."),
		"themes:\n"
		"  tema-1: {title: Medborgerskab}\n",
		"themes:\n"
		"  tema-1: {title: Medborgerskab, speakers: [Ukendt]}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_FOCUS_AREA_WITHOUT_BODY,
		N_("No body is responsible for the focus area, for one that it is part of, or for one of its "
		   "parts."),
		N_("Name the body under `responsible`."),
		"focus_areas:\n"
		"  job: {title: Job}\n",
		"bodies: {biu: {name: Integrationsudvalget}}\n"
		"focus_areas:\n"
		"  job: {title: Job, responsible: [biu]}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_FOCUS_AREA_WITHOUT_GOAL,
		N_("Neither the focus area, nor one that it is part of, nor one of its parts has a goal: nobody "
		   "will "
		   "be able to tell whether it was reached."),
		N_("Write the goal under `goals`."),
		"focus_areas:\n"
		"  job: {title: Job}\n",
		"focus_areas:\n"
		"  job: {title: Job, goals: [Flere jobparate ledige i arbejde]}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_APPROVAL_NOT_LAST,
		N_("A step of the approval's track is not forced by any order to come before the approval. If it "
		   "is "
		   "moved, the matter may be approved without it. Minutes, steps that are over and steps that "
		   "come "
		   "after the approval are not meant. The same holds for the approval of each track."),
		N_("Write `before:` with the approval, or let a step on the way to it come after this one."),
		"approval: godkendelse\n"
		"meetings:\n"
		"  oeu: {title: Behandling i ØU, date: 2018-12-04}\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12-13, deadline: 2018-12-31}\n",
		"approval: godkendelse\n"
		"meetings:\n"
		"  oeu: {title: Behandling i ØU, date: 2018-12-04}\n"
		"  godkendelse: {title: Godkendelse, date: 2018-12-13, deadline: 2018-12-31, after: oeu}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_BODY_WITHOUT_MEETING,
		N_("A committee or council stands in the plan, but no meeting and no phase is held by it. "
		   "Administrations and external bodies are not meant: they write papers and answer."),
		N_("Write it under `body` of its meetings, or take it off the list."),
		"bodies:\n"
		"  oeu: {name: Økonomiudvalget}\n",
		"bodies:\n"
		"  oeu: {name: Økonomiudvalget}\n"
		"meetings:\n"
		"  oeu-1: {title: Behandling i ØU, body: oeu, date: 2018-12-04}\n",
		.silence = EXPLAIN_SEVERITY,
	},
	{
		PLAN_RULE_UNORDERED_STEP,
		N_("The step has no date and no deadline, waits for nothing, and nothing waits for it. It can be "
		   "on "
		   "any day, so the plan says nothing about it."),
		N_("Say when it is, or what it comes after."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: august 2018}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_UNDELIVERED,
		N_("The last day on which the document is due is past, and it is not marked as done."),
		N_("Write `status: done` once it is delivered, or a new due day."),
		"documents:\n"
		"  notat: {title: Høringsnotat, due: 2018-08-13}\n",
		"documents:\n"
		"  notat: {title: Høringsnotat, due: 2018-08-13, status: done}\n",
		"2018-09-03",
		EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_UNUSED_ALLOW,
		N_("A step is exempt from a rule that does not find anything there: what it excused is gone, or "
		   "the "
		   "rule is not about steps. An exemption that is forgotten will hide the next mistake."),
		N_("Remove it."),
		"calendar: {holidays: DK}\n"
		"meetings:\n"
		"  konference: {title: Konference, date: 2018-03-16, allow: {closed-day: holdes en lørdag}}\n",
		"calendar: {holidays: DK}\n"
		"meetings:\n"
		"  konference: {title: Konference, date: 2018-03-17, allow: {closed-day: holdes en lørdag}}\n",
		.silence = EXPLAIN_ALLOW,
	},
	{
		PLAN_RULE_HEARING_ENDS_ON_DAY_OFF,
		N_("The last day of the hearing is a weekend, a public holiday or a day that the calendar "
		   "closes. "
		   "Answers are then sent before or after it, and somebody has to decide whether they count."),
		N_("End it on a working day."),
		"parties: {raadet: {name: Rådet}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-16, parties: [raadet]}\n",
		"parties: {raadet: {name: Rådet}}\n"
		"phases:\n"
		"  hoering: {title: Høring, kind: hearing, date: 2018-08-14/2018-09-19, parties: [raadet]}\n",
		.silence = EXPLAIN_ALLOW,
	},
};

const struct explanations explain_process = {rows, sizeof rows / sizeof *rows};
