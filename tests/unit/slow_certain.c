#include "slow_certain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* How far the two days of a step may lie apart when one of them has no window; where placements are tried. */
enum { APART = 120, TRIED_FIRST = 17790, TRIED_LAST = 18420, TRIED_VARIABLES = 2 };

static bool is_closed(const struct plan_date *date, bool at_end)
{
	if (!date)
		return false;
	struct plan_window window = at_end ? date->expr.end : date->expr.start;
	return window.earliest != PLAN_DAY_OPEN_START && window.latest != PLAN_DAY_OPEN_END;
}

/* Whether the file says closed days for one end of a step. */
static bool is_written(const struct plan_step *step, bool at_end)
{
	const struct plan_date *date = step->held ? step->held : step->date ? step->date : NULL;
	if (!date)
		date = at_end ? plan_step_end(step) : plan_step_start(step);
	return is_closed(date, at_end);
}

static bool is_tied(const struct plan_step *step)
{
	if (step->entry.kind == PLAN_KIND_MEETING)
		return true;
	return step->status != PLAN_DONE && plan_step_duration(step) && plan_step_duration(step)->range.max.given;
}

/* Whether a constraint is one that the step's own line makes between its own days. */
static bool is_own(const struct slow_constraint *c)
{
	return c->kind != PLAN_CAUSE_LINK && c->kind != PLAN_CAUSE_PAPERS && c->kind != PLAN_CAUSE_DEADLINE;
}

static bool own_line_allows(const struct slow *slow, const struct plan_step *step, const plan_day *days)
{
	for (size_t i = 0; i < slow->constraint_count; i++)
		if (slow->constraints[i].owner == step && is_own(&slow->constraints[i]) &&
			!slow_holds(slow, &slow->constraints[i], days))
			return false;
	return true;
}

/* The days that are tried for one end of a step: its window, or some around the other end. */
static struct plan_window tried_days(const struct plan_step *step, bool at_end, plan_day other)
{
	const struct plan_date *date = step->held ? step->held : step->date;
	if (!date)
		date = at_end ? plan_step_end(step) : plan_step_start(step);
	if (is_written(step, at_end) && (step->entry.kind == PLAN_KIND_PHASE || !at_end))
		return at_end ? date->expr.end : date->expr.start;
	return (struct plan_window){other - APART, other + APART};
}

static void add_choice(struct slow_choices *choices, size_t v, plan_day day)
{
	if (!choices->theirs[v] || slow_may_be(choices, v, day))
		return;
	assert_true(choices->counts[v] < SLOW_CHOICES);
	choices->days[v][choices->counts[v]++] = day;
}

/* Tries all pairs of days of one step. */
static void try_pairs(struct slow_choices *choices, const struct plan_step *step)
{
	struct slow *slow = choices->slow;
	size_t start = slow_variable(slow, step, false), end = slow_variable(slow, step, true);
	plan_day days[SLOW_VARIABLES];
	/* From the end that has a window. */
	bool from_end = !is_written(step, false);
	size_t first = from_end ? end : start, second = from_end ? start : end;
	struct plan_window outer = tried_days(step, from_end, 0);
	for (plan_day day = outer.earliest; day <= outer.latest; day++) {
		struct plan_window inner = tried_days(step, !from_end, day);
		if (first == second)
			inner = (struct plan_window){day, day};
		for (plan_day other = inner.earliest; other <= inner.latest; other++) {
			days[first] = day;
			days[second] = other;
			if (!own_line_allows(slow, step, days))
				continue;
			add_choice(choices, first, day);
			add_choice(choices, second, other);
		}
	}
}

bool slow_may_be(const struct slow_choices *choices, size_t v, plan_day day)
{
	for (size_t i = 0; i < choices->counts[v]; i++)
		if (choices->days[v][i] == day)
			return true;
	return false;
}

void slow_choices_init(struct slow_choices *choices, struct slow *slow)
{
	memset(choices, 0, sizeof *choices);
	choices->slow = slow;
	for (size_t v = 0; v < slow->variable_count; v++) {
		const struct plan_step *step = slow->variables[v].step;
		bool at_end = slow->variables[v].at_end;
		choices->theirs[v] = is_written(step, at_end) || (is_tied(step) && is_written(step, !at_end));
	}
	for (size_t v = 0; v < slow->variable_count; v++)
		if (choices->theirs[v] && choices->counts[v] == 0)
			try_pairs(choices, slow->variables[v].step);
}

static bool is_single(const struct slow_constraint *c)
{
	return c->type == SLOW_FROM || c->type == SLOW_UNTIL || c->type == SLOW_SET;
}

/* Whoever chooses both days of a step keeps to its own line. */
static bool is_inner(const struct slow_choices *choices, const struct slow_constraint *c)
{
	return is_own(c) && choices->theirs[c->x] && (is_single(c) || choices->theirs[c->y]);
}

/* Whether a constraint holds whatever is chosen, with ours where `days` has them. */
static bool holds_always(const struct slow_choices *choices, const struct slow_constraint *c, plan_day *days)
{
	size_t x = c->x, y = is_single(c) ? c->x : c->y;
	size_t x_count = choices->theirs[x] ? choices->counts[x] : 1;
	size_t y_count = choices->theirs[y] && x != y ? choices->counts[y] : 1;
	for (size_t i = 0; i < x_count; i++) {
		if (choices->theirs[x])
			days[x] = choices->days[x][i];
		for (size_t j = 0; j < y_count; j++) {
			if (choices->theirs[y] && x != y)
				days[y] = choices->days[y][j];
			if (!slow_holds(choices->slow, c, days))
				return false;
		}
	}
	return true;
}

bool slow_is_uncertain(const struct slow_choices *choices, const struct slow_constraint *c)
{
	plan_day days[SLOW_VARIABLES];
	bool between_theirs = choices->theirs[c->x] && (is_single(c) || choices->theirs[c->y]);
	return between_theirs && !is_inner(choices, c) && !holds_always(choices, c, days);
}

/* The variable that a constraint asks to be later, and the one that asks (itself for a bound). */
static size_t asked(const struct slow_constraint *c)
{
	return is_single(c) || c->type == SLOW_LAG_MOST || c->type == SLOW_LASTS_MOST ? c->x : c->y;
}

static size_t asking(const struct slow_constraint *c)
{
	return is_single(c) ? c->x : asked(c) == c->x ? c->y : c->x;
}

/* Leaves out what the last day of a step does not depend on. */
static void leave_out(struct slow_choices *choices, const struct plan_step *step)
{
	const struct slow *slow = choices->slow;
	for (size_t v = 0; v < slow->variable_count; v++)
		choices->left_out[v] = step != NULL;
	if (step)
		choices->left_out[slow_variable(slow, step, true)] = false;
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < slow->constraint_count; i++) {
			const struct slow_constraint *c = &slow->constraints[i];
			if (choices->left_out[asked(c)] || !choices->left_out[asking(c)])
				continue;
			choices->left_out[asking(c)] = false;
			more = true;
		}
	}
}

static bool counts(const struct slow_choices *choices, const struct slow_constraint *c,
				   const struct plan_step *deadline)
{
	bool other = deadline && c->kind == PLAN_CAUSE_DEADLINE && c->owner != deadline;
	return !other && !choices->left_out[asked(c)] && !choices->left_out[asking(c)] && !is_inner(choices, c);
}

/* Moves what a constraint asks for on until it always holds. */
static bool mend(struct slow_choices *choices, const struct slow_constraint *c, bool *moved)
{
	size_t v = asked(c);
	bool fixed = choices->theirs[v] || c->type == SLOW_UNTIL;
	while (!holds_always(choices, c, choices->ours)) {
		if (fixed || choices->ours[v] == choices->slow->last)
			return false;
		choices->ours[v]++;
		*moved = true;
	}
	return true;
}

bool slow_is_certain(struct slow_choices *choices, const struct plan_step *deadline)
{
	struct slow *slow = choices->slow;
	leave_out(choices, deadline);
	for (size_t v = 0; v < slow->variable_count; v++)
		choices->ours[v] = slow->first;
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < slow->constraint_count; i++)
			if (counts(choices, &slow->constraints[i], deadline) &&
				!mend(choices, &slow->constraints[i], &moved))
				return false;
	}
	return true;
}

/* Whether a placement of ours is good whatever is chosen; only what ours have a part in. */
static bool is_good(const struct slow_choices *choices, plan_day *days)
{
	const struct slow *slow = choices->slow;
	for (size_t i = 0; i < slow->constraint_count; i++) {
		const struct slow_constraint *c = &slow->constraints[i];
		bool alone = choices->theirs[asked(c)] && choices->theirs[asking(c)];
		if (!alone && !holds_always(choices, c, days))
			return false;
	}
	return true;
}

bool slow_some_placement(struct slow_choices *choices, bool *tried)
{
	const struct slow *slow = choices->slow;
	size_t ours[SLOW_VARIABLES], count = 0;
	plan_day days[SLOW_VARIABLES];
	for (size_t v = 0; v < slow->variable_count; v++)
		if (!choices->theirs[v])
			ours[count++] = v;
	*tried = count <= TRIED_VARIABLES;
	for (size_t i = 0; i < slow->constraint_count && *tried; i++)
		if (slow_is_uncertain(choices, &slow->constraints[i]))
			return false;
	if (!*tried)
		return false;
	plan_day last[TRIED_VARIABLES] = {count > 0 ? TRIED_LAST : TRIED_FIRST,
									  count > 1 ? TRIED_LAST : TRIED_FIRST};
	for (plan_day a = TRIED_FIRST; a <= last[0]; a++)
		for (plan_day b = TRIED_FIRST; b <= last[1]; b++) {
			if (count > 0)
				days[ours[0]] = a;
			if (count > 1)
				days[ours[1]] = b;
			if (is_good(choices, days))
				return true;
		}
	return false;
}
