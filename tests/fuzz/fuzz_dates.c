/* Date expressions: whatever is read is a real window, whatever is not is refused with a message that can be
 * shown. */
#include "fuzz.h"

#include "base/text.h"
#include "date/print.h"

#include <plan/date.h>
#include <string.h>

static bool find_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	(void)data;
	static const char summer[] = "sommerferie";
	if (length != sizeof summer - 1 || memcmp(name, summer, length) != 0)
		return false;
	*days = (struct plan_window){17707, 17748};
	return true;
}

static void check_window(struct plan_window w)
{
	HOLDS(w.earliest <= w.latest);
	HOLDS(w.earliest == PLAN_DAY_OPEN_START || (w.earliest >= PLAN_DAY_MIN && w.earliest <= PLAN_DAY_MAX));
	HOLDS(w.latest == PLAN_DAY_OPEN_END || (w.latest >= PLAN_DAY_MIN && w.latest <= PLAN_DAY_MAX));
	HOLDS(window_text(w).text[0]);
}

static void check_text(const char *text, size_t room)
{
	size_t length = strnlen(text, room), at = 0;
	HOLDS(length < room);
	while (at < length) {
		uint32_t code_point;
		size_t size = text_decode(text + at, length - at, &code_point);
		HOLDS(size && !text_is_hidden(code_point));
		at += size;
	}
}

/* The day that stands in an ISO date is the day that it is read as. */
static void check_round_trip(plan_day day, const struct plan_expr_context *context)
{
	struct plan_expr again;
	struct plan_expr_error error;
	struct day_text iso = day_text_iso(day);
	HOLDS(plan_expr_parse(iso.text, strlen(iso.text), context, &again, &error));
	HOLDS(again.start.earliest == day && again.end.latest == day && again.kind == PLAN_DATE_WINDOW);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* What comes from a file is UTF-8 by the time a date is read, and without hidden characters. */
	const char *text = (const char *)data;
	for (size_t at = 0, length; at < size; at += length) {
		uint32_t code_point;
		length = text_decode(text + at, size - at, &code_point);
		if (!length || text_is_hidden(code_point))
			return 0;
	}
	static const int years[] = {0, 1900, 2018, 2199};
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		struct plan_expr_context context = {.year = years[i], .find_recess = find_recess};
		struct plan_expr expr;
		struct plan_expr_error error;
		if (plan_expr_parse(text, size, &context, &expr, &error)) {
			check_window(expr.start);
			check_window(expr.end);
			HOLDS(expr.start.earliest <= expr.end.latest);
			if (plan_window_is_day(expr.start))
				check_round_trip(expr.start.earliest, &context);
		} else {
			HOLDS(error.offset <= size && error.length <= size - error.offset);
			HOLDS(error.message[0]);
			check_text(error.message, sizeof error.message);
			check_text(error.hint, sizeof error.hint);
		}
	}
	return 0;
}
