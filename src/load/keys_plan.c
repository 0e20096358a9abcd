/* The keys of the file itself, and of its mappings that are no sections of entries. */
#include "base/text.h"
#include "load/keys.h"

#define AT(member)   .offset = offsetof(struct plan, member)
#define SPAN(member) .span_offset = offsetof(struct plan, member)

static const struct key replaces[] = {
	{"title", KEY_LINE, .offset = offsetof(struct plan_replaces, title),
	 .help = N_("What the policy is called"), .example = "Integrationspolitik 2015-2018"},
	{"adopted", KEY_DATE, .dates = KEY_DATES_WINDOW, .offset = offsetof(struct plan_replaces, adopted),
	 .help = N_("When it was adopted"), .example = "juni 2006"},
	{"expires", KEY_DATE, .dates = KEY_DATES_LAST, .offset = offsetof(struct plan_replaces, expires),
	 .help = N_("Its last day in force; an approval that can come later is a finding"),
	 .example = "2018-12-31"},
	{"notes", KEY_PROSE, .offset = offsetof(struct plan_replaces, notes),
	 .help = N_("Anything else about it")},
};
static const struct key_set replaces_set = {"replaces", N_("The policy that this one replaces"),
											KEYS(replaces), sizeof(struct plan_replaces)};

static const struct key calendar[] = {
	{"holidays", KEY_COUNTRY, AT(holidays), .fallback = "none",
	 .help = N_("The country whose public holidays are no working days, or none"), .example = "DK"},
	{"weekend", KEY_WEEKDAYS, AT(weekend), .fallback = "[saturday, sunday]",
	 .help = N_("The weekdays on which nobody works; an empty list for none"),
	 .example = "[friday, saturday]"},
	{"closed", KEY_DAYS, AT(closed), .help = N_("Further days without meetings and work"),
	 .example = "[2018-12-24, 2018-12-31]"},
	{"recess", KEY_SECTION, .kinds = KEY_BIT(RECESS), .set = &keys_recess,
	 .help = N_("Recesses by id: no meetings are held in them, and dates and orders may refer to them")},
};
static const struct key_set calendar_set = {
	"calendar", N_("On which days work is done and meetings are held"), KEYS(calendar), sizeof(struct plan)};

static const struct key rules[] = {
	{"margin", KEY_AMOUNT, AT(rules.margin), SPAN(rules.margin_span), .fallback = "0d",
	 .help = N_("Warn when less time than this is left before a deadline"), .example = "1w"},
	{"papers", KEY_AMOUNT, AT(rules.papers), SPAN(rules.papers_span),
	 .help = N_("Papers go out at least so long before their meeting"), .example = "4wd"},
	{"hearing", KEY_AMOUNT, AT(rules.hearing), SPAN(rules.hearing_span),
	 .help = N_("A hearing lasts at least so long"), .example = "4w"},
	{"notice", KEY_AMOUNT, AT(rules.notice), SPAN(rules.notice_span), .fallback = "4w",
	 .help = N_("Warn when a step without a date must take place within this time"), .example = "4w"},
	{"severity", KEY_SEVERITIES, AT(rules.severity),
	 .help = N_("How serious the findings of a rule are: off, note, warning or error"),
	 .example = "{theme-without-meeting: error, party-not-heard: off}"},
};
static const struct key_set rules_set = {"rules", N_("The house rules that plan check applies"), KEYS(rules),
										 sizeof(struct plan)};

static const struct key_word languages[] = {{"da", PLAN_LANGUAGE_DA}, {"en", PLAN_LANGUAGE_EN}};

static const struct key plan[] = {
	{"plan", KEY_ID, .required = true, AT(id), SPAN(span),
	 .help = N_("The plan's own id, which should never change: the ids of calendar entries come from it"),
	 .example = "integrationspolitik-2019"},
	{"title", KEY_LINE, .required = true, AT(title), .help = N_("What the plan is called"),
	 .example = "Integrationspolitik 2019-2022"},
	{"language", KEY_WORD, WORDS(languages), AT(language), .help = N_("The language of the plan's texts"),
	 .example = "da"},
	{"case", KEY_LINE, AT(case_number), .help = N_("The journal or case number"), .example = "2018-0000000"},
	{"year", KEY_NUMBER, .least = PLAN_YEAR_MIN, .most = PLAN_YEAR_MAX, .size = sizeof(int), AT(year),
	 .help = N_("The year of dates that are written without one"), .example = "2018"},
	{"period", KEY_DATE, .dates = KEY_DATES_ANY, AT(period),
	 .help = N_("When that which is being decided is in force"), .example = "2019/2022"},
	{"replaces", KEY_MAPPING, AT(replaces), .span_offset = offsetof(struct plan_replaces, span),
	 .set = &replaces_set, .help = N_("The policy that this one replaces"),
	 .example = "{title: Integrationspolitik 2015-2018, expires: 2018-12-31}"},
	{"approval", KEY_REF, .kinds = KEY_STEPS, AT(approval), .help = N_("The step that ends the process"),
	 .example = "br-godkendelse"},
	{"principles", KEY_LINES, AT(principles), .help = N_("The principles that the work follows"),
	 .example = "[Investering i integration, Fokus på det der virker]"},
	{"vision", KEY_PROSE, AT(vision), .help = N_("What the policy is to achieve")},
	{"url", KEY_LINE, AT(url), .help = N_("Where more is to be read")},
	{"notes", KEY_PROSE, AT(notes), .help = N_("Anything else")},
	{"calendar", KEY_MAPPING, .set = &calendar_set,
	 .help = N_("On which days work is done and meetings are held"), .example = "{holidays: DK}"},
	{"rules", KEY_MAPPING, .set = &rules_set, .help = N_("The house rules that plan check applies"),
	 .example = "{margin: 1w, papers: 4wd, hearing: 4w}"},
	{"tracks", KEY_SECTION, .kinds = KEY_BIT(TRACK), .set = &keys_track,
	 .help = N_("Swimlanes, by id: what goes on side by side")},
	{"bodies", KEY_SECTION, .kinds = KEY_BIT(BODY), .set = &keys_body,
	 .help = N_("Who meets and decides, by id: committees, councils, administrations")},
	{"parties", KEY_SECTION, .kinds = KEY_BIT(PARTY), .set = &keys_party, .help = N_("Who is heard, by id")},
	{"focus_areas", KEY_SECTION, .kinds = KEY_BIT(FOCUS_AREA), .set = &keys_focus_area,
	 .help = N_("What the policy is about, by id")},
	{"phases", KEY_SECTION, .kinds = KEY_BIT(PHASE), .set = &keys_step,
	 .help = N_("Steps with a first and a last day, by id: hearings and other stretches of work")},
	{"meetings", KEY_SECTION, .kinds = KEY_BIT(MEETING), .set = &keys_step,
	 .help = N_("Steps of a day, by id: meetings, conferences, decisions")},
	{"documents", KEY_SECTION, .kinds = KEY_BIT(DOCUMENT), .set = &keys_step,
	 .help = N_("Papers that are due on a day, by id")},
	{"themes", KEY_SECTION, .kinds = KEY_BIT(THEME), .set = &keys_theme,
	 .help = N_("What meetings take up, by id")},
	{"groups", KEY_SECTION, .kinds = KEY_BIT(GROUP), .set = &keys_group,
	 .help = N_("Working groups at meetings, by id")},
	{"questions", KEY_SECTION, .kinds = KEY_BIT(QUESTION), .set = &keys_question,
	 .help = N_("Questions that meetings discuss, by id")},
	{"remarks", KEY_SECTION, .kinds = KEY_BIT(REMARK), .set = &keys_remark,
	 .help = N_("What else there is to say, by id: economy, what happens next")},
};
const struct key_set keys_plan = {"plan", N_("The file itself"), KEYS(plan), sizeof(struct plan)};
