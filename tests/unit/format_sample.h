/*
 * Findings for the tests of the formats: one file with every part that a finding can have, and one whose
 * name, texts and source try to break out of each format.
 */
#ifndef FORMAT_SAMPLE_H
#define FORMAT_SAMPLE_H

#include "format/findings.h"

#include <plan/model.h>

struct sample {
	struct plan_source source;
	struct plan_diags diags;
	struct findings_file file;
	struct findings findings;
};

/* Makes a sample of a source; it is all zero before. `id` NULL: the plan did not load. */
void sample_init(struct sample *sample, const char *name, const char *bytes, const char *id);

/* Fills a sample with a missed deadline and its chain, a warning and a note. */
void sample_conflict(struct sample *sample);

/* Fills a sample with texts that hold quotes, commas, colons, percent signs, control characters, markup. */
void sample_hostile(struct sample *sample);

void sample_free(struct sample *sample);

/* The findings in a format, the caller's to free; fails the test when it cannot be written. */
char *sample_write(const struct sample *sample, const char *format, const struct findings_style *style);

/* The place of a text in a line: its column and length in code points come from the bytes of the source. */
struct plan_span sample_span(const struct sample *sample, unsigned line, const char *text);

#endif
