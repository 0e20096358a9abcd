#include "format/manual.h"

#include "base/text.h"
#include "format/mdoc.h"
#include "load/keys.h"

#include <string.h>

#define MANUAL_DATE "November 21, 2026"

static const char description[] =
	"A plan is one YAML file that a person writes by hand and keeps in git.\n"
	"Keys are English; titles, names and notes are in whatever language the plan is\n"
	"in.\n"
	"Everything that can be referred to is an entry of a mapping, under its id.\n"
	"All ids of a plan share one namespace.\n"
	"An id has 1 to 64 letters, digits,\n"
	".Sq \\-\n"
	"and\n"
	".Sq _ ,\n"
	"and begins with a letter or a digit.\n"
	"Required are\n"
	".Cm plan\n"
	"and\n"
	".Cm title\n"
	"of the file, and the title or name of every entry.\n";

static const char values[] = ".Bl -tag -width duration\n"
							 ".It date\n"
							 "As people write it, in Danish or English, or as ISO 8601 has it:\n"
							 ".Ql 13. august ,\n"
							 ".Ql ultimo januar 2019 ,\n"
							 ".Ql 2018\\-W11 ,\n"
							 ".Ql 2018\\-08\\-14/2018\\-09\\-19 .\n"
							 "A date without a year takes the plan's\n"
							 ".Cm year .\n"
							 "It is a window, one day somewhere in it, or a period with a first and a last\n"
							 "day.\n"
							 ".Ic plan date\n"
							 "tells what one means.\n"
							 ".It duration\n"
							 "Days counted from the first to the last, both included:\n"
							 ".Ql 5w ,\n"
							 ".Ql 20wd ,\n"
							 ".Ql 4w..8w ,\n"
							 ".Ql 4w.. ,\n"
							 ".Ql ..8w .\n"
							 "The units are\n"
							 ".Cm d\n"
							 "days,\n"
							 ".Cm w\n"
							 "weeks,\n"
							 ".Cm m\n"
							 "months and\n"
							 ".Cm wd\n"
							 "working days.\n"
							 ".It amount\n"
							 "A number and a unit:\n"
							 ".Ql 4wd .\n"
							 ".It reference\n"
							 "The id of a step or a recess, or of its start or end, with an optional gap:\n"
							 ".Ql hearing ,\n"
							 ".Ql hearing + 2w ,\n"
							 ".Ql hearing.start + 1w ,\n"
							 ".Ql hearing + 2w..8w ,\n"
							 ".Ql biu\\-1 + 0d .\n"
							 "Without a gap it is a later day.\n"
							 ".It list\n"
							 "A YAML list; one item may stand without brackets.\n"
							 ".El\n";

static const char *type_name(const struct key *key)
{
	static const char *const names[] = {
		[KEY_ID] = "id",
		[KEY_LINE] = "text of one line",
		[KEY_PROSE] = "text",
		[KEY_LINES] = "list of texts",
		[KEY_NUMBER] = "number",
		[KEY_WORD] = "word",
		[KEY_COUNTRY] = "country",
		[KEY_WEEKDAYS] = "list of weekdays",
		[KEY_DATE] = "date",
		[KEY_DAYS] = "list of days",
		[KEY_MEETS] = "list of weekdays or days",
		[KEY_DURATION] = "duration",
		[KEY_AMOUNT] = "amount",
		[KEY_REF] = "id",
		[KEY_REFS] = "list of ids",
		[KEY_LINK] = "id",
		[KEY_LINKS] = "list of references",
		[KEY_ALLOW] = "mapping from rules to reasons",
		[KEY_SEVERITIES] = "mapping from rules to severities",
		[KEY_MAPPING] = "mapping",
		[KEY_SECTION] = "mapping from ids to entries",
	};
	return names[key->type];
}

/* "phases, meetings" where only some kinds of a set have the key. */
static void add_kinds(struct buf *out, const struct key *key)
{
	const char *between = ", of ";
	for (int kind = 0; key->on && kind < PLAN_KIND_COUNT; kind++)
		if (key_is_on(key, (enum plan_kind)kind)) {
			buf_printf(out, "%s%ss", between, plan_kind_name((enum plan_kind)kind));
			between = " and ";
		}
}

static void add_words(struct buf *out, const struct key *key)
{
	buf_text(out, "One of");
	for (size_t i = 0; i < key->word_count; i++)
		buf_printf(out, "%s\n.Cm %s", i ? " ," : "", key->words[i].word);
	buf_text(out, " .\n");
}

static void add_value(struct buf *out, const char *before, const char *value)
{
	buf_printf(out, "%s\n.Ql ", before);
	mdoc_argument(out, value);
	buf_text(out, " .\n");
}

static void add_countries(struct buf *out)
{
	buf_text(out, "One of");
	for (const char *const *code = plan_country_codes(); *code; code++)
		buf_printf(out, "%s\n.Cm %s", code == plan_country_codes() ? "" : " ,", *code);
	buf_text(out, " .\n");
}

static void add_key(struct buf *out, const struct key *key)
{
	buf_printf(out, ".It Cm %s No : ", key->name);
	mdoc_text(out, type_name(key));
	add_kinds(out, key);
	if (key->required)
		buf_text(out, ", required");
	buf_char(out, '\n');
	mdoc_sentence(out, key->help);
	if (key->type == KEY_WORD)
		add_words(out, key);
	else if (key->type == KEY_COUNTRY)
		add_countries(out);
	else if (key->type == KEY_NUMBER)
		buf_printf(out, "From %d to %d.\n", (int)key->least, (int)key->most);
	if (key->not_with)
		buf_printf(out, "Not beside\n.Cm %s .\n", key->not_with);
	if (key->fallback)
		add_value(out, "Default:", key->fallback);
	if (key->example)
		add_value(out, "Example:", key->example);
}

static void add_set(struct buf *out, const struct key_set *set)
{
	mdoc_sentence(out, set->help);
	buf_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < set->count; i++)
		add_key(out, &set->keys[i]);
	buf_text(out, ".El\n");
}

static void add_heading(struct buf *out, const char *name)
{
	buf_text(out, ".Ss Keys of ");
	mdoc_text(out, name);
	buf_char(out, '\n');
}

static void add_sets(struct buf *out)
{
	add_heading(out, "the file");
	add_set(out, &keys_plan);
	for (size_t i = 0; i < keys_plan.count; i++)
		if (keys_plan.keys[i].type == KEY_MAPPING) {
			add_heading(out, keys_plan.keys[i].name);
			add_set(out, keys_plan.keys[i].set);
		}
	add_heading(out, "phases, meetings and documents");
	add_set(out, keys_of_kind(PLAN_KIND_PHASE));
	for (int i = PLAN_KIND_DOCUMENT + 1; i < PLAN_KIND_COUNT; i++) {
		enum plan_kind kind = (enum plan_kind)i;
		add_heading(out, plan_kind_section(kind));
		add_set(out, keys_of_kind(kind));
	}
}

/* A small plan that `plan check` finds nothing in. */
static const char example[] = ".Bd -literal -offset indent\n"
							  "plan: cykelpolitik\n"
							  "title: Cykelpolitik\n"
							  "year: 2018\n"
							  "approval: godkendelse\n"
							  "phases:\n"
							  "  hoering:\n"
							  "    title: Ekstern h\\[u00F8]ring\n"
							  "    date: 14. august\\-19. september\n"
							  "meetings:\n"
							  "  godkendelse:\n"
							  "    title: Godkendelse i r\\[u00E5]det\n"
							  "    after: hoering + 2w\n"
							  "    date: ultimo oktober\n"
							  "    deadline: 2018\\-12\n"
							  ".Ed\n";

void manual_file(struct buf *out)
{
	buf_text(out, ".\\\" Made by 'plan manual'; do not edit.\n"
				  ".Dd " MANUAL_DATE "\n.Dt PLAN.YAML 5\n.Os\n.Sh NAME\n.Nm plan.yaml\n"
				  ".Nd plan of a political process\n");
	mdoc_section(out, "DESCRIPTION");
	buf_text(out, description);
	buf_text(out, ".Ss Values\n");
	buf_text(out, values);
	add_sets(out);
	mdoc_section(out, "EXAMPLES");
	buf_text(out, example);
	mdoc_section(out, "SEE ALSO");
	buf_text(out, ".Xr plan 1\n");
}
