#include "check/rules.h"

#include "base/text.h"
#include "check/day.h"
#include "check/words.h"

#include <stdlib.h>

#define WINDOW_DAYS 366 /* windows longer than a year are not looked at day by day */

/* The plan's recesses, joined where they meet, with the number of recess days before each. */
struct recesses {
	struct plan_window *at;
	int32_t *before;
	size_t count;
};

static int by_start(const void *a, const void *b)
{
	plan_day one = ((const struct plan_window *)a)->earliest, two = ((const struct plan_window *)b)->earliest;
	return (one > two) - (one < two);
}

static bool recesses_init(struct recesses *recesses, const struct plan *plan)
{
	size_t count = plan->recesses.count, kept = 0;
	*recesses = (struct recesses){
		.at = calloc(count, sizeof *recesses->at),
		.before = calloc(count + 1, sizeof *recesses->before),
	};
	if (!recesses->at || !recesses->before)
		return false;
	for (size_t i = 0; i < count; i++)
		recesses->at[i] = plan->recesses.at[i]->days;
	qsort(recesses->at, count, sizeof *recesses->at, by_start);
	for (size_t i = 1; i < count; i++)
		if (recesses->at[i].earliest > recesses->at[kept].latest)
			recesses->at[++kept] = recesses->at[i];
		else if (recesses->at[i].latest > recesses->at[kept].latest)
			recesses->at[kept].latest = recesses->at[i].latest;
	recesses->count = kept + 1;
	for (size_t i = 0; i < recesses->count; i++)
		recesses->before[i + 1] = recesses->before[i] + recesses->at[i].latest - recesses->at[i].earliest + 1;
	return true;
}

/* The number of recess days before a day. */
static int32_t recess_days(const struct recesses *recesses, plan_day day)
{
	size_t low = 0, high = recesses->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (recesses->at[middle].earliest < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return 0;
	struct plan_window last = recesses->at[low - 1];
	return recesses->before[low - 1] + (day <= last.latest ? day : last.latest + 1) - last.earliest;
}

/* Three times the recess days before a day, less all days: its growth over a hearing tells whether more than
 * a third of it is recess. */
static int64_t excess(const struct recesses *recesses, plan_day day)
{
	return 3 * (int64_t)recess_days(recesses, day) - day;
}

/* Whether more than a third is recess whatever start and end are chosen. */
static bool is_mostly_recess(const struct recesses *recesses, const struct plan_times *times)
{
	struct plan_window start = times->start, end = times->end;
	if (!day_is_known(start.earliest) || !day_is_known(start.latest) || !day_is_known(end.earliest) ||
		!day_is_known(end.latest) || start.latest - start.earliest > WINDOW_DAYS ||
		end.latest - end.earliest > WINDOW_DAYS)
		return false;
	int64_t most = INT64_MIN;
	plan_day day = start.earliest;
	for (plan_day last = end.earliest; last <= end.latest; last++) {
		for (; day <= start.latest && day <= last; day++) {
			int64_t here = excess(recesses, day);
			most = here > most ? here : most;
		}
		if (most == INT64_MIN || excess(recesses, last + 1) <= most)
			return false;
	}
	return true;
}

static void add_in_recess(struct check *check, const struct recesses *recesses,
						  const struct plan_step *hearing)
{
	const struct plan_times *times = &check->timeline->times[hearing->number];
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_HEARING_IN_RECESS, &hearing->entry, step_date_span(hearing)))
		return;
	plan_day first = times->start.earliest, last = times->end.latest;
	int32_t all = last - first + 1, off = recess_days(recesses, last + 1) - recess_days(recesses, first);
	diag_message(&draft,
				 P_("%1$d of the %2$d days of the hearing %3$s lies in a recess",
					"%1$d of the %2$d days of the hearing %3$s lie in a recess", off),
				 off, all, name_text(&hearing->entry).text);
	diag_help(&draft, _("give those who are heard time outside the recess"));
	finding_end(check, &draft);
}

void rule_hearing_in_recess(struct check *check)
{
	const struct plan *plan = check->plan;
	struct recesses recesses;
	if (!plan->recesses.count)
		return;
	if (!recesses_init(&recesses, plan))
		check->failed = true;
	for (size_t i = 0; !check->failed && i < check->survey.hearings.count; i++) {
		const struct plan_step *hearing = check->survey.hearings.at[i];
		if (!step_is_done(hearing) && is_mostly_recess(&recesses, &check->timeline->times[hearing->number]))
			add_in_recess(check, &recesses, hearing);
	}
	free(recesses.at);
	free(recesses.before);
}
