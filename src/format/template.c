#include "format/template.h"

#include "base/text.h"

/* The parts of the plan; a translation keeps the keys, the ids and the layout, and every %1$d. */
static const char *const parts[] = {
	N_("# A plan for a political process. 'plan status' tells where it stands, 'plan next' what comes next,\n"
	   "# 'plan check' what does not hold. All keys are explained in 'man 5 plan.yaml'.\n"
	   "\n"
	   "plan: our-policy                  # the plan's own id: letters, digits, - and _\n"
	   "title: Our new policy\n"
	   "language: en                      # the language of the titles\n"
	   "year: %1$d                        # the year of dates written without one\n"
	   "replaces: {title: Our present policy, expires: %1$d-12-31}\n"
	   "approval: approval                # the step that ends the process\n"),
	N_("calendar:\n"
	   "  holidays: DK                    # public holidays of a country; or none\n"
	   "  recess:\n"
	   "    summer: {title: Summer recess, date: 28 June to 8 August}\n"
	   "\n"
	   "rules:                            # the house rules that 'plan check' applies\n"
	   "  margin: 1w                      # warn when less is left before the deadline\n"
	   "  papers: 4wd                     # papers go out so long before a meeting\n"
	   "  hearing: 4w                     # a hearing lasts at least so long\n"),
	N_("bodies:                           # who meets\n"
	   "  committee: {name: The Committee, short: COM, kind: committee}\n"
	   "  council: {name: The City Council, kind: council}\n"
	   "\n"
	   "parties:                          # who is heard\n"
	   "  citizens: {name: citizens}\n"),
	N_("meetings:                         # dates as you would write them in a paper; as precise as they are "
	   "known\n"
	   "  first-reading:\n"
	   "    title: First reading\n"
	   "    body: committee\n"
	   "    item: policy\n"
	   "    reading: 1\n"
	   "    date: week 10                 # some day of that week\n"
	   "  second-reading:\n"
	   "    title: Second reading\n"
	   "    body: committee\n"
	   "    item: policy\n"
	   "    reading: 2\n"
	   "    date: after summer            # after the recess of that id\n"
	   "    after: [first-reading, hearing + 2w]\n"
	   "  approval:\n"
	   "    title: Approval\n"
	   "    body: council\n"
	   "    date: November                # some day of that month\n"
	   "    after: second-reading + 1w\n"
	   "    deadline: %1$d-12             # no later than the last day of the month\n"),
	N_("phases:\n"
	   "  hearing:\n"
	   "    title: Public hearing\n"
	   "    kind: hearing\n"
	   "    date: week 12-18              # from some day of week 12 to some day of week 18\n"
	   "    parties: [citizens]\n"
	   "    after: first-reading\n"),
	N_("documents:\n"
	   "  draft: {title: Draft policy, for: first-reading}\n"
	   "  hearing-note: {title: What the hearing said, for: second-reading, after: hearing}\n"),
};

void template_write(struct buf *out, int year)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		buf_text(out, i ? "\n" : "");
		buf_printf(out, _(parts[i]), year);
	}
}
