/*
 * Finding the row of a key by its name: what the reader does for every key of a file.
 */
#ifndef LOAD_KEYMAP_H
#define LOAD_KEYMAP_H

#include "load/keys.h"

/* The keys that entries of one kind, or one other mapping, may have. */
struct key_map {
	const struct key_set *set;  /* NULL: not made yet */
	uint64_t required;          /* a bit for each row of the set */
	uint64_t clashes[KEYS_MAX]; /* the rows that may not stand beside this one */
	uint8_t slots[128];         /* 1 + the number of a row, placed by a hash of the name; 0: none */
	uint8_t lengths[KEYS_MAX];  /* of the names */
	uint8_t kind;               /* enum plan_kind, or PLAN_KIND_COUNT */
};

/* All zero is a set of maps of which none is made yet. */
struct key_maps {
	struct key_map of_kind[PLAN_KIND_COUNT];
	struct key_map others[4]; /* the file itself, calendar, rules, replaces */
};

/* The map of an entry's keys, or of a mapping that is no entry. */
const struct key_map *keymap_of_kind(struct key_maps *maps, enum plan_kind kind);
const struct key_map *keymap_of_set(struct key_maps *maps, const struct key_set *set);

/* The number of the row with a name, or -1. */
int keymap_find(const struct key_map *map, const char *name, size_t length);

#endif
