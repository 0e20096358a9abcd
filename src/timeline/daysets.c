#include "timeline/daysets.h"

#include <stdlib.h>
#include <string.h>

/* The table is the arena's, like its keys: what it outgrows, less than what it has, goes with it. */
#define uthash_malloc(size)     arena_alloc(sets->arena, size)
#define uthash_free(size, room) (void)0
#define uthash_fatal(message)   (void)0
#define HASH_NONFATAL_OOM       1
#include <uthash.h>

enum { EVERY_WEEKDAY = 0x7F };

/* The bodies whose dates are listed, ascending and each once, and the weekdays that the others leave. */
struct dayset_key {
	const uint32_t *bytes; /* weekdays, then the bodies' indices: what is hashed */
	uint32_t set;
	UT_hash_handle hh;
};

void daysets_free(struct daysets *sets)
{
	VEC_FREE(&sets->at);
}

static int compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* Keeps the members of `days` that fall on one of the weekdays and, when there is one, in `other`. */
static uint32_t keep_common(plan_day *days, uint32_t count, const struct plan_body *other)
{
	uint32_t kept = 0;
	size_t at = 0;
	for (uint32_t i = 0; i < count; i++) {
		while (at < other->meets_count && other->meets[at] < days[i])
			at++;
		if (at < other->meets_count && other->meets[at] == days[i])
			days[kept++] = days[i];
	}
	return kept;
}

static uint32_t keep_weekdays(const struct plan_calendar *calendar, plan_day *days, uint32_t count,
							  unsigned weekdays)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count; i++)
		if (plan_calendar_next_meeting_day(calendar, days[i], weekdays) == days[i])
			days[kept++] = days[i];
	return kept;
}

/* The set of a key of `count` words. One list alone is used where it stands. */
static enum plan_status make_set(struct daysets *sets, const struct plan *plan, const uint32_t *key,
								 uint32_t count, struct dayset *set)
{
	bool weekdays = key[0] != 0;
	if (count == 1) {
		*set = (struct dayset){.weekdays = (uint8_t)key[0]};
		return PLAN_OK;
	}
	const struct plan_body *first = plan->bodies.at[key[1]];
	*set = (struct dayset){.days = first->meets, .count = (uint32_t)first->meets_count};
	if (count == 2 && !weekdays)
		return PLAN_OK;
	plan_day *days = arena_copy(sets->arena, first->meets, first->meets_count * sizeof *days);
	if (!days)
		return PLAN_NOMEM;
	for (uint32_t i = 2; i < count; i++)
		set->count = keep_common(days, set->count, plan->bodies.at[key[i]]);
	if (weekdays)
		set->count = keep_weekdays(plan->calendar, days, set->count, key[0]);
	set->days = days;
	return PLAN_OK;
}

static enum plan_status find_set(struct daysets *sets, const struct plan *plan, const uint32_t *words,
								 uint32_t count, uint32_t *set)
{
	struct dayset_key *key;
	HASH_FIND(hh, sets->keys, words, count * sizeof *words, key);
	if (key) {
		*set = key->set;
		return PLAN_OK;
	}
	key = ARENA_NEW(sets->arena, struct dayset_key);
	struct dayset *made = key ? VEC_PUSH(&sets->at) : NULL;
	if (!made)
		return PLAN_NOMEM;
	key->bytes = arena_copy(sets->arena, words, count * sizeof *words);
	key->set = *set = (uint32_t)sets->at.count;
	if (!key->bytes || make_set(sets, plan, words, count, made) != PLAN_OK)
		return PLAN_NOMEM;
	HASH_ADD_KEYPTR(hh, sets->keys, key->bytes, count * sizeof *words, key);
	return key->hh.tbl ? PLAN_OK : PLAN_NOMEM;
}

/* Fills in the key of some bodies; returns its length in words. Where none names weekdays they are those
 * outside the weekend; no weekdays at all become a set that holds no day. */
static uint32_t make_key(const struct plan_refs *bodies, unsigned weekend, uint32_t *words)
{
	uint32_t count = 1, unique = 1;
	unsigned weekdays = EVERY_WEEKDAY;
	bool any = false;
	for (size_t i = 0; i < bodies->count; i++) {
		const struct plan_body *body = (const struct plan_body *)bodies->at[i].entry;
		if (body->meets_count > 0)
			words[count++] = body->entry.index;
		else if (body->meets_weekdays)
			weekdays &= body->meets_weekdays, any = true;
	}
	if (count == 1) {
		words[0] = any ? weekdays : weekdays & ~weekend;
		return 1;
	}
	/* Listed dates are used as they are; other bodies' weekdays, and the calendar, only count where given. */
	words[0] = any ? weekdays | 0x80 : 0;
	qsort(words + 1, count - 1, sizeof *words, compare_numbers);
	for (uint32_t i = 2; i < count; i++)
		if (words[i] != words[unique])
			words[++unique] = words[i];
	return unique + 1;
}

enum plan_status daysets_of(struct daysets *sets, const struct plan *plan, const struct plan_step *step,
							uint32_t *set)
{
	uint32_t few[16], *many = NULL;
	*set = 0;
	if (step->bodies.count + 1 > sizeof few / sizeof *few)
		many = malloc((step->bodies.count + 1) * sizeof *many);
	if (step->bodies.count + 1 > sizeof few / sizeof *few && !many)
		return PLAN_NOMEM;
	uint32_t *words = many ? many : few;
	uint32_t count = make_key(&step->bodies, plan->weekend, words);
	enum plan_status status = PLAN_OK;
	if (count == 1)
		*set = sets->by_weekdays[words[0]];
	if (*set == 0)
		status = find_set(sets, plan, words, count, set);
	if (count == 1)
		sets->by_weekdays[words[0]] = *set;
	free(many);
	return status;
}
