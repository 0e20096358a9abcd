#include "load/keys.h"

#include <assert.h>

const struct key_set *keys_of_kind(enum plan_kind kind)
{
	static const struct key_set *const sets[PLAN_KIND_COUNT] = {
		[PLAN_KIND_PHASE] = &keys_step,    [PLAN_KIND_MEETING] = &keys_step,
		[PLAN_KIND_DOCUMENT] = &keys_step, [PLAN_KIND_THEME] = &keys_theme,
		[PLAN_KIND_PARTY] = &keys_party,   [PLAN_KIND_FOCUS_AREA] = &keys_focus_area,
		[PLAN_KIND_BODY] = &keys_body,     [PLAN_KIND_TRACK] = &keys_track,
		[PLAN_KIND_GROUP] = &keys_group,   [PLAN_KIND_QUESTION] = &keys_question,
		[PLAN_KIND_REMARK] = &keys_remark, [PLAN_KIND_RECESS] = &keys_recess,
	};
	assert(kind < PLAN_KIND_COUNT);
	return sets[kind];
}

bool key_is_on(const struct key *key, enum plan_kind kind)
{
	return !key->on || key->on >> kind & 1;
}

const struct key_word keys_weekdays[] = {
	{"monday", PLAN_MONDAY},     {"tuesday", PLAN_TUESDAY},  {"wednesday", PLAN_WEDNESDAY},
	{"thursday", PLAN_THURSDAY}, {"friday", PLAN_FRIDAY},    {"saturday", PLAN_SATURDAY},
	{"sunday", PLAN_SUNDAY},     {"mandag", PLAN_MONDAY},    {"tirsdag", PLAN_TUESDAY},
	{"onsdag", PLAN_WEDNESDAY},  {"torsdag", PLAN_THURSDAY}, {"fredag", PLAN_FRIDAY},
	{"lørdag", PLAN_SATURDAY},   {"søndag", PLAN_SUNDAY},
};
const size_t keys_weekday_count = sizeof keys_weekdays / sizeof *keys_weekdays;

const struct key_word keys_severities[] = {
	{"off", PLAN_OFF},
	{"note", PLAN_NOTE},
	{"warning", PLAN_WARNING},
	{"error", PLAN_ERROR},
};
const size_t keys_severity_count = sizeof keys_severities / sizeof *keys_severities;
