#include "slow_solver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct plan_calendar *calendar_of(const struct slow *slow)
{
	return slow->plan->calendar;
}

/* The working days up to each day of 1900-2199, counted one by one; for one calendar at a time. */
static const struct plan_calendar *counted;
static int32_t counts[PLAN_DAY_MAX - PLAN_DAY_MIN + 3];

static int32_t workdays_until(const struct plan_calendar *calendar, plan_day day)
{
	if (day < PLAN_DAY_MIN)
		return 0;
	if (day > PLAN_DAY_MAX)
		day = PLAN_DAY_MAX;
	(void)calendar;
	return counts[day - PLAN_DAY_MIN + 1];
}

static void count_workdays(const struct plan_calendar *calendar)
{
	counted = calendar;
	counts[0] = 0;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++)
		counts[day - PLAN_DAY_MIN + 1] = counts[day - PLAN_DAY_MIN] + plan_calendar_is_workday(calendar, day);
}

/* The same day of a later month, or that month's last: by hand, also beyond 1900-2199. */
static plan_day months_later(plan_day day, int months)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	struct plan_civil civil = plan_day_to_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	int year = month / 12;
	month %= 12;
	int length = lengths[month];
	if (month == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		length = 29;
	return plan_day_from_civil((struct plan_civil){year, month + 1, civil.day < length ? civil.day : length});
}

/* Whether `y` is at least (`most`: at most) `lag` after `x`, a day more with `inclusive`. */
static bool lag_holds(const struct slow *slow, struct plan_lag lag, plan_day x, plan_day y, bool most,
					  bool inclusive)
{
	int32_t has = y - x + inclusive, wanted = lag.count;
	if (lag.unit == PLAN_WEEKS)
		wanted *= 7;
	if (lag.unit == PLAN_MONTHS) {
		has = y + inclusive;
		wanted = months_later(x, lag.count);
	}
	if (lag.unit == PLAN_WORKDAYS)
		has = workdays_until(calendar_of(slow), y) - workdays_until(calendar_of(slow), x - inclusive);
	if (most)
		return has <= wanted;
	/* No working day between still means: not before. */
	if (lag.unit == PLAN_WORKDAYS && lag.count == 0 && !inclusive && y < x)
		return false;
	return has >= wanted;
}

static bool is_closed(const struct slow *slow, plan_day day)
{
	bool closed = plan_calendar_holiday(calendar_of(slow), day) != NULL;
	for (size_t i = 0; i < slow->plan->closed_count; i++)
		closed |= slow->plan->closed[i] == day;
	return closed;
}

static bool body_allows(const struct slow *slow, const struct plan_body *body, plan_day day)
{
	if (body->meets_count > 0) {
		for (size_t i = 0; i < body->meets_count; i++)
			if (body->meets[i] == day)
				return true;
		return false;
	}
	if (body->meets_weekdays)
		return (body->meets_weekdays >> plan_day_weekday(day) & 1) && !is_closed(slow, day) &&
			   !plan_calendar_in_recess(calendar_of(slow), day);
	return true;
}

static bool set_allows(const struct slow *slow, const struct plan_step *step, plan_day day)
{
	bool said = false;
	if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
		return false;
	for (size_t i = 0; i < step->bodies.count; i++) {
		const struct plan_body *body = (const struct plan_body *)step->bodies.at[i].entry;
		said |= body->meets_count > 0 || body->meets_weekdays;
		if (!body_allows(slow, body, day))
			return false;
	}
	return said || plan_calendar_is_meeting_day(calendar_of(slow), day);
}

static struct slow_constraint *add(struct slow *slow, enum slow_type type, enum plan_cause_kind kind,
								   const struct plan_step *owner, size_t x, size_t y)
{
	assert_true(slow->constraint_count < SLOW_CONSTRAINTS);
	struct slow_constraint *constraint = &slow->constraints[slow->constraint_count++];
	*constraint =
		(struct slow_constraint){.type = type, .kind = kind, .owner = owner, .x = x, .y = y, .on = true};
	return constraint;
}

size_t slow_variable(const struct slow *slow, const struct plan_step *step, bool at_end)
{
	for (size_t i = slow->variable_count; i-- > 0;)
		if (slow->variables[i].step == step && (!slow->variables[i].at_end || at_end))
			return i;
	fail_msg("%s has no days", step->entry.id);
	return 0;
}

static bool is_fact(const struct plan_step *step)
{
	return step->status == PLAN_DONE &&
		   (step->held || step->date || plan_step_start(step) || plan_step_end(step));
}

static bool has_two(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_PHASE || step->days > 1;
}

static void add_window(struct slow *slow, const struct plan_step *step, bool from_end, bool until_end,
					   struct plan_window window, enum plan_cause_kind kind)
{
	if (window.earliest != PLAN_DAY_OPEN_START)
		add(slow, SLOW_FROM, kind, step, slow_variable(slow, step, from_end), 0)->day = window.earliest;
	if (window.latest != PLAN_DAY_OPEN_END)
		add(slow, SLOW_UNTIL, kind, step, slow_variable(slow, step, until_end), 0)->day = window.latest;
}

static void add_dates(struct slow *slow, const struct plan_step *step)
{
	const struct plan_date *date = step->held ? step->held : step->date;
	enum plan_cause_kind kind = step->held ? PLAN_CAUSE_HELD : PLAN_CAUSE_DATE;
	bool phase = step->entry.kind == PLAN_KIND_PHASE;
	if (date && date->expr.kind == PLAN_DATE_WINDOW)
		add_window(slow, step, false, phase, date->expr.start, kind);
	if (date && date->expr.kind == PLAN_DATE_PERIOD) {
		add_window(slow, step, false, false, date->expr.start, kind);
		add_window(slow, step, true, true, date->expr.end, kind);
	}
	if (plan_step_start(step) && !date)
		add_window(slow, step, false, false, plan_step_start(step)->expr.start, kind);
	if (plan_step_end(step) && !date)
		add_window(slow, step, true, true, plan_step_end(step)->expr.end, kind);
}

static bool knows_both(const struct plan_step *step)
{
	if (step->date)
		return step->date->expr.kind == PLAN_DATE_PERIOD;
	return plan_step_start(step) && plan_step_end(step);
}

static void add_length(struct slow *slow, const struct plan_step *step, bool room)
{
	size_t x = slow_variable(slow, step, false), y = slow_variable(slow, step, true);
	if (step->entry.kind == PLAN_KIND_MEETING) {
		struct plan_lag days = {.count = step->days, .unit = PLAN_DAYS};
		add(slow, SLOW_LASTS_LEAST, PLAN_CAUSE_DURATION, step, x, y)->lag = days;
		add(slow, SLOW_LASTS_MOST, PLAN_CAUSE_DURATION, step, x, y)->lag = days;
		return;
	}
	struct plan_lag none = {.count = 0, .unit = PLAN_DAYS};
	add(slow, SLOW_LAG_LEAST, PLAN_CAUSE_ORDER, step, x, y)->lag = none;
	if (is_fact(step))
		return;
	if (plan_step_duration(step) && plan_step_duration(step)->range.min.given)
		add(slow, SLOW_LASTS_LEAST, PLAN_CAUSE_DURATION, step, x, y)->lag =
			plan_step_duration(step)->range.min;
	if (plan_step_duration(step) && plan_step_duration(step)->range.max.given)
		add(slow, SLOW_LASTS_MOST, PLAN_CAUSE_DURATION, step, x, y)->lag =
			plan_step_duration(step)->range.max;
	if (step->hearing && slow->plan->rules.hearing.given && !knows_both(step))
		add(slow, SLOW_LASTS_LEAST, PLAN_CAUSE_HEARING, step, x, y)->lag = slow->plan->rules.hearing;
	if (room && !plan_step_duration(step) && knows_both(step)) {
		struct plan_window start = step->date ? step->date->expr.start : plan_step_start(step)->expr.start;
		struct plan_window end = step->date ? step->date->expr.end : plan_step_end(step)->expr.end;
		struct plan_lag length = {.count = end.latest - start.latest + 1, .unit = PLAN_DAYS};
		if (plan_window_is_day(start) && plan_window_is_day(end))
			add(slow, SLOW_LASTS_LEAST, PLAN_CAUSE_DURATION, step, x, y)->lag = length;
	}
}

/* The windows that facts say, for orders between them that cannot be kept. */
static struct plan_window fact_window(const struct plan_step *step, bool at_end)
{
	const struct plan_date *date = step->held ? step->held : step->date;
	if (!date)
		date = at_end ? plan_step_end(step) : plan_step_start(step);
	if (!date)
		return (struct plan_window){PLAN_DAY_MIN, PLAN_DAY_MAX};
	return at_end ? date->expr.end : date->expr.start;
}

static void add_lag(struct slow *slow, enum slow_type type, enum plan_cause_kind kind,
					const struct plan_step *owner, const struct plan_link *link, size_t x, size_t y,
					struct plan_lag lag)
{
	const struct slow_variable *first = &slow->variables[x], *second = &slow->variables[y];
	bool most = type == SLOW_LAG_MOST;
	if (is_fact(first->step) && is_fact(second->step) && first->step != second->step) {
		/* The choice that is best for it. */
		struct plan_window a = fact_window(first->step, first->at_end);
		struct plan_window b = fact_window(second->step, second->at_end);
		if (!lag_holds(slow, lag, most ? a.latest : a.earliest, most ? b.earliest : b.latest, most, false))
			return;
	}
	struct slow_constraint *constraint = add(slow, type, kind, owner, x, y);
	constraint->lag = lag;
	constraint->link = link;
}

static const struct plan_lag same_day = {.count = 0, .unit = PLAN_DAYS};
static const struct plan_lag next_day = {.count = 1, .unit = PLAN_DAYS};

static void add_gap(struct slow *slow, const struct plan_step *step, const struct plan_link *link, size_t x,
					size_t y)
{
	add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_LINK, step, link, x, y,
			link->gap.min.given ? link->gap.min : next_day);
	if (link->gap.max.given)
		add_lag(slow, SLOW_LAG_MOST, PLAN_CAUSE_LINK, step, link, x, y, link->gap.max);
}

static void add_step_link(struct slow *slow, const struct plan_step *step, const struct plan_link *link)
{
	const struct plan_step *other = plan_entry_step(link->to.entry);
	if (other->status == PLAN_CANCELLED)
		return;
	size_t start = slow_variable(slow, step, false), end = slow_variable(slow, step, true);
	size_t other_start = slow_variable(slow, other, false), other_end = slow_variable(slow, other, true);
	switch ((enum plan_relation)link->relation) {
	case PLAN_AFTER:
		add_gap(slow, step, link, link->point == PLAN_POINT_START ? other_start : other_end, start);
		break;
	case PLAN_BEFORE:
		add_gap(slow, step, link, end, link->point == PLAN_POINT_END ? other_end : other_start);
		break;
	case PLAN_DURING:
	case PLAN_PHASE_OF:
		add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_LINK, step, link, other_start, start, same_day);
		add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_LINK, step, link, end, other_end, same_day);
		break;
	case PLAN_ALONGSIDE:
		add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_LINK, step, link, other_start, end, same_day);
		add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_LINK, step, link, start, other_end, same_day);
		break;
	}
}

/* The first (or last) day that keeps a lag from (or to) a fixed day, found one by one. */
static void add_fixed(struct slow *slow, const struct plan_step *step, const struct plan_link *link, size_t v,
					  plan_day fixed, bool before)
{
	struct plan_lag least = link->gap.min.given ? link->gap.min : next_day;
	struct slow_constraint *constraint;
	plan_day day = before ? PLAN_DAY_MAX : PLAN_DAY_MIN;
	while (day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX &&
		   !lag_holds(slow, least, before ? day : fixed, before ? fixed : day, false, false))
		day += before ? -1 : 1;
	constraint = add(slow, before ? SLOW_UNTIL : SLOW_FROM, PLAN_CAUSE_LINK, step, v, 0);
	constraint->day = day;
	constraint->link = link;
	if (!link->gap.max.given)
		return;
	day = before ? PLAN_DAY_MIN : PLAN_DAY_MAX;
	while (day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX &&
		   !lag_holds(slow, link->gap.max, before ? day : fixed, before ? fixed : day, true, false))
		day += before ? 1 : -1;
	constraint = add(slow, before ? SLOW_FROM : SLOW_UNTIL, PLAN_CAUSE_LINK, step, v, 0);
	constraint->day = day;
	constraint->link = link;
}

static void add_recess_link(struct slow *slow, const struct plan_step *step, const struct plan_link *link)
{
	struct plan_window days = ((const struct plan_recess *)link->to.entry)->days;
	size_t start = slow_variable(slow, step, false), end = slow_variable(slow, step, true);
	size_t from = start, until = end;
	if (is_fact(step))
		return;
	if (link->relation == PLAN_AFTER) {
		add_fixed(slow, step, link, start, link->point == PLAN_POINT_START ? days.earliest : days.latest,
				  false);
		return;
	}
	if (link->relation == PLAN_BEFORE) {
		add_fixed(slow, step, link, end, link->point == PLAN_POINT_END ? days.latest : days.earliest, true);
		return;
	}
	if (link->relation == PLAN_ALONGSIDE) {
		from = end;
		until = start;
	}
	struct slow_constraint *constraint = add(slow, SLOW_FROM, PLAN_CAUSE_LINK, step, from, 0);
	constraint->day = days.earliest;
	constraint->link = link;
	constraint = add(slow, SLOW_UNTIL, PLAN_CAUSE_LINK, step, until, 0);
	constraint->day = days.latest;
	constraint->link = link;
}

static void add_step(struct slow *slow, const struct plan_step *step, bool room)
{
	const struct plan *plan = slow->plan;
	if (!room || is_fact(step))
		add_dates(slow, step);
	if (has_two(step))
		add_length(slow, step, room);
	if (step->deadline)
		add(slow, SLOW_UNTIL, PLAN_CAUSE_DEADLINE, step, slow_variable(slow, step, true), 0)->day =
			step->deadline->expr.end.latest;
	bool known = step->date && plan_window_is_day(step->date->expr.start);
	if (step->entry.kind == PLAN_KIND_MEETING && !is_fact(step) &&
		(room || !known || set_allows(slow, step, step->date->expr.start.earliest)))
		add(slow, SLOW_SET, PLAN_CAUSE_CALENDAR, step, slow_variable(slow, step, false), 0);
	for (size_t i = 0; i < step->link_count; i++) {
		const struct plan_link *link = &step->links[i];
		if (link->to.entry->kind == PLAN_KIND_RECESS)
			add_recess_link(slow, step, link);
		else
			add_step_link(slow, step, link);
	}
	const struct plan_step *other =
		plan_step_paper_for(step) ? plan_entry_step(plan_step_paper_for(step)->entry) : NULL;
	if (other && other->status != PLAN_CANCELLED && !step->date && step->status != PLAN_DONE)
		add_lag(slow, SLOW_LAG_LEAST, PLAN_CAUSE_PAPERS, step, NULL, slow_variable(slow, step, false),
				slow_variable(slow, other, false), plan->rules.papers.given ? plan->rules.papers : same_day);
}

void slow_init(struct slow *slow, const struct plan *plan, bool room)
{
	slow->plan = plan;
	slow->first = PLAN_DAY_MIN;
	slow->last = PLAN_DAY_MAX;
	slow->variable_count = slow->constraint_count = 0;
	count_workdays(plan->calendar);
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		if (step->status == PLAN_CANCELLED)
			continue;
		assert_true(slow->variable_count + 2 <= SLOW_VARIABLES);
		slow->variables[slow->variable_count++] = (struct slow_variable){step, false};
		if (has_two(step))
			slow->variables[slow->variable_count++] = (struct slow_variable){step, true};
	}
	for (size_t i = 0; i < plan->steps.count; i++)
		if (plan->steps.at[i]->status != PLAN_CANCELLED)
			add_step(slow, plan->steps.at[i], room);
}

void slow_turn_all(struct slow *slow, bool on)
{
	for (size_t i = 0; i < slow->constraint_count; i++)
		slow->constraints[i].on = on;
}

bool slow_holds(const struct slow *slow, const struct slow_constraint *c, const plan_day *days)
{
	bool most = c->type == SLOW_LAG_MOST || c->type == SLOW_LASTS_MOST;
	bool inclusive = c->type == SLOW_LASTS_LEAST || c->type == SLOW_LASTS_MOST;
	switch (c->type) {
	case SLOW_FROM: return days[c->x] >= c->day;
	case SLOW_UNTIL: return days[c->x] <= c->day;
	case SLOW_SET: return set_allows(slow, slow->variables[c->x].step, days[c->x]);
	default: return lag_holds(slow, c->lag, days[c->x], days[c->y], most, inclusive);
	}
}

/* Moves a day of a lag by strides as long as it does not hold even then: it does not in between either. */
static void stride(const struct slow *slow, const struct slow_constraint *c, plan_day *days, size_t v,
				   bool latest)
{
	for (plan_day by = 1024; by > 1; by /= 8)
		for (;;) {
			plan_day was = days[v];
			days[v] += latest ? -by : by;
			if (days[v] >= slow->first && days[v] <= slow->last && !slow_holds(slow, c, days))
				continue;
			days[v] = was;
			break;
		}
}

/* Moves what a constraint moves until it holds. False when it leaves 1900-2199 or cannot be helped. */
static bool mend(const struct slow *slow, const struct slow_constraint *c, plan_day *days, bool latest,
				 bool *moved)
{
	bool most = c->type == SLOW_LAG_MOST || c->type == SLOW_LASTS_MOST;
	bool single = c->type == SLOW_FROM || c->type == SLOW_UNTIL || c->type == SLOW_SET;
	/* At least: the later is moved on, or the earlier back. At most: the other one. */
	size_t v = single || most != latest ? c->x : c->y;
	if (c->type == (latest ? SLOW_FROM : SLOW_UNTIL))
		return slow_holds(slow, c, days);
	if (!single && !slow_holds(slow, c, days)) {
		*moved = true;
		stride(slow, c, days, v, latest);
	}
	while (!slow_holds(slow, c, days)) {
		days[v] += latest ? -1 : 1;
		*moved = true;
		if (days[v] < slow->first || days[v] > slow->last)
			return false;
	}
	return true;
}

static bool solve(struct slow *slow, plan_day *days, bool latest)
{
	for (size_t v = 0; v < slow->variable_count; v++)
		days[v] = latest ? slow->last : slow->first;
	/* Bounds first: it is quicker, and comes to the same. */
	for (size_t i = 0; i < slow->constraint_count; i++) {
		const struct slow_constraint *c = &slow->constraints[i];
		if (c->on && c->type == (latest ? SLOW_UNTIL : SLOW_FROM) && !slow_holds(slow, c, days))
			days[c->x] = c->day;
		if (days[c->x] < slow->first || days[c->x] > slow->last)
			return false;
	}
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < slow->constraint_count; i++)
			if (slow->constraints[i].on && !mend(slow, &slow->constraints[i], days, latest, &moved))
				return false;
	}
	return true;
}

bool slow_earliest(struct slow *slow)
{
	return solve(slow, slow->lo, false);
}

bool slow_latest(struct slow *slow)
{
	return solve(slow, slow->hi, true);
}

static bool same_cause(const struct slow *slow, const struct slow_constraint *c,
					   const struct plan_cause *cause)
{
	if (c->kind != cause->kind || c->link != cause->link)
		return false;
	if (c->type == SLOW_FROM || c->type == SLOW_UNTIL || c->type == SLOW_SET) {
		const struct slow_variable *variable = &slow->variables[c->x];
		return variable->step == cause->step && variable->at_end == cause->at_end &&
			   (c->type == SLOW_SET || (c->type == SLOW_UNTIL) == cause->upper);
	}
	bool most = c->type == SLOW_LAG_MOST || c->type == SLOW_LASTS_MOST;
	/* What sets: the later day by the earlier, but by an upper bound (or for latest days) the other way. */
	size_t set = most != cause->upper ? c->x : c->y, by = most != cause->upper ? c->y : c->x;
	const struct slow_variable *to = &slow->variables[set], *from = &slow->variables[by];
	return most == cause->most && to->step == cause->step && to->at_end == cause->at_end &&
		   &from->step->entry == cause->other && from->at_end == cause->other_at_end;
}

struct slow_constraint *slow_find(struct slow *slow, const struct plan_cause *cause)
{
	if (cause->kind == PLAN_CAUSE_HORIZON)
		return NULL;
	for (size_t i = 0; i < slow->constraint_count; i++)
		if (same_cause(slow, &slow->constraints[i], cause))
			return &slow->constraints[i];
	fail_msg("no constraint of kind %d at line %u", cause->kind, cause->span.line);
	return NULL;
}
