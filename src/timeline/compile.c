#include "timeline/compile.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static uint32_t variable(const struct compiled *compiled, uint32_t step, bool at_end)
{
	const struct digest *digest = &compiled->steps[step];
	return digest->variable + (at_end ? digest_end(digest) : 0);
}

uint32_t compiled_place(const struct compiled *compiled, const struct plan_step *step, bool at_end)
{
	return compiled_day(compiled, step->number, at_end);
}

static bool is_fact(const struct compiled *compiled, uint32_t step)
{
	return compiled->steps[step].flags & DIGEST_FACT;
}

static bool is_cancelled(const struct compiled *compiled, uint32_t step)
{
	return compiled->steps[step].flags & DIGEST_CANCELLED;
}

/* One of the two days of a step, by its number: the step itself is far from what refers to it. */
struct end {
	uint32_t step;
	bool at_end;
};

static struct plan_window end_window(const struct compiled *compiled, struct end end)
{
	return step_window(compiled->plan->steps.at[end.step], end.at_end);
}

/* Whether no choice of two facts' days keeps target >= shift(source). */
static bool facts_break(const struct compiled *compiled, struct end source, struct end target,
						struct shift shift)
{
	if (!is_fact(compiled, source.step) || !is_fact(compiled, target.step) || source.step == target.step)
		return false;
	plan_day from = end_window(compiled, source).earliest;
	plan_day until = end_window(compiled, target).latest;
	return from != PLAN_DAY_OPEN_START && shift_least(compiled->plan->calendar, shift, from) > until;
}

static enum plan_status add(struct compiled *compiled, struct end source, struct end target,
							struct shift shift, uint32_t cause)
{
	if (facts_break(compiled, source, target, shift)) {
		uint32_t *broken = VEC_PUSH(&compiled->broken);
		if (!broken)
			return PLAN_NOMEM;
		*broken = cause;
		shift = (struct shift){.kind = SHIFT_NONE};
	}
	return network_add(&compiled->network, variable(compiled, source.step, source.at_end),
					   variable(compiled, target.step, target.at_end), shift, cause);
}

static enum plan_status add_length(struct compiled *compiled, const struct plan_step *step,
								   enum cause_kind kind)
{
	struct shift shift = cause_length(compiled->plan, step, kind);
	struct end first = {step->number, false}, last = {step->number, true};
	uint32_t cause = cause_of(kind, step->number);
	if (shift.kind == SHIFT_NONE)
		return PLAN_OK;
	if (kind == CAUSE_LENGTH) {
		struct known_length *length = VEC_PUSH(&compiled->lengths);
		if (!length)
			return PLAN_NOMEM;
		*length = (struct known_length){step->number, shift};
		shift = (struct shift){.kind = SHIFT_NONE}; /* until room asks for it */
	}
	return kind == CAUSE_LASTS_MOST ? add(compiled, last, first, shift, cause)
									: add(compiled, first, last, shift, cause);
}

/* What ties the two days of a step. The length of a fact is what it was. */
static enum plan_status add_lengths(struct compiled *compiled, const struct plan_step *step)
{
	static const enum cause_kind of_phase[] = {CAUSE_ORDER, CAUSE_LASTS_LEAST, CAUSE_LASTS_MOST,
											   CAUSE_HEARING, CAUSE_LENGTH};
	static const enum cause_kind of_meeting[] = {CAUSE_LASTS_LEAST, CAUSE_LASTS_MOST};
	bool meeting = step->entry.kind == PLAN_KIND_MEETING;
	const enum cause_kind *kinds = meeting ? of_meeting : of_phase;
	size_t count = meeting ? 2 : is_fact(compiled, step->number) ? 1 : 5;
	bool ordered = plan_step_duration(step) && plan_step_duration(step)->range.min.given &&
				   plan_step_duration(step)->range.min.unit != PLAN_WORKDAYS;
	if (!digest_end(&compiled->steps[step->number]))
		return PLAN_OK;
	/* Nothing lasts less than a day, so a length keeps the order as well. */
	size_t from = !meeting && ordered && count > 1 ? 1 : 0;
	for (size_t i = from; i < count; i++)
		if (add_length(compiled, step, kinds[i]) != PLAN_OK)
			return PLAN_NOMEM;
	return PLAN_OK;
}

static enum plan_status add_gap(struct compiled *compiled, struct end source, struct end target,
								const struct plan_link *link, uint32_t number)
{
	struct shift most = link_most(link);
	enum plan_status status = add(compiled, source, target, link_least(link), cause_of(CAUSE_LINK, number));
	if (status == PLAN_OK && most.kind != SHIFT_NONE)
		status = add(compiled, target, source, most, cause_of(CAUSE_LINK_MOST, number));
	return status;
}

static enum plan_status add_pair(struct compiled *compiled, struct end source, struct end target,
								 struct end next_source, struct end next_target, uint32_t number)
{
	enum plan_status status = add(compiled, source, target, shift_days(0), cause_of(CAUSE_LINK, number));
	if (status == PLAN_OK)
		status = add(compiled, next_source, next_target, shift_days(0), cause_of(CAUSE_LINK_MOST, number));
	return status;
}

static enum plan_status add_link(struct compiled *compiled, const struct plan_step *step,
								 const struct plan_link *link, uint32_t number)
{
	uint32_t other = link->to_step;
	assert(other != PLAN_NO_STEP); /* links to recesses are bounds, not arcs */
	if (is_cancelled(compiled, other))
		return PLAN_OK;
	struct end first = {step->number, false}, last = {step->number, true};
	struct end other_first = {other, false}, other_last = {other, true};
	switch ((enum plan_relation)link->relation) {
	case PLAN_AFTER:
		return add_gap(compiled, link->point == PLAN_POINT_START ? other_first : other_last, first, link,
					   number);
	case PLAN_BEFORE:
		return add_gap(compiled, last, link->point == PLAN_POINT_END ? other_last : other_first, link,
					   number);
	case PLAN_DURING:
	case PLAN_PHASE_OF: return add_pair(compiled, other_first, first, last, other_last, number);
	case PLAN_ALONGSIDE: break;
	}
	return add_pair(compiled, other_first, last, first, other_last, number);
}

/* A document without a day of its own is due before the step that it is for. */
static enum plan_status add_papers(struct compiled *compiled, const struct plan_step *step)
{
	const struct plan_step *other = cause_paper_for(step);
	if (!other || cause_paper_has_day(step) || is_cancelled(compiled, other->number))
		return PLAN_OK;
	struct end last = {step->number, true}, other_first = {other->number, false};
	return add(compiled, last, other_first, cause_papers(compiled->plan),
			   cause_of(CAUSE_PAPERS, step->number));
}

/* A fact and a recess that it should have been after, before or in. */
static enum plan_status judge_recess(struct compiled *compiled, const struct plan_step *step,
									 const struct plan_link *link)
{
	struct step_bounds bounds;
	recess_bounds(compiled->plan, step, link, &bounds);
	for (unsigned at = 0; at <= step_end(step); at++) {
		struct plan_window held = step_window(step, at);
		if (held.earliest <= bounds.hi[at].day && held.latest >= bounds.lo[at].day)
			continue;
		const struct plan_link **broken = VEC_PUSH(&compiled->broken_links);
		uint32_t *owner = broken ? VEC_PUSH(&compiled->broken_owners) : NULL;
		if (!owner)
			return PLAN_NOMEM;
		*broken = link;
		*owner = step->number;
		break;
	}
	return PLAN_OK;
}

static enum plan_status add_step(struct compiled *compiled, const struct plan_step *step,
								 uint32_t link_number)
{
	if (is_cancelled(compiled, step->number))
		return PLAN_OK;
	enum plan_status status = add_lengths(compiled, step);
	for (size_t i = 0; i < step->link_count && status == PLAN_OK; i++) {
		const struct plan_link *link = &step->links[i];
		if (link->to_step != PLAN_NO_STEP)
			status = add_link(compiled, step, link, link_number + (uint32_t)i);
		else if (is_fact(compiled, step->number))
			status = judge_recess(compiled, step, link);
		else if (!(compiled->steps[step->number].flags & DIGEST_TIED))
			digest_tie(&compiled->steps[step->number], compiled->plan, step);
	}
	return status == PLAN_OK ? add_papers(compiled, step) : status;
}

/* Makes room for the numbers of links; the first is 0. */
static bool allot_links(struct compiled *compiled)
{
	compiled->first_link = malloc((compiled->plan->steps.count + 1) * sizeof *compiled->first_link);
	if (compiled->first_link)
		compiled->first_link[0] = 0;
	return compiled->first_link;
}

/* Adds all steps; in the order of the file it numbers their links on the way. */
static enum plan_status add_steps(struct compiled *compiled)
{
	const struct plan *plan = compiled->plan;
	enum plan_status status = compiled->first_link || allot_links(compiled) ? PLAN_OK : PLAN_NOMEM;
	for (size_t i = 0; i < plan->steps.count && status == PLAN_OK; i++) {
		const struct plan_step *step = compiled->by_id ? compiled->by_id[i] : plan->steps.at[i];
		uint32_t *first = &compiled->first_link[step->number];
		status = add_step(compiled, step, *first);
		first[1] = *first + step->link_count;
	}
	return status;
}

static int compare_ids(const void *a, const void *b)
{
	const struct plan_step *const *x = a, *const *y = b;
	return strcmp((*x)->entry.id, (*y)->entry.id);
}

static enum plan_status sort_by_id(struct compiled *compiled)
{
	const struct plan *plan = compiled->plan;
	compiled->by_id = malloc((plan->steps.count + 1) * sizeof *compiled->by_id);
	if (!compiled->by_id)
		return PLAN_NOMEM;
	for (size_t i = 0; i < plan->steps.count; i++)
		compiled->by_id[i] = plan->steps.at[i];
	qsort(compiled->by_id, plan->steps.count, sizeof *compiled->by_id, compare_ids);
	return compiled_number_links(compiled);
}

/* How many variables and arcs there may be. */
struct network_size {
	uint32_t variables;
	size_t arcs;
};

/* Digests all steps, and numbers their variables. */
static struct network_size digest_steps(struct compiled *compiled)
{
	const struct plan *plan = compiled->plan;
	struct network_size size = {0};
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = compiled->by_id ? compiled->by_id[i] : plan->steps.at[i];
		struct digest *digest = &compiled->steps[step->number];
		*digest = digest_step(plan, step);
		digest->variable = size.variables;
		compiled->deadline_count += (digest->flags & DIGEST_DEADLINE) != 0;
		unsigned count = digest_variables(digest);
		size.variables += count;
		size.arcs += step->link_count + (count - 1) * 2 * (count == 2) + (plan_step_paper_for(step) != NULL);
	}
	return size;
}

/* Gives every meeting its days. A known day that is none of them is kept, and noted. */
static enum plan_status give_sets(struct compiled *compiled)
{
	const struct plan *plan = compiled->plan;
	for (size_t i = 0; i < plan->meetings.count; i++) {
		const struct plan_step *step = plan->meetings.at[i];
		uint32_t set;
		if (compiled->steps[step->number].flags & (DIGEST_CANCELLED | DIGEST_FACT))
			continue;
		if (daysets_of(&compiled->sets, plan, step, &set) != PLAN_OK)
			return PLAN_NOMEM;
		if (step->date && plan_window_is_day(step->date->expr.start) &&
			!dayset_has(&compiled->sets.at.at[set - 1], plan->calendar, step->date->expr.start.earliest)) {
			struct off_place *off = VEC_PUSH(&compiled->off_days);
			if (!off)
				return PLAN_NOMEM;
			*off = (struct off_place){step->number, set};
			set = 0;
		}
		compiled->network.set[compiled_place(compiled, step, false)] = set;
	}
	compiled->network.sets = compiled->sets.at.at;
	return PLAN_OK;
}

enum plan_status compiled_init(struct compiled *compiled, const struct plan *plan, struct arena *arena,
							   bool by_id)
{
	memset(compiled, 0, sizeof *compiled);
	compiled->plan = plan;
	compiled->sets.arena = arena;
	compiled->steps = malloc((plan->steps.count + 1) * sizeof *compiled->steps);
	if (!compiled->steps || (by_id && sort_by_id(compiled) != PLAN_OK))
		return PLAN_NOMEM;
	struct network_size size = digest_steps(compiled);
	enum plan_status status =
		network_init(&compiled->network, plan->calendar, size.variables, (uint32_t)size.arcs);
	if (status == PLAN_OK)
		status = add_steps(compiled);
	compiled->network.weekend = plan->weekend;
	if (status == PLAN_OK)
		status = network_close(&compiled->network);
	if (status == PLAN_OK)
		status = give_sets(compiled);
	return status;
}

void compiled_free(struct compiled *compiled)
{
	network_free(&compiled->network);
	daysets_free(&compiled->sets);
	free(compiled->steps);
	free(compiled->by_id);
	free(compiled->first_link);
	VEC_FREE(&compiled->off_days);
	VEC_FREE(&compiled->lengths);
	VEC_FREE(&compiled->broken);
	VEC_FREE(&compiled->broken_links);
	VEC_FREE(&compiled->broken_owners);
}

/* What room leaves of a digest's days: its written date goes. */
static void drop_date(const struct plan *plan, const struct plan_step *step, struct digest *digest)
{
	if (digest->flags & DIGEST_TIED) {
		digest_bounds(digest, plan, step, BOUND_ROOM);
		return;
	}
	for (unsigned at = 0; at < 2; at++) {
		digest->lo[at] = PLAN_DAY_MIN;
		digest->hi[at] = PLAN_DAY_MAX;
	}
}

void compiled_bounds(const struct compiled *compiled, enum bound_view view, plan_day *lo, plan_day *hi)
{
	const struct plan *plan = compiled->plan;
	const uint32_t *place = compiled->network.place;
	for (size_t i = 0; i < plan->steps.count; i++) {
		struct digest digest = compiled->steps[i];
		if (view == BOUND_ROOM && (digest.flags & (DIGEST_DATED | DIGEST_FACT)) == DIGEST_DATED)
			drop_date(plan, plan->steps.at[i], &digest);
		unsigned end = digest_end(&digest);
		digest.hi[end] = digest.by < digest.hi[end] ? digest.by : digest.hi[end];
		for (unsigned at = 0; at < digest_variables(&digest); at++) {
			lo[place[digest.variable + at]] = digest.lo[at];
			hi[place[digest.variable + at]] = digest.hi[at];
		}
	}
}

enum plan_status compiled_number_links(struct compiled *compiled)
{
	const struct plan *plan = compiled->plan;
	if (compiled->first_link)
		return PLAN_OK;
	if (!allot_links(compiled))
		return PLAN_NOMEM;
	for (size_t i = 0; i < plan->steps.count; i++)
		compiled->first_link[i + 1] = compiled->first_link[i] + plan->steps.at[i]->link_count;
	return PLAN_OK;
}

/* The step that a link of that number belongs to: the last that does not begin after it. */
static uint32_t link_owner(const struct compiled *compiled, uint32_t number)
{
	uint32_t low = 0, high = (uint32_t)compiled->plan->steps.count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (compiled->first_link[middle] <= number)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static struct shift link_shift(const struct plan_link *link, bool most)
{
	bool gap = link->relation == PLAN_AFTER || link->relation == PLAN_BEFORE;
	if (!gap)
		return shift_days(0);
	return most ? link_most(link) : link_least(link);
}

struct arc_meaning compiled_meaning(const struct compiled *compiled, uint32_t cause)
{
	const struct plan *plan = compiled->plan;
	struct arc_meaning meaning = {.kind = cause_kind(cause)};
	uint32_t number = cause_number(cause);
	if (meaning.kind == CAUSE_LINK || meaning.kind == CAUSE_LINK_MOST) {
		uint32_t owner = link_owner(compiled, number);
		meaning.owner = plan->steps.at[owner];
		meaning.link = &meaning.owner->links[number - compiled->first_link[owner]];
		return meaning;
	}
	meaning.owner = plan->steps.at[number];
	return meaning;
}

bool compiled_is_before(const struct compiled *compiled, uint32_t a, uint32_t b)
{
	uint32_t cause_a = compiled->network.arcs[a].cause, cause_b = compiled->network.arcs[b].cause;
	const char *owner_a = compiled_meaning(compiled, cause_a).owner->entry.id;
	const char *owner_b = compiled_meaning(compiled, cause_b).owner->entry.id;
	int order = strcmp(owner_a, owner_b);
	if (order != 0)
		return order < 0;
	if (cause_kind(cause_a) != cause_kind(cause_b))
		return cause_kind(cause_a) < cause_kind(cause_b);
	return cause_a < cause_b;
}

struct shift compiled_shift(const struct compiled *compiled, uint32_t cause)
{
	struct arc_meaning meaning = compiled_meaning(compiled, cause);
	if (meaning.link)
		return link_shift(meaning.link, meaning.kind == CAUSE_LINK_MOST);
	return meaning.kind == CAUSE_PAPERS ? cause_papers(compiled->plan)
										: cause_length(compiled->plan, meaning.owner, meaning.kind);
}

void compiled_set_room(struct compiled *compiled, bool room)
{
	struct network *network = &compiled->network;
	for (size_t i = 0; i < compiled->off_days.count; i++) {
		const struct off_place *off = &compiled->off_days.at[i];
		network->set[compiled_day(compiled, off->step, false)] = room ? off->set : 0;
	}
	for (size_t i = 0; i < compiled->lengths.count; i++) {
		const struct known_length *length = &compiled->lengths.at[i];
		uint32_t place = compiled_day(compiled, length->step, false);
		for (uint32_t arc = network->first[place]; arc < network->first[place + 1]; arc++)
			if (network->arcs[arc].cause == cause_of(CAUSE_LENGTH, length->step))
				network->arcs[arc].shift = room ? length->shift : (struct shift){.kind = SHIFT_NONE};
	}
}
