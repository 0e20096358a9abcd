#include "check/rules.h"

#include "base/text.h"
#include "check/precedence.h"
#include "check/words.h"

#include <stdlib.h>

static const struct plan_step *approval_of(const struct plan_ref *ref)
{
	return ref ? plan_entry_step(ref->entry) : NULL;
}

/* The same, but only while it is to come. */
static const struct plan_step *coming(const struct plan_ref *ref)
{
	const struct plan_step *step = approval_of(ref);
	return step && !step_is_cancelled(step) && !step_is_done(step) ? step : NULL;
}

static void find_cancelled_track(struct check *check, const struct plan_track *track)
{
	const struct plan_step *approval = approval_of(track->approval);
	struct diag_draft draft;
	if (!approval || !step_is_cancelled(approval) ||
		!finding_begin(check, &draft, PLAN_RULE_NO_APPROVAL, &track->entry, track->approval->span))
		return;
	diag_message(&draft, _("the approval of the track %1$s, %2$s, is cancelled"),
				 name_text(&track->entry).text, name_text(&approval->entry).text);
	diag_help(&draft, _("name the step that now ends the track"));
	finding_end(check, &draft);
}

void rule_no_approval(struct check *check)
{
	const struct plan *plan = check->plan;
	const struct plan_step *approval = approval_of(plan->approval);
	struct diag_draft draft;
	if (!approval)
		finding_add(check, PLAN_RULE_NO_APPROVAL, NULL, plan->span,
					_("the plan names no approval, so nothing tells whether it ends in time"),
					_("write `approval:` with the id of the step that ends the process"));
	else if ((step_is_cancelled(approval) || (!approval->deadline && !step_is_done(approval))) &&
			 finding_begin(check, &draft, PLAN_RULE_NO_APPROVAL, &approval->entry, plan->approval->span)) {
		bool cancelled = step_is_cancelled(approval);
		diag_message(&draft,
					 cancelled ? _("the approval, %s, is cancelled") : _("the approval, %s, has no deadline"),
					 name_text(&approval->entry).text);
		diag_help(&draft, "%s",
				  cancelled ? _("name the step that now ends the process")
							: _("write `deadline:` at the approval: the day by which it must be made"));
		finding_end(check, &draft);
	}
	for (size_t i = 0; i < plan->tracks.count; i++)
		find_cancelled_track(check, plan->tracks.at[i]);
}

struct endings {
	struct check *check;
	const struct plan_step **approvals; /* of each track, and of the plan last; NULL for none to come */
	bool walked;                        /* the walk that answers most questions was taken, for the first */
	VEC(struct precedence_question) at;
};

/* They are written afterwards. */
static bool are_minutes(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_DOCUMENT && step->document_kind == PLAN_MINUTES;
}

/* What a paper, or a paper for it, is for: it may be due on the very day of that. The step itself when it is
 * none. */
static const struct plan_step *purpose_of(const struct plan_step *step)
{
	enum { PAPERS_MAX = 64 }; /* papers for papers; a ring of them ends here, too */
	for (unsigned i = 0; i < PAPERS_MAX && step->document_kind != PLAN_MINUTES; i++) {
		const struct plan_step *of = plan_step_purpose(step);
		if (!of || step_is_cancelled(of))
			break;
		step = of;
	}
	return step;
}

/* Whether one walk from all approvals, if they are not too many for that, finds that the step with that
 * number comes before one. */
static bool is_before(struct endings *endings, size_t number, size_t approval)
{
	size_t count = endings->check->plan->tracks.count + 1;
	if (!endings->walked && count <= PRECEDENCE_TARGETS)
		endings->walked = precedence_walk(endings->check, endings->approvals, count);
	return endings->walked && precedence_is_before(endings->check, number, approval);
}

static void ask(struct endings *endings, const struct plan_step *step, size_t approval)
{
	if (!endings->approvals[approval] || endings->approvals[approval] == purpose_of(step) ||
		is_before(endings, step->number, approval))
		return;
	struct precedence_question *question = VEC_PUSH(&endings->at);
	if (!question) {
		endings->check->failed = true;
		return;
	}
	*question = (struct precedence_question){
		.first = step,
		.any = (const struct plan_step *const *)&endings->approvals[approval],
		.any_count = 1,
	};
}

/* Whether there are any. */
static bool find_approvals(const struct plan *plan, const struct plan_step **approvals)
{
	const struct plan_step *last = approvals[plan->tracks.count] = coming(plan->approval);
	bool found = last != NULL;
	for (size_t i = 0; i < plan->tracks.count; i++) {
		approvals[i] = coming(plan->tracks.at[i]->approval);
		found = found || approvals[i];
	}
	return found;
}

/* What is over needs no order; of what is on no track only the number is needed as a rule. */
static void ask_all(struct endings *endings)
{
	struct check *check = endings->check;
	const struct plan *plan = check->plan;
	size_t tracks = plan->tracks.count;
	const struct plan_step *last = endings->approvals[tracks];
	const struct plan_entry *last_track = last && last->track ? last->track->entry : NULL;
	for (size_t i = 0; i < plan->steps.count && !check->failed; i++) {
		unsigned traits = check->survey.traits[i];
		if (!(traits & STEP_COMING) ||
			(!(traits & STEP_TRACKED) && (!last || last_track || is_before(endings, i, tracks))))
			continue;
		const struct plan_step *step = plan->steps.at[i];
		const struct plan_entry *track = step->track ? step->track->entry : NULL;
		if (are_minutes(step))
			continue;
		if (last && track == last_track)
			ask(endings, step, tracks);
		if (track && endings->approvals[track->index] != (track == last_track ? last : NULL))
			ask(endings, step, track->index);
	}
}

/* Keeps the questions that were denied, and turns each round: a step that follows the approval is no loose
 * end. */
static void turn_denied(struct endings *endings)
{
	size_t kept = 0;
	for (size_t i = 0; i < endings->at.count; i++)
		if (!endings->at.at[i].forced)
			endings->at.at[kept++] = endings->at.at[i];
	endings->at.count = kept;
	for (size_t i = 0; i < kept; i++) {
		struct precedence_question *question = &endings->at.at[i];
		const struct plan_step *step = question->first;
		question->first = *question->any;
		question->any = (const struct plan_step *const *)&endings->check->plan->steps.at[step->number];
	}
}

static void add_not_last(struct check *check, const struct plan_step *step, const struct plan_step *approval)
{
	struct diag_draft draft;
	if (!finding_begin(check, &draft, PLAN_RULE_APPROVAL_NOT_LAST, &step->entry, step->entry.span))
		return;
	diag_message(&draft, _("%1$s does not have to come before the approval, %2$s"),
				 name_text(&step->entry).text, name_text(&approval->entry).text);
	diag_help(&draft, _("write `before: %s` here, or let a step on the way there come after this one"),
			  approval->entry.id);
	finding_end(check, &draft);
}

void rule_approval_not_last(struct check *check)
{
	struct endings endings = {.check = check};
	endings.approvals = calloc(check->plan->tracks.count + 1, sizeof(struct plan_step *));
	if (!endings.approvals) {
		check->failed = true;
		return;
	}
	if (!find_approvals(check->plan, endings.approvals))
		goto out;
	ask_all(&endings);
	if (endings.walked)
		precedence_forget(check);
	if (check->failed || !precedence_answer(check, endings.at.at, endings.at.count))
		goto out;
	turn_denied(&endings);
	if (!precedence_answer(check, endings.at.at, endings.at.count))
		goto out;
	const struct plan_step *told = NULL;
	for (size_t i = 0; i < endings.at.count; i++) {
		const struct precedence_question *question = &endings.at.at[i];
		if (question->forced || *question->any == told)
			continue;
		told = *question->any;
		add_not_last(check, told, question->first);
	}
out:
	VEC_FREE(&endings.at);
	free(endings.approvals);
}
