/*
 * The ids of a plan: from an id to its entry.
 *
 * An open-addressing table over a list of all entries in the order they were added: eight bytes a slot, no
 * memory of its own per entry. Slots are placed by a hash that is keyed with an address, so that nobody can
 * write a file whose ids all fall into one place.
 */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include <plan/model.h>

struct plan_index;

/* An empty index with room for `expected` entries, the caller's to index_free; NULL when memory ran out. */
struct plan_index *index_new(size_t expected);

/* Frees the index, not the entries; NULL is allowed. */
void index_free(struct plan_index *index);

/* The hash of an id: of `length` bytes in NFC. */
uint32_t index_hash(const struct plan_index *index, const char *id, size_t length);

/*
 * Adds an entry, which must stay where it is; `hash` is that of its id. When another already has its id,
 * `*other` becomes that one and nothing is added; NULL otherwise. PLAN_NOMEM on failure, the index is as
 * before.
 */
enum plan_status index_add(struct plan_index *index, struct plan_entry *entry, uint32_t hash,
						   const struct plan_entry **other);

/* Lists an entry that is not to be found by its id. PLAN_NOMEM on failure. */
enum plan_status index_list(struct plan_index *index, struct plan_entry *entry);

/* The entry with an id of `length` bytes in NFC, or NULL. */
const struct plan_entry *index_find(const struct plan_index *index, const char *id, size_t length);

/* The same of an id whose hash is known. */
const struct plan_entry *index_find_hashed(const struct plan_index *index, uint32_t hash, const char *id,
										   size_t length);

/*
 * Brings what finding an id takes nearer, one step at a time from 0 to INDEX_STEPS - 1, some time between
 * them: each needs what the one before it fetched. For many lookups in a row.
 */
void index_fetch(const struct plan_index *index, uint32_t hash, int step);

#define INDEX_STEPS 4

/* All entries, in the order they were added or listed. */
size_t index_count(const struct plan_index *index);
struct plan_entry *index_at(const struct plan_index *index, size_t number);

/* The entries as an array, valid until the next one is added. */
struct plan_entry **index_entries(const struct plan_index *index);

/*
 * Takes `work` off what may still be spent on looking for similar ids, and says whether that much was left.
 * It keeps a file of many wrong references from costing (references x ids).
 */
bool index_may_search(struct plan_index *index, size_t work);

#endif
