#include "format/status.h"

#include "check/words.h"
#include "format/agenda.h"
#include "format/findings.h"
#include "format/moment.h"
#include "format/status_steps.h"
#include "format/table.h"
#include "format/verdict.h"

#include <stdint.h>
#include <string.h>

enum { BAR_WIDTH = 40, ERRORS_SHOWN = 5, ADVICE_LEAST = 3, ADVICE_MOST = 5, HEARINGS_SHOWN = 5 };

static void head(struct screen *screen, const struct outlook *outlook)
{
	const struct plan *plan = outlook->plan;
	screen_wrap(screen, STYLE_TITLE, plan->title, 0);
	screen_end(screen);
	if (plan->case_number)
		screen_printf(screen, STYLE_DIM, _("Case %s · "), plan->case_number);
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(outlook->today).text,
				  week_text(outlook->today).text);
	screen_end(screen);
}

static void verdict(struct screen *screen, const struct outlook *outlook)
{
	struct buf sentence = {0}, figures = {0};
	struct ruling ruling = ruling_of(outlook->timeline, outlook->today);
	verdict_sentence(&sentence, &ruling);
	verdict_figures(&figures, &ruling);
	screen_end(screen);
	screen_wrap(screen, verdict_style(&ruling), buf_string(&sentence), 0);
	screen_end(screen);
	if (figures.length) {
		screen_wrap(screen, STYLE_PLAIN, buf_string(&figures), 0);
		screen_end(screen);
	}
	screen->out->failed |= sentence.failed || figures.failed;
	buf_free(&sentence);
	buf_free(&figures);
}

/* The parts of the bar, in its order; those that are next are among those to come. */
static const struct {
	enum step_state state;
	const char *block;
	enum style style;
} parts[] = {
	{STATE_DONE, "█", STYLE_GOOD},
	{STATE_NOW, "▓", STYLE_NOW},
	{STATE_OVERDUE, "▒", STYLE_BAD},
	{STATE_TO_COME, "░", STYLE_DIM},
};

static size_t between(size_t least, size_t wanted, size_t most)
{
	return wanted < least ? least : wanted > most ? most : wanted;
}

/* A state that has a step has a block, and the blocks' sum is the bar. */
static void put_bar(struct screen *screen, const struct outlook *outlook, size_t total)
{
	size_t before = 0, drawn = 0, later = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		later += outlook->counted[parts[i].state] > 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t least = outlook->counted[parts[i].state] > 0;
		later -= least;
		before += outlook->counted[parts[i].state];
		size_t end = between(drawn + least, before * BAR_WIDTH / total, BAR_WIDTH - later);
		struct buf blocks = {0};
		for (; drawn < end; drawn++)
			buf_text(&blocks, parts[i].block);
		screen_put(screen, parts[i].style, buf_string(&blocks));
		screen->out->failed |= blocks.failed;
		buf_free(&blocks);
	}
}

/* What the blocks mean: on a line with the bar where there is room, else below it. */
static void put_legend(struct screen *screen, const struct outlook *outlook)
{
	struct buf texts[sizeof parts / sizeof *parts] = {0};
	size_t wide = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t count = outlook->counted[parts[i].state];
		if (count)
			buf_printf(&texts[i], " %zu %s", count, state_label(parts[i].state));
		wide += count ? 3 + screen_width(screen, buf_string(&texts[i]), texts[i].length) : 0;
	}
	if (wide > screen_left(screen))
		screen_end(screen);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (texts[i].length) {
			screen_to(screen, screen->column ? screen->column + 2 : 0);
			screen_put(screen, parts[i].style, parts[i].block);
			screen_put(screen, STYLE_PLAIN, buf_string(&texts[i]));
		}
		screen->out->failed |= texts[i].failed;
		buf_free(&texts[i]);
	}
}

static void bar(struct screen *screen, const struct outlook *outlook)
{
	size_t total = outlook->count - outlook->counted[STATE_CANCELLED];
	if (!total)
		return;
	screen_end(screen);
	put_bar(screen, outlook, total);
	put_legend(screen, outlook);
	screen_end(screen);
}

static void heading(struct screen *screen, const char *text)
{
	screen_end(screen);
	screen_put(screen, STYLE_BOLD, text);
	screen_end(screen);
}

static void hearing(struct screen *screen, const struct outlook *outlook, const struct standing *standing)
{
	struct plan_refs parties = plan_step_parties(standing->step);
	struct buf line = {0};
	buf_printf(&line, _("%1$s: %2$s"), standing->step->entry.title, moment_distance(outlook, standing).text);
	screen_wrap(screen, standing->state == STATE_NOW ? STYLE_NOW : STYLE_PLAIN, buf_string(&line), 2);
	screen_end(screen);
	buf_clear(&line);
	for (size_t i = 0; i < parties.count; i++)
		buf_printf(&line, i ? ", %s" : "%s", parties.at[i].entry->title);
	if (line.length) {
		screen_wrap(screen, STYLE_PLAIN, buf_string(&line), 4);
		screen_end(screen);
	}
	screen->out->failed |= line.failed;
	buf_free(&line);
}

/* The hearings that are open or to come, with who is heard; those that are far away are counted. */
static void hearings(struct screen *screen, const struct outlook *outlook, bool all)
{
	size_t count = 0, later = 0;
	for (size_t i = 0; i < outlook->count; i++) {
		const struct standing *standing = outlook->order[i];
		if (!standing->step->hearing || standing->state == STATE_DONE || standing->state == STATE_CANCELLED)
			continue;
		if (!count++)
			heading(screen, _("Hearings"));
		if (!all && count > HEARINGS_SHOWN && standing->state != STATE_NOW &&
			standing->state != STATE_OVERDUE)
			later++;
		else
			hearing(screen, outlook, standing);
	}
	if (!later)
		return;
	screen_to(screen, 2);
	screen_printf(screen, STYLE_DIM, P_("and %zu later one", "and %zu later ones", later), later);
	screen_end(screen);
}

static void finding_line(struct screen *screen, const struct plan_diag *diag)
{
	screen_put(screen, STYLE_BAD, "  ✗ ");
	screen_wrap(screen, STYLE_PLAIN, diag->message, 4);
	screen_end(screen);
	if (!diag->help)
		return;
	struct buf help = {0};
	buf_printf(&help, "%s %s", _("help:"), diag->help);
	screen_wrap(screen, STYLE_BOLD, buf_string(&help), 4);
	screen_end(screen);
	screen->out->failed |= help.failed;
	buf_free(&help);
}

static void findings(struct screen *screen, const struct plan_diags *diags)
{
	struct buf counts = {0};
	findings_add_counts(&counts, diags->counted);
	heading(screen, _("Check"));
	screen_printf(screen, diags->counted[PLAN_ERROR] ? STYLE_BAD : STYLE_PLAIN, "  %s", buf_string(&counts));
	if (diags->counted[PLAN_ERROR] + diags->counted[PLAN_WARNING] + diags->counted[PLAN_NOTE])
		screen_put(screen, STYLE_DIM, _("; 'plan check' tells more"));
	screen_end(screen);
	size_t shown = 0;
	for (size_t i = 0; i < diags->count && shown < ERRORS_SHOWN; i++) {
		if (diags->at[i].severity != PLAN_ERROR)
			continue;
		finding_line(screen, &diags->at[i]);
		shown++;
	}
	screen->out->failed |= counts.failed;
	buf_free(&counts);
}

/* The overdue first: as long as nobody says what became of them, nothing else is certain. Returns how many.
 */
static size_t ask_overdue(struct screen *screen, const struct agenda *agenda)
{
	size_t count = 0;
	while (count < agenda->events.count && agenda->events.at[count].group == EVENT_OVERDUE)
		count++;
	if (!count)
		return 0;
	struct buf line = {0};
	if (count == 1)
		buf_printf(&line, _("%s is overdue: write when it was held, or give it a new date"),
				   quoted_text(agenda->events.at[0].standing->step->entry.title).text);
	else
		buf_printf(&line, _("%zu steps are overdue: write when each was held, or give it a new date"), count);
	screen_printf(screen, STYLE_BAD, "  %s ", state_mark(STATE_OVERDUE));
	screen_wrap(screen, STYLE_PLAIN, buf_string(&line), 4);
	screen_end(screen);
	screen->out->failed |= line.failed;
	buf_free(&line);
	return count;
}

/* Three things at least, and some more where they are near. */
static bool is_advice(const struct event *event, size_t before)
{
	plan_day day = event->pressing || event->kind == EVENT_DUE ? event->days.latest : event->days.earliest;
	return before < ADVICE_LEAST || (before < ADVICE_MOST && day <= event->outlook->notice);
}

static void todo(struct screen *screen, const struct agenda *agenda)
{
	if (!agenda->events.count)
		return;
	heading(screen, _("What to do next"));
	size_t first = ask_overdue(screen, agenda);
	for (size_t i = first; i < agenda->events.count && is_advice(&agenda->events.at[i], i - first); i++) {
		const struct event *event = &agenda->events.at[i];
		plan_day today = event->outlook->today;
		enum firmness firmness = event->standing->firmness;
		struct buf line = {0};
		event_sentence(&line, event);
		struct moment_text until = moment_until(event_days(event), firmness, today);
		screen_printf(screen, STYLE_BOLD, "  %s ", state_mark(STATE_NEXT));
		screen_printf(screen, STYLE_PLAIN, *until.text ? _("%1$s, %2$s: ") : "%s: ",
					  moment_window_short(event_days(event), firmness, today).text, until.text);
		screen_wrap(screen, STYLE_PLAIN, buf_string(&line), 4);
		screen_end(screen);
		screen->out->failed |= line.failed;
		buf_free(&line);
	}
}

void status_screen(struct screen *screen, const struct status_plan *plan, bool all)
{
	head(screen, plan->outlook);
	verdict(screen, plan->outlook);
	bar(screen, plan->outlook);
	status_steps(screen, plan->outlook, all);
	hearings(screen, plan->outlook, all);
	findings(screen, plan->diags);
	todo(screen, plan->agenda);
}

static const struct table_column line_columns[] = {
	{.title = N_("Plan"), .weight = 3, .lines = 3, .least = 14},
	{.title = N_("Verdict"), .weight = 2, .lines = 2, .least = 8},
	{.title = N_("Deadline")},
	{.title = N_("Slack"), .right = true, .drop = 2},
	{.title = N_("Next"), .weight = 3, .lines = 4, .least = 14},
	{.title = N_("Worst finding"), .weight = 3, .lines = 3, .least = 10, .drop = 1},
};

/* The first of the most severe findings. */
static const struct plan_diag *worst_finding(const struct plan_diags *diags)
{
	const struct plan_diag *worst = NULL;
	for (size_t i = 0; i < diags->count; i++)
		if (!worst || diags->at[i].severity > worst->severity)
			worst = &diags->at[i];
	return worst;
}

static void plan_row(struct table *table, const struct status_plan *plan)
{
	const struct outlook *outlook = plan->outlook;
	struct ruling ruling = ruling_of(outlook->timeline, outlook->today);
	const struct plan_deadline *deadline = ruling.deadline;
	const struct standing *next = outlook_next(outlook);
	const struct plan_diag *worst = worst_finding(plan->diags);
	bool bounded = deadline && verdict_has_slack(&ruling);
	table_cell(table, STYLE_PLAIN, "%s", outlook->plan->title);
	table_cell(table, verdict_style(&ruling), "%s", verdict_word(&ruling));
	table_cell(table, STYLE_PLAIN, "%s", deadline ? day_text(deadline->by).text : "");
	table_cell(table, bounded && deadline->slack < 0 ? STYLE_BAD : STYLE_PLAIN,
			   bounded && deadline->slack < 0 ? "-%s" : "%s",
			   bounded ? moment_days(deadline->slack).text : "");
	table_cell(table, STYLE_PLAIN, next ? _("%1$s: %2$s") : "%s",
			   next ? moment_short(outlook, next).text : "", next ? next->step->entry.title : "");
	table_cell(table, worst && worst->severity == PLAN_ERROR ? STYLE_BAD : STYLE_PLAIN,
			   worst ? _("%1$s: %2$s") : "%s", worst ? severity_label(worst->severity) : "",
			   worst ? plan_rule_name(worst->rule) : "");
}

void status_lines(struct screen *screen, const struct status_plan *plans, size_t count)
{
	struct table table;
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(plans[0].outlook->today).text,
				  week_text(plans[0].outlook->today).text);
	screen_end(screen);
	screen_end(screen);
	table_begin(&table, screen, line_columns, sizeof line_columns / sizeof *line_columns);
	table_titles(&table);
	for (size_t i = 0; i < count; i++)
		plan_row(&table, &plans[i]);
	table_end(&table);
}
