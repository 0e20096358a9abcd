#include "query/lanes.h"

#include <string.h>

/* Phases within phases beyond this are shown as if they belonged to none; a ring of them ends here, too. */
enum { NESTING_MAX = 32 };

struct builder {
	struct lanes *lanes;
	const struct outlook *outlook;
	const struct lane_filter *filter;
	/* The rows of a lane: heads in the order of time, each with its members; by place in outlook->order. */
	uint32_t *head;         /* the place of the step that heads the row's group; its own for a head */
	uint32_t *first, *next; /* of a head's members; NONE for none */
	uint32_t *place;        /* in the order of time, by plan_step.number */
};

#define NONE UINT32_MAX

static const struct plan_track *track_of(const struct plan_step *step)
{
	return step->track ? (const struct plan_track *)step->track->entry : NULL;
}

static const struct plan_step *phase_of(const struct plan_step *step)
{
	for (size_t i = 0; i < step->link_count; i++)
		if (step->links[i].relation == PLAN_PHASE_OF)
			return plan_entry_step(step->links[i].to.entry);
	return NULL;
}

static bool is_shown(const struct builder *builder, const struct plan_step *step)
{
	return step->status != PLAN_CANCELLED &&
		   (builder->filter->documents || step->entry.kind != PLAN_KIND_DOCUMENT);
}

/* The outermost phase on the same track that a step belongs to; the step itself when there is none. */
static const struct plan_step *head_of(const struct builder *builder, const struct plan_step *step)
{
	const struct plan_step *head = step;
	for (int level = 0; level < NESTING_MAX; level++) {
		const struct plan_step *phase = phase_of(head);
		if (!phase || !is_shown(builder, phase) || track_of(phase) != track_of(step))
			return head;
		head = phase;
	}
	return step;
}

static void group(struct builder *builder)
{
	const struct outlook *outlook = builder->outlook;
	for (uint32_t i = 0; i < outlook->count; i++) {
		builder->place[outlook->order[i]->step->number] = i;
		builder->first[i] = NONE;
	}
	for (uint32_t i = 0; i < outlook->count; i++)
		builder->head[i] = builder->place[head_of(builder, outlook->order[i]->step)->number];
	for (uint32_t i = (uint32_t)outlook->count; i-- > 0;) {
		uint32_t head = builder->head[i];
		if (head == i || !is_shown(builder, outlook->order[i]->step))
			continue;
		builder->next[i] = builder->first[head];
		builder->first[head] = i;
	}
}

static bool add_row(struct builder *builder, struct lane_row row)
{
	struct lane_row *added = VEC_PUSH(&builder->lanes->rows);
	if (added)
		*added = row;
	return added;
}

/* A head and its members. */
static bool add_group(struct builder *builder, uint32_t head)
{
	const struct standing *const *order = builder->outlook->order;
	bool added = add_row(builder, (struct lane_row){.standing = order[head]});
	for (uint32_t i = builder->first[head]; added && i != NONE; i = builder->next[i])
		added = add_row(builder, (struct lane_row){.standing = order[i], .inside = true});
	return added;
}

/* The heads of each lane, chained in the order of time: lane 0 is outside the tracks. */
static bool add_lanes(struct builder *builder, uint32_t *lane_first, uint32_t *lane_next)
{
	const struct plan *plan = builder->outlook->plan;
	for (uint32_t i = (uint32_t)builder->outlook->count; i-- > 0;) {
		const struct plan_step *step = builder->outlook->order[i]->step;
		if (builder->head[i] != i || !is_shown(builder, step))
			continue;
		uint32_t lane = track_of(step) ? track_of(step)->entry.index + 1 : 0;
		lane_next[i] = lane_first[lane];
		lane_first[lane] = i;
	}
	for (size_t n = 1; n <= plan->tracks.count + 1; n++) {
		size_t lane = n <= plan->tracks.count ? n : 0;
		const struct plan_track *track = lane ? plan->tracks.at[lane - 1] : NULL;
		if (builder->filter->track && (!track || strcmp(track->entry.id, builder->filter->track) != 0))
			continue;
		if (lane_first[lane] != NONE && plan->tracks.count &&
			!add_row(builder, (struct lane_row){.track = track}))
			return false;
		for (uint32_t i = lane_first[lane]; i != NONE; i = lane_next[i])
			if (!add_group(builder, i))
				return false;
	}
	return true;
}

enum plan_status lanes_make(struct lanes *lanes, const struct outlook *outlook,
							const struct lane_filter *filter)
{
	size_t count = outlook->count, lane_count = outlook->plan->tracks.count + 1;
	*lanes = (struct lanes){0};
	uint32_t *memory = calloc(count * 5 + lane_count, sizeof *memory);
	if (!memory)
		return PLAN_NOMEM;
	struct builder builder = {
		.lanes = lanes,
		.outlook = outlook,
		.filter = filter,
		.head = memory,
		.first = memory + count,
		.next = memory + count * 2,
		.place = memory + count * 3,
	};
	uint32_t *lane_next = memory + count * 4, *lane_first = memory + count * 5;
	memset(lane_first, 0xFF, lane_count * sizeof *lane_first);
	group(&builder);
	bool added = add_lanes(&builder, lane_first, lane_next);
	free(memory);
	return added ? PLAN_OK : PLAN_NOMEM;
}

void lanes_free(struct lanes *lanes)
{
	VEC_FREE(&lanes->rows);
}
