#include "format/document.h"

#include "check/cause.h"
#include "format/document_parts.h"
#include "format/findings.h"
#include "format/verdict.h"

void document_list(struct buf *out, const struct outlook *outlook, const char *kind,
				   const struct sheet *sheet)
{
	bool failed = false;
	json_t *head = document_head(outlook, &failed);
	json_put(head, "kind", json_text(kind), &failed);
	document_open(out, head, "entries", failed);
	sheet_json(sheet, out);
	document_close(out, sheet->cells.count);
	buf_text(out, "}\n");
}

/* --- schedule ------------------------------------------------------------------------------- */

/* The steps of a chain, each once, in its order. */
static json_t *chain_ids(const struct plan_chain *chain, bool *failed)
{
	json_t *list = json_array();
	const struct plan_step *last = NULL;
	for (size_t i = 0; i < chain->count; i++) {
		if (chain->at[i].step != last)
			json_push(list, json_text(chain->at[i].step->entry.id), failed);
		last = chain->at[i].step;
	}
	return list;
}

void document_schedule(struct buf *out, const struct outlook *outlook)
{
	const struct plan_timeline *timeline = outlook->timeline;
	bool failed = false;
	json_t *head = document_head(outlook, &failed);
	json_put(head, "verdict", json_text(verdict_name(timeline->verdict)), &failed);
	json_put(head, "feasible", json_boolean(timeline->feasible), &failed);
	json_put(head, "certain", json_boolean(timeline->certain), &failed);
	json_put(head, "deadline", document_deadline(timeline->approval, &failed), &failed);
	document_open(out, head, "steps", failed);
	for (size_t i = 0; i < outlook->count && !out->failed; i++) {
		json_t *step = document_step(outlook, outlook->order[i]->step, &failed);
		document_member(out, i, step, failed);
	}
	document_close(out, outlook->count);
	buf_text(out, ",\n \"critical_chain\": ");
	json_t *chain = chain_ids(&timeline->critical, &failed);
	json_emit(out, chain, failed);
	buf_text(out, "}\n");
}

/* --- status --------------------------------------------------------------------------------- */

static json_t *counts(const struct outlook *outlook, bool *failed)
{
	static const enum step_state states[] = {STATE_DONE, STATE_NOW, STATE_TO_COME, STATE_OVERDUE,
											 STATE_CANCELLED};
	json_t *object = json_object();
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		json_put(object, state_name(states[i]), json_integer((json_int_t)outlook->counted[states[i]]),
				 failed);
	return object;
}

static json_t *findings(const struct plan_diags *diags, bool *failed)
{
	json_t *object = json_object();
	json_put(object, "errors", json_integer((json_int_t)diags->counted[PLAN_ERROR]), failed);
	json_put(object, "warnings", json_integer((json_int_t)diags->counted[PLAN_WARNING]), failed);
	json_put(object, "notes", json_integer((json_int_t)diags->counted[PLAN_NOTE]), failed);
	return object;
}

/* A large plan's steps are written one by one: as values they would take a hundred times the file. */
static void add_steps(struct buf *out, const struct outlook *outlook, bool *failed)
{
	for (size_t i = 0; i < outlook->count && !out->failed; i++) {
		const struct plan_step *step = outlook->order[i]->step;
		json_t *object = document_step(outlook, step, failed);
		json_put(object, "track", json_text(step->track ? step->track->entry->id : NULL), failed);
		json_put(object, "bodies", document_ids(&step->bodies, failed), failed);
		json_put(object, "firmness", json_text(firmness_name(outlook->order[i]->firmness)), failed);
		buf_text(out, i ? ", " : "");
		json_emit(out, object, *failed);
	}
}

/* Of each track how its approval does: it needs no deadline of its own. One by one, as the steps are. */
static void add_tracks(struct buf *out, const struct outlook *outlook, bool *failed)
{
	for (size_t i = 0; i < outlook->plan->tracks.count && !out->failed; i++) {
		const struct plan_track *track = outlook->plan->tracks.at[i];
		const struct plan_step *approval = track->approval ? plan_entry_step(track->approval->entry) : NULL;
		const struct plan_deadline *deadline =
			approval ? plan_timeline_deadline(outlook->timeline, approval) : NULL;
		enum plan_verdict verdict = deadline ? deadline->verdict : PLAN_NO_DEADLINE;
		json_t *object = json_object();
		json_put(object, "id", json_text(track->entry.id), failed);
		json_put(object, "title", json_text(track->entry.title), failed);
		json_put(object, "approval", json_text(approval ? approval->entry.id : NULL), failed);
		json_put(object, "verdict", json_text(verdict_name(verdict)), failed);
		json_put(object, "deadline", document_deadline(deadline, failed), failed);
		buf_text(out, i ? ", " : "");
		json_emit(out, object, *failed);
	}
}

static json_t *plan_status_object(const struct status_plan *plan, bool *failed)
{
	const struct outlook *outlook = plan->outlook;
	const struct standing *next = outlook_next(outlook);
	struct ruling ruling = ruling_of(outlook->timeline, outlook->today);
	struct buf sentence = {0};
	json_t *object = json_object();
	verdict_sentence(&sentence, &ruling);
	json_put(object, "plan", json_text(outlook->plan->id), failed);
	json_put(object, "file", json_text(outlook->plan->source->name), failed);
	json_put(object, "title", json_text(outlook->plan->title), failed);
	json_put(object, "case", json_text(outlook->plan->case_number), failed);
	json_put(object, "verdict", json_text(verdict_name(outlook->timeline->verdict)), failed);
	json_put(object, "standing", sentence.failed ? NULL : json_text(buf_string(&sentence)), failed);
	json_put(object, "deadline", document_deadline(ruling.deadline, failed), failed);
	json_put(object, "counts", counts(outlook, failed), failed);
	json_put(object, "next", json_text(next ? next->step->entry.id : NULL), failed);
	json_put(object, "findings", findings(plan->diags, failed), failed);
	buf_free(&sentence);
	return object;
}

void document_status(struct buf *out, const struct status_plan *plans, size_t count, plan_day today)
{
	bool failed = false;
	json_t *head = document_head(NULL, &failed);
	json_put(head, "today", document_day(today), &failed);
	document_open(out, head, "plans", failed);
	for (size_t i = 0; i < count && !out->failed; i++) {
		document_member(out, i, plan_status_object(&plans[i], &failed), failed);
		if (out->failed)
			return;
		out->length--; /* its closing brace comes after the steps */
		buf_text(out, ", \"tracks\": [");
		add_tracks(out, plans[i].outlook, &failed);
		buf_text(out, "], \"steps\": [");
		add_steps(out, plans[i].outlook, &failed);
		buf_text(out, "]}");
	}
	document_close(out, count);
	buf_text(out, "}\n");
}

/* --- agenda --------------------------------------------------------------------------------- */

static json_t *papers(const struct event *event, bool *failed)
{
	json_t *list = json_array();
	const struct plan_step *paper = outlook_first_paper(event->outlook, event->standing->step);
	for (; paper; paper = outlook_next_paper(event->outlook, paper))
		json_push(list, json_text(paper->entry.id), failed);
	return list;
}

static json_t *event_object(const struct event *event, bool *failed)
{
	const struct outlook *outlook = event->outlook;
	const struct plan_step *step = event->standing->step;
	json_t *object = json_object();
	json_put(object, "plan", json_text(outlook->plan->id), failed);
	json_put(object, "file", json_text(outlook->plan->source->name), failed);
	json_put(object, "event", json_text(event_name(event->kind)), failed);
	json_put(object, "group", json_text(event_group_name(event->group)), failed);
	json_put(object, "step", json_text(step->entry.id), failed);
	json_put(object, "kind", json_text(step_kind_name(step)), failed);
	json_put(object, "title", json_text(step->entry.title), failed);
	json_put(object, "line", json_integer(step->entry.span.line), failed);
	json_put(object, "status", json_text(step_status_name(step)), failed);
	json_put(object, "earliest", document_day(event->days.earliest), failed);
	json_put(object, "latest", document_day(event->days.latest), failed);
	json_put(object, "firmness", json_text(firmness_name(event->standing->firmness)), failed);
	json_put(object, "bodies", document_ids(&step->bodies, failed), failed);
	struct plan_refs parties = plan_step_parties(step);
	json_put(object, "parties", document_ids(&parties, failed), failed);
	json_put(object, "papers", papers(event, failed), failed);
	return object;
}

void document_agenda(struct buf *out, const struct agenda *agenda, plan_day today)
{
	bool failed = false;
	json_t *head = document_head(NULL, &failed);
	json_put(head, "today", document_day(today), &failed);
	json_put(head, "left_out", json_integer((json_int_t)agenda->left_out), &failed);
	document_open(out, head, "events", failed);
	for (size_t i = 0; i < agenda->events.count && !out->failed; i++) {
		json_t *event = event_object(&agenda->events.at[i], &failed);
		document_member(out, i, event, failed);
	}
	document_close(out, agenda->events.count);
	buf_text(out, "}\n");
}

/* --- why ------------------------------------------------------------------------------------ */

static json_t *causes(const struct plan *plan, const struct plan_chain *chain, bool *failed)
{
	json_t *list = json_array();
	for (size_t i = 0; i < chain->count; i++) {
		const struct plan_cause *cause = &chain->at[i];
		struct buf message = {0};
		json_t *object = json_object();
		cause_sentence(&message, plan, chain, i);
		json_put(object, "step", json_text(cause->step->entry.id), failed);
		json_put(object, "day", document_day(cause->day), failed);
		json_put(object, "line", json_integer(cause->span.line), failed);
		json_put(object, "column", json_integer(cause->span.column), failed);
		json_put(object, "message", message.failed ? NULL : json_text(buf_string(&message)), failed);
		json_push(list, object, failed);
		buf_free(&message);
	}
	return list;
}

void document_why(struct buf *out, const struct outlook *outlook, const struct plan_step *step,
				  const struct plan_chain *earlier, const struct plan_chain *later)
{
	bool failed = false;
	json_t *object = document_head(outlook, &failed);
	json_put(object, "step", document_step(outlook, step, &failed), &failed);
	json_put(object, "not_earlier", causes(outlook->plan, earlier, &failed), &failed);
	json_put(object, "not_later", causes(outlook->plan, later, &failed), &failed);
	json_emit(out, object, failed);
	buf_char(out, '\n');
}
