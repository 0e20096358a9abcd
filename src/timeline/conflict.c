#include "timeline/conflict.h"

#include "timeline/rings.h"

#include "timeline/cutter.h"

#include <stdlib.h>
#include <string.h>

/* So many conflicts of one component are found; then it is given up. Each begins it anew. */
enum { COMPONENT_MAX = PLAN_CHAINS_MAX, REASONS_MAX = 2 * PLAN_CHAINS_MAX };

/* A pass that finds conflicts. */
struct hunt {
	struct timeline_work *work;
	struct conflicts *all;
	struct spent *spent;
	bool first; /* nothing was spent before */
	struct view view;
	VEC(struct bound_except) except; /* what was set aside of a place's bounds */
	uint32_t scope;                  /* the first place of the component at hand, or the place */
	size_t scope_aside;              /* what was set aside before it */
	unsigned scope_count;            /* its conflicts */
	unsigned reasons;                /* that were looked for, also of what only follows from a conflict */
	uint32_t *loose; /* by place: 1 + the conflict that its upper bound was set aside for; 0 for none */
};

/* What is set aside from here on is for the next conflict. */
static struct aside *add_aside(struct hunt *h, enum aside_kind kind, uint32_t at)
{
	struct aside *aside = VEC_PUSH(&h->all->aside);
	if (aside)
		*aside = (struct aside){.kind = kind, .at = at, .conflict = h->all->found.count + 1};
	return aside;
}

static const void *what_of(const struct bound *bound)
{
	return bound->date ? (const void *)bound->date : bound->link;
}

/* The upper bound of a place without those that were set aside. PLAN_NOMEM on failure. */
static enum plan_status upper_bound(struct hunt *h, uint32_t place, struct bound *upper)
{
	struct step_bounds bounds;
	bool at_end;
	const struct plan_step *step = work_step(h->work, place, &at_end);
	size_t spent_count;
	const struct bound_except *spent = spent_excepts(h->spent, place, &spent_count);
	h->except.count = 0;
	if (!VEC_RESERVE(&h->except, spent_count + 1))
		return PLAN_NOMEM;
	for (; h->except.count < spent_count; h->except.count++)
		h->except.at[h->except.count] = spent[h->except.count];
	for (size_t i = h->scope_aside; i < h->all->aside.count; i++) {
		const struct aside *aside = &h->all->aside.at[i];
		if (aside->kind != ASIDE_BOUND || aside->at != place || !what_of(&aside->bound))
			continue;
		struct bound_except *except = VEC_PUSH(&h->except);
		if (!except)
			return PLAN_NOMEM;
		*except = (struct bound_except){what_of(&aside->bound), at_end, true};
	}
	step_bounds(h->work->plan, step, BOUND_WRITTEN, h->except.at, h->except.count, &bounds);
	*upper = bounds.hi[at_end];
	return PLAN_OK;
}

static enum plan_conflict_kind kind_of_bound(const struct reason *reason, const struct bound *bound)
{
	if (bound->kind == PLAN_CAUSE_DEADLINE)
		return PLAN_CONFLICT_DEADLINE;
	bool arc = false, move = false;
	for (size_t i = 0; i < reason->links.count; i++) {
		arc |= reason->links.at[i].kind == REASON_ARC;
		move |= reason->links.at[i].kind == REASON_MOVE;
	}
	return move && !arc ? PLAN_CONFLICT_NO_DAY : PLAN_CONFLICT_DATES;
}

/* 1 + the conflict that a reason only follows from, since it goes through a place whose bound was set aside
 * for that; 0 for none. */
static size_t follows(const struct hunt *h, const struct reason *reason)
{
	for (size_t i = 1; i + 1 < reason->links.count; i++)
		if (reason->links.at[i].kind == REASON_ARC && h->loose[reason->links.at[i].place] &&
			reason->links.at[i].place != reason->links.at[reason->links.count - 1].place)
			return h->loose[reason->links.at[i].place];
	return 0;
}

/* Leaves a reason, and the bound that it runs into, out of what is looked at after this. */
static enum plan_status spend(struct hunt *h, const struct reason *reason, uint32_t place, struct bound bound)
{
	struct bound_except except = {.what = what_of(&bound), .upper = true};
	enum plan_status status = reason_spend(&h->view, reason, h->spent);
	if (!except.what || status != PLAN_OK)
		return status;
	const struct plan_step *step = work_step(h->work, place, &except.at_end);
	return spent_add_bound(h->spent, place, step, except);
}

/* Keeps the reason of a conflict that may have a repair; it is used up. */
static enum plan_status keep_reason(struct hunt *h, struct reason *reason)
{
	if (h->all->found.count > PLAN_REPAIRS_MAX)
		return PLAN_OK;
	struct reason *kept = VEC_PUSH(&h->all->reasons);
	if (!kept)
		return PLAN_NOMEM;
	*kept = *reason;
	*reason = (struct reason){0};
	return PLAN_OK;
}

static enum plan_status report(struct hunt *h, struct plan_conflict conflict, const struct reason *reason,
							   const struct plan_cause *last)
{
	struct plan_conflict *found = VEC_PUSH(&h->all->found);
	if (!found)
		return PLAN_NOMEM;
	*found = conflict;
	return reason ? chain_write(&h->view, reason, last, &found->chain) : PLAN_OK;
}

static enum plan_status set_arc_aside(struct hunt *h, uint32_t arc)
{
	struct network *network = &h->work->compiled.network;
	if (network->arcs[arc].shift.kind == SHIFT_NONE)
		return PLAN_OK;
	struct aside *aside = add_aside(h, ASIDE_ARC, arc);
	if (!aside)
		return PLAN_NOMEM;
	aside->shift = network->arcs[arc].shift;
	network->arcs[arc].shift = (struct shift){.kind = SHIFT_NONE};
	return PLAN_OK;
}

static enum plan_status set_set_aside(struct hunt *h, uint32_t place)
{
	struct network *network = &h->work->compiled.network;
	if (network->set[place] == 0)
		return PLAN_OK;
	struct aside *aside = add_aside(h, ASIDE_SET, place);
	if (!aside)
		return PLAN_NOMEM;
	aside->set = network->set[place];
	network->set[place] = 0;
	return PLAN_OK;
}

/* Leaves a place out of everything: nothing else helps against leaving 2199. */
static enum plan_status settle_place(struct hunt *h, uint32_t place)
{
	const struct network *network = &h->work->compiled.network;
	enum plan_status status = set_set_aside(h, place);
	for (uint32_t i = network->first[place]; i < network->first[place + 1] && status == PLAN_OK; i++)
		status = set_arc_aside(h, i);
	for (uint32_t i = network->entry_first[place]; i < network->entry_first[place + 1]; i++)
		if (status == PLAN_OK)
			status = set_arc_aside(h, network->entries[i].arc);
	plan_day own = view_own(&h->view, place).day;
	h->all->lo[place] = own < PLAN_DAY_MAX ? own : PLAN_DAY_MAX;
	struct aside *aside = status == PLAN_OK ? add_aside(h, ASIDE_BOUND, place) : NULL;
	if (!aside)
		return PLAN_NOMEM;
	aside->before = h->all->hi[place];
	h->all->hi[place] = PLAN_DAY_MAX;
	return PLAN_OK;
}

static enum plan_status set_bound_aside(struct hunt *h, uint32_t place, struct bound bound)
{
	struct aside *aside = add_aside(h, ASIDE_BOUND, place);
	if (!aside)
		return PLAN_NOMEM;
	aside->bound = bound;
	aside->before = h->all->hi[place];
	struct bound left;
	if (upper_bound(h, place, &left) != PLAN_OK)
		return PLAN_NOMEM;
	h->all->hi[place] = left.day;
	return PLAN_OK;
}

/* Sets aside what `place` ran into: its upper bound, its set when that has no day left, or all of it. */
static enum plan_status set_place_aside(struct hunt *h, uint32_t place, bool no_day, struct bound bound)
{
	if (what_of(&bound))
		return set_bound_aside(h, place, bound);
	if (no_day)
		return set_set_aside(h, place);
	return settle_place(h, place);
}

/* The last link of a ring but for calendars, and for steps that do not end before they start: a ring has more
 * than these. */
static const struct plan_cause *last_to_give(const struct plan_chain *chain)
{
	const struct plan_cause *last = &chain->at[chain->count - 1];
	while (last > chain->at && (last->kind == PLAN_CAUSE_CALENDAR || last->kind == PLAN_CAUSE_ORDER))
		last--;
	return last;
}

/* Reports a ring and sets its last link aside. */
static enum plan_status set_ring_aside(struct hunt *h, struct reason *reason)
{
	struct plan_chain chain;
	if (chain_write(&h->view, reason, NULL, &chain) != PLAN_OK)
		return PLAN_NOMEM;
	/* The last of the chain that could give way; it has been turned: find its arc again. */
	uint32_t arc = NETWORK_NONE;
	const struct plan_cause *last = last_to_give(&chain);
	for (size_t i = 0; i < reason->links.count; i++) {
		const struct reason_link *link = &reason->links.at[i];
		bool at_end;
		if (link->kind == REASON_ARC && work_step(h->work, link->place, &at_end) == last->step &&
			at_end == last->at_end)
			arc = link->arc;
	}
	if (set_arc_aside(h, arc) != PLAN_OK)
		return PLAN_NOMEM;
	struct plan_conflict conflict = {.kind = PLAN_CONFLICT_RING,
									 .step = chain.at[0].step,
									 .at_end = chain.at[0].at_end,
									 .earliest = PLAN_DAY_OPEN_START,
									 .latest = PLAN_DAY_OPEN_END,
									 .span = last->span};
	if (report(h, conflict, NULL, NULL) != PLAN_OK)
		return PLAN_NOMEM;
	h->all->found.at[h->all->found.count - 1].chain = chain;
	if (spend(h, reason, 0, (struct bound){.kind = PLAN_CAUSE_HORIZON}) != PLAN_OK)
		return PLAN_NOMEM;
	return keep_reason(h, reason);
}

/* Where a person should look first. */
static struct plan_span broken_span(const struct plan_step *step, const struct plan_cause *last)
{
	return last->kind == PLAN_CAUSE_HORIZON ? step->entry.span : last->span;
}

static enum plan_status report_overrun(struct hunt *h, uint32_t place, struct bound bound, bool no_day,
									   const struct reason *reason)
{
	struct plan_cause last = cause_of_bound(h->work, place, bound, true);
	plan_day earliest = no_day ? PLAN_DAY_OPEN_END : h->work->solver.day;
	if (reason->links.count > 0)
		earliest = reason->links.at[reason->links.count - 1].day;
	struct plan_conflict conflict = {.kind = kind_of_bound(reason, &bound),
									 .step = last.step,
									 .at_end = last.at_end,
									 .earliest = earliest,
									 .latest = bound.day,
									 .span = broken_span(last.step, &last)};
	if (no_day && bound.kind == PLAN_CAUSE_HORIZON)
		conflict.kind = PLAN_CONFLICT_NO_DAY;
	return report(h, conflict, reason, &last);
}

static enum plan_status explain_overrun(struct hunt *h, uint32_t place, struct bound bound, bool no_day)
{
	struct reason reason = {0};
	enum plan_status status = PLAN_OK;
	bool explained = h->all->found.count < PLAN_CHAINS_MAX && h->reasons++ < REASONS_MAX;
	if (explained)
		status = reason_find(&h->view, place, bound.day, false, &reason);
	if (status == PLAN_OK && reason.endless) {
		place = reason.links.at[reason.links.count - 1].place;
		no_day = h->work->compiled.network.set[place] != 0;
		bound = (struct bound){PLAN_DAY_MAX, PLAN_CAUSE_HORIZON, NULL, NULL};
	}
	if (status == PLAN_OK && reason.ring)
		status = set_ring_aside(h, &reason);
	else if (status == PLAN_OK) {
		size_t first = h->all->aside.count, from = follows(h, &reason);
		status = set_place_aside(h, place, no_day, bound);
		bool reported = bound.kind == PLAN_CAUSE_DEADLINE || !from;
		for (size_t i = first; i < h->all->aside.count; i++) {
			h->all->aside.at[i].follows = from;
			if (!reported)
				h->all->aside.at[i].conflict = 0;
		}
		if (status == PLAN_OK && reported)
			status = report_overrun(h, place, bound, no_day, &reason);
		if (status == PLAN_OK && reported)
			status = spend(h, &reason, place, bound);
		if (status == PLAN_OK && reported)
			status = keep_reason(h, &reason);
		h->loose[place] = (uint32_t)(from ? from : h->all->found.count);
	}
	reason_free(&reason);
	return status;
}

static enum plan_status explain_ring(struct hunt *h)
{
	struct reason reason = {0};
	const struct solver *solver = &h->work->solver;
	enum plan_status status = rings_explain(&h->view, solver->ring, solver->ring_count, &reason);
	if (status == PLAN_OK)
		status = set_ring_aside(h, &reason);
	reason_free(&reason);
	return status;
}

/* Leaves a component out of everything when it has too many conflicts: each begins it anew. */
static enum plan_status give_up(struct hunt *h, struct component component)
{
	for (uint32_t place = component.first; place < component.end; place++)
		if (settle_place(h, place) != PLAN_OK)
			return PLAN_NOMEM;
	return PLAN_OK;
}

/* Reports a component of which nothing is known. */
static enum plan_status report_undecided(struct hunt *h, uint32_t place)
{
	struct plan_conflict conflict = {
		.kind = PLAN_CONFLICT_UNDECIDED, .earliest = PLAN_DAY_OPEN_START, .latest = PLAN_DAY_OPEN_END};
	conflict.step = work_step(h->work, place, &conflict.at_end);
	conflict.span = conflict.step->entry.span;
	struct reason none = {0};
	if (!add_aside(h, ASIDE_BOUND, place) || report(h, conflict, NULL, NULL) != PLAN_OK)
		return PLAN_NOMEM;
	return keep_reason(h, &none);
}

/* Takes note that another conflict was found, and whether it was one too many. */
static bool count_conflict(struct hunt *h, const struct component *component)
{
	uint32_t scope = component ? component->first : h->work->solver.at;
	if (scope != h->scope) {
		h->scope = scope;
		h->scope_count = 0;
		h->scope_aside = h->all->aside.count;
	}
	return component && h->scope_count++ == COMPONENT_MAX;
}

static enum plan_status explain(struct hunt *h, enum solve_end end)
{
	const struct solver *solver = &h->work->solver;
	if (end == SOLVE_RING)
		return explain_ring(h);
	struct bound bound;
	if (upper_bound(h, solver->place, &bound) != PLAN_OK)
		return PLAN_NOMEM;
	/* Where no day is left at all the bound does not matter. */
	bool no_day = solver->day <= bound.day &&
				  network_up(solver->network, solver->place, solver->day) == PLAN_DAY_OPEN_END;
	if (no_day)
		bound = (struct bound){PLAN_DAY_MAX, PLAN_CAUSE_HORIZON, NULL, NULL};
	return explain_overrun(h, solver->place, bound, no_day);
}

static enum plan_status hunt_down(struct hunt *h)
{
	for (;;) {
		enum solve_end end = solver_forward(&h->work->solver);
		if (end == SOLVE_DONE)
			return PLAN_OK;
		const struct component *component = network_component(&h->work->compiled.network, h->work->solver.at);
		bool too_many = count_conflict(h, component);
		enum plan_status status = PLAN_OK;
		/* What follows the first conflict of a component may remain unknown: there is one. */
		if (end == SOLVE_TIRED && h->scope_count <= 1 && h->first)
			status = report_undecided(h, component->first);
		else if (!too_many && end != SOLVE_TIRED)
			status = explain(h, end);
		if (status == PLAN_OK && (too_many || end == SOLVE_TIRED))
			status = give_up(h, *component);
		if (status != PLAN_OK)
			return status;
	}
}

enum plan_status conflicts_find(struct timeline_work *work, struct spent *spent, struct conflicts *conflicts)
{
	size_t count = work->compiled.network.variable_count;
	memset(conflicts, 0, sizeof *conflicts);
	struct hunt h = {.work = work,
					 .all = conflicts,
					 .spent = spent,
					 .first = spent_count(spent) == 0,
					 .view = {.work = work, .spent = spent},
					 .scope = NETWORK_NONE};
	enum plan_status status = work_index(work);
	conflicts->lo = malloc((count + 1) * sizeof *conflicts->lo);
	conflicts->hi = malloc((count + 1) * sizeof *conflicts->hi);
	h.loose = calloc(count + 1, sizeof *h.loose);
	conflicts->own_lo = malloc((count + 1) * sizeof *conflicts->own_lo);
	if (!conflicts->lo || !conflicts->hi || !conflicts->own_lo || !h.loose)
		status = PLAN_NOMEM;
	if (status == PLAN_OK) {
		compiled_bounds(&work->compiled, BOUND_WRITTEN, conflicts->lo, conflicts->hi);
		status = spent_leave_out(spent, &work->compiled, conflicts->lo, conflicts->hi);
	}
	if (status == PLAN_OK) {
		memcpy(conflicts->own_lo, conflicts->lo, count * sizeof *conflicts->own_lo);
		work->solver.lo = conflicts->lo;
		work->solver.hi = conflicts->hi;
		work->solver.at = 0;
		h.view.days = conflicts->lo;
		status = hunt_down(&h);
	}
	/* Only the latest days took too long. */
	if (status == PLAN_OK && conflicts->found.count == 0 && h.first)
		status = report_undecided(&h, work->solver.place);
	VEC_FREE(&h.except);
	free(h.loose);
	return status;
}

void conflicts_restore(struct timeline_work *work, const struct spent *spent,
					   const struct conflicts *conflicts)
{
	struct network *network = &work->compiled.network;
	for (size_t i = conflicts->aside.count; i-- > 0;) {
		const struct aside *aside = &conflicts->aside.at[i];
		if (aside->kind == ASIDE_SET)
			network->set[aside->at] = aside->set;
		if (aside->kind == ASIDE_ARC)
			network->arcs[aside->at].shift = aside->shift;
	}
	spent_put_back(spent, &work->compiled);
}

void conflicts_free(struct conflicts *conflicts)
{
	for (size_t i = 0; i < conflicts->reasons.count; i++)
		reason_free(&conflicts->reasons.at[i]);
	VEC_FREE(&conflicts->reasons);
	VEC_FREE(&conflicts->found);
	VEC_FREE(&conflicts->aside);
	free(conflicts->lo);
	free(conflicts->hi);
	free(conflicts->own_lo);
}

struct shift *conflicts_shift(const struct conflicts *conflicts, const struct network *network, uint32_t arc)
{
	struct shift *shift = &network->arcs[arc].shift;
	for (size_t i = 0; i < conflicts->aside.count && shift->kind == SHIFT_NONE; i++) {
		struct aside *aside = &conflicts->aside.at[i];
		if (aside->kind == ASIDE_ARC && aside->at == arc)
			shift = &aside->shift;
	}
	return shift;
}

uint32_t conflicts_set(const struct conflicts *conflicts, const struct network *network, uint32_t place)
{
	uint32_t set = network->set[place];
	for (size_t i = 0; i < conflicts->aside.count && set == 0; i++) {
		const struct aside *aside = &conflicts->aside.at[i];
		if (aside->kind == ASIDE_SET && aside->at == place)
			set = aside->set;
	}
	return set;
}
