#include "check/words.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define TITLE_COLUMNS 60
#define TITLE_BYTES   240 /* a title of combining marks takes few columns and many bytes */

/* How many bytes of a title are shown; less than its length when it is cut. */
static size_t shown(const char *title, size_t length)
{
	size_t most = length < TITLE_BYTES ? length : TITLE_BYTES;
	size_t fits = text_fit(title, most, TITLE_COLUMNS);
	return fits == length ? length : text_fit(title, most, TITLE_COLUMNS - 1);
}

struct name_text quoted_text(const char *title)
{
	struct name_text out;
	size_t length = strlen(title), fits = shown(title, length);
	char cut[TITLE_BYTES + 8];
	snprintf(cut, sizeof cut, "%.*s%s", (int)fits, title, fits < length ? "…" : "");
	/* TRANSLATORS: a title in quotation marks */
	snprintf(out.text, sizeof out.text, _("“%s”"), cut);
	return out;
}

struct name_text name_text(const struct plan_entry *entry)
{
	struct name_text out;
	/* TRANSLATORS: a title in quotation marks, and its id */
	snprintf(out.text, sizeof out.text, _("%1$.300s (%2$.130s)"), quoted_text(entry->title).text, entry->id);
	return out;
}

struct name_text point_named(const struct plan_entry *entry, bool at_end, const char *name)
{
	struct name_text out;
	const struct plan_step *step = plan_entry_step(entry);
	if (step && step_form(step) != FORM_PHASE)
		snprintf(out.text, sizeof out.text, "%s", name);
	else
		snprintf(out.text, sizeof out.text, at_end ? _("the end of %.450s") : _("the start of %.450s"), name);
	return out;
}

struct name_text point_text(const struct plan_entry *entry, bool at_end)
{
	return point_named(entry, at_end, name_text(entry).text);
}

struct amount_text days_text(int32_t days)
{
	struct amount_text out;
	snprintf(out.text, sizeof out.text, P_("%d day", "%d days", days), days);
	return out;
}

struct amount_text amount_text(struct plan_lag lag)
{
	struct amount_text out;
	int32_t n = lag.count < 0 ? -lag.count : lag.count;
	switch ((enum plan_unit)lag.unit) {
	case PLAN_WEEKS: snprintf(out.text, sizeof out.text, P_("%d week", "%d weeks", n), n); return out;
	case PLAN_MONTHS: snprintf(out.text, sizeof out.text, P_("%d month", "%d months", n), n); return out;
	case PLAN_WORKDAYS:
		snprintf(out.text, sizeof out.text, P_("%d working day", "%d working days", n), n);
		return out;
	case PLAN_DAYS: break;
	}
	return days_text(n);
}

enum step_form step_form(const struct plan_step *step)
{
	if (step->entry.kind == PLAN_KIND_DOCUMENT)
		return FORM_DOCUMENT;
	return step->entry.kind == PLAN_KIND_MEETING && step->days <= 1 ? FORM_MEETING : FORM_PHASE;
}

bool step_is_dated(const struct plan_step *step)
{
	return step->date || plan_step_start(step) || plan_step_end(step) || step->held;
}

struct plan_span step_date_span(const struct plan_step *step)
{
	const struct plan_date *date = step->held            ? step->held
								   : plan_step_end(step) ? plan_step_end(step)
														 : step->date;
	if (!date)
		date = plan_step_start(step);
	return date ? date->span : step->entry.span;
}
