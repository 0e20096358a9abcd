#include "format/document_parts.h"

#include "date/print.h"

#include <stdint.h>
#include <string.h>

#define FORMAT_VERSION "1.0"

json_t *document_day(plan_day value)
{
	if (value == PLAN_DAY_OPEN_START || value == PLAN_DAY_OPEN_END)
		return json_null();
	return json_string(day_text_iso(value).text);
}

json_t *document_window(struct plan_window window, const char *text, bool feasible, bool *failed)
{
	if (!feasible)
		return json_null();
	json_t *object = json_object();
	json_put(object, "earliest", document_day(window.earliest), failed);
	json_put(object, "latest", document_day(window.latest), failed);
	json_put(object, "text", json_text(text), failed);
	return object;
}

json_t *document_ids(const struct plan_refs *refs, bool *failed)
{
	json_t *list = json_array();
	for (size_t i = 0; i < refs->count; i++)
		json_push(list, json_text(refs->at[i].entry->id), failed);
	return list;
}

json_t *document_deadline(const struct plan_deadline *deadline, bool *failed)
{
	if (!deadline)
		return json_null();
	json_t *object = json_object();
	json_t *slack = deadline->slack == INT32_MAX ? json_null() : json_integer(deadline->slack);
	json_put(object, "step", json_text(deadline->step->entry.id), failed);
	json_put(object, "by", document_day(deadline->by), failed);
	json_put(object, "slack_days", slack, failed);
	return object;
}

const char *step_kind_name(const struct plan_step *step)
{
	return step->hearing ? "hearing" : plan_kind_name((enum plan_kind)step->entry.kind);
}

const char *step_status_name(const struct plan_step *step)
{
	static const char *const names[] = {"planned", "confirmed", "done", "cancelled"};
	return names[step->status];
}

/* --- steps ---------------------------------------------------------------------------------- */

/* What stands between the halves of a period; dates of ISO 8601 have dashes of their own, but a slash between
 * them. */
static const char *const separators[] = {"/", "–", "—", " - ", " to ", " til og med ", " til ", "-"};

/* Puts the first or the second half of a period as it was written into `half`. */
static void half_of(struct buf *half, const struct plan_date *date, bool end)
{
	const char *text = date->text;
	size_t length = strlen(text);
	for (size_t i = 0; date->expr.kind == PLAN_DATE_PERIOD && i < sizeof separators / sizeof *separators;
		 i++) {
		const char *at = strcasestr(text, separators[i]);
		if (!at)
			continue;
		if (end)
			text = at + strlen(separators[i]);
		length = end ? strlen(text) : (size_t)(at - text);
		break;
	}
	while (*text == ' ') /* neither half is empty */
		text++, length--;
	while (text[length - 1] == ' ')
		length--;
	buf_add(half, text, length);
}

static const struct plan_date *date_of(const struct plan_step *step, bool end)
{
	const struct plan_date *own = end ? plan_step_end(step) : plan_step_start(step);
	return step->held ? step->held : own ? own : step->date;
}

static json_t *bound(const struct outlook *outlook, const struct plan_step *step, bool end, bool *failed)
{
	const struct plan_times *times = &outlook->timeline->times[step->number];
	const struct plan_date *date = date_of(step, end);
	struct buf text = {0};
	if (date)
		half_of(&text, date, end);
	json_t *value = document_window(end ? times->end : times->start, date ? buf_string(&text) : NULL,
									outlook->timeline->feasible, failed);
	*failed |= text.failed;
	buf_free(&text);
	return value;
}

json_t *document_step(const struct outlook *outlook, const struct plan_step *step, bool *failed)
{
	const struct plan_times *times = &outlook->timeline->times[step->number];
	int32_t slack = standing_slack(outlook_of(outlook, step), times, outlook->today);
	json_t *object = json_object();
	json_put(object, "id", json_text(step->entry.id), failed);
	json_put(object, "kind", json_text(step_kind_name(step)), failed);
	json_put(object, "title", json_text(step->entry.title), failed);
	json_put(object, "line", json_integer(step->entry.span.line), failed);
	json_put(object, "status", json_text(step_status_name(step)), failed);
	json_put(object, "state", json_text(state_name(outlook_of(outlook, step)->state)), failed);
	json_put(object, "start", bound(outlook, step, false, failed), failed);
	json_put(object, "end", bound(outlook, step, true, failed), failed);
	json_put(object, "latest_start", document_day(times->latest_start), failed);
	json_put(object, "latest_end", document_day(times->latest_end), failed);
	json_put(object, "slack_days", slack == INT32_MAX ? json_null() : json_integer(slack), failed);
	json_put(object, "critical", json_boolean(times->critical), failed);
	return object;
}

/* --- documents ------------------------------------------------------------------------------ */

json_t *document_head(const struct outlook *outlook, bool *failed)
{
	json_t *object = json_object();
	json_put(object, "format_version", json_string(FORMAT_VERSION), failed);
	if (outlook) {
		json_put(object, "plan", json_text(outlook->plan->id), failed);
		json_put(object, "file", json_text(outlook->plan->source->name), failed);
		json_put(object, "today", document_day(outlook->today), failed);
	}
	return object;
}

void document_open(struct buf *out, json_t *head, const char *array, bool failed)
{
	struct buf members = {0};
	json_emit(&members, head, failed);
	out->failed |= members.failed;
	if (members.length)
		buf_add(out, members.data, members.length - 1); /* its closing brace comes at the end */
	buf_printf(out, ",\n \"%s\": [", array);
	buf_free(&members);
}

void document_member(struct buf *out, size_t index, json_t *value, bool failed)
{
	buf_text(out, index ? ",\n  " : "\n  ");
	json_emit(out, value, failed);
}

void document_close(struct buf *out, size_t count)
{
	buf_text(out, count ? "\n ]" : "]");
}
