#include "load/keymap.h"

#include <assert.h>
#include <string.h>

enum { SLOTS = sizeof((struct key_map *)0)->slots };

static size_t hash_name(const char *name, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)name;
	return (bytes[0] + 3 * length + (size_t)7 * bytes[length - 1] + (size_t)5 * bytes[length / 2]) % SLOTS;
}

static void add_row(struct key_map *map, size_t row)
{
	const struct key *key = &map->set->keys[row];
	size_t length = strlen(key->name), slot = hash_name(key->name, length);
	while (map->slots[slot])
		slot = (slot + 1) % SLOTS;
	map->slots[slot] = (uint8_t)(row + 1);
	map->lengths[row] = (uint8_t)length;
	map->required |= (uint64_t)key->required << row;
}

static const struct key_map *make(struct key_map *map, const struct key_set *set, enum plan_kind kind)
{
	assert(set->count <= KEYS_MAX);
	*map = (struct key_map){.set = set, .kind = (uint8_t)kind};
	for (size_t row = 0; row < set->count; row++)
		if (kind == PLAN_KIND_COUNT || key_is_on(&set->keys[row], kind))
			add_row(map, row);
	for (size_t row = 0; row < set->count; row++) {
		const char *other = set->keys[row].not_with;
		int clash = other ? keymap_find(map, other, strlen(other)) : -1;
		if (clash < 0 || !map->lengths[row])
			continue;
		map->clashes[row] |= UINT64_C(1) << clash;
		map->clashes[clash] |= UINT64_C(1) << row;
	}
	return map;
}

const struct key_map *keymap_of_kind(struct key_maps *maps, enum plan_kind kind)
{
	struct key_map *map = &maps->of_kind[kind];
	return map->set ? map : make(map, keys_of_kind(kind), kind);
}

const struct key_map *keymap_of_set(struct key_maps *maps, const struct key_set *set)
{
	struct key_map *map = maps->others;
	while (map->set && map->set != set)
		map++;
	assert(map < maps->others + sizeof maps->others / sizeof *maps->others);
	return map->set ? map : make(map, set, PLAN_KIND_COUNT);
}

int keymap_find(const struct key_map *map, const char *name, size_t length)
{
	if (!length)
		return -1;
	for (size_t slot = hash_name(name, length); map->slots[slot]; slot = (slot + 1) % SLOTS) {
		int row = map->slots[slot] - 1;
		if (map->lengths[row] == length && !memcmp(map->set->keys[row].name, name, length))
			return row;
	}
	return -1;
}
