#include "format/list.h"
#include "format/list_kinds.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/moment.h"
#include "format/show.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct sheet_column theme_columns[] = {
	{"number", .table = {.title = N_("No."), .right = true}},
	{"title", .table = {.title = N_("Theme"), .weight = 3, .lines = 3, .least = 20}},
	{"meeting", .table = {.title = N_("Meeting"), .weight = 2, .lines = 3, .least = 12}},
	{"speakers", .table = {.title = N_("Speakers"), .weight = 1, .lines = 3, .least = 8}, .list = true},
	{"id", .table = {.title = N_("Id")}},
};

static void add_themes(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->themes.count; i++) {
		const struct plan_theme *theme = outlook->plan->themes.at[i];
		cell_text(sheet, theme->number);
		cell_text(sheet, theme->entry.title);
		cell_ref(sheet, theme->meeting);
		cell_texts(sheet, &theme->speakers);
		cell_dim(sheet, theme->entry.id);
	}
}

const struct list_kind list_themes = {"themes", theme_columns, COUNT(theme_columns), add_themes};

static const struct sheet_column group_columns[] = {
	{"title", .table = {.title = N_("Group"), .weight = 1, .lines = 2, .least = 10}},
	{"members", .table = {.title = N_("Members"), .weight = 2, .lines = 4, .least = 16}, .list = true},
	{"meeting", .table = {.title = N_("Meeting"), .weight = 2, .lines = 3, .least = 12}},
	{"id", .table = {.title = N_("Id")}},
};

static void add_groups(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->groups.count; i++) {
		const struct plan_group *group = outlook->plan->groups.at[i];
		cell_text(sheet, group->entry.title);
		cell_texts(sheet, &group->members);
		cell_ref(sheet, group->meeting);
		cell_dim(sheet, group->entry.id);
	}
}

const struct list_kind list_groups = {"groups", group_columns, COUNT(group_columns), add_groups};

static const struct sheet_column question_columns[] = {
	{"number", .table = {.title = N_("No."), .right = true}},
	{"title", .table = {.title = N_("Question"), .weight = 4, .lines = 9, .least = 24}},
	{"meeting", .table = {.title = N_("Meeting"), .weight = 2, .lines = 3, .least = 12}},
	{"id", .table = {.title = N_("Id")}},
};

static void add_questions(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->questions.count; i++) {
		const struct plan_question *question = outlook->plan->questions.at[i];
		cell_text(sheet, question->number);
		cell_text(sheet, question->entry.title);
		cell_ref(sheet, question->meeting);
		cell_dim(sheet, question->entry.id);
	}
}

const struct list_kind list_questions = {"questions", question_columns, COUNT(question_columns),
										 add_questions};

static const struct sheet_column remark_columns[] = {
	{"title", .table = {.title = N_("Remark"), .weight = 1, .lines = 4, .least = 12}},
	{"text", .table = {.title = N_("Text"), .weight = 4, .lines = 40, .least = 30}},
	{"id", .table = {.title = N_("Id"), .drop = 1}},
};

static void add_remarks(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->remarks.count; i++) {
		const struct plan_remark *remark = outlook->plan->remarks.at[i];
		cell_text(sheet, remark->entry.title);
		cell_text(sheet, remark->text);
		cell_dim(sheet, remark->entry.id);
	}
}

const struct list_kind list_remarks = {"remarks", remark_columns, COUNT(remark_columns), add_remarks};

static const struct sheet_column principle_columns[] = {
	{"number", .table = {.right = true}},
	{"text", .table = {.title = N_("Principle"), .weight = 1, .lines = 9, .least = 20}},
};

static void add_principles(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->principles.count; i++) {
		char number[24];
		snprintf(number, sizeof number, "%zu", i + 1);
		cell_dim(sheet, number);
		cell_text(sheet, outlook->plan->principles.at[i].text);
	}
}

const struct list_kind list_principles = {"principles", principle_columns, COUNT(principle_columns),
										  add_principles};
