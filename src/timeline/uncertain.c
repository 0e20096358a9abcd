#include "timeline/uncertain.h"

#include <stdlib.h>
#include <string.h>

/* What is being collected. */
struct finder {
	struct timeline_work *work;
	const struct certainty *certainty;
	struct view view;
	VEC(struct plan_uncertainty) found;
};

static enum plan_status add(struct finder *f, struct plan_cause cause, struct plan_uncertainty uncertainty)
{
	struct plan_uncertainty *found = VEC_PUSH(&f->found);
	struct plan_cause *kept = arena_copy(f->work->arena, &cause, sizeof cause);
	if (!found || !kept)
		return PLAN_NOMEM;
	uncertainty.cause = kept;
	*found = uncertainty;
	return PLAN_OK;
}

/* A constraint between two dates of theirs. */
static enum plan_status add_arc(struct finder *f, const struct violation *violation)
{
	const struct certainty *c = f->certainty;
	uint32_t source = network_source(&f->work->compiled.network, violation->arc);
	if (!c->settled[source])
		return PLAN_OK;
	bool at_end;
	plan_day asked = view_apply(&f->view, violation->arc, c->worst[source]);
	return add(f, cause_of_arc(&f->view, violation->arc, asked),
			   (struct plan_uncertainty){.first = work_step(f->work, source, &at_end),
										 .first_day = c->worst[source],
										 .second = work_step(f->work, violation->place, &at_end),
										 .second_day = c->limit[violation->place]});
}

/* One side of what a recess asks of a date of theirs. */
static enum plan_status add_bound(struct finder *f, uint32_t place, struct bound bound, bool upper,
								  plan_day day)
{
	bool at_end;
	const struct plan_step *step = work_step(f->work, place, &at_end);
	return add(
		f, cause_of_bound(f->work, place, bound, upper),
		(struct plan_uncertainty){.first = step, .first_day = bound.day, .second = step, .second_day = day});
}

/* Every recess on the wrong side of which a date of theirs may fall. */
static enum plan_status add_recesses(struct finder *f, const struct violation *violation)
{
	const struct certainty *c = f->certainty;
	uint32_t place = violation->place;
	bool at_end;
	const struct plan_step *step = work_step(f->work, place, &at_end);
	enum plan_status status = PLAN_OK;
	for (size_t i = 0; i < step->link_count && status == PLAN_OK; i++) {
		struct step_bounds bounds;
		if (step->links[i].to.entry->kind != PLAN_KIND_RECESS)
			continue;
		recess_bounds(f->work->plan, step, &step->links[i], &bounds);
		if (c->worst[place] > bounds.hi[at_end].day)
			status = add_bound(f, place, bounds.hi[at_end], true, c->worst[place]);
		else if (c->limit[place] < bounds.lo[at_end].day)
			status = add_bound(f, place, bounds.lo[at_end], false, c->limit[place]);
	}
	return status;
}

static int compare(const void *a, const void *b)
{
	const struct plan_uncertainty *x = a, *y = b;
	struct plan_span p = x->cause->span, q = y->cause->span;
	if (p.line != q.line)
		return p.line < q.line ? -1 : 1;
	if (p.column != q.column)
		return p.column < q.column ? -1 : 1;
	if (x->cause->most != y->cause->most)
		return x->cause->most - y->cause->most;
	int order = strcmp(x->first->entry.id, y->first->entry.id);
	return order != 0 ? order : x->cause->at_end - y->cause->at_end;
}

/* Each place in the file speaks once. */
static size_t keep_first_of_each(struct plan_uncertainty *found, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || !found[i].cause->link || found[i].cause->link != found[kept - 1].cause->link)
			found[kept++] = found[i];
	return kept;
}

static enum plan_status write(struct finder *f, struct plan_timeline *timeline)
{
	size_t count = f->found.count;
	if (count == 0)
		return PLAN_OK;
	qsort(f->found.at, count, sizeof *f->found.at, compare);
	count = keep_first_of_each(f->found.at, count);
	timeline->uncertainties = arena_copy(f->work->arena, f->found.at, count * sizeof *f->found.at);
	timeline->uncertainty_count = timeline->uncertainties ? count : 0;
	return timeline->uncertainties ? PLAN_OK : PLAN_NOMEM;
}

enum plan_status uncertainties_write(struct timeline_work *work, const struct certainty *c,
									 struct plan_timeline *timeline)
{
	struct finder f = {.work = work, .certainty = c, .view = certainty_view(work, c)};
	enum plan_status status = PLAN_OK;
	for (size_t i = 0; i < c->violations.count && status == PLAN_OK; i++) {
		const struct violation *violation = &c->violations.at[i];
		if (c->settled[violation->place])
			status = violation->arc != NETWORK_NONE ? add_arc(&f, violation) : add_recesses(&f, violation);
	}
	if (status == PLAN_OK)
		status = write(&f, timeline);
	VEC_FREE(&f.found);
	return status;
}
