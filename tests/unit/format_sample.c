#include "format_sample.h"

#include "base/diag.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void sample_init(struct sample *sample, const char *name, const char *bytes, const char *id)
{
	*sample = (struct sample){.source = {name, bytes, strlen(bytes)}};
	assert_int_equal(plan_diags_init(&sample->diags, &sample->source), PLAN_OK);
	sample->file = (struct findings_file){
		.source = &sample->source,
		.plan = id,
		.diags = &sample->diags,
	};
	sample->findings = (struct findings){.files = &sample->file, .count = 1};
}

struct plan_span sample_span(const struct sample *sample, unsigned line, const char *text)
{
	const char *at = sample->source.bytes;
	for (unsigned i = 1; i < line; i++)
		at = strchr(at, '\n') + 1;
	const char *found = strstr(at, text);
	assert_non_null(found);
	return (struct plan_span){line, (uint16_t)(text_code_points(at, (size_t)(found - at)) + 1),
							  (uint16_t)text_code_points(text, strlen(text))};
}

static const char conflict_source[] = "plan: prøve\n"
									  "title: Prøveplan\n"
									  "bodies:\n"
									  "  br: {name: Borgerrepræsentationen, meets: [2019-01-10]}\n"
									  "phases:\n"
									  "  hearing:\n"
									  "    date: 24. september-19. november\n"
									  "meetings:\n"
									  "  biu-2:\n"
									  "    after: hearing + 2w\n"
									  "  br-godkendelse:\n"
									  "    title: Godkendelse i BR\n"
									  "    deadline: 2018-12\n";

void sample_conflict(struct sample *sample)
{
	sample_init(sample, "plan.yaml", conflict_source, "prøve");
	struct diag_draft draft;
	diag_begin(&draft, &sample->diags, PLAN_RULE_DEADLINE_MISSED, PLAN_ERROR,
			   sample_span(sample, 13, "2018-12"));
	diag_step(&draft, "br-godkendelse");
	diag_message(&draft, "BR cannot approve by Mon 31 Dec 2018: the earliest day is Thu 10 Jan 2019");
	diag_because(&draft, sample_span(sample, 7, "24. september-19. november"),
				 "because the hearing ends Mon 19 Nov 2018 at the earliest");
	diag_because(&draft, sample_span(sample, 10, "hearing + 2w"), "and biu-2 is at least 2 weeks later");
	diag_because(&draft, sample_span(sample, 4, "[2019-01-10]"), "and BR next meets Thu 10 Jan 2019");
	diag_help(&draft, "end the hearing by Mon 12 Nov 2018");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	diag_begin(&draft, &sample->diags, PLAN_RULE_ORDER_UNCERTAIN, PLAN_WARNING,
			   sample_span(sample, 9, "biu-2"));
	diag_step(&draft, "biu-2");
	diag_message(&draft, "biu-2 may come before the hearing ends");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	diag_begin(&draft, &sample->diags, PLAN_RULE_BODY_WITHOUT_MEETING, PLAN_NOTE, (struct plan_span){0});
	diag_message(&draft, "no body meets");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	plan_diags_sort(&sample->diags);
	sample->file.verdict = PLAN_MISSED;
}

#define NASTY                                                                                                \
	"\"q\" 'a' <b>&amp;</b> ]]> 100%25 50% a,b;c:d::error::x\r\n::stop-commands::t\t\033[31m\342\200\256 "   \
	"\001 \\ `x` | æ \360\237\230\200 \357\277\277"

void sample_hostile(struct sample *sample)
{
	sample_init(sample, "a b/100%,x:y\033[31m<&\"'>\342\200\256æ#?.yaml",
				"title: \033[31m \342\200\256 \"<&>'%\n# \377\376 bad bytes\n", NULL);
	struct diag_draft draft;
	diag_begin(&draft, &sample->diags, PLAN_RULE_HIDDEN_CHARACTER, PLAN_ERROR, (struct plan_span){1, 8, 4});
	diag_step(&draft, "id");
	diag_message(&draft, "%s", NASTY);
	diag_because(&draft, (struct plan_span){2, 3, 2}, "%s", NASTY);
	diag_help(&draft, "%s", NASTY);
	assert_int_equal(diag_end(&draft), PLAN_OK);
	diag_begin(&draft, &sample->diags, PLAN_RULE_YAML_SYNTAX, PLAN_ERROR, (struct plan_span){99, 1, 1});
	diag_message(&draft, "\377 no UTF-8 \300\200 at all");
	assert_int_equal(diag_end(&draft), PLAN_OK);
}

void sample_free(struct sample *sample)
{
	plan_diags_free(&sample->diags);
}

char *sample_write(const struct sample *sample, const char *format, const struct findings_style *style)
{
	const struct findings_style plain = {0};
	const struct findings_format *found = findings_format_find(format);
	assert_non_null(found);
	struct buf out = {0};
	assert_int_equal(found->write(&out, &sample->findings, style ? style : &plain), PLAN_OK);
	assert_int_equal(strlen(buf_string(&out)), out.length);
	char *text = out.data ? out.data : strdup("");
	assert_non_null(text);
	return text;
}
