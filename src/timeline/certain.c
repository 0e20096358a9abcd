#include "timeline/certain.h"

#include "timeline/cutter.h"

#include <stdlib.h>
#include <string.h>

/* Tightens the range of `target` by what the step's own arcs from `source` to it ask. Returns whether it
 * moved. */
static bool tighten(const struct network *network, uint32_t source, uint32_t target, plan_day *lo,
					plan_day *hi)
{
	bool moved = false;
	for (uint32_t i = network->first[source]; i < network->first[source + 1]; i++) {
		const struct arc *arc = &network->arcs[i];
		if (arc->target != target)
			continue;
		plan_day least = shift_least(network->calendar, arc->shift, lo[source]);
		plan_day most = shift_most(network->calendar, arc->shift, hi[target]);
		if (least > lo[target]) {
			lo[target] = network_up(network, target, least);
			moved = true;
		}
		if (most < hi[source]) {
			hi[source] = network_down(network, source, most);
			moved = true;
		}
	}
	return moved;
}

/* The range of a step's days by what it says itself, deadlines and orders left out. */
static void own_range(const struct timeline_work *work, size_t number, plan_day *lo, plan_day *hi)
{
	const struct network *network = &work->compiled.network;
	const struct digest *digest = &work->compiled.steps[number];
	uint32_t first = compiled_day(&work->compiled, number, false);
	uint32_t last = compiled_day(&work->compiled, number, true);
	for (unsigned at = 0; at <= digest_end(digest); at++) {
		uint32_t place = at ? last : first;
		struct plan_window window = {digest->lo[at], digest->hi[at]};
		if (digest->flags & DIGEST_TIED)
			window = step_window(work->plan->steps.at[number], at);
		lo[place] = network_up(network, place,
							   window.earliest == PLAN_DAY_OPEN_START ? PLAN_DAY_MIN : window.earliest);
		hi[place] =
			network_down(network, place, window.latest == PLAN_DAY_OPEN_END ? PLAN_DAY_MAX : window.latest);
	}
	/* Feasible, so it comes to rest. */
	if (first != last)
		for (bool tighter = true; tighter;) {
			tighter = tighten(network, first, last, lo, hi);
			tighter |= tighten(network, last, first, lo, hi);
		}
}

/* The bounds of our own days that are no deadlines. */
static void our_bounds(const struct timeline_work *work, const struct plan_step *step,
					   struct step_bounds *bounds)
{
	struct bound_except except = {step->deadline, step_end(step), true};
	step_bounds(work->plan, step, BOUND_WRITTEN, &except, step->deadline != NULL, bounds);
}

/* Notes a violation; of an arc from `source`. What has to do with our own days is unknown where those are. */
static enum plan_status add_violation(struct certainty *c, uint32_t source, uint32_t arc, uint32_t place,
									  plan_day limit)
{
	struct violation *violation = VEC_PUSH(&c->violations);
	if (!violation)
		return PLAN_NOMEM;
	bool theirs = arc != NETWORK_NONE ? c->settled[source] : c->settled[place];
	*violation = (struct violation){arc, place, limit, c->tired && !theirs};
	return PLAN_OK;
}

/* Sets the range of one of a step's days, given its bounds without a deadline; notes one of theirs that may
 * fall on the wrong side of a recess. Here `limit` is the earliest and `worst` the latest of every day. */
static enum plan_status set_range(struct certainty *c, uint32_t place, bool theirs, plan_day lo, plan_day hi)
{
	c->settled[place] = theirs;
	if (!theirs) {
		c->worst[place] = lo;
		c->limit[place] = hi;
		return PLAN_OK;
	}
	bool late = c->worst[place] > hi || c->limit[place] < lo;
	return late ? add_violation(c, NETWORK_NONE, NETWORK_NONE, place, hi) : PLAN_OK;
}

static enum plan_status set_ranges(struct timeline_work *work, struct certainty *c)
{
	const struct compiled *compiled = &work->compiled;
	for (size_t i = 0; i < work->plan->steps.count; i++) {
		const struct digest *step = &compiled->steps[i];
		if (step->flags & (DIGEST_THEIRS_FIRST | DIGEST_THEIRS_LAST))
			own_range(work, i, c->limit, c->worst);
		for (unsigned at = 0; at < digest_variables(step); at++) {
			bool theirs = step->flags & (at ? DIGEST_THEIRS_LAST : DIGEST_THEIRS_FIRST);
			if (set_range(c, compiled_day(compiled, i, at), theirs, step->lo[at], step->hi[at]) != PLAN_OK)
				return PLAN_NOMEM;
		}
	}
	return PLAN_OK;
}

/* Gives up on a place, or on the whole component that it lies in. */
static enum plan_status give_up(struct timeline_work *work, struct certainty *c, uint32_t place)
{
	const struct component *component = network_component(&work->compiled.network, place);
	if (add_violation(c, NETWORK_NONE, NETWORK_NONE, place, c->limit[place]) != PLAN_OK)
		return PLAN_NOMEM;
	uint32_t from = component ? component->first : place, end = component ? component->end : place + 1;
	for (uint32_t p = from; p < end; p++)
		if (!c->fixed[p]) {
			c->fixed[p] = true;
			c->worst[p] = work->latest[p];
		}
	return PLAN_OK;
}

static enum plan_status place_ours(struct timeline_work *work, struct certainty *c)
{
	struct solver *solver = &work->solver;
	enum plan_status status = PLAN_OK;
	memcpy(c->fixed, c->settled, work->compiled.network.variable_count * sizeof *c->fixed);
	solver->lo = c->worst;
	solver->hi = c->limit;
	solver->settled = c->fixed;
	solver->at = 0;
	for (enum solve_end end; status == PLAN_OK && (end = solver_forward(solver)) != SOLVE_DONE;) {
		c->tired |= end == SOLVE_TIRED;
		status = give_up(work, c, end == SOLVE_OVERRUN ? solver->place : solver->at);
	}
	solver->settled = NULL;
	return status;
}

/* Whether an arc ties two days of one step that are both somebody else's: whoever chooses them keeps it. */
static bool is_inner(const struct certainty *c, uint32_t source, const struct arc *arc)
{
	enum cause_kind kind = cause_kind(arc->cause);
	return c->settled[source] && kind != CAUSE_LINK && kind != CAUSE_LINK_MOST && kind != CAUSE_PAPERS;
}

/* Notes the constraints on their days that some choice breaks. */
static enum plan_status find_violations(struct timeline_work *work, struct certainty *c)
{
	const struct network *network = &work->compiled.network;
	for (uint32_t place = 0; place < network->variable_count; place++)
		for (uint32_t i = network->first[place]; i < network->first[place + 1]; i++) {
			const struct arc *arc = &network->arcs[i];
			if (!c->settled[arc->target] || is_inner(c, place, arc))
				continue;
			if (shift_least(network->calendar, arc->shift, c->worst[place]) > c->limit[arc->target] &&
				add_violation(c, place, i, arc->target, c->limit[arc->target]) != PLAN_OK)
				return PLAN_NOMEM;
		}
	return PLAN_OK;
}

static int compare_violations(const void *a, const void *b, void *data)
{
	const struct violation *x = a, *y = b;
	const struct view *view = data;
	const struct network *network = &view->work->compiled.network;
	bool end_x, end_y;
	const struct plan_step *step_x = work_step(view->work, x->place, &end_x);
	const struct plan_step *step_y = work_step(view->work, y->place, &end_y);
	int order = strcmp(step_x->entry.id, step_y->entry.id);
	if (x->unknown != y->unknown)
		return x->unknown ? 1 : -1;
	if (order != 0 || end_x != end_y)
		return order != 0 ? order : end_x - end_y;
	if (x->arc == y->arc || x->arc == NETWORK_NONE || y->arc == NETWORK_NONE)
		return (x->arc != NETWORK_NONE) - (y->arc != NETWORK_NONE);
	bool before = view_is_before(view, x->arc, network_source(network, x->arc), y->arc,
								 network_source(network, y->arc));
	return before ? -1 : 1;
}

/* Puts violations in an order that is not the file's: of several that a day depends on the first is told. */
static enum plan_status sort_violations(struct timeline_work *work, struct certainty *c)
{
	struct view view = {.work = work};
	if (c->violations.count == 0)
		return PLAN_OK;
	if (work_index(work) != PLAN_OK)
		return PLAN_NOMEM;
	qsort_r(c->violations.at, c->violations.count, sizeof *c->violations.at, compare_violations, &view);
	for (size_t i = c->violations.count; i-- > 0;)
		c->doubt[c->violations.at[i].place] = (uint32_t)i + 1;
	return PLAN_OK;
}

/* The one of two doubts that is told; 0 is none. */
static uint32_t first_doubt(uint32_t a, uint32_t b)
{
	return b == 0 || (a != 0 && a < b) ? a : b;
}

/* Whatever depends on a doubtful day is as doubtful. */
static void spread_doubt(const struct network *network, uint32_t *doubt, uint32_t place)
{
	for (uint32_t i = network->first[place]; i < network->first[place + 1] && doubt[place]; i++) {
		uint32_t *other = &doubt[network->arcs[i].target];
		if (network->arcs[i].shift.kind != SHIFT_NONE)
			*other = first_doubt(*other, doubt[place]);
	}
}

static void spread_in_component(struct certainty *c, struct component component)
{
	uint32_t doubt = 0;
	for (uint32_t p = component.first; p < component.end; p++)
		doubt = first_doubt(doubt, c->doubt[p]);
	for (uint32_t p = component.first; p < component.end; p++)
		c->doubt[p] = doubt;
}

static void spread_all_doubt(const struct timeline_work *work, struct certainty *c)
{
	const struct network *network = &work->compiled.network;
	for (uint32_t place = 0; c->violations.count > 0 && place < network->variable_count; place++) {
		const struct component *component = network_component(network, place);
		if (component && component->first == place)
			spread_in_component(c, *component);
		spread_doubt(network, c->doubt, place);
	}
}

enum plan_status certainty_find(struct timeline_work *work, struct certainty *c)
{
	size_t count = (size_t)work->compiled.network.variable_count + 1;
	memset(c, 0, sizeof *c);
	c->settled = calloc(count, sizeof *c->settled);
	c->fixed = calloc(count, sizeof *c->fixed);
	c->worst = malloc(count * sizeof *c->worst);
	c->limit = malloc(count * sizeof *c->limit);
	c->doubt = calloc(count, sizeof *c->doubt);
	if (!c->settled || !c->fixed || !c->worst || !c->limit || !c->doubt)
		return PLAN_NOMEM;
	enum plan_status status = set_ranges(work, c);
	if (status == PLAN_OK)
		status = place_ours(work, c);
	if (status == PLAN_OK)
		status = find_violations(work, c);
	if (status == PLAN_OK)
		status = sort_violations(work, c);
	if (status == PLAN_OK)
		spread_all_doubt(work, c);
	return status;
}

void certainty_free(struct certainty *c)
{
	free(c->settled);
	free(c->fixed);
	free(c->worst);
	free(c->limit);
	free(c->doubt);
	VEC_FREE(&c->violations);
}

struct view certainty_view(struct timeline_work *work, const struct certainty *c)
{
	return (struct view){.work = work, .days = c->worst, .settled = c->settled};
}

/* What a date of theirs asks for: its earliest day as the last that is good. */
static struct plan_cause cause_of_choice(const struct view *view, uint32_t place, plan_day day)
{
	struct bound own = view_own(view, place);
	own.day = day;
	return cause_of_bound(view->work, place, own, true);
}

/* The chain to a day of theirs that an arc asks to be later than it may be. */
static enum plan_status arc_risk(const struct view *view, const struct violation *violation,
								 struct reason *reason)
{
	const struct network *network = &view->work->compiled.network;
	uint32_t source = network_source(network, violation->arc);
	plan_day limit = view_before_arc(view, violation->arc, violation->limit);
	enum plan_status status = reason_find(view, source, limit, false, reason);
	if (status != PLAN_OK || reason->links.count == 0)
		return status;
	plan_day day = reason->links.at[reason->links.count - 1].day;
	struct reason_link *link = VEC_PUSH(&reason->links);
	if (!link)
		return PLAN_NOMEM;
	*link = (struct reason_link){REASON_ARC, violation->place, violation->arc,
								 view_apply(view, violation->arc, day)};
	return PLAN_OK;
}

static struct plan_cause cause_of_limit(const struct view *view, const struct violation *violation)
{
	if (violation->arc != NETWORK_NONE)
		return cause_of_choice(view, violation->place, violation->limit);
	bool at_end;
	struct step_bounds bounds;
	const struct plan_step *step = work_step(view->work, violation->place, &at_end);
	our_bounds(view->work, step, &bounds);
	return cause_of_bound(view->work, violation->place, bounds.hi[at_end], true);
}

/* The chain to a day of theirs that may come before a recess allows it. */
static enum plan_status write_early(const struct view *view, const struct certainty *c, uint32_t place,
									struct plan_chain *chain)
{
	struct plan_cause *causes = ARENA_ARRAY(view->work->arena, 2, struct plan_cause);
	struct step_bounds bounds;
	bool at_end;
	if (!causes)
		return PLAN_NOMEM;
	our_bounds(view->work, work_step(view->work, place, &at_end), &bounds);
	causes[0] = cause_of_bound(view->work, place, bounds.lo[at_end], false);
	causes[1] = cause_of_choice(view, place, c->limit[place]);
	*chain = (struct plan_chain){.at = causes, .count = 2};
	return PLAN_OK;
}

static enum plan_status write_risk(const struct view *view, const struct certainty *c,
								   const struct violation *violation, struct plan_chain *chain)
{
	struct reason reason = {0};
	struct plan_cause last = cause_of_limit(view, violation);
	bool late = c->worst[violation->place] > violation->limit || !c->settled[violation->place];
	enum plan_status status = PLAN_OK;
	if (violation->arc == NETWORK_NONE && !late)
		return write_early(view, c, violation->place, chain);
	if (violation->arc != NETWORK_NONE)
		status = arc_risk(view, violation, &reason);
	else
		status = reason_find(view, violation->place, violation->limit, false, &reason);
	if (status == PLAN_OK)
		status = chain_write(view, &reason, &last, chain);
	reason_free(&reason);
	return status;
}

enum plan_status certainty_deadline(struct timeline_work *work, const struct certainty *c, size_t number,
									enum plan_verdict *verdict, struct plan_chain *chain)
{
	struct view view = certainty_view(work, c);
	uint32_t place = compiled_day(&work->compiled, number, true);
	plan_day by = work->compiled.steps[number].by;
	bool known = c->doubt[place] == 0 || !c->violations.at[c->doubt[place] - 1].unknown;
	bool kept = c->worst[place] <= by && c->doubt[place] == 0;
	*verdict = kept ? PLAN_ON_TRACK : known ? PLAN_AT_RISK : PLAN_UNDECIDED;
	if (*verdict != PLAN_AT_RISK || !chain)
		return PLAN_OK;
	*chain = (struct plan_chain){0};
	if (work_index(work) != PLAN_OK)
		return PLAN_NOMEM;
	if (c->worst[place] <= by)
		return write_risk(&view, c, &c->violations.at[c->doubt[place] - 1], chain);
	struct bound bound = {by, PLAN_CAUSE_DEADLINE, work->plan->steps.at[number]->deadline, NULL};
	struct plan_cause last = cause_of_bound(work, place, bound, true);
	struct reason reason = {0};
	enum plan_status status = reason_find(&view, place, by, false, &reason);
	if (status == PLAN_OK)
		status = chain_write(&view, &reason, &last, chain);
	reason_free(&reason);
	return status;
}
