/*
 * Good plans with random damage: whatever comes of them, nothing crashes, and what loads is whole.
 */
#include "base/buf.h"
#include "load_everything.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MUTANTS = 4000 };

static uint64_t state_of_draw;

static size_t draw(size_t below)
{
	state_of_draw ^= state_of_draw << 13;
	state_of_draw ^= state_of_draw >> 7;
	state_of_draw ^= state_of_draw << 17;
	return (size_t)(state_of_draw >> 33) % below;
}

/* What a mutation puts in: what means something to YAML, to the screen, or to a reader of dates and gaps. */
static const char *const pieces[] = {
	":",
	": ",
	"- ",
	"\n",
	"\n  ",
	"\t",
	"\"",
	"'",
	"[",
	"]",
	"{",
	"}",
	",",
	"#",
	" #",
	"&a ",
	"*a",
	"!t ",
	"<<: ",
	"|\n",
	">",
	"---\n",
	"...",
	"%",
	"\xC3",
	"\xB8",
	"ø",
	"\\u202e",
	"\\0",
	"\x01",
	"\r\n",
	"\r",
	"?",
	"+ 2w",
	"..",
	"/",
	"2018",
	"ultimo",
	" - ",
	"-",
	".start",
	"~",
	"null",
	"0",
	"999999",
	"a: b",
	"{}",
	"[]",
	"title",
	"date: ",
	"held",
	"meetings",
	"after",
	"phase: p",
	"1w",
	"73001d",
	"",
	" ",
	"\xE2\x80\x93",
	"\xEF\xBB\xBF",
};

/* The start and the length of a random line. */
static size_t some_line(const struct buf *text, size_t *length)
{
	size_t at = draw(text->length), end = at;
	while (at && text->data[at - 1] != '\n')
		at--;
	while (end < text->length && text->data[end] != '\n')
		end++;
	*length = end - at + (end < text->length);
	return at;
}

/* Replaces a part of the text. */
static void splice(struct buf *text, size_t at, size_t length, const char *with, size_t with_length)
{
	struct buf out = {0};
	buf_add(&out, text->data, at);
	buf_add(&out, with, with_length);
	buf_add(&out, text->data + at + length, text->length - at - length);
	assert_false(out.failed);
	buf_free(text);
	*text = out;
}

static void mutate(struct buf *text)
{
	size_t length, from = some_line(text, &length), at = draw(text->length);
	const char *piece = pieces[draw(sizeof pieces / sizeof *pieces)];
	char line[300];
	snprintf(line, sizeof line, "%.*s", (int)(length < 299 ? length : 299), text->data + from);
	switch (draw(6)) {
	case 0: splice(text, at, 0, piece, strlen(piece)); break;
	case 1: splice(text, at, 1, piece, strlen(piece)); break;
	case 2: splice(text, at, 1 + draw(text->length - at < 8 ? text->length - at : 8), "", 0); break;
	case 3: splice(text, from, length, "", 0); break;
	case 4: splice(text, from, 0, line, strlen(line)); break;
	default:
		from = some_line(text, &length);
		splice(text, from, 0, line, strlen(line));
		break;
	}
	if (text->length < 2)
		buf_text(text, "plan: p\n");
}

static void check_ref(const struct plan *plan, const struct plan_ref *ref)
{
	if (ref)
		assert_ptr_equal(plan_find(plan, ref->entry->id), ref->entry);
}

static void check_window(struct plan_window window)
{
	assert_true(window.earliest <= window.latest);
}

static void check_date(const struct plan_date *date)
{
	if (!date)
		return;
	assert_true(date->text[0] && date->expr.kind <= PLAN_DATE_PERIOD && date->span.line > 0);
	check_window(date->expr.start);
	check_window(date->expr.end);
}

static void check_step(const struct plan *plan, const struct plan_step *step)
{
	assert_true(step->entry.title[0] && step->entry.span.line > 0 && step->days > 0);
	assert_ptr_equal(plan_find(plan, step->entry.id), &step->entry);
	check_date(step->date);
	check_date(plan_step_start(step));
	check_date(plan_step_end(step));
	check_date(step->held);
	check_date(step->deadline);
	assert_false(step->date && (plan_step_start(step) || plan_step_end(step)));
	check_ref(plan, step->track);
	check_ref(plan, plan_step_paper_for(step));
	check_ref(plan, plan_step_owner(step));
	for (size_t i = 0; i < step->link_count; i++) {
		check_ref(plan, &step->links[i].to);
		assert_true(step->links[i].text[0]);
	}
	for (size_t i = 0; i < step->bodies.count; i++)
		check_ref(plan, &step->bodies.at[i]);
}

static void check_loaded(const struct loaded *loaded)
{
	const struct plan *plan = loaded->plan;
	for (size_t i = 0; i < loaded->diags.count; i++)
		assert_true(loaded->diags.at[i].message[0]);
	if (!plan)
		return;
	assert_true(plan->id[0] && plan->title[0] && plan->calendar);
	check_ref(plan, plan->approval);
	check_date(plan->period);
	for (size_t i = 0; i < plan->steps.count; i++) {
		assert_int_equal(plan->steps.at[i]->number, i);
		check_step(plan, plan->steps.at[i]);
	}
	for (size_t i = 0; i < plan->focus_areas.count; i++)
		check_ref(plan, plan->focus_areas.at[i]->part_of);
	for (size_t i = 0; i < plan->themes.count; i++)
		check_ref(plan, plan->themes.at[i]->meeting);
}

/* Of `rounds` mutants with up to eight wounds each, some load and some do not. */
static void damage(const char *seed, size_t rounds, uint64_t start)
{
	size_t good = 0;
	state_of_draw = start;
	for (size_t i = 0; i < rounds; i++) {
		struct buf text = {0};
		struct loaded loaded;
		buf_text(&text, seed);
		for (size_t wounds = 1 + draw(8); wounds; wounds--)
			mutate(&text);
		load_bytes(&loaded, text.data, text.length);
		check_loaded(&loaded);
		good += loaded.plan != NULL;
		load_free(&loaded);
		buf_free(&text);
	}
	assert_true(good > rounds / 100 && good < rounds);
}

static void test_everything(void **state)
{
	(void)state;
	damage(load_everything, MUTANTS, 0x9E3779B97F4A7C15u);
}

static void test_data_plan(void **state)
{
	(void)state;
	struct loaded loaded;
	load_good_file(&loaded, "data/plans/integrationspolitik-2018.plan.yaml");
	char *seed = strndup(loaded.bytes, loaded.source.length);
	assert_non_null(seed);
	damage(seed, MUTANTS, 20181213);
	free(seed);
	load_free(&loaded);
}

/* Every way to cut a plan short. */
static void test_cut(void **state)
{
	(void)state;
	for (size_t length = 0; length < strlen(load_everything); length += 3) {
		struct loaded loaded;
		load_bytes(&loaded, load_everything, length);
		check_loaded(&loaded);
		load_free(&loaded);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_everything),
		cmocka_unit_test(test_data_plan),
		cmocka_unit_test(test_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
