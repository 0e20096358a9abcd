#include "load/links.h"

#include "base/text.h"
#include "date/fault.h"
#include "date/lag.h"
#include "load/ids.h"

#include <string.h>

/* What a reference led to, by kind; and what it was to lead to. */
static const char *const is_kind[PLAN_KIND_COUNT] = {
	[PLAN_KIND_PHASE] = N_("\"%s\" is a phase"),       [PLAN_KIND_MEETING] = N_("\"%s\" is a meeting"),
	[PLAN_KIND_DOCUMENT] = N_("\"%s\" is a document"), [PLAN_KIND_THEME] = N_("\"%s\" is a theme"),
	[PLAN_KIND_PARTY] = N_("\"%s\" is a party"),       [PLAN_KIND_FOCUS_AREA] = N_("\"%s\" is a focus area"),
	[PLAN_KIND_BODY] = N_("\"%s\" is a body"),         [PLAN_KIND_TRACK] = N_("\"%s\" is a track"),
	[PLAN_KIND_GROUP] = N_("\"%s\" is a group"),       [PLAN_KIND_QUESTION] = N_("\"%s\" is a question"),
	[PLAN_KIND_REMARK] = N_("\"%s\" is a remark"),     [PLAN_KIND_RECESS] = N_("\"%s\" is a recess"),
};
static const struct {
	unsigned kinds;
	const char *help;
} wants[] = {
	{KEY_BIT(PHASE), N_("the id of a phase belongs here")},
	{KEY_BIT(MEETING), N_("the id of a meeting belongs here")},
	{KEY_STEPS, N_("the id of a phase, a meeting or a document belongs here")},
	{KEY_STEPS | KEY_BIT(RECESS), N_("the id of a phase, a meeting, a document or a recess belongs here")},
	{KEY_BIT(BODY), N_("the id of a body belongs here")},
	{KEY_BIT(BODY) | KEY_BIT(PARTY), N_("the id of a party or a body belongs here")},
	{KEY_BIT(TRACK), N_("the id of a track belongs here")},
	{KEY_BIT(FOCUS_AREA), N_("the id of a focus area belongs here")},
};

static const char *want(unsigned kinds)
{
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
		if (wants[i].kinds == kinds)
			return _(wants[i].help);
	return NULL;
}

static void refuse_unknown(struct loader *loader, const char *id, struct plan_span span, unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	const struct plan_entry *similar = plan_find_similar(loader->plan, id, kinds);
	const char *help = want(kinds);
	diag_message(&draft, _("nothing has the id \"%s\""), excerpt(id, strlen(id)).text);
	if (similar)
		diag_help(&draft, _("did you mean \"%s\"?"), similar->id);
	else if (help)
		diag_help(&draft, "%s", help);
	loader_end(loader, &draft);
}

static void refuse_kind(struct loader *loader, const struct plan_entry *entry, struct plan_span span,
						unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	const char *help = want(kinds);
	diag_message(&draft, _(is_kind[entry->kind]), entry->id);
	if (help)
		diag_help(&draft, "%s", help);
	diag_because(&draft, entry->span, _("it stands here"));
	loader_end(loader, &draft);
}

/* Whether an id stands somewhere and was refused there: then it is not reported once more. */
static bool was_refused(const struct loader *loader, const char *id)
{
	enum { FEW = 16 };
	for (size_t i = 0; i < loader->strays.count && i < FEW; i++)
		if (!strcmp(loader->strays.at[i]->id, id))
			return true;
	return false;
}

/* `id` is terminated; it becomes that of the entry. */
static void find(struct loader *loader, struct plan_ref *ref, const char *id, struct plan_span span,
				 unsigned kinds)
{
	const struct plan_entry *entry = id_find(loader, id, strlen(id));
	if (!entry && !was_refused(loader, id))
		refuse_unknown(loader, id, span, kinds);
	else if (entry && !(kinds >> entry->kind & 1))
		refuse_kind(loader, entry, span, kinds);
	ref->entry = entry;
	ref->id = entry ? entry->id : id;
}

void links_resolve_ref(struct loader *loader, struct plan_ref *ref, unsigned kinds)
{
	if (!ref->entry)
		find(loader, ref, ref->id, ref->span, kinds);
}

/* The parts of a link's text, each as an offset and a length. */
struct parts {
	size_t id, point, gap, end;
};

static size_t skip_blanks(const char *text, size_t at)
{
	return at + strspn(text + at, " \t");
}

static struct parts split(const char *text)
{
	struct parts parts;
	parts.id = skip_blanks(text, 0);
	parts.point = parts.id + strcspn(text + parts.id, " \t+.");
	parts.gap = parts.point;
	if (text[parts.point] == '.')
		parts.gap += strcspn(text + parts.point, " \t+");
	parts.end = skip_blanks(text, parts.gap);
	return parts;
}

static void refuse_point(struct loader *loader, const struct plan_link *link, struct parts parts)
{
	loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE,
				  span_part(link->to.span, link->text, parts.point, parts.gap - parts.point),
				  _("a step has two ends, .start and .end"), NULL);
}

static void resolve_point(struct loader *loader, struct plan_link *link, struct parts parts)
{
	const char *point = link->text + parts.point;
	size_t length = parts.gap - parts.point;
	if (length == 6 && !memcmp(point, ".start", 6))
		link->point = PLAN_POINT_START;
	else if (length == 4 && !memcmp(point, ".end", 4))
		link->point = PLAN_POINT_END;
	else if (length)
		refuse_point(loader, link, parts);
}

static void resolve_gap(struct loader *loader, struct plan_link *link, size_t offset)
{
	struct plan_expr_error error;
	struct diag_draft draft;
	const char *gap = link->text + offset;
	if (!*gap || lag_parse_gap(gap, strlen(gap), &link->gap, &error))
		return;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_GAP,
					  span_part(link->to.span, link->text, offset + error.offset, error.length)))
		return;
	diag_message(&draft, "%s", error.message);
	if (error.hint[0])
		diag_help(&draft, "%s", error.hint);
	loader_end(loader, &draft);
}

/* An id of its own, where nothing but an id may stand. */
static void resolve_plain(struct loader *loader, struct plan_step *step, struct plan_link *link)
{
	unsigned kinds = link->relation == PLAN_ALONGSIDE ? KEY_STEPS : KEY_BIT(PHASE);
	struct parts parts = split(link->text);
	if (link->text[parts.point]) {
		loader_refuse(loader, PLAN_RULE_BAD_GAP,
					  span_part(link->to.span, link->text, parts.point, strlen(link->text) - parts.point),
					  _("an id stands here alone, without a gap and without .start or .end"), NULL);
		return;
	}
	find(loader, &link->to, link->text, link->to.span, kinds);
	if (link->to.entry == &step->entry && kinds >> step->entry.kind & 1)
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, link->to.span, _("a step cannot be tied to itself"), NULL);
}

/* A reference with an optional end and an optional gap. */
static void resolve_order(struct loader *loader, struct plan_link *link)
{
	struct parts parts = split(link->text);
	if (parts.id == parts.point) {
		loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE, link->to.span, _("an id is missing"),
					  _("write it before the gap: hearing + 2w"));
		return;
	}
	char *id = (char *)loader_text(loader, link->text + parts.id, parts.point - parts.id);
	if (!id)
		return;
	struct plan_span span = span_part(link->to.span, link->text, parts.id, parts.point - parts.id);
	find(loader, &link->to, id, span, KEY_STEPS | KEY_BIT(RECESS));
	resolve_point(loader, link, parts);
	resolve_gap(loader, link, parts.end);
}

void links_resolve(struct loader *loader, struct plan_step *step)
{
	for (size_t i = 0; i < step->link_count; i++) {
		struct plan_link *link = &step->links[i];
		if (link->relation == PLAN_AFTER || link->relation == PLAN_BEFORE)
			resolve_order(loader, link);
		else
			resolve_plain(loader, step, link);
	}
}
