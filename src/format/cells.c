#include "format/cells.h"

#include "date/print.h"

#include <stdio.h>

void cell_text(struct sheet *sheet, const char *text)
{
	sheet_cell(sheet, STYLE_PLAIN, NULL, text);
}

void cell_dim(struct sheet *sheet, const char *text)
{
	sheet_cell(sheet, STYLE_DIM, NULL, text);
}

void cell_line(struct buf *list, const char *text)
{
	buf_text(list, list->length ? "\n" : "");
	buf_text(list, text);
}

void cell_list(struct sheet *sheet, struct buf *list)
{
	cell_text(sheet, buf_string(list));
	sheet->failed |= list->failed;
	buf_free(list);
}

void cell_texts(struct sheet *sheet, const struct plan_texts *all)
{
	struct buf list = {0};
	for (size_t i = 0; i < all->count; i++)
		cell_line(&list, all->at[i].text);
	cell_list(sheet, &list);
}

void cell_ref(struct sheet *sheet, const struct plan_ref *ref)
{
	sheet_cell(sheet, STYLE_PLAIN, ref ? ref->entry->title : NULL, ref ? ref->entry->id : NULL);
}

void cell_refs(struct sheet *sheet, const struct plan_refs *refs)
{
	struct buf titles = {0}, ids = {0};
	for (size_t i = 0; i < refs->count; i++) {
		const struct plan_entry *body = refs->at[i].entry;
		cell_line(&titles, plan_body_label((const struct plan_body *)body));
		cell_line(&ids, body->id);
	}
	cell_lists(sheet, &titles, &ids);
}

void cell_bodies(struct sheet *sheet, const struct plan_step *step)
{
	struct plan_refs owner = {(struct plan_ref *)plan_step_owner(step), 1};
	cell_refs(sheet, owner.at ? &owner : &step->bodies);
}

void cell_lists(struct sheet *sheet, struct buf *shown, struct buf *values)
{
	sheet_cell(sheet, STYLE_PLAIN, buf_string(shown), buf_string(values));
	sheet->failed |= shown->failed || values->failed;
	buf_free(shown);
	buf_free(values);
}

void cell_number(struct sheet *sheet, long number)
{
	char text[24];
	snprintf(text, sizeof text, "%ld", number);
	sheet_cell(sheet, STYLE_DIM, NULL, text);
}

void cell_day(struct sheet *sheet, plan_day value)
{
	bool open = value == PLAN_DAY_OPEN_START || value == PLAN_DAY_OPEN_END;
	cell_text(sheet, open ? NULL : day_text_iso(value).text);
}
