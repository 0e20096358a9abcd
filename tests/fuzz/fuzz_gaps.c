/* Gaps and durations: whatever is read lies within its limits, whatever is not is refused with a message. */
#include "fuzz.h"

#include "base/text.h"
#include "date/lag.h"

#include <string.h>

static void check_lag(struct plan_lag lag)
{
	HOLDS(lag.unit <= PLAN_WORKDAYS);
	HOLDS(lag.count >= -PLAN_LAG_MAX && lag.count <= PLAN_LAG_MAX);
	HOLDS(lag.given || lag.count == 0);
}

static void check(bool read, const struct plan_range *range, const struct plan_expr_error *error, size_t size)
{
	if (read) {
		check_lag(range->min);
		check_lag(range->max);
		if (range->min.given && range->max.given && range->min.unit == range->max.unit)
			HOLDS(range->min.count <= range->max.count);
	} else {
		HOLDS(error->offset <= size && error->length <= size - error->offset);
		HOLDS(error->message[0] && strnlen(error->message, sizeof error->message) < sizeof error->message);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	for (size_t at = 0, length; at < size; at += length) {
		uint32_t code_point;
		length = text_decode(text + at, size - at, &code_point);
		if (!length)
			return 0;
	}
	struct plan_range range;
	struct plan_expr_error error;
	check(lag_parse_gap(text, size, &range, &error), &range, &error, size);
	bool read = lag_parse_duration(text, size, &range, &error);
	check(read, &range, &error, size);
	if (read)
		HOLDS((!range.min.given || range.min.count >= 1) && (!range.max.given || range.max.count >= 1));
	range = (struct plan_range){0};
	check(lag_parse(text, size, &range.min, &error), &range, &error, size);
	return 0;
}
