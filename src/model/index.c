#include "model/index.h"

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

struct plan_index *index_new(void)
{
	struct plan_index *index = calloc(1, sizeof *index);
	struct slot *slots = calloc(SLOTS_FIRST, sizeof *slots);
	if (!index || !slots) {
		free(index);
		free(slots);
		return NULL;
	}
	index->slots = slots;
	index->mask = SLOTS_FIRST - 1;
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

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
	return hash ^ hash >> 32;
}

static uint32_t hash_id(uint64_t key, const char *id, size_t length)
{
	uint64_t hash = key ^ length, last = 0;
	for (; length > 8; id += 8, length -= 8)
		hash = mix(hash, load64(id));
	memcpy(&last, id, length);
	hash = mix(mix(hash, last), key);
	return (uint32_t)hash;
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
	struct slot *slots = calloc(mask + 1, sizeof *slots);
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

enum plan_status index_add(struct plan_index *index, struct plan_entry *entry,
						   const struct plan_entry **other)
{
	size_t length = strlen(entry->id);
	uint32_t hash = hash_id(index->key, entry->id, length);
	struct slot *slot = find_slot(index, hash, entry->id, length);
	*other = slot->number ? index->entries.at[slot->number - 1] : NULL;
	if (*other)
		return PLAN_OK;
	if ((index->entries.count + 1) * 5 > (index->mask + 1) * 4) {
		if (!grow(index))
			return PLAN_NOMEM;
		slot = find_slot(index, hash, entry->id, length);
	}
	struct plan_entry **place = VEC_PUSH(&index->entries);
	if (!place)
		return PLAN_NOMEM;
	*place = entry;
	*slot = (struct slot){.hash = hash, .number = (uint32_t)index->entries.count};
	return PLAN_OK;
}

const struct plan_entry *index_find(const struct plan_index *index, const char *id, size_t length)
{
	const struct slot *slot = find_slot(index, hash_id(index->key, id, length), id, length);
	return slot->number ? index->entries.at[slot->number - 1] : NULL;
}

size_t index_count(const struct plan_index *index)
{
	return index->entries.count;
}

struct plan_entry *index_at(const struct plan_index *index, size_t number)
{
	return index->entries.at[number];
}

bool index_may_search(struct plan_index *index, size_t work)
{
	bool may = work <= index->search_left;
	index->search_left -= may ? work : index->search_left;
	return may;
}
