#include "timeline/network.h"

#include "timeline/order.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum plan_status network_init(struct network *network, const struct plan_calendar *calendar,
							  uint32_t variables, uint32_t arcs)
{
	memset(network, 0, sizeof *network);
	network->calendar = calendar;
	network->variable_count = variables;
	network->loose_room = (size_t)arcs + 1;
	network->place = malloc(((size_t)variables + 1) * sizeof *network->place);
	network->set = calloc((size_t)variables + 1, sizeof *network->set);
	network->loose = malloc(network->loose_room * sizeof *network->loose);
	if (!network->place || !network->set || !network->loose) {
		network_free(network);
		return PLAN_NOMEM;
	}
	return PLAN_OK;
}

void network_free(struct network *network)
{
	free(network->place);
	free(network->set);
	free(network->first);
	free(network->arcs);
	free(network->components);
	free(network->loose);
	free(network->entry_first);
	free(network->entries);
	free(network->traits);
	memset(network, 0, sizeof *network);
}

enum plan_status network_add(struct network *network, uint32_t source, uint32_t target, struct shift shift,
							 uint32_t cause)
{
	if (network->arc_count == network->loose_room) {
		size_t room = network->loose_room + network->loose_room / 2 + 8;
		struct loose_arc *grown = room < NETWORK_NONE ? realloc(network->loose, room * sizeof *grown) : NULL;
		if (!grown)
			return PLAN_NOMEM;
		network->loose = grown;
		network->loose_room = room;
	}
	network->loose[network->arc_count++] = (struct loose_arc){source, {target, shift, cause}};
	return PLAN_OK;
}

/* Arcs by source variable, from the loose ones; `first` has two members more than variables. */
static struct arc *arcs_by_variable(const struct network *network, uint32_t *first)
{
	struct arc *arcs = malloc(((size_t)network->arc_count + 1) * sizeof *arcs);
	if (!arcs)
		return NULL;
	/* While a group is filled its start lies one further on. */
	for (uint32_t i = 0; i < network->arc_count; i++)
		first[network->loose[i].source + 2]++;
	for (uint32_t v = 0; v < network->variable_count; v++)
		first[v + 2] += first[v + 1];
	for (uint32_t i = 0; i < network->arc_count; i++)
		arcs[first[network->loose[i].source + 1]++] = network->loose[i].arc;
	return arcs;
}

/* Renames variables to places in what is kept. */
static void renumber(struct network *network, const uint32_t *vertices, const uint32_t *first,
					 const struct arc *arcs)
{
	uint32_t at = 0;
	for (uint32_t place = 0; place < network->variable_count; place++)
		network->place[vertices[place]] = place;
	for (uint32_t place = 0; place < network->variable_count; place++) {
		network->first[place] = at;
		for (uint32_t i = first[vertices[place]]; i < first[vertices[place] + 1]; i++) {
			network->arcs[at] = arcs[i];
			network->arcs[at++].target = network->place[arcs[i].target];
		}
	}
	network->first[network->variable_count] = at;
}

static enum plan_status keep_components(struct network *network, const struct order *order)
{
	network->components = malloc(((size_t)order->component_count + 1) * sizeof *network->components);
	if (!network->components)
		return PLAN_NOMEM;
	network->component_count = order->component_count;
	for (uint32_t i = 0; i < order->component_count; i++) {
		struct component component = {order->components[i][0], order->components[i][1]};
		network->components[i] = component;
		if (component.end - component.first > network->largest)
			network->largest = component.end - component.first;
	}
	return PLAN_OK;
}

static enum plan_status put_in_order(struct network *network, const uint32_t *first, const struct arc *arcs,
									 struct order *order)
{
	struct graph graph = {network->variable_count, first, (const uint32_t *)arcs,
						  sizeof *arcs / sizeof(uint32_t)};
	enum plan_status status = order_make(&graph, order);
	if (status == PLAN_OK)
		status = keep_components(network, order);
	if (status != PLAN_OK)
		return status;
	network->arcs = malloc(((size_t)network->arc_count + 1) * sizeof *network->arcs);
	network->first = malloc(((size_t)network->variable_count + 1) * sizeof *network->first);
	if (!network->arcs || !network->first)
		return PLAN_NOMEM;
	renumber(network, order->vertices, first, arcs);
	return PLAN_OK;
}

enum plan_status network_close(struct network *network)
{
	size_t count = (size_t)network->variable_count;
	uint32_t *first = calloc(count + 2, sizeof *first);
	struct arc *arcs = first ? arcs_by_variable(network, first) : NULL;
	free(network->loose);
	network->loose = NULL;
	struct order order = {.vertices = malloc((count + 1) * sizeof *order.vertices)};
	enum plan_status status = PLAN_NOMEM;
	if (arcs && order.vertices)
		status = put_in_order(network, first, arcs, &order);
	free(order.vertices);
	free(order.components);
	free(arcs);
	free(first);
	return status;
}

static void note_traits(const struct network *network, uint8_t *traits)
{
	for (uint32_t i = 0; i < network->component_count; i++) {
		struct component component = network->components[i];
		for (uint32_t place = component.first; place < component.end; place++)
			for (uint32_t arc = network->first[place]; arc < network->first[place + 1]; arc++) {
				uint32_t target = network->arcs[arc].target;
				if (target >= component.end)
					traits[place] |= PLACE_LEADS_OUT;
				else if (target <= place)
					traits[target] |= PLACE_FROM_BEHIND;
			}
	}
}

enum plan_status network_link_entries(struct network *network)
{
	if (network->entries)
		return PLAN_OK;
	size_t count = network->variable_count;
	uint32_t *first = calloc(count + 2, sizeof *first);
	struct entry *entries = malloc(((size_t)network->arc_count + 1) * sizeof *entries);
	uint8_t *traits = calloc(count + 1, sizeof *traits);
	if (!first || !entries || !traits) {
		free(first);
		free(entries);
		free(traits);
		return PLAN_NOMEM;
	}
	note_traits(network, traits);
	for (uint32_t arc = 0; arc < network->arc_count; arc++)
		first[network->arcs[arc].target + 2]++;
	for (size_t v = 0; v < count; v++)
		first[v + 2] += first[v + 1];
	for (uint32_t source = 0; source < count; source++)
		for (uint32_t arc = network->first[source]; arc < network->first[source + 1]; arc++)
			entries[first[network->arcs[arc].target + 1]++] = (struct entry){source, arc};
	network->entry_first = first;
	network->entries = entries;
	network->traits = traits;
	return PLAN_OK;
}

uint32_t network_source(const struct network *network, uint32_t arc)
{
	uint32_t low = 0, high = network->variable_count; /* first[low] <= arc < first[high] */
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (network->first[middle] <= arc)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const struct component *network_component(const struct network *network, uint32_t place)
{
	uint32_t low = 0, high = network->component_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (network->components[middle].end <= place)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == network->component_count || network->components[low].first > place)
		return NULL;
	return &network->components[low];
}
