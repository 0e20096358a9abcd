#include "format/show.h"

#include "format/moment.h"

#include <string.h>

enum { LABEL = 2, TEXT = 18 };

/* --- building blocks ------------------------------------------------------------------------ */

void show_field(struct screen *screen, const char *label, const char *format, ...)
{
	struct buf text = {0};
	va_list args;
	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	if (text.length) {
		screen_to(screen, LABEL);
		screen_put(screen, STYLE_DIM, label);
		screen_wrap(screen, STYLE_PLAIN, buf_string(&text), TEXT);
		screen_end(screen);
	}
	screen->out->failed |= text.failed;
	buf_free(&text);
}

static void text_field(struct screen *screen, const char *label, const char *text)
{
	if (text)
		show_field(screen, label, "%s", text);
}

static void texts_field(struct screen *screen, const char *label, const struct plan_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		show_field(screen, i ? "" : label, "%s", texts->at[i].text);
}

void refs_text(struct buf *out, const struct plan_refs *refs)
{
	for (size_t i = 0; i < refs->count; i++) {
		const struct plan_entry *entry = refs->at[i].entry;
		buf_text(out, i ? ", " : "");
		buf_text(out, entry->title);
		const struct plan_body *body = entry->kind == PLAN_KIND_BODY ? (const struct plan_body *)entry : NULL;
		if (body && body->short_name)
			buf_printf(out, " (%s)", body->short_name);
	}
}

static void refs_field(struct screen *screen, const char *label, const struct plan_refs *refs)
{
	struct buf text = {0};
	refs_text(&text, refs);
	show_field(screen, label, "%s", buf_string(&text));
	screen->out->failed |= text.failed;
	buf_free(&text);
}

static void ref_field(struct screen *screen, const char *label, const struct plan_ref *ref)
{
	if (ref)
		show_field(screen, label, "%s (%s)", ref->entry->title, ref->entry->id);
}

void show_heading(struct screen *screen, const char *text, bool *open)
{
	if (*open)
		return;
	*open = true;
	screen_blank(screen);
	screen_put(screen, STYLE_BOLD, text);
	screen_end(screen);
}

/* What makes a line worth reading where nothing but titles and ids would stand in it: who is in a group, who
 * opens a theme. */
static void add_people(struct buf *line, const struct plan_entry *entry)
{
	const struct plan_texts none = {0};
	const struct plan_texts *people =
		entry->kind == PLAN_KIND_GROUP   ? &((const struct plan_group *)entry)->members
		: entry->kind == PLAN_KIND_THEME ? &((const struct plan_theme *)entry)->speakers
										 : &none;
	for (size_t i = 0; i < people->count; i++)
		buf_printf(line, i ? ", %s" : " · %s", people->at[i].text);
}

void show_line(struct screen *screen, const struct show *show, const struct plan_entry *entry,
			   const struct plan_link *link)
{
	const struct plan_step *step = plan_entry_step(entry);
	struct buf line = {0};
	buf_printf(&line, "%s (%s)", entry->title, entry->id);
	if (step) {
		const struct standing *standing = outlook_of(show->outlook, step);
		screen_printf(screen, state_style(standing->state), "  %s ", state_mark(standing->state));
		struct moment_text when = moment_when(show->outlook, standing);
		buf_printf(&line, *when.text ? " · %s" : "%s", when.text);
	} else {
		screen_put(screen, STYLE_PLAIN, "  • ");
	}
	add_people(&line, entry);
	if (link && (link->gap.min.given || link->gap.max.given || link->point != PLAN_POINT_DEFAULT))
		buf_printf(&line, " · %s", link->text);
	screen_wrap(screen, STYLE_PLAIN, buf_string(&line), 4);
	screen_end(screen);
	screen->out->failed |= line.failed;
	buf_free(&line);
}

/* --- kinds ---------------------------------------------------------------------------------- */

const char *kind_label(const struct plan_entry *entry)
{
	static const char *const kinds[PLAN_KIND_COUNT] = {
		[PLAN_KIND_PHASE] = N_("phase"),    [PLAN_KIND_MEETING] = N_("meeting"),
		[PLAN_KIND_DOCUMENT] = N_("paper"), [PLAN_KIND_THEME] = N_("theme"),
		[PLAN_KIND_PARTY] = N_("party"),    [PLAN_KIND_FOCUS_AREA] = N_("focus area"),
		[PLAN_KIND_BODY] = N_("body"),      [PLAN_KIND_TRACK] = N_("track"),
		[PLAN_KIND_GROUP] = N_("group"),    [PLAN_KIND_QUESTION] = N_("question"),
		[PLAN_KIND_REMARK] = N_("remark"),  [PLAN_KIND_RECESS] = N_("recess"),
	};
	static const char *const documents[] = {
		[PLAN_PAPER] = N_("paper"), [PLAN_ANNEX] = N_("annex"),     [PLAN_TEMPLATE] = N_("template"),
		[PLAN_MEMO] = N_("memo"),   [PLAN_MINUTES] = N_("minutes"),
	};
	const struct plan_step *step = plan_entry_step(entry);
	if (step && step->hearing)
		return _("hearing");
	if (step && entry->kind == PLAN_KIND_DOCUMENT)
		return _(documents[step->document_kind]);
	return _(kinds[entry->kind]);
}

static void show_theme(struct screen *screen, const struct show *show)
{
	const struct plan_theme *theme = (const struct plan_theme *)show->entry;
	text_field(screen, _("Number"), theme->number);
	texts_field(screen, _("Speakers"), &theme->speakers);
	text_field(screen, _("Notes"), theme->notes);
	bool open = false;
	if (theme->meeting) {
		show_heading(screen, _("Taken up at"), &open);
		show_line(screen, show, theme->meeting->entry, NULL);
	}
}

static void show_party(struct screen *screen, const struct show *show)
{
	const struct plan_party *party = (const struct plan_party *)show->entry;
	text_field(screen, _("Notes"), party->notes);
	text_field(screen, _("Link"), party->url);
}

static void show_focus_area(struct screen *screen, const struct show *show)
{
	const struct plan_focus_area *area = (const struct plan_focus_area *)show->entry;
	text_field(screen, _("Number"), area->number);
	ref_field(screen, _("Part of"), area->part_of);
	refs_field(screen, _("Responsible"), &area->responsible);
	texts_field(screen, _("Goals"), &area->goals);
	text_field(screen, _("Notes"), area->notes);
}

/* The weekdays or dates on which a body meets; of dates only those from today on. */
static void meets_field(struct screen *screen, const struct plan_body *body, plan_day today)
{
	struct buf text = {0};
	for (int day = PLAN_MONDAY; day <= PLAN_SUNDAY; day++)
		if (body->meets_weekdays & 1u << day)
			buf_printf(&text, text.length ? ", %s" : "%s", weekday_name((enum plan_weekday)day));
	for (size_t i = 0; i < body->meets_count; i++)
		if (body->meets[i] >= today)
			buf_printf(&text, text.length ? ", %s" : "%s", day_text(body->meets[i]).text);
	if (body->meets_count && !text.length)
		buf_text(&text, _("no more listed days"));
	show_field(screen, _("Meets"), "%s", buf_string(&text));
	screen->out->failed |= text.failed;
	buf_free(&text);
}

static const char *const body_kinds[][2] = {
	[PLAN_COMMITTEE] = {"committee", N_("committee")},
	[PLAN_COUNCIL] = {"council", N_("council")},
	[PLAN_FINANCE] = {"finance", N_("finance committee")},
	[PLAN_BOARD] = {"board", N_("board")},
	[PLAN_ADMINISTRATION] = {"administration", N_("administration")},
	[PLAN_GROUP_BODY] = {"group", N_("group")},
	[PLAN_EXTERNAL] = {"external", N_("external")},
};

const char *body_kind_label(const struct plan_body *body)
{
	return _(body_kinds[body->kind][1]);
}

const char *body_kind_name(const struct plan_body *body)
{
	return body_kinds[body->kind][0];
}

static void show_body(struct screen *screen, const struct show *show)
{
	const struct plan_body *body = (const struct plan_body *)show->entry;
	text_field(screen, _("Short"), body->short_name);
	text_field(screen, _("Kind"), body_kind_label(body));
	meets_field(screen, body, show->outlook->today);
	text_field(screen, _("Notes"), body->notes);
	text_field(screen, _("Link"), body->url);
}

static void show_track(struct screen *screen, const struct show *show)
{
	const struct plan_track *track = (const struct plan_track *)show->entry;
	text_field(screen, _("Notes"), track->notes);
	bool open = false;
	if (track->approval) {
		show_heading(screen, _("Ends with"), &open);
		show_line(screen, show, track->approval->entry, NULL);
	}
}

static void show_group(struct screen *screen, const struct show *show)
{
	const struct plan_group *group = (const struct plan_group *)show->entry;
	texts_field(screen, _("Members"), &group->members);
	text_field(screen, _("Notes"), group->notes);
	bool open = false;
	if (group->meeting) {
		show_heading(screen, _("Works at"), &open);
		show_line(screen, show, group->meeting->entry, NULL);
	}
}

static void show_question(struct screen *screen, const struct show *show)
{
	const struct plan_question *question = (const struct plan_question *)show->entry;
	text_field(screen, _("Number"), question->number);
	text_field(screen, _("Notes"), question->notes);
	bool open = false;
	if (question->meeting) {
		show_heading(screen, _("Asked at"), &open);
		show_line(screen, show, question->meeting->entry, NULL);
	}
}

static void show_remark(struct screen *screen, const struct show *show)
{
	const struct plan_remark *remark = (const struct plan_remark *)show->entry;
	if (!remark->text)
		return;
	screen_wrap(screen, STYLE_PLAIN, remark->text, 2);
	screen_end(screen);
}

static void show_recess(struct screen *screen, const struct show *show)
{
	const struct plan_recess *recess = (const struct plan_recess *)show->entry;
	text_field(screen, _("When"), window_text(recess->days).text);
	text_field(screen, _("Written"), recess->date->text);
}

static void (*const kinds[PLAN_KIND_COUNT])(struct screen *, const struct show *) = {
	[PLAN_KIND_PHASE] = show_step,    [PLAN_KIND_MEETING] = show_step,
	[PLAN_KIND_DOCUMENT] = show_step, [PLAN_KIND_THEME] = show_theme,
	[PLAN_KIND_PARTY] = show_party,   [PLAN_KIND_FOCUS_AREA] = show_focus_area,
	[PLAN_KIND_BODY] = show_body,     [PLAN_KIND_TRACK] = show_track,
	[PLAN_KIND_GROUP] = show_group,   [PLAN_KIND_QUESTION] = show_question,
	[PLAN_KIND_REMARK] = show_remark, [PLAN_KIND_RECESS] = show_recess,
};

/* --- what refers to it ---------------------------------------------------------------------- */

/* How an entry sees those that refer to it. What links steps is told by show_step, in both directions; a
 * recess has no such screen. */
static const char *const headings[REFERENCE_COUNT] = {
	[REFERENCE_HELD_BY] = N_("Holds"),
	[REFERENCE_HEARS] = N_("Is heard in"),
	[REFERENCE_TRACK] = N_("Steps"),
	[REFERENCE_PAPER_FOR] = N_("Papers"),
	[REFERENCE_OWNED_BY] = N_("Writes"),
	[REFERENCE_AUDIENCE] = N_("Is invited to"),
	[REFERENCE_APPROVAL] = N_("Ends the track"),
	[REFERENCE_TAKEN_UP] = N_("Themes"),
	[REFERENCE_GROUP_AT] = N_("Groups"),
	[REFERENCE_ASKED_AT] = N_("Questions"),
	[REFERENCE_RESPONSIBLE] = N_("Is responsible for"),
	[REFERENCE_PART_OF] = N_("Its parts"),
};

static void referring(struct screen *screen, const struct show *show)
{
	bool is_step = plan_entry_step(show->entry);
	for (int kind = 0; kind < REFERENCE_COUNT; kind++) {
		bool open = false;
		const char *order = kind == REFERENCE_BEFORE ? _("Before it") : _("Waiting for it");
		const char *heading = headings[kind] ? _(headings[kind]) : order;
		for (size_t i = 0; i < show->references->list.count; i++) {
			const struct reference *reference = &show->references->list.at[i];
			if (reference->kind != (enum reference_kind)kind || (is_step && !headings[kind]))
				continue;
			show_heading(screen, heading, &open);
			show_line(screen, show, reference->from, reference->link);
		}
	}
}

void show_where(struct screen *screen, const char *kind, const char *id, const char *file, unsigned line)
{
	struct buf place = {0};
	buf_printf(&place, _("%1$s · id %2$s · %3$s:%4$u"), kind, id, file, line);
	screen_wrap(screen, STYLE_DIM, buf_string(&place), 0);
	screen_end(screen);
	screen->out->failed |= place.failed;
	buf_free(&place);
}

void show_place(struct screen *screen, const struct plan *plan, const struct plan_entry *entry)
{
	show_where(screen, kind_label(entry), entry->id, plan->source->name, (unsigned)entry->span.line);
}

void show_screen(struct screen *screen, const struct show *show)
{
	const struct plan_entry *entry = show->entry;
	screen_wrap(screen, STYLE_TITLE, entry->title, 0);
	screen_end(screen);
	show_place(screen, show->outlook->plan, entry);
	screen_blank(screen);
	kinds[entry->kind](screen, show);
	referring(screen, show);
}
