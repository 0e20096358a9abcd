#include "format/list.h"
#include "format/list_kinds.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/moment.h"
#include "format/show.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct sheet_column area_columns[] = {
	{"number", .table = {.title = N_("No."), .right = true}},
	{"title", .table = {.title = N_("Focus area"), .weight = 3, .lines = 1, .least = 20}},
	{"responsible", .table = {.title = N_("Responsible"), .weight = 2, .lines = 2, .least = 10},
	 .list = true},
	{"goals", .table = {.title = N_("Goals"), .weight = 3, .lines = 4, .least = 10}, .list = true},
	{"part_of", .hidden = true},
	{"id", .table = {.title = N_("Id")}},
};

/* The focus areas as a tree: for each one its first part, and the next part of the same whole; by index. */
struct tree {
	const struct plan_focus_area *const *areas;
	size_t count;
	size_t *first, *next, *parent; /* `count` stands for none */
};

static bool make_tree(struct tree *tree, const struct plan *plan)
{
	size_t count = plan->focus_areas.count;
	tree->areas = (const struct plan_focus_area *const *)plan->focus_areas.at;
	tree->count = count;
	tree->first = calloc(3 * count + 1, sizeof *tree->first);
	if (!tree->first)
		return false;
	tree->next = tree->first + count;
	tree->parent = tree->next + count;
	for (size_t i = 0; i < count; i++)
		tree->first[i] = tree->next[i] = tree->parent[i] = count;
	for (size_t i = count; i-- > 0;) {
		const struct plan_ref *whole = tree->areas[i]->part_of;
		if (!whole)
			continue;
		tree->parent[i] = whole->entry->index;
		tree->next[i] = tree->first[whole->entry->index];
		tree->first[whole->entry->index] = i;
	}
	return true;
}

/* The branches before a title; what lies deeper than a reader can follow gets no more of them. */
static void branches(struct buf *out, const struct tree *tree, size_t area)
{
	enum { DEPTH_MAX = 12 };
	size_t path[DEPTH_MAX] = {0}, depth = 0;
	for (size_t at = area; tree->parent[at] != tree->count && depth < DEPTH_MAX; at = tree->parent[at])
		path[depth++] = at;
	while (depth-- > 0) {
		bool last = tree->next[path[depth]] == tree->count;
		if (depth)
			buf_text(out, last ? "  " : "│ ");
		else
			buf_text(out, last ? "└ " : "├ ");
	}
}

static void area_row(struct sheet *sheet, const struct tree *tree, size_t at)
{
	const struct plan_focus_area *area = tree->areas[at];
	struct buf title = {0};
	branches(&title, tree, at);
	buf_text(&title, area->entry.title);
	cell_text(sheet, area->number);
	sheet_cell(sheet, area->part_of ? STYLE_PLAIN : STYLE_BOLD, buf_string(&title), area->entry.title);
	cell_refs(sheet, &area->responsible);
	cell_texts(sheet, &area->goals);
	cell_text(sheet, area->part_of ? area->part_of->entry->id : NULL);
	cell_dim(sheet, area->entry.id);
	sheet->failed |= title.failed;
	buf_free(&title);
}

/* The area after one in the order of a tree that is read from the top; `count` after the last. */
static size_t after(const struct tree *tree, size_t at)
{
	if (tree->first[at] != tree->count)
		return tree->first[at];
	while (at != tree->count && tree->next[at] == tree->count)
		at = tree->parent[at];
	return at == tree->count ? at : tree->next[at];
}

static void add_focus_areas(struct sheet *sheet, const struct outlook *outlook)
{
	struct tree tree;
	if (!make_tree(&tree, outlook->plan)) {
		sheet->failed = true;
		return;
	}
	for (size_t i = 0; i < tree.count; i++)
		if (tree.parent[i] == tree.count)
			for (size_t at = i; at != tree.count; at = after(&tree, at))
				area_row(sheet, &tree, at);
	free(tree.first);
}

const struct list_kind list_focus_areas = {"focus-areas", area_columns, COUNT(area_columns), add_focus_areas};

static const struct sheet_column track_columns[] = {
	{"title", .table = {.title = N_("Track"), .weight = 2, .lines = 2, .least = 24}},
	{"approval", .table = {.title = N_("Ends with"), .weight = 2, .lines = 3, .least = 12}},
	{.table = {.title = N_("When")}},
	{.table = {.title = N_("Distance"), .drop = 1}},
	{"id", .table = {.title = N_("Id")}},
};

static void add_tracks(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->tracks.count; i++) {
		const struct plan_track *track = outlook->plan->tracks.at[i];
		const struct plan_step *end = track->approval ? plan_entry_step(track->approval->entry) : NULL;
		const struct standing *standing = end ? outlook_of(outlook, end) : NULL;
		cell_text(sheet, track->entry.title);
		cell_ref(sheet, track->approval);
		sheet_cell(sheet, STYLE_PLAIN, standing ? moment_when(outlook, standing).text : "", NULL);
		sheet_cell(sheet, STYLE_PLAIN, standing ? moment_distance(outlook, standing).text : "", NULL);
		cell_dim(sheet, track->entry.id);
	}
}

const struct list_kind list_tracks = {"tracks", track_columns, COUNT(track_columns), add_tracks};

static const struct sheet_column recess_columns[] = {
	{"title", .table = {.title = N_("Recess"), .weight = 1, .lines = 2, .least = 12}},
	{"from", .hidden = true},
	{"to", .hidden = true},
	{.table = {.title = N_("When")}},
	{"id", .table = {.title = N_("Id")}},
};

static void add_recesses(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->recesses.count; i++) {
		const struct plan_recess *recess = outlook->plan->recesses.at[i];
		cell_text(sheet, recess->entry.title);
		cell_day(sheet, recess->days.earliest);
		cell_day(sheet, recess->days.latest);
		sheet_cell(sheet, STYLE_PLAIN, window_text(recess->days).text, NULL);
		cell_dim(sheet, recess->entry.id);
	}
}

const struct list_kind list_recesses = {"recesses", recess_columns, COUNT(recess_columns), add_recesses};
