#include "date/print.h"
#include "format/json.h"
#include "format/meaning.h"

/* A day as programs read it; null for an open end. */
static json_t *json_day(plan_day day)
{
	struct day_text text = day_text_iso(day);
	return json_text(text.text[0] ? text.text : NULL);
}

static json_t *json_window(struct plan_window window, bool *failed)
{
	json_t *object = json_object();
	json_put(object, "earliest", json_day(window.earliest), failed);
	json_put(object, "latest", json_day(window.latest), failed);
	return object;
}

static void put_flag(json_t *object, const char *key, bool flag, bool *failed)
{
	if (flag)
		json_put(object, key, json_true(), failed);
}

static void put_days(json_t *object, const struct meaning *meaning, bool *failed)
{
	const struct plan_expr *expr = &meaning->expr;
	bool period = expr->kind == PLAN_DATE_PERIOD;
	json_put(object, "kind", json_string(period ? "period" : "window"), failed);
	json_put(object, "earliest", json_day(meaning->earliest), failed);
	json_put(object, "latest", json_day(meaning->latest), failed);
	if (period) {
		json_put(object, "start", json_window(expr->start, failed), failed);
		json_put(object, "end", json_window(expr->end, failed), failed);
	}
	put_flag(object, "uncertain", expr->qualifier & PLAN_DATE_UNCERTAIN, failed);
	put_flag(object, "approximate", expr->qualifier & PLAN_DATE_APPROXIMATE, failed);
	put_flag(object, "rolled", expr->rolled, failed);
	if (meaning->workdays >= 0)
		json_put(object, "workdays", json_integer(meaning->workdays), failed);
	if (meaning->holiday)
		json_put(object, "holiday", json_text(meaning->holiday), failed);
}

static void put_error(json_t *object, const struct plan_expr_error *error, bool *failed)
{
	json_put(object, "error", json_shown(error->message), failed);
	if (error->hint[0])
		json_put(object, "hint", json_shown(error->hint), failed);
}

void meanings_json(struct buf *out, const struct meaning *meanings, size_t count)
{
	bool failed = false;
	json_t *array = json_array();
	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();
		json_put(object, "text", json_text(meanings[i].text), &failed);
		if (meanings[i].understood)
			put_days(object, &meanings[i], &failed);
		else
			put_error(object, &meanings[i].error, &failed);
		json_push(array, object, &failed);
	}
	json_emit_pretty(out, array, failed);
}

void counted_days_json(struct buf *out, const struct counted_day *days, size_t count)
{
	bool failed = false;
	json_t *array = json_array();
	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();
		json_put(object, "text", json_text(days[i].text), &failed);
		if (days[i].found) {
			json_put(object, "from", json_day(days[i].from), &failed);
			json_put(object, "workdays", json_integer(days[i].workdays), &failed);
			json_put(object, "date", json_day(days[i].day), &failed);
		} else {
			put_error(object, &days[i].error, &failed);
		}
		json_push(array, object, &failed);
	}
	json_emit_pretty(out, array, failed);
}

void holidays_json(struct buf *out, const struct plan_holiday *holidays, size_t count)
{
	bool failed = false;
	json_t *array = json_array();
	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();
		json_put(object, "date", json_day(holidays[i].day), &failed);
		json_put(object, "name", json_text(holidays[i].name), &failed);
		json_push(array, object, &failed);
	}
	json_emit_pretty(out, array, failed);
}
