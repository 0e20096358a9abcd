#include "model/index.h"

#include "base/pages.h"
#include "base/vec.h"

#include <string.h>

/* Entries compared in all the searches of one plan for a similar id: some 50 ms. */
enum { SEARCH_WORK = 400000, SLOTS_FIRST = 64 };

struct slot {
	uint32_t hash;
	uint32_t number; /* of the entry, from 1; 0 for a free slot */
};

struct plan_index {
	VEC(struct plan_entry *) entries;
	struct slot *slots;
	size_t mask; /* slots - 1: a power of two */
	uint64_t key;
	size_t search_left;
};

/* Free ones. Ids fall anywhere among them, so all of their memory is needed soon. */
static struct slot *make_slots(size_t count)
{
	struct slot *slots = calloc(count, sizeof *slots);
	if (slots)
		pages_expect(slots, count * sizeof *slots);
	return slots;
}

struct plan_index *index_new(size_t expected)
{
	size_t count = SLOTS_FIRST;
	while (count * 4 < expected * 5)
		count *= 2;
	struct plan_index *index = calloc(1, sizeof *index);
	struct slot *slots = make_slots(count);
	if (!index || !slots || !VEC_RESERVE(&index->entries, expected)) {
		free(index);
		free(slots);
		return NULL;
	}
	index->slots = slots;
	index->mask = count - 1;
	index->key = (uint64_t)(uintptr_t)index * 0x9E3779B97F4A7C15u;
	index->search_left = SEARCH_WORK;
	return index;
}

void index_free(struct plan_index *index)
{
	if (!index)
		return;
	VEC_FREE(&index->entries);
	free(index->slots);
	free(index);
}

static uint64_t load64(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

static uint64_t load32(const char *bytes)
{
	uint32_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

/* All of at most eight bytes, in one word; which length they have is mixed in elsewhere. */
static uint64_t load_few(const char *bytes, size_t length)
{
	const unsigned char *b = (const unsigned char *)bytes;
	if (length >= 4)
		return load32(bytes) << 32 | load32(bytes + length - 4);
	return length ? (uint64_t)b[0] << 16 | (uint64_t)b[length / 2] << 8 | b[length - 1] : 0;
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
	return hash ^ hash >> 32;
}

static uint32_t hash_id(uint64_t key, const char *id, size_t length)
{
	uint64_t hash = key ^ length;
	for (; length > 8; id += 8, length -= 8)
		hash = mix(hash, load64(id));
	return (uint32_t)mix(mix(hash, load_few(id, length)), key);
}

/* The slot that holds an id, or the free one where it belongs. */
static struct slot *find_slot(const struct plan_index *index, uint32_t hash, const char *id, size_t length)
{
	size_t place = hash & index->mask;
	for (;; place = (place + 1) & index->mask) {
		struct slot *slot = &index->slots[place];
		if (!slot->number)
			return slot;
		if (slot->hash != hash)
			continue;
		const char *other = index->entries.at[slot->number - 1]->id;
		if (!strncmp(other, id, length) && !other[length])
			return slot;
	}
}

static bool grow(struct plan_index *index)
{
	size_t mask = index->mask * 2 + 1;
	struct slot *slots = make_slots(mask + 1);
	if (!slots)
		return false;
	for (size_t i = 0; i <= index->mask; i++) {
		struct slot slot = index->slots[i];
		if (!slot.number)
			continue;
		size_t place = slot.hash & mask;
		while (slots[place].number)
			place = (place + 1) & mask;
		slots[place] = slot;
	}
	free(index->slots);
	index->slots = slots;
	index->mask = mask;
	return true;
}

uint32_t index_hash(const struct plan_index *index, const char *id, size_t length)
{
	return hash_id(index->key, id, length);
}

enum plan_status index_list(struct plan_index *index, struct plan_entry *entry)
{
	struct plan_entry **place = VEC_PUSH(&index->entries);
	if (!place)
		return PLAN_NOMEM;
	*place = entry;
	return PLAN_OK;
}

enum plan_status index_add(struct plan_index *index, struct plan_entry *entry, uint32_t hash,
						   const struct plan_entry **other)
{
	size_t length = strlen(entry->id);
	struct slot *slot = find_slot(index, hash, entry->id, length);
	*other = slot->number ? index->entries.at[slot->number - 1] : NULL;
	if (*other)
		return PLAN_OK;
	if ((index->entries.count + 1) * 5 > (index->mask + 1) * 4) {
		if (!grow(index))
			return PLAN_NOMEM;
		slot = find_slot(index, hash, entry->id, length);
	}
	if (index_list(index, entry) != PLAN_OK)
		return PLAN_NOMEM;
	*slot = (struct slot){.hash = hash, .number = (uint32_t)index->entries.count};
	return PLAN_OK;
}

const struct plan_entry *index_find_hashed(const struct plan_index *index, uint32_t hash, const char *id,
										   size_t length)
{
	const struct slot *slot = find_slot(index, hash, id, length);
	return slot->number ? index->entries.at[slot->number - 1] : NULL;
}

const struct plan_entry *index_find(const struct plan_index *index, const char *id, size_t length)
{
	return index_find_hashed(index, hash_id(index->key, id, length), id, length);
}

void index_fetch(const struct plan_index *index, uint32_t hash, int step)
{
	const struct slot *slot = &index->slots[hash & index->mask];
	if (step == 0) {
		__builtin_prefetch(slot);
		return;
	}
	while (slot->number && slot->hash != hash && slot < index->slots + index->mask)
		slot++;
	if (!slot->number)
		return;
	struct plan_entry *const *place = &index->entries.at[slot->number - 1];
	if (step == 1)
		__builtin_prefetch(place);
	else if (step == 2) {
		__builtin_prefetch(&(*place)->id);
		__builtin_prefetch(&(*place)->kind); /* may lie in the next line */
	} else
		__builtin_prefetch((*place)->id);
}

size_t index_count(const struct plan_index *index)
{
	return index->entries.count;
}

struct plan_entry *index_at(const struct plan_index *index, size_t number)
{
	return index->entries.at[number];
}

struct plan_entry **index_entries(const struct plan_index *index)
{
	return index->entries.at;
}

bool index_may_search(struct plan_index *index, size_t work)
{
	bool may = work <= index->search_left;
	index->search_left -= may ? work : index->search_left;
	return may;
}
