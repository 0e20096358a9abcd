/* The keys of the entries that are no steps. */
#include "base/text.h"
#include "load/keys.h"

#define AT(type, member) .offset = offsetof(struct plan_##type, member)
#define SET(type, help)                                                                                      \
	{                                                                                                        \
#type, help, KEYS(type), sizeof(struct plan_##type)                                                  \
	}

static const struct key recess[] = {
	{"title", KEY_LINE, .required = true, AT(recess, entry.title), .help = N_("What the recess is called"),
	 .example = "Sommerferie"},
	{"date", KEY_DATE, .required = true, .dates = KEY_DATES_KNOWN, AT(recess, date),
	 .help = N_("Its days: a known period, or one known day"), .example = "2018-06-25/2018-08-05"},
};
const struct key_set keys_recess = SET(recess, N_("A stretch of days without meetings"));

static const struct key track[] = {
	{"title", KEY_LINE, .required = true, AT(track, entry.title), .help = N_("What the track is called"),
	 .example = "Integrationspolitik"},
	{"approval", KEY_REF, .kinds = KEY_STEPS, AT(track, approval), .help = N_("The step that ends it"),
	 .example = "br-godkendelse"},
	{"notes", KEY_PROSE, AT(track, notes), .help = N_("Anything else")},
};
const struct key_set keys_track =
	SET(track, N_("A swimlane: what belongs together and goes on beside the rest"));

static const struct key_word body_kinds[] = {
	{"committee", PLAN_COMMITTEE},
	{"council", PLAN_COUNCIL},
	{"finance", PLAN_FINANCE},
	{"board", PLAN_BOARD},
	{"administration", PLAN_ADMINISTRATION},
	{"group", PLAN_GROUP_BODY},
	{"external", PLAN_EXTERNAL},
};
static const struct key body[] = {
	{"name", KEY_LINE, .required = true, AT(body, entry.title), .help = N_("What the body is called"),
	 .example = "Borgerrepræsentationen"},
	{"short", KEY_LINE, AT(body, short_name), .help = N_("A short name for tables"), .example = "BR"},
	{"kind", KEY_WORD, WORDS(body_kinds), AT(body, kind), .fallback = "committee",
	 .help = N_("What sort of body it is"), .example = "council"},
	{"meets", KEY_MEETS, AT(body, meets), .span_offset = offsetof(struct plan_body, meets_span),
	 .help = N_("On which weekdays it meets, or on which dates; without this on any working day"),
	 .example = "[2018-11-29, 2018-12-13]"},
	{"url", KEY_LINE, AT(body, url), .help = N_("Where more is to be read")},
	{"notes", KEY_PROSE, AT(body, notes), .help = N_("Anything else")},
};
const struct key_set keys_body = SET(body, N_("Somebody who meets, decides or writes"));

static const struct key party[] = {
	{"name", KEY_LINE, .required = true, AT(party, entry.title), .help = N_("What the party is called"),
	 .example = "Lokaludvalgene"},
	{"url", KEY_LINE, AT(party, url), .help = N_("Where more is to be read")},
	{"notes", KEY_PROSE, AT(party, notes), .help = N_("Anything else")},
};
const struct key_set keys_party = SET(party, N_("Somebody who is heard"));

static const struct key theme[] = {
	{"title", KEY_LINE, .required = true, AT(theme, entry.title), .help = N_("What the theme is"),
	 .example = "Boligpolitik og parallelsamfund"},
	{"meeting", KEY_REF, .kinds = KEY_BIT(MEETING), AT(theme, meeting),
	 .help = N_("The meeting that takes it up"), .example = "biu-tema-1"},
	{"speakers", KEY_LINES, AT(theme, speakers), .help = N_("Who speaks about it")},
	{"number", KEY_LINE, AT(theme, number), .help = N_("Its number in the paper that the plan comes from"),
	 .example = "1"},
	{"notes", KEY_PROSE, AT(theme, notes), .help = N_("Anything else")},
};
const struct key_set keys_theme = SET(theme, N_("Something that a meeting takes up"));

static const struct key focus_area[] = {
	{"title", KEY_LINE, .required = true, AT(focus_area, entry.title), .help = N_("What the focus area is"),
	 .example = "Job"},
	{"responsible", KEY_REFS, .kinds = KEY_BIT(BODY), AT(focus_area, responsible),
	 .help = N_("The bodies that are responsible for it"), .example = "[biu]"},
	{"part_of", KEY_REF, .kinds = KEY_BIT(FOCUS_AREA), AT(focus_area, part_of),
	 .help = N_("The focus area that it is a part of"), .example = "job"},
	{"goals", KEY_LINES, AT(focus_area, goals), .help = N_("What is to be achieved")},
	{"number", KEY_LINE, AT(focus_area, number),
	 .help = N_("Its number in the paper that the plan comes from"), .example = "1"},
	{"notes", KEY_PROSE, AT(focus_area, notes), .help = N_("Anything else")},
};
const struct key_set keys_focus_area = SET(focus_area, N_("Something that the policy is about"));

static const struct key group[] = {
	{"title", KEY_LINE, .required = true, AT(group, entry.title), .help = N_("What the group is called"),
	 .example = "Gruppe 1"},
	{"meeting", KEY_REF, .kinds = KEY_BIT(MEETING), AT(group, meeting),
	 .help = N_("The meeting that it works at"), .example = "biu-fokus"},
	{"members", KEY_LINES, AT(group, members), .help = N_("Who is in it"), .example = "[Cecilia, Andreas]"},
	{"notes", KEY_PROSE, AT(group, notes), .help = N_("Anything else")},
};
const struct key_set keys_group = SET(group, N_("A working group at a meeting"));

static const struct key question[] = {
	{"title", KEY_LINE, .required = true, AT(question, entry.title), .help = N_("The question"),
	 .example = "Hvordan skal pejlemærkerne vægtes?"},
	{"meeting", KEY_REF, .kinds = KEY_BIT(MEETING), AT(question, meeting),
	 .help = N_("The meeting that discusses it"), .example = "biu-fokus"},
	{"number", KEY_LINE, AT(question, number), .help = N_("Its number in the paper that the plan comes from"),
	 .example = "1"},
	{"notes", KEY_PROSE, AT(question, notes), .help = N_("Anything else")},
};
const struct key_set keys_question = SET(question, N_("A question that a meeting discusses"));

static const struct key remark[] = {
	{"title", KEY_LINE, .required = true, AT(remark, entry.title), .help = N_("What the remark is about"),
	 .example = "Økonomi"},
	{"text", KEY_PROSE, AT(remark, text), .help = N_("The remark")},
};
const struct key_set keys_remark = SET(remark, N_("Something the paper says that is no step"));
