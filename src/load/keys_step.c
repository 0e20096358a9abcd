/* The keys of phases, meetings and documents. */
#include "base/text.h"
#include "load/keys.h"

#define PHASES    KEY_BIT(PHASE)
#define MEETINGS  KEY_BIT(MEETING)
#define DOCUMENTS KEY_BIT(DOCUMENT)

#define AT(member)          .offset = offsetof(struct plan_step, member)
#define OF_PHASE(member)    .offset = offsetof(struct plan_phase, member)
#define OF_DOCUMENT(member) .offset = offsetof(struct plan_document, member)
#define DETAIL(member)      .details = true, .offset = offsetof(struct plan_step_details, member)

static const struct key_word phase_kinds[] = {{"phase", false}, {"hearing", true}};
static const struct key_word document_kinds[] = {
	{"paper", PLAN_PAPER}, {"annex", PLAN_ANNEX},     {"template", PLAN_TEMPLATE},
	{"memo", PLAN_MEMO},   {"minutes", PLAN_MINUTES},
};
static const struct key_word statuses[] = {
	{"planned", PLAN_PLANNED},
	{"confirmed", PLAN_CONFIRMED},
	{"done", PLAN_DONE},
	{"cancelled", PLAN_CANCELLED},
};

static const struct key step[] = {
	{"title", KEY_LINE, .required = true, AT(entry.title), .help = N_("What the step is called"),
	 .example = "1. behandling af politikken"},
	{"body", KEY_REFS, .on = PHASES | MEETINGS, .kinds = KEY_BIT(BODY), AT(bodies), .not_with = "bodies",
	 .help = N_("The body that holds it"), .example = "biu"},
	{"date", KEY_DATE, .on = PHASES, .dates = KEY_DATES_ANY, AT(date),
	 .help = N_("A period from its first to its last day, or a window that all of it lies in"),
	 .example = "14. august-19. september"},
	{"date", KEY_DATE, .on = MEETINGS, .dates = KEY_DATES_WINDOW, AT(date),
	 .help = N_("Its day, or the window that its day lies in"), .example = "2018-11-12"},
	{"due", KEY_DATE, .on = DOCUMENTS, .dates = KEY_DATES_WINDOW, AT(date), .not_with = "date",
	 .help = N_("The day it is due; without one it follows from the meeting that the document is for"),
	 .example = "2018-11-05"},
	{"date", KEY_DATE, .on = DOCUMENTS, .dates = KEY_DATES_WINDOW, AT(date), .help = N_("The same as due"),
	 .example = "2018-11-05"},
	{"after", KEY_LINKS, .relation = PLAN_AFTER,
	 .help = N_("What it comes after: ids of steps or recesses, each with an optional gap"),
	 .example = "[biu-1, hearing + 2w]"},
	{"track", KEY_REF, .kinds = KEY_BIT(TRACK), AT(track),
	 .help = N_("The swimlane it is on; without one that of its phase"), .example = "politik"},
	{"phase", KEY_LINK, .relation = PLAN_PHASE_OF, .kinds = PHASES,
	 .help = N_("The phase that it belongs to and lies within"), .example = "hearing"},
	{"status", KEY_WORD, WORDS(statuses), AT(status), .fallback = "planned",
	 .help = N_("How far it has come"), .example = "confirmed"},
	{"start", KEY_DATE, .on = PHASES, .dates = KEY_DATES_WINDOW, OF_PHASE(start), .not_with = "date",
	 .help = N_("Its first day, instead of date"), .example = "2018-11-14"},
	{"end", KEY_DATE, .on = PHASES, .dates = KEY_DATES_WINDOW, OF_PHASE(end), .not_with = "date",
	 .help = N_("Its last day, instead of date"), .example = "2018-12-04"},
	{"duration", KEY_DURATION, .on = PHASES, OF_PHASE(duration),
	 .help = N_("How long it lasts, first and last day included"), .example = "4w..8w"},
	{"days", KEY_NUMBER, .on = MEETINGS, .least = 1, .most = 366, .size = sizeof(uint16_t), AT(days),
	 .fallback = "1", .help = N_("How many days it lasts"), .example = "2"},
	{"before", KEY_LINKS, .relation = PLAN_BEFORE,
	 .help = N_("What it comes before: ids of steps or recesses, each with an optional gap"),
	 .example = "br-godkendelse + 2w"},
	{"during", KEY_LINK, .relation = PLAN_DURING, .kinds = PHASES,
	 .help = N_("The phase that it lies within"), .example = "hearing"},
	{"alongside", KEY_LINK, .on = PHASES | MEETINGS, .relation = PLAN_ALONGSIDE, .kinds = KEY_STEPS,
	 .help = N_("A step that it shares at least one day with"), .example = "udvalgsrunde"},
	{"deadline", KEY_DATE, .dates = KEY_DATES_LAST, AT(deadline),
	 .help = N_("It ends no later than the last day of this"), .example = "2018-12"},
	{"held", KEY_DATE, .on = PHASES, .dates = KEY_DATES_KNOWN, AT(held),
	 .help = N_("The period in which it took place; it is done then"), .example = "2018-08-14/2018-09-19"},
	{"held", KEY_DATE, .on = MEETINGS | DOCUMENTS, .dates = KEY_DATES_KNOWN_DAY, AT(held),
	 .help = N_("The day on which it took place; it is done then"), .example = "2018-08-13"},
	{"bodies", KEY_REFS, .on = PHASES | MEETINGS, .kinds = KEY_BIT(BODY), AT(bodies), .not_with = "body",
	 .help = N_("The bodies that hold it"), .example = "[fagudvalg, ou]"},
	{"reading", KEY_NUMBER, .on = MEETINGS, .least = 1, .most = 99, .size = sizeof(uint8_t), AT(reading),
	 .help = N_("Which reading of its item it is"), .example = "1"},
	{"item", KEY_LINE, .on = MEETINGS, DETAIL(item),
	 .help = N_("What is read: meetings with the same item are readings of one thing"), .example = "politik"},
	{"parties", KEY_REFS, .on = PHASES | MEETINGS, .kinds = KEY_BIT(PARTY) | KEY_BIT(BODY), DETAIL(parties),
	 .help = N_("Who is heard"), .example = "[lokaludvalg, medborgerforum]"},
	{"kind", KEY_WORD, .on = PHASES, WORDS(phase_kinds), AT(hearing), .fallback = "phase",
	 .help = N_("Whether it is a hearing"), .example = "hearing"},
	{"kind", KEY_WORD, .on = DOCUMENTS, WORDS(document_kinds), AT(document_kind), .fallback = "paper",
	 .help = N_("What sort of document it is"), .example = "annex"},
	{"for", KEY_REF, .on = DOCUMENTS, .kinds = KEY_STEPS, OF_DOCUMENT(paper_for),
	 .help = N_("The step that it is for"), .example = "biu-2"},
	{"owner", KEY_REF, .on = DOCUMENTS, .kinds = KEY_BIT(BODY), OF_DOCUMENT(owner),
	 .help = N_("The body that writes it"), .example = "bif"},
	{"based_on", KEY_LINES, DETAIL(based_on), .help = N_("What it is made from"),
	 .example = "[De fem principper for arbejdet med integration]"},
	{"number", KEY_LINE, DETAIL(number), .help = N_("Its number in the paper that the plan comes from"),
	 .example = "1"},
	{"agenda", KEY_LINES, DETAIL(agenda), .help = N_("What is on the agenda"),
	 .example = "[Gruppearbejde, Opsamling]"},
	{"audience", KEY_REFS, .kinds = KEY_BIT(BODY) | KEY_BIT(PARTY), DETAIL(audience),
	 .help = N_("The bodies and parties that are invited"), .example = "[br]"},
	{"recommendation", KEY_PROSE, DETAIL(recommendation), .help = N_("What is asked to be decided")},
	{"decision", KEY_PROSE, DETAIL(decision), .help = N_("What was decided")},
	{"minutes", KEY_PROSE, DETAIL(minutes), .help = N_("The minutes, or where they are")},
	{"notes", KEY_PROSE, DETAIL(notes), .help = N_("Anything else")},
	{"place", KEY_LINE, DETAIL(place), .help = N_("Where it is held")},
	{"url", KEY_LINE, DETAIL(url), .help = N_("Where more is to be read")},
	{"allow", KEY_ALLOW, DETAIL(allow),
	 .help = N_("Rules that the step is exempt from, each with the reason"),
	 .example = "{closed-day: konferencen holdes en lørdag}"},
};
const struct key_set keys_step = {"step", N_("A phase, a meeting or a document"), KEYS(step),
								  sizeof(struct plan_step)};
_Static_assert(sizeof step / sizeof *step <= KEYS_MAX, "more keys than a set may have");
