#include "check_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

plan_day sample_day(const char *iso)
{
	struct plan_civil civil;
	assert_int_equal(sscanf(iso, "%d-%d-%d", &civil.year, &civil.month, &civil.day), 3);
	assert_true(plan_civil_is_valid(civil));
	return plan_day_from_civil(civil);
}

void sample_open(struct sample *sample, const char *name, const char *text, size_t length)
{
	*sample = (struct sample){.source = {.name = name, .bytes = text, .length = length}};
	assert_int_equal(plan_diags_init(&sample->diags, &sample->source), PLAN_OK);
	assert_int_equal(plan_load(&sample->source, &sample->diags, &sample->plan), PLAN_OK);
	if (sample->plan)
		assert_int_equal(plan_timeline_new(sample->plan, &sample->timeline), PLAN_OK);
}

void sample_close(struct sample *sample)
{
	plan_timeline_free(sample->timeline);
	plan_free(sample->plan);
	plan_diags_free(&sample->diags);
}

plan_day sample_today(const char *text)
{
	const char *today = strstr(text, "# today: ");
	return sample_day(today ? today + 9 : "2018-09-03");
}

static void write_finding(FILE *out, const struct plan_diag *diag)
{
	fprintf(out, "%u:%u-%u: %s[%s]", (unsigned)diag->span.line, (unsigned)diag->span.column,
			(unsigned)(diag->span.column + diag->span.length), plan_severity_name(diag->severity),
			plan_rule_name(diag->rule));
	fprintf(out, " %s: %s\n", diag->step ? diag->step : "-", diag->message);
	for (size_t i = 0; i < diag->because_count; i++)
		fprintf(out, "    %u:%u: %s\n", (unsigned)diag->because[i].span.line,
				(unsigned)diag->because[i].span.column, diag->because[i].message);
	if (diag->help)
		fprintf(out, "    help: %s\n", diag->help);
}

char *sample_findings(const char *name, const char *text, size_t length)
{
	struct sample sample;
	sample_open(&sample, name, text, length);
	struct plan_check_options options = {.today = sample_today(text)};
	if (sample.timeline)
		assert_int_equal(plan_check(sample.timeline, &options, &sample.diags), PLAN_OK);
	plan_diags_sort(&sample.diags);
	char *found = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&found, &size);
	assert_non_null(out);
	for (size_t i = 0; i < sample.diags.count; i++)
		write_finding(out, &sample.diags.at[i]);
	assert_int_equal(fclose(out), 0);
	sample_close(&sample);
	return found;
}
